"""The folder of shared files: no name leads out of it, each file is read once, and prose is unwrapped."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.manifest.sharing import library as room
from heymilo_ops.manifest.sharing.library import DEFAULTS, QUESTIONS, SHARED, TEXTS, Library, unwrap_markdown
from tests.manifest.sharing_repo import COMPANY, FILES, S, posting, repo, said, variables, write


@pytest.mark.parametrize(
    "name",
    [
        "../texts/company.md",
        "../../senior.yaml",
        "./company.md",
        "sub/../company.md",
        "/etc/passwd",
        "COMPANY.md",
        "Company.MD",
        "company.md/",
        "/company.md",
        "sub\\company.md",
        "company.md\0",
        "",
        ".",
        ".hidden.md",
        "link.md",
        "away/company.md",
        "company.md ",
    ],
)
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    root = write(tmp_path / "repo")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "company.md").write_text("secret")
    (root / S / "texts/link.md").symlink_to(outside / "company.md")
    (root / S / "texts/away").symlink_to(outside)
    (root / S / "texts/.hidden.md").write_text("x")
    assert Library(root).get(TEXTS, name) is None
    assert Library(root).names(TEXTS) == ["company.md"]


def test_a_folder_that_is_a_link_out_holds_nothing(tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {COMPANY: None})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "company.md").write_text("secret")
    (root / S / "texts").symlink_to(outside)
    assert Library(root).names(TEXTS) == []


def test_names_have_no_ending_but_those_of_texts(tmp_path: Path) -> None:
    more = {
        f"{S}/questions/deep/er.yml": "text: a\n",
        f"{S}/questions/notes.txt": "x",
        f"{S}/questions/_x.yaml": "x: 1\n",
    }
    found = Library(write(tmp_path, more))
    assert found.names(QUESTIONS) == ["changed-your-mind", "deep/er"]
    assert found.names(DEFAULTS) == ["engineering"]
    shared = found.get(QUESTIONS, "deep/er")
    assert shared is not None
    assert shared.source.path == f"{S}/questions/deep/er.yml"


def test_of_two_endings_the_first_is_meant_and_the_other_unused(tmp_path: Path) -> None:
    found = repo(tmp_path, {f"{S}/defaults/engineering.yml": "title: Other\n"})
    assert said(found.findings) == [f"SY164 {S}/defaults/engineering.yml:1:1"]


def test_an_unused_file_is_a_warning_unless_only_some_were_asked_for(tmp_path: Path) -> None:
    found = repo(tmp_path, {f"{S}/texts/old.md": "Old.\n", f"{S}/questions/old.yaml": "text: Why?\n"})
    assert said(found.findings) == [f"SY164 {S}/questions/old.yaml:1:1", f"SY164 {S}/texts/old.md:1:1"]
    assert load_repo(tmp_path, [Path("postings/senior.yaml")], variables(tmp_path)).findings == ()


def test_shared_files_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = {f"postings/p{i}.yaml": FILES["postings/senior.yaml"].replace("senior", f"p{i}") for i in range(20)}
    root = write(tmp_path, more)
    read: list[str] = []
    for name in ("read_file", "read_prose"):
        real = getattr(room, name)
        monkeypatch.setattr(room, name, lambda root, path, real=real: read.append(path.as_posix()) or real(root, path))
    found = load_repo(root, (), variables(root))
    assert len(found.desired) == 21
    assert sorted(read) == sorted(path for path in FILES if path.startswith(SHARED))


@pytest.mark.parametrize(
    ("raw", "code"), [(b"caf\xe9", "SY002"), (b"x" * (1 << 20) + b"y", "SY003"), (b"a\x07b", "SY0")]
)
def test_a_text_that_can_not_be_read_is_told_once_in_its_place(tmp_path: Path, raw: bytes, code: str) -> None:
    root = write(tmp_path)
    (root / COMPANY).write_bytes(raw)
    found = load_repo(root, (), variables(root))
    assert found.documents[0].findings == ()
    assert found.documents[0].desired is None
    (each,) = found.findings
    assert each.place is not None
    assert each.place.path == COMPANY
    assert each.code.startswith(code)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("\n \n", ""),
        ("one\ntwo", "one two"),
        ("one  \ntwo\\\n", "one two\\"),
        ("one\n\n\ntwo\n", "one\n\ntwo"),
        ("a:\n- b\n- c\n", "a:\n- b\n- c"),
        ("- b\n  more\n- c\n", "- b more\n- c"),
        ("- b\n  - deep\n    more\n- c\n", "- b\n  - deep more\n- c"),
        ("1. one\n2. two\n10) ten\n", "1. one\n2. two\n10) ten"),
        ("In the year\n12. May was cold\n", "In the year 12. May was cold"),
        ("Steps:\n1. one\n2. two\n", "Steps:\n1. one\n2. two"),
        ("in\n2024. x\n", "in 2024. x"),
        ("* b\n+ c\n", "* b\n+ c"),
        ("-dash\n-dash\n", "-dash -dash"),
        ("# Us\nWe bake.\nBread.\n", "# Us\nWe bake. Bread."),
        ("> a\n> b\nc\n", "> a\n> b\nc"),
        ("| a | b |\n| c | d |\n", "| a | b |\n| c | d |"),
        ("```\nx = 1\n\n  y\n```\nafter\nit\n", "```\nx = 1\n\n  y\n```\nafter it"),
        ("  lead\n    deep\n", "lead deep"),
        ("- a\n\ntext\nmore\n", "- a\n\ntext more"),
    ],
)
def test_prose_is_unwrapped(markdown: str, text: str) -> None:
    assert unwrap_markdown(markdown) == text
    assert unwrap_markdown(text) == text


@pytest.mark.parametrize("raw", [b"We bake\r\nbread.\r\n", b"\xef\xbb\xbfWe bake\nbread.\n", b"We bake\rbread."])
def test_line_ends_and_a_mark_say_nothing(tmp_path: Path, raw: bytes) -> None:
    root = write(tmp_path)
    (root / COMPANY).write_bytes(raw)
    shared = Library(root).get(TEXTS, "company.md")
    assert shared is not None
    assert shared.data == "We bake bread."


@pytest.mark.parametrize("text", ["\n\nkey: value\n- not: yaml\n", "{{{\n", "# only a heading\n", "\n\n"])
def test_prose_is_no_yaml_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    document = posting(
        tmp_path, "name: senior\ntitle: Abc\ncompany_overview: {file: company.md}\nworkflow: [{type: form}]\n"
    )
    assert document.desired is not None
    (tmp_path / COMPANY).write_text(text)
    shared = Library(tmp_path).get(TEXTS, "company.md")
    assert shared is not None
    place = shared.source.locator.place("/any")
    lines = text.split("\n")
    assert shared.source.line(place.line) == next((line for line in lines if line.strip()), "")
    assert shared.source.line(99) == ""

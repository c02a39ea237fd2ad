"""Which files are read, and what becomes of one with mistakes in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from heymilo_ops.manifest import repo
from heymilo_ops.manifest.repo import PostingFile, load_repo, read_document
from heymilo_ops.manifest.yaml_file import Source, read_text
from tests.manifest.planted import BASE, PLANTED, Planted
from tests.schemas.test_posting import mutated

Write = Callable[..., Path]
SMALL = "name: {name}\ntitle: A title\nworkflow:\n  - type: form\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def file(path: str, name: str = "", text: str = "") -> Path:
        full = tmp_path / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text or SMALL.format(name=name or full.stem), encoding="utf-8")
        return full

    return file


def paths(root: Path, *asked: Path) -> list[str]:
    return [document.path for document in load_repo(root, asked).documents]


def document_of(text: str) -> PostingFile:
    return read_document(read_text(text, "postings/a.yaml"))


def test_no_folder_is_not_an_empty_one(tmp_path: Path, write: Write) -> None:
    """Nothing may be taken for removed where the folder of everything is missing."""
    assert load_repo(tmp_path).unreadable == ["postings"]
    (tmp_path / "postings").mkdir()
    assert load_repo(tmp_path).documents == ()


def test_what_is_skipped(tmp_path: Path, write: Write) -> None:
    for path in (
        "postings/b.yaml",
        "postings/a.yml",
        "postings/team/c.yaml",
        "postings/_shared/d.yaml",
        "postings/.hidden/e.yaml",
        "postings/_draft.yaml",
        "postings/.f.yaml",
        "postings/g.yaml.bak",
        "postings/h.json",
        "postings/team/_i/j.yaml",
        "elsewhere/k.yaml",
    ):
        write(path)
    assert paths(tmp_path) == ["postings/a.yml", "postings/b.yaml", "postings/team/c.yaml"]


def test_what_is_asked_for_is_read_each_once_in_order(tmp_path: Path, write: Write) -> None:
    b, a = write("postings/team/b.yaml"), write("postings/a.yaml")
    draft = write("postings/_draft.yaml")
    assert paths(tmp_path, b, a, b, Path("postings/a.yaml")) == ["postings/a.yaml", "postings/team/b.yaml"]
    assert paths(tmp_path, Path("postings/team"), b) == ["postings/team/b.yaml"]
    assert paths(tmp_path, draft) == ["postings/_draft.yaml"], "a file that is named is meant"


def test_a_path_outside_the_root_is_shown_whole(tmp_path: Path, write: Write) -> None:
    outside = write("other/a.yaml")
    root = tmp_path / "repo"
    root.mkdir()
    assert paths(root, outside) == [outside.as_posix()]
    assert paths(root, outside.parent) == [outside.as_posix()]


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    (document,) = load_repo(tmp_path, [Path("postings/none.yaml")]).documents
    assert [found.code for found in document.findings] == ["SY001"]
    assert (document.desired, document.partial, document.address) == (None, None, None)
    assert load_repo(tmp_path, [Path("postings/none.yaml")]).unreadable == ["postings/none.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="paths with backslashes are one name on POSIX only")
def test_a_file_without_a_name_is_unreadable(tmp_path: Path, write: Write) -> None:
    write("postings/a.yaml")
    write("postings/b.yaml", text="title: No name\nworkflow:\n  - type: form\n")
    write("postings/c.yaml", text="name: [\n")
    write("postings/d.yaml", text="name: 12\n")
    write("postings/e.yaml", text="name: e\ntitle: ab\n")
    repo = load_repo(tmp_path)
    assert repo.unreadable == ["postings/b.yaml", "postings/c.yaml", "postings/d.yaml"]
    assert [desired.address for desired in repo.desired] == ["a"]


def test_a_name_given_twice_is_told_in_both_files_and_neither_is_planned(tmp_path: Path, write: Write) -> None:
    write("postings/a.yaml", name="same")
    write("postings/b.yaml", name="other")
    write("postings/c.yaml", name="same")
    repo = load_repo(tmp_path)
    first, other, second = repo.documents
    assert repo.desired == [other.desired]
    assert [found.code for found in (*first.findings, *second.findings)] == ["SY150", "SY150"]
    assert first.findings[0].message == "the name 'same' is also that of postings/c.yaml"
    assert second.findings[0].message == "the name 'same' is also that of postings/a.yaml"
    assert str(first.findings[0].place) == "postings/a.yaml:1:7"
    assert first.partial is not None, "its rules are still looked at"
    assert other.findings == ()


def test_three_of_one_name_name_the_other_two(tmp_path: Path, write: Write) -> None:
    for path in ("a", "b", "c"):
        write(f"postings/{path}.yaml", name="same")
    assert load_repo(tmp_path).documents[0].findings[0].message.endswith("postings/b.yaml, postings/c.yaml")


def test_a_valid_file_is_desired() -> None:
    document = document_of(BASE)
    assert document.findings == ()
    assert document.desired is not None
    assert (document.desired.address, document.desired.source) == ("night-baker", "postings/a.yaml")
    assert (document.partial, document.doubtful) == (None, frozenset())


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.code}-{planted.new.strip()[:40]}")
def test_a_file_with_a_mistake_is_made_what_can_be(planted: Planted) -> None:
    document = document_of(planted.text)
    assert document.desired is None
    assert len(document.findings) == 1
    assert document.partial is not None, "the rest can be looked at"
    assert len(document.doubtful) == 1
    (doubtful,) = document.doubtful
    assert planted.pointer.startswith(doubtful)


@pytest.mark.parametrize(
    ("old", "new", "doubtful"),
    [
        ("score_weight: 5", "score_weight: 6", "/workflow/0/questions/0"),
        ("threshold: 70", "threshold: 101", "/workflow/0/config"),
        ("type: form", "type: from", "/workflow/2"),
        ("max_retakes: 1", "max_retakes: 6", ""),
        ("owner: hiring", "owner: 3", "/metadata"),
    ],
)
def test_only_what_is_around_a_mistake_is_doubtful(old: str, new: str, doubtful: str) -> None:
    document = document_of(BASE.replace(old, new))
    assert document.doubtful == {doubtful}


def test_questions_keep_their_number_when_one_of_them_is_broken() -> None:
    document = document_of(BASE.replace("text: Why?", "text: 3"))
    assert document.partial is not None
    (voice, *_) = document.partial.resolved["workflow"]
    assert [question["text"] for question in voice["questions"]] == ["#1.1", "preferred_shift"]


def test_the_file_is_not_changed_by_being_pruned() -> None:
    document = document_of(BASE.replace("max_retakes: 1", "max_retakes: 6"))
    assert document.source.data is not None
    assert document.source.data["max_retakes"] == 6
    assert document.partial is not None
    assert "max_retakes" not in document.partial.resolved


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mutated())
def test_any_content_gives_findings_or_a_desired_and_never_raises(data: dict[str, Any]) -> None:
    source = Source("postings/a.yaml", "", data)
    document = read_document(source)
    assert (document.desired is None) == bool(document.findings)
    assert not [found for found in document.findings if found.code == "SY199"]


def test_what_the_models_alone_refuse_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repo, "check_posting", lambda source, *_: [])
    (found,) = document_of(BASE.replace("score_weight: 5", "score_weight: 11")).findings
    assert (found.code, found.pointer, str(found.place)) == (
        "SY199",
        "/workflow/0/questions/0/score_weight",
        "postings/a.yaml:25:23",
    )


@pytest.mark.parametrize("blank", ["\\u0085", "\\uFEFF", "\\u3000", " \\t"])
def test_a_text_of_odd_spaces_is_blank_to_the_schema(blank: str) -> None:
    (found,) = document_of(BASE.replace("text: Why?", f'text: "{blank}"')).findings
    assert (found.code, found.pointer) == ("SY106", "/workflow/0/questions/0/text")

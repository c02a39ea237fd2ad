"""Plan files that somebody edited: what they tell is not believed, and what they permit is not obeyed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.plan.planfile import seal
from tests.cli.conftest import Repo, Served

Edit = Callable[[dict[str, Any]], None]

EDITS: dict[str, Edit] = {
    "fields": lambda data: data["changes"][0]["fields"][0].update(after="Support Agent"),
    "reasons": lambda data: data["changes"][0].update(reasons=["a typo is corrected"]),
    "notes": lambda data: data["notes"].append("Approved\n::error::by legal."),
    "no notes": lambda data: data.update(notes=[]),
    "without notes": lambda data: data.pop("notes"),
    "archived": lambda data: data["changes"][0]["live"].update(archived=True),
    "notices": lambda data: data["changes"][0].update(notices=[{"notice": "ai", "given_in": "the form", "url": None}]),
    "a key": lambda data: data.update(approved_by="legal"),
    "class": lambda data: data["changes"][0].update({"class": "cosmetic"}),
    "summary": lambda data: data["summary"].update(replace=0),
    "findings": lambda data: data["findings"].append(
        {"code": "PL505", "name": "n", "severity": "warning", "message": "m", "help": "h", "address": None}
    ),
}


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def planned(repo: Repo, served: Served) -> Path:
    """A saved plan that replaces a posting."""
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("title: Support Agent", "title: Support Adviser")
    path = repo.root / "plan.json"
    assert repo.cli("plan", "--out", str(path)).code == 0
    served.forget_requests()
    return path


def edit(path: Path, how: Edit, *, anew: bool = True) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    how(data)
    path.write_text(json.dumps(seal(data) if anew else data), encoding="utf-8")


def sent(served: Served) -> list[Any]:
    return [each for each in served.requests() if each["method"] != "GET"]


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_file_is_neither_shown_nor_applied(repo: Repo, served: Served, planned: Path, name: str) -> None:
    edit(planned, EDITS[name], anew=False)
    for args in (("show", str(planned)), ("show", str(planned), "--json"), ("apply", str(planned))):
        refused = repo.cli(*args)
        assert (refused.code, refused.out) == (1, ""), refused.text
        assert "document_digest doesn't fit" in refused.err and "plan --out" in refused.err
    assert sent(served) == []


@pytest.mark.parametrize("name", EDITS)
def test_nor_is_one_with_a_digest_written_anew(repo: Repo, served: Served, planned: Path, name: str) -> None:
    edit(planned, EDITS[name])
    refused = repo.cli("apply", str(planned))
    assert refused.code in (1, 4), refused.text
    assert name == "summary" or "says what this plan does not" in refused.err
    assert not any(line.lstrip().startswith("::") for line in refused.text.splitlines())
    assert sent(served) == []
    shown = repo.cli("show", str(planned))
    if name in ("notes", "findings", "archived"):  # what HeyMilo showed isn't known here
        assert (shown.code, "is only what the file says" in words(shown.out)) == (0, True), shown.text
    else:
        assert shown.code == 1 and ("TELLS OTHERWISE" in shown.out or "was edited" in shown.err)


def test_a_file_that_was_not_edited_is_recomputed_and_applied(repo: Repo, served: Served, planned: Path) -> None:
    for args in ((), ("--format", "markdown")):
        shown = repo.cli("show", str(planned), *args)
        assert shown.code == 0
        said = words(shown.out.replace("> ", "")).replace("\\", "")
        assert "Recomputed from the manifests and the state here, without asking HeyMilo: what is done to 1" in said
    assert "Recomputed" in repo.cli("show", str(planned), "--json").err
    assert repo.cli("apply", str(planned)).code == 0
    later = repo.cli("show", str(planned))
    assert (later.code, "Nothing of this was recomputed: the state was written since" in words(later.out)) == (0, True)


def test_what_is_shown_outside_a_repo_is_only_read(
    repo: Repo, planned: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shown = repo._cli("-C", str(elsewhere), "show", str(planned))
    assert (shown.code, "All of it is only what the file says." in words(shown.out)) == (0, True)


def test_a_manifest_that_moved_is_not_what_the_file_tells(repo: Repo, planned: Path) -> None:
    repo.edit("title: Support Adviser", "title: Support Wizard")
    shown = repo.cli("show", str(planned))
    assert (shown.code, "support: its title, digest after, fields" in words(shown.out)) == (1, True), shown.text


def test_what_heymilo_yaml_states_of_notices_is_part_of_a_plan(repo: Repo, served: Served) -> None:
    config = repo.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}notices: {{ai: {{given_in: application-form}}}}\n", encoding="utf-8")
    stated = {"notice": "ai", "given_in": "application-form", "url": None}
    path = repo.root / "plan.json"
    planned = repo.cli("plan", "--out", str(path))
    assert "Notice of AI: given elsewhere (application-form)" in words(planned.out), planned.text
    assert planned.code == 0, planned.text
    assert json.loads(path.read_text(encoding="utf-8"))["changes"][0]["notices"] == [stated]
    config.write_text(text, encoding="utf-8")
    refused = repo.cli("apply", str(path), "--auto-approve")
    assert refused.code == 4 and "support: its notices" in words(refused.err)


@pytest.mark.parametrize("refresh", ["none", "list", "full"])
def test_what_heymilo_showed_is_no_false_alarm(repo: Repo, served: Served, planned: Path, refresh: str) -> None:
    assert repo.cli("plan", "--refresh", refresh, "--out", str(planned)).code == 0
    assert repo.cli("show", str(planned)).code == 0
    served.create("support")  # a namesake, which is a finding of its own where HeyMilo is asked
    done = repo.cli("apply", str(planned))
    assert done.code == 0, done.text
    assert refresh == "none" or "Not compared with the plan file: the" in done.err


def test_a_file_gives_no_permission(repo: Repo, served: Served) -> None:
    for number in range(4):
        repo.write(f"posting-{number}")
    assert repo.cli("apply", "--auto-approve").code == 0
    for number in range(4):
        repo.edit("title: Support Agent", "title: Support Adviser", f"posting-{number}")
    path = repo.root / "plan.json"
    allowed = repo.cli("plan", "--allow-large-change", "--out", str(path))
    assert allowed.code == 0 and f"apply {path} --allow-large-change" in allowed.err
    assert "Its apply needs --allow-large-change: 4 of 5 managed postings" in words(allowed.out)
    assert json.loads(path.read_text(encoding="utf-8"))["permissions"] == ["--allow-large-change"]
    served.forget_requests()
    for anew in (False, True):
        edit(path, lambda data: data["options"].update(allow_large_change=True), anew=anew)
        refused = repo.cli("apply", str(path))
        assert (refused.code, "PL102" in refused.text) == (1, True), refused.text
    edit(path, lambda data: (data["notes"].clear(), data["permissions"].clear()))
    assert repo.cli("apply", str(path), "--allow-large-change").code == 4
    assert sent(served) == []
    assert repo.cli("plan", "--allow-large-change", "--out", str(path)).code == 0
    assert repo.cli("apply", str(path), "--allow-large-change").code == 0


def test_making_anew_is_allowed_by_the_command_line_alone(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    path = repo.root / "plan.json"
    planned = repo.cli("plan", "--recreate", "support", "--out", str(path))
    assert f"apply {path} --recreate support" in planned.err and "Its apply needs --recreate support" in planned.out
    served.forget_requests()
    refused = repo.cli("apply", str(path))
    assert (refused.code, "add --recreate support" in refused.err) == (1, True), refused.text
    assert repo.cli("apply", str(path), "--recreate", "support", "--recreate", "other").code == 64
    assert repo.cli("apply", str(path), "--target", "support").code == 64
    assert sent(served) == []
    assert repo.cli("apply", str(path), "--recreate", "support").code == 0
    assert len(served.postings(archived=False)) == 1


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', "[1e999]", '{"format_version": "1.0", "x": NaN}', "[" * 100_000])
def test_what_is_no_plan_at_all(repo: Repo, served: Served, text: str) -> None:
    path = repo.root / "plan.json"
    path.write_text(text, encoding="utf-8")
    for args in (("show", str(path)), ("apply", str(path))):
        refused = repo.cli(*args)
        assert refused.code == 1 and "plan --out" in refused.err, refused.text

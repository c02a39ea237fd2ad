"""The commands that look, and the small ones that write."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from heymilo_ops.cli.main import COMMANDS
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.lease import this_holder
from heymilo_ops.statefile.store import StateStore
from tests.cli.conftest import Ran, Repo, Served


def test_help_names_every_command_and_each_has_its_own(cli: Callable[..., Ran]) -> None:
    page = cli("--help")
    assert page.code == 0
    for name, line in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", page.out, re.M)
        own = cli(name, "--help")
        assert own.code == 0
        assert "-w, --workspace" in own.out
    assert cli().out == page.out


def test_version(cli: Callable[..., Ran]) -> None:
    from heymilo_ops.version import __version__

    assert cli("--version").out == f"heymilo-ops {__version__}\n"


def test_common_options_before_and_after_the_command(repo: Repo, served: Served, cli: Callable[..., Ran]) -> None:
    root = str(repo.root)
    assert cli("-C", root, "-w", "production", "plan", "--refresh", "none").code == 0
    assert cli("plan", "--refresh", "none", "-C", root, "-w", "production").code == 0
    assert cli("-w", "nowhere", "plan", "--refresh", "none", "-C", root, "-w", "production").code == 0
    assert cli("plan", "-C", root, "-w", "nowhere").code == 64


def test_history(repo: Repo, served: Served) -> None:
    assert repo.cli("history").code == 1
    repo.cli("apply", "--auto-approve")
    repo.edit("2035-01-31", "2035-02-28")
    repo.cli("apply", "--auto-approve")
    shown = repo.cli("history", "support")
    assert [line.split()[0] for line in shown.out.splitlines()] == ["REV", "2", "1"]
    assert "current" in shown.out.splitlines()[1]
    data = repo.cli("history", "--json").json
    assert [each["action"] for each in data["postings"]["support"]["revisions"]] == ["create", "update"]
    first, second = data["postings"]["support"]["revisions"]
    assert first["posting_id"] == second["posting_id"]
    assert repo.cli("history", "--at", "2020-01-01").out == "Nothing was applied yet.\n"
    assert repo.cli("history", "--at", "2999-01-01", "support").out.startswith(shown.out)
    assert repo.cli("history", "--at", "yesterday").code == 64
    day = second["applied_at"][:10]
    assert repo.cli("history", "--at", day, "support").out.startswith(shown.out)
    assert repo.cli("history", "--at", f"{day}T00:00", "support").out.startswith("Nothing was applied yet.\n")
    near = repo.cli("history", "suport")
    assert near.code == 64
    assert "support" in near.err


def test_list(repo: Repo, served: Served) -> None:
    repo.write("other")
    before = {each["name"]: each["status"] for each in repo.cli("list", "--json").json["postings"]}
    assert before == {"other": "not applied", "support": "not applied"}
    repo.cli("apply", "--auto-approve", "--target", "support")
    (repo.root / "postings/other.yaml").write_text("name: other\n", encoding="utf-8")
    rows = {each["name"]: each for each in repo.cli("list", "--json").json["postings"]}
    assert rows["other"]["status"] == "has errors"
    assert rows["support"]["candidate_url"] == repo.posting()["candidate_url"]
    assert rows["support"]["deadline"] == "2035-01-31T18:00:00Z"
    assert repo.posting()["candidate_url"] in repo.cli("list").out


def test_show_a_posting_and_a_plan(repo: Repo, served: Served) -> None:
    assert "Tell me about a time" in repo.cli("show", "support").out
    plan = str(repo.root / "plan.json")
    text = repo.cli("plan", "--out", plan).out
    assert repo.cli("show", plan).code == 0
    assert "Plan: 1 to create" in repo.cli("show", plan).out
    assert repo.cli("show", plan, "--json").json == json.loads(Path(plan).read_text(encoding="utf-8"))
    assert "Support Agent" in repo.cli("show", plan, "--format", "markdown").out
    assert "Plan: 1 to create" in text
    repo.cli("apply", "--auto-approve")
    shown = repo.cli("show", "support")
    assert repo.posting()["posting_id"] in shown.out
    assert repo.cli("show", "support", "--json").json["design"]["title"] == "Support Agent"
    assert repo.cli("show", "suport").code == 64
    (repo.root / "no-plan.json").write_text("{}", encoding="utf-8")
    assert repo.cli("show", str(repo.root / "no-plan.json")).code == 1


def test_diff(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    assert "No difference." in repo.cli("diff", "support").out
    repo.edit("Support Agent", "Support Guide")
    (change,) = repo.cli("diff", "support", "--json").json["fields"]
    assert (change["path"], change["before"], change["after"]) == ("/title", "Support Agent", "Support Guide")
    repo.cli("apply", "--auto-approve")
    repo.edit("Support Guide", "Support Pilot")
    assert repo.cli("diff", "support", "1", "2", "--json").json["fields"][0]["after"] == "Support Guide"
    assert repo.cli("diff", "support", "1", "--json").json["fields"][0]["after"] == "Support Pilot"
    assert repo.cli("diff", "support", "1", "9").code == 64


def test_state(repo: Repo, served: Served) -> None:
    assert repo.cli("state", "list").code == 1
    repo.cli("apply", "--auto-approve")
    assert "support" in repo.cli("state", "list").out
    assert repo.posting()["digest"] in repo.cli("state", "show", "support").out
    assert repo.cli("state", "pull").json == repo.state()
    assert repo.state()["workspace"]["remote_name"]


def test_render(repo: Repo) -> None:
    repo.edit("      - key: angry\n", "      - key: angry\n        modality: voice\n")
    request = repo.cli("render", "support", "--json").json
    questions = request["workflow"][0]["questions"]
    assert [each["modality"] for each in questions] == ["voice"] * 3  # the usual one is filled in
    assert not any("key" in each for each in questions)
    assert "ops" not in request
    assert "heymilo-ops" not in str(request)
    from heymilo_ops.manifest.yaml_file import read_text

    assert read_text(repo.cli("render", "support").out, "").data == request
    origins = repo.cli("render", "support", "--origins").out.splitlines()
    assert 'postings/support.yaml:4:8\t/title\t"Support Agent"' in origins
    assert repo.cli("render", "suport").code == 64
    repo.edit("Support Agent", "x")
    assert repo.cli("render", "support").code == 1


def test_fmt(repo: Repo) -> None:
    tidy = repo.read()
    assert repo.cli("fmt", "--check").code == 0
    body = tidy.splitlines(keepends=True)
    messy = "".join([*body[:4], body[5], body[4], *body[6:]])  # job_overview before description
    (repo.root / "postings/support.yaml").write_text(messy, encoding="utf-8")
    assert repo.cli("fmt", "--check").code == 1
    diff = repo.cli("fmt", "--diff")
    assert diff.code == 1
    assert "+description: Help" in diff.out
    assert repo.read() == messy
    digest = repo.cli("render", "support", "--json").json
    assert repo.cli("fmt").code == 0
    assert repo.read() == tidy
    assert repo.cli("render", "support", "--json").json == digest
    (repo.root / "postings/broken.yaml").write_text("a: [", encoding="utf-8")
    assert "broken.yaml: left alone" in repo.cli("fmt").err


def test_schema(repo: Repo) -> None:
    assert repo.cli("schema", "--check").code == 1
    assert repo.cli("schema").code == 0
    assert repo.cli("schema", "--check").code == 0
    path = repo.root / "schemas/posting.schema.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Job title", "Title"), encoding="utf-8")
    stale = repo.cli("schema", "--check")
    assert stale.code == 1
    assert "posting.schema.json is stale" in stale.err


def test_targets(repo: Repo, served: Served) -> None:
    repo.write("other")
    assert repo.cli("apply", "--auto-approve", "--target", "other").code == 0
    assert [each["name"] for each in served.postings()] == ["other"]
    assert repo.cli("plan", "--target", "othr").code == 1


def test_apply_as_json(repo: Repo, served: Served) -> None:
    done = repo.cli("apply", "--auto-approve", "--json")
    assert done.err == ""
    (outcome,) = done.json["outcomes"]
    assert (outcome["address"], outcome["result"], outcome["revision"]) == ("support", "done", 1)
    assert repo.cli("apply", "--auto-approve", "--json").json["outcomes"] == []


def test_a_plan_as_json_has_the_documented_keys(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("score_weight: 4", "score_weight: 5")
    plan = repo.cli("plan", "--json").json
    named = "format_version tool_version workspace state summary changes notes digest"
    assert set(plan) >= set(named.split())
    assert set(plan["state"]) == {"lineage", "serial"}
    assert set(plan["summary"]) == {"create", "update", "replace", "archive", "adopt", "hold", "unchanged"}
    (change,) = plan["changes"]
    assert change["class"] == "scoring"
    assert change["revision"] == {"from": 1, "to": 2}
    assert set(change["live"]) == {"posting_id", "updated_at", "archived"}
    (field,) = change["fields"]
    assert {key: field[key] for key in ("path", "kind", "before", "after", "class")} == {
        "path": "/workflow/0/questions/0/score_weight",
        "kind": "changed",
        "before": 4,
        "after": 5,
        "class": "scoring",
    }


def test_what_heymilo_rejects_is_shown_with_its_place(repo: Repo, served: Served) -> None:
    served.create("support")
    served.fault("refuse_taken_name", status=422)
    refused = repo.cli("apply", "--auto-approve", "--allow-namesake", "support")
    assert refused.code == 1
    assert "postings/support.yaml:3:7:" in refused.out, refused.out


def test_a_setting_that_cannot_be_taken_back_is_a_finding(repo: Repo, served: Served) -> None:
    repo.cli("apply", "--auto-approve")
    repo.edit("redirect_url: https://careers.tidewater-mutual.coop/thanks\n", "")
    refused = repo.cli("apply", "--auto-approve")
    assert refused.code == 1
    assert "PL201" in refused.out
    assert len(served.postings()) == 1
    assert repo.cli("apply", "--auto-approve", "--recreate", "support").code == 0
    (live,) = served.postings(archived=False)
    assert live["redirect_url"] is None


def test_metadata_is_merged_and_marks_stay(repo: Repo, served: Served) -> None:
    repo.edit("workflow:\n", "metadata: {requisition: REQ-1, team: support}\nworkflow:\n")
    repo.cli("apply", "--auto-approve")
    (live,) = served.postings()
    served.edit(live["id"], metadata={**live["metadata"], "ats": "A-7"})
    repo.edit("{requisition: REQ-1, team: support}", "{requisition: REQ-2}")
    assert repo.cli("apply", "--auto-approve").code == 0
    (live,) = served.postings()
    own = {key: value for key, value in live["metadata"].items() if not key.startswith("heymilo-ops")}
    assert own == {"requisition": "REQ-2", "ats": "A-7"}
    assert live["metadata"]["heymilo-ops"] == "acme-talent/production/support@2"


def test_the_embedded_sandbox_needs_no_key(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEYMILO_API_KEY")
    assert repo.cli("-w", "sandbox", "apply", "--auto-approve").code == 0
    assert repo.cli("-w", "sandbox", "plan", "--detailed-exitcode").code == 0
    assert repo.cli("-w", "sandbox", "sandbox", "reset").code == 0
    assert repo.cli("-w", "sandbox", "plan", "--detailed-exitcode").code == 2
    assert repo.cli("-w", "production", "sandbox", "reset").code == 64


def test_a_sandbox_in_use_is_not_emptied(repo: Repo) -> None:
    assert repo.cli("-w", "sandbox", "apply", "--auto-approve").code == 0
    store = StateStore(FolderBackend(repo.root / ".heymilo/state/sandbox"), "here")
    with store.hold(this_holder("somebody", "apply", datetime.now(UTC))):
        refused = repo.cli("sandbox", "reset")
    assert refused.code == 4
    assert "somebody (apply)" in refused.err
    assert repo.cli("-w", "sandbox", "plan", "--detailed-exitcode").code == 0


def test_a_reset_that_is_not_allowed_ends_in_words(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    assert repo.cli("-w", "sandbox", "apply", "--auto-approve").code == 0

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("shutil.rmtree", refuse)
    refused = repo.cli("sandbox", "reset")
    assert refused.code == 1
    assert "Can't remove" in refused.err
    assert "permission denied" in refused.err


def test_a_sandbox_without_its_folder_ends_in_words(repo: Repo) -> None:
    folder = repo.root / ".heymilo"
    folder.mkdir()
    (folder / "sandbox").write_text("in the way", encoding="utf-8")
    refused = repo.cli("-w", "sandbox", "plan")
    assert refused.code == 5
    assert "can't be made" in refused.err


def test_doctor(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    sick = repo.cli("doctor")
    assert sick.code == 1
    assert "heymilo-ops schema" in sick.out
    repo.cli("schema")
    well = repo.cli("doctor")
    assert well.code == 0
    others = [line for line in well.out.splitlines() if not line.startswith("ok  ")]
    assert [line[:14].strip() for line in others] == ["warn  law data", "Upgrade"]
    assert "postings: 1 manifest, 0 errors" in well.out
    monkeypatch.delenv("HEYMILO_API_KEY")
    assert repo.cli("doctor").code == 5


def test_heymilo_yaml_with_mistakes(repo: Repo) -> None:
    path = repo.root / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("base_url:", "base_ulr:"), encoding="utf-8")
    refused = repo.cli("lint")
    assert refused.code == 1
    assert "heymilo.yaml:6:5" in refused.err
    assert "did you mean 'base_url'?" in refused.err
    text = "version: 1\nproject: x\ndefault_workspace: y\nworkspaces: {z: {sandbox: true}}\n"
    path.write_text(text, encoding="utf-8")
    assert "'y'" in repo.cli("lint").err
    path.write_text("version: [", encoding="utf-8")
    assert repo.cli("lint").code == 1


def test_nothing_in_a_posting_can_move_the_cursor(repo: Repo, served: Served) -> None:
    (repo.root / "postings/evil.yaml").write_text(
        repo.read().replace("name: support", "name: evil").replace("Support Agent", '"Agent \\e[2J\\u202e [red]x"'),
        encoding="utf-8",
    )
    for line in ("plan", "show evil", "apply --auto-approve", "list", "plan --format markdown"):
        shown = repo.cli(*line.split()).text
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_verbose_tells_each_request(repo: Repo, served: Served) -> None:
    assert "GET" not in repo.cli("plan").text
    told = repo.cli("plan", "-v").err
    assert re.search(r"^GET /api/v2/postings: 200, \d+ ms$", told, re.M)
    assert re.search(r"^POST /api/v2/postings: 201, \d+ ms$", repo.cli("apply", "-v", "--auto-approve").err, re.M)

"""Two workspaces: what each runs, whether it is the same design, and bringing it from one to the other."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.sandbox.server import Server
from tests.cli.conftest import KEY, Ran, Repo, Served
from tests.installed import installed_from
from tests.old_release import old_release

CONFIG = """\
version: 1
project: acme-talent
workspaces:
  staging:
    base_url: STAGING
    requests_per_minute: 6000
    settle_seconds: 0
    vars: {thanks: "https://staging.tidewater-mutual.coop/thanks"}
  production:
    base_url: PRODUCTION
    requests_per_minute: 6000
    settle_seconds: 0
    vars: {thanks: "https://careers.tidewater-mutual.coop/thanks"}
  sandbox:
    sandbox: true
"""
URL = "redirect_url: https://careers.tidewater-mutual.coop/thanks"
VAR = "redirect_url: {var: thanks}"
BOTH = ("--from", "staging", "--to", "production")
GO = (*BOTH, "--auto-approve")


class Two(Repo):
    """A repo with two workspaces, each at a HeyMilo of its own."""

    def apply(self, workspace: str) -> None:
        ran = self.cli("-w", workspace, "apply", "--auto-approve")
        assert ran.code == 0, ran.text

    def config(self, old: str, new: str) -> None:
        path = self.root / "heymilo.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def of(self, workspace: str, name: str = "support") -> Any:
        path = self.root / ".heymilo" / "state" / workspace / "state.json"
        return json.loads(path.read_text(encoding="utf-8"))["postings"].get(name)

    def line(self) -> str:
        return self.cli("history", "--workspaces", "support").out.splitlines()[0]


@pytest.fixture(scope="module")
def staging_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with Server(str(tmp_path_factory.mktemp("staging") / "s.db"), workspace_name="Acme staging") as server:
        yield server.url


@pytest.fixture
def staging(staging_url: str) -> Iterator[Served]:
    heymilo = Served(staging_url)
    for posting in heymilo.postings():
        heymilo.remove(posting["id"])
    heymilo.heal()
    heymilo.forget_requests()
    yield heymilo
    heymilo.close()


@pytest.fixture
def two(
    tmp_path: Path,
    serving: str,
    cli: Callable[..., Ran],
    staging: Served,
    served: Served,
    monkeypatch: pytest.MonkeyPatch,
) -> Two:
    monkeypatch.setenv("HEYMILO_API_KEY", KEY)
    monkeypatch.delenv("CI", raising=False)
    text = CONFIG.replace("STAGING", staging.url).replace("PRODUCTION", serving)
    (tmp_path / "heymilo.yaml").write_text(text, encoding="utf-8")
    repo = Two(tmp_path, cli)
    repo.write()
    repo.edit(URL, VAR)
    return repo


# side by side


def test_nothing_was_applied_anywhere(two: Two) -> None:
    assert two.cli("history", "--workspaces").out == "Nothing was applied yet.\n"
    assert two.cli("history", "--workspaces", "support").code == 64


def test_the_ids_do_not_count(two: Two) -> None:
    two.apply("staging")
    two.apply("production")
    said = two.cli("history", "--workspaces")
    assert said.code == 0, said.text
    lines = said.out.splitlines()
    assert lines[0] == "support: staging r1 = production r1: the same design"
    assert [line.split()[0] for line in lines[1:]] == ["WORKSPACE", "staging", "production", "sandbox"]
    assert lines[2].split()[2] == lines[3].split()[2], "the same digest"
    assert lines[4].endswith("no state: nothing was applied")
    data = two.cli("history", "--workspaces", "--json").json
    assert data["without_state"] == ["sandbox"]
    shown = data["postings"]["support"]
    assert (shown["relation"], shown["workspaces"]["sandbox"]) == ("same", None)
    one, other = shown["workspaces"]["staging"], shown["workspaces"]["production"]
    assert one["digest"] != other["digest"] and one["portable_digest"] == other["portable_digest"]
    assert one["portable_digest"] == two.of("staging")["revisions"][0]["portable"]


def test_another_design_says_how_to_see_it(two: Two) -> None:
    two.apply("staging")
    assert two.line() == "support", "one alone is compared with nothing"
    two.apply("production")
    two.edit("title: Support Agent", "title: Support Adviser")
    two.apply("staging")
    said = two.cli("history", "--workspaces")
    assert said.out.startswith("support: staging r2 ≠ production r1: different designs\n")
    assert said.out.endswith("  See: heymilo-ops diff support --between staging production\n")
    assert two.cli("history", "--workspaces", "--json").json["postings"]["support"]["relation"] == "other"


def test_the_same_design_with_other_settings(two: Two) -> None:
    two.apply("staging")
    two.edit("2035-01-31", "2035-02-28")
    two.apply("production")
    assert two.line() == "support: staging r1 ≈ production r1: the same design, other settings"


def test_what_is_archived_or_elsewhere_is_said(two: Two) -> None:
    two.apply("staging")
    two.write("other")
    two.apply("production")
    (two.root / "postings/support.yaml").unlink()
    two.apply("staging")
    out = two.cli("history", "--workspaces").out
    assert "archived after r1" in out
    assert "not applied" not in out.split("support")[1], "production runs it"
    data = two.cli("history", "--workspaces", "--json").json["postings"]
    assert data["support"]["workspaces"]["staging"]["status"] == "archived"
    assert data["support"]["relation"] is None
    refused = two.cli("diff", "support", "--between", "staging", "production")
    assert (refused.code, "support is archived in 'staging'" in refused.err) == (1, True)


def test_variables_that_came_later_are_seen(two: Two) -> None:
    """Nothing is sent when a value becomes a variable; what runs is what the file says all the same."""
    two.edit(VAR, "redirect_url: https://staging.tidewater-mutual.coop/thanks")
    two.apply("staging")
    two.edit("redirect_url: https://staging.tidewater-mutual.coop/thanks", VAR)
    assert "No changes" in two.cli("-w", "staging", "plan").out
    assert two.cli("promote", "support", *GO).code == 0
    assert two.of("production")["revisions"][0]["portable"] is not None
    assert two.line() == "support: staging r1 = production r1: the same design"


def test_history_of_then_and_workspaces_of_now(two: Two) -> None:
    assert two.cli("history", "--workspaces", "--at", "2027-01-01").code == 64


def test_a_near_name_is_offered(two: Two) -> None:
    two.apply("staging")
    refused = two.cli("history", "--workspaces", "suport")
    assert (refused.code, "Near: support." in refused.err) == (64, True)


# diff --between


def test_the_difference_between_workspaces(two: Two) -> None:
    two.apply("staging")
    same = two.cli("diff", "support", "--between", "staging", "production")
    assert (same.code, "support was never applied to 'production'" in same.err) == (1, True)
    two.apply("production")
    same = two.cli("diff", "support", "--between", "staging", "production")
    assert (same.code, same.out) == (0, "support: staging r1 = production r1: the same design\n")
    assert two.cli("diff", "support", "--between", "staging", "production", "--json").json["fields"] == []
    two.edit(VAR, "redirect_url: https://tidewater-mutual.coop/other")
    two.edit("title: Support Agent", "title: Support Adviser")
    two.apply("staging")
    shown = two.cli("diff", "support", "--between", "production", "staging")
    assert shown.code == 0, shown.text
    assert "{var: thanks}" in shown.out
    assert "careers.tidewater-mutual.coop" not in shown.out, "what it stands for is not shown"
    data = two.cli("diff", "support", "--between", "production", "staging", "--json").json
    assert data["relation"] == "other"
    assert {each["path"] for each in data["fields"]} == {"/title", "/redirect_url"}
    assert {"var": "thanks"} in [each["before"] for each in data["fields"]]


@pytest.mark.parametrize("args", [("1", "--between", "staging", "production"), ("--between", "staging", "elsewhere")])
def test_a_comparison_that_is_none(two: Two, args: tuple[str, ...]) -> None:
    assert two.cli("diff", "support", *args).code == 64


# promote


def test_a_promotion_changes_nothing_but_ids(two: Two, staging: Served, served: Served) -> None:
    two.apply("staging")
    ran = two.cli("promote", "support", *GO)
    assert ran.code == 0, ran.text
    (one,), (other,) = staging.postings(), served.postings()
    assert one["redirect_url"] == "https://staging.tidewater-mutual.coop/thanks"
    assert other["redirect_url"] == "https://careers.tidewater-mutual.coop/thanks"
    differing = {key for key in one if one[key] != other[key]}
    assert differing <= {"id", "redirect_url", "metadata", "urls", "created_at", "updated_at", "user_metadata"}
    assert two.line() == "support: staging r1 = production r1: the same design"
    assert two.of("production")["revisions"][0]["action"] == "create"
    assert "No changes" in two.cli("-w", "production", "plan").out
    again = two.cli("promote", "support", *GO)
    assert (again.code, "No changes" in again.out) == (0, True)


def _snapshot(two: Two, digest: str) -> Path:
    return two.root / ".heymilo/state/staging/snapshots" / f"{digest.replace(':', '-')}.json"


def test_an_edited_portable_form_is_not_promoted(two: Two, served: Served) -> None:
    two.apply("staging")
    two.edit("title: Support Agent", "title: Support Adviser")  # so that the snapshot counts, not the file
    path = _snapshot(two, two.of("staging")["revisions"][0]["portable"])
    kept = path.read_text(encoding="utf-8")
    snapshot = json.loads(kept)
    snapshot["resolved"]["workflow"][0]["questions"][2]["text"] = "Are you pregnant?"
    path.write_text(json.dumps(snapshot), encoding="utf-8")
    for args in (("promote", "support", *GO), ("diff", "support", "--between", "staging", "production")):
        stopped = two.cli(*args)
        assert (stopped.code, f"{path.name} was edited" in stopped.err) == (1, True), stopped.text
    snapshot = json.loads(kept)
    snapshot["resolved"]["ops"] = {"protect": False, "on_remove": "forget"}  # no digest covers them
    path.write_text(json.dumps(snapshot), encoding="utf-8")
    (two.root / "postings/support.yaml").unlink()
    assert two.cli("promote", "support", *GO).code == 0
    assert two.of("production")["ops"]["on_remove"] == "archive"
    assert [each["title"] for each in served.postings()] == ["Support Agent"]


def test_a_portable_form_that_never_came_to_what_was_sent_is_not_promoted(two: Two, served: Served) -> None:
    from heymilo_ops.model.desired import desire

    two.apply("staging")
    two.edit("title: Support Agent", "title: Support Adviser")
    digest = two.of("staging")["revisions"][0]["portable"]
    snapshot = json.loads(_snapshot(two, digest).read_text(encoding="utf-8"))
    snapshot["resolved"]["title"] = snapshot["request"]["title"] = "Somebody else"
    snapshot["digest"] = desire(
        {**snapshot["resolved"], "redirect_url": "https://a.example"}, "a", template=snapshot["resolved"]
    ).portable_digest
    _snapshot(two, snapshot["digest"]).write_text(json.dumps(snapshot), encoding="utf-8")
    state = two.root / ".heymilo/state/staging/state.json"
    state.write_text(state.read_text(encoding="utf-8").replace(digest, snapshot["digest"]), encoding="utf-8")
    stopped = two.cli("promote", "support", *GO)
    assert (stopped.code, "doesn't come to what was sent" in " ".join(stopped.err.split())) == (1, True), stopped.text
    two.edit("title: Support Adviser", "title: Support Wizard")
    two.apply("staging")
    for more in ((), ("--settings",)):
        stopped = two.cli("-w", "staging", "rollback", "support", "--auto-approve", *more)
        assert (stopped.code, "doesn't come to" in " ".join(stopped.err.split())) == (1, True), stopped.text
    assert served.postings() == []


def test_it_is_the_revision_that_runs_and_not_the_file(two: Two, served: Served) -> None:
    two.apply("staging")
    two.apply("production")
    two.edit("title: Support Agent", "title: Support Adviser")
    two.apply("staging")
    two.edit("title: Support Adviser", "title: Support Wizard")
    two.write("other")
    ran = two.cli("promote", "support", *GO)
    assert ran.code == 0, ran.text
    assert "postings/support.yaml says something else than what is promoted" in ran.out
    assert [each["title"] for each in served.postings(archived=False)] == ["Support Adviser"]
    assert [each["action"] for each in two.of("production")["revisions"]] == ["create", "replace"]
    assert two.line() == "support: staging r2 = production r2: the same design"


def _git(two: Two, *args: str) -> str:
    me = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    ran = subprocess.run(["git", *me, *args], cwd=two.root, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def test_the_commit_is_that_of_what_is_promoted(two: Two) -> None:
    _git(two, "init", "--quiet")
    _git(two, "add", "postings")
    _git(two, "commit", "--quiet", "-m", "one")
    then = _git(two, "rev-parse", "HEAD")
    two.apply("staging")
    two.edit("title: Support Agent", "title: Support Adviser")
    _git(two, "commit", "--quiet", "-a", "-m", "two")
    assert two.cli("promote", "support", *GO).code == 0
    assert two.of("staging")["revisions"][0]["commit"] == two.of("production")["revisions"][0]["commit"] == then


def test_settings_are_updated_in_place(two: Two, served: Served) -> None:
    two.apply("staging")
    two.apply("production")
    two.edit("2035-01-31", "2035-02-28")
    two.apply("staging")
    assert two.cli("promote", "support", *GO).code == 0
    assert len(served.postings()) == 1
    assert two.of("production")["revisions"][1]["action"] == "update"
    assert two.line() == "support: staging r2 = production r2: the same design"


def test_without_a_file_it_says_what_comes_next(two: Two, served: Served) -> None:
    two.apply("staging")
    (two.root / "postings/support.yaml").unlink()
    ran = two.cli("promote", "support", *GO)
    assert ran.code == 0, ran.text
    assert "There is no manifest of support here" in ran.out
    assert len(served.postings()) == 1
    two.write()
    two.edit("title: Support Agent", "titel: Support Agent")
    assert "has errors, so whether it says the same isn't known" in two.cli("promote", "support", *GO).out


def test_without_variables_it_says_that_every_value_goes_along(two: Two) -> None:
    two.edit(VAR, URL)
    two.apply("staging")
    assert "support has no variables: 'production' gets every value" in two.cli("promote", "support", *GO).out


def test_what_can_not_be_promoted(two: Two, staging: Served, served: Served) -> None:
    def refused(says: str, *args: str, code: int = 1) -> None:
        ran = two.cli("promote", "support", *(args or GO))
        assert (ran.code, says in ran.err) == (code, True), ran.text
        assert served.requests("POST") == []

    refused("name the same workspace", "--from", "staging", "--to", "staging", code=64)
    refused("There is no workspace 'qa'", "--from", "qa", "--to", "staging", code=64)
    refused("Missing option '--to'", "--from", "staging", code=64)
    refused("support was never applied to 'staging'")
    two.apply("staging")
    refused("There is no terminal to ask on", *BOTH)
    two.config('vars: {thanks: "https://careers.tidewater-mutual.coop/thanks"}', "vars: {}")
    refused("uses variables that 'production' doesn't have: thanks")
    two.config("vars: {}", "vars: {thanks: 3}")
    refused("is not valid in 'production': /redirect_url")
    two.config("vars: {thanks: 3}", 'vars: {thanks: "https://careers.tidewater-mutual.coop/thanks"}')
    two.edit("deadline:", "ops: {workspaces: [staging]}\ndeadline:")
    refused("is not for 'production': its ops.workspaces names staging")
    two.edit("ops: {workspaces: [staging]}\n", "ops: {lifecycle: closed}\n")
    refused("ops.lifecycle of support is closed, so nothing is promoted")
    two.edit("ops: {lifecycle: closed}\n", "")
    two.edit("title: Support Agent", "title: Support Adviser")
    for kept in (two.root / ".heymilo/state/staging/snapshots").iterdir():
        kept.unlink()
    refused("its snapshot sha256:")


@pytest.mark.parametrize("where", ["staging", "production"])
def test_a_pending_operation_is_settled_first(two: Two, staging: Served, served: Served, where: str) -> None:
    two.apply("staging")
    heymilo = {"staging": staging, "production": served}[where]
    heymilo.leave_open()
    two.edit("title: Support Agent", "title: Support Adviser")
    assert two.cli("-w", where, "apply", "--auto-approve").code == 3
    heymilo.heal()
    promoted = two.cli("promote", "support", *GO)
    if where == "production":  # what is written to is looked at first
        assert promoted.code == 0, promoted.text
        assert "Settled: the create of support in an earlier run was not carried out" in promoted.err
        assert two.line() == "support: staging r1 = production r1: the same design"
    else:
        assert promoted.code == 1, promoted.text
        assert "support has a pending operation in 'staging'" in promoted.err
        assert "Run `heymilo-ops -w staging apply` again" in " ".join(promoted.err.split())


def test_a_probable_match_where_it_is_promoted_to_is_for_a_person(two: Two, served: Served) -> None:
    two.apply("staging")
    for action in ("strip_marks", "lose_answer_after_commit"):
        served.fault(action, times=1)
    assert two.cli("-w", "production", "apply", "--auto-approve").code == 3
    (live,) = served.postings()
    promoted = two.cli("promote", "support", *GO)
    assert promoted.code == 1, promoted.text
    error = " ".join(promoted.err[promoted.err.index("Error:") :].split())
    resolve = "heymilo-ops -w production state resolve support"
    assert f"{resolve} --adopt {live['id']}" in error and f"{resolve} --retry" in error
    assert "apply` again" not in error


def test_a_guard_holds(two: Two) -> None:
    two.edit("deadline:", "ops: {protect: true}\ndeadline:")
    two.apply("staging")
    two.apply("production")
    two.edit("protect: true", "protect: false")
    two.apply("staging")
    two.edit("title: Support Agent", "title: Support Adviser")
    two.apply("staging")
    refused = two.cli("promote", "support", *GO)
    assert refused.code == 1 and "support is protected" in refused.text


def test_in_ci_the_state_must_outlive_the_job(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.apply("staging")
    monkeypatch.setenv("CI", "true")
    refused = two.cli("promote", "support", *GO)
    assert (refused.code, "--local-state" in refused.err) == (1, True)
    assert two.cli("promote", "support", *GO, "--local-state").code == 0


def test_to_a_sandbox_a_variable_stands_for_itself(two: Two) -> None:
    two.edit(VAR, URL)
    two.edit("title: Support Agent", "title: Support Agent\ninterviewer_name: {var: voice}")
    two.config("vars: {thanks", "vars: {voice: Ann, thanks")
    two.apply("staging")
    ran = two.cli("promote", "support", "--from", "staging", "--to", "sandbox", "--auto-approve")
    assert ran.code == 0, ran.text
    assert two.line() == "support: staging r1 = sandbox r1: the same design"


# promote: the marks of the source's posting


def forge(two: Two, workspace: str, *, number: int | None = None) -> None:
    """Write what a workspace runs anew, under a digest of its own that its state names: whoever can write there can."""
    from heymilo_ops.model.desired import desire

    folder = two.root / ".heymilo/state" / workspace
    current = two.of(workspace)["revisions"][-1]
    kept = folder / "snapshots" / f"{current['digest'].replace(':', '-')}.json"
    snapshot = json.loads(kept.read_text(encoding="utf-8"))
    for form in (snapshot["resolved"], snapshot["request"]):
        form["workflow"][0]["questions"][2]["text"] = "Are you pregnant?"
    made = desire(snapshot["resolved"], snapshot["source"])
    snapshot["digest"] = made.digest
    kept.with_name(f"{made.digest.replace(':', '-')}.json").write_text(json.dumps(snapshot), encoding="utf-8")
    state = json.loads((folder / "state.json").read_text(encoding="utf-8"))
    entry = state["postings"]["support"]
    if number is not None:
        entry["revisions"].append({**current, "number": number})
        entry["revision"] = number
    entry["revisions"][-1].update(digest=made.digest, design_digest=made.design_digest)
    entry["revisions"][-1].pop("portable", None)
    entry["digest"] = made.digest
    (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")


def without_key(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.config("  staging:\n", "  staging:\n    api_key_env: HEYMILO_STAGING_KEY\n")
    monkeypatch.delenv("HEYMILO_STAGING_KEY", raising=False)


@pytest.mark.parametrize(
    ("number", "said"), [(None, "carries the mark of revision 1"), (2, "which has another content by its marks")]
)
@pytest.mark.parametrize("source", ["staging", "sandbox"])
def test_what_the_source_never_ran_is_not_promoted(
    two: Two, served: Served, source: str, number: int | None, said: str
) -> None:
    two.edit(VAR, URL)
    two.apply(source)
    forge(two, source, number=number)
    stopped = two.cli("promote", "support", "--from", source, "--to", "production", "--auto-approve")
    assert (stopped.code, said in " ".join(stopped.err.split())) == (1, True), stopped.text
    allowed = two.cli("promote", "support", "--from", source, *GO[2:], "--allow-unmarked", "support")
    assert allowed.code == 1, "marks that name something else are refused in any case"
    assert served.postings() == []


def test_nor_is_it_where_the_manifest_says_it_but_the_marks_do_not(two: Two, served: Served) -> None:
    two.edit(VAR, URL)
    two.apply("staging")
    forge(two, "staging")
    two.edit("Explain something that you know well, as if I had never heard of it.", "Are you pregnant?")
    assert two.cli("promote", "support", *GO).code == 1
    assert served.postings() == []


UNSHOWN = {
    "no key": "HEYMILO_STAGING_KEY is not set",
    "key refused": "HeyMilo couldn't be asked",
    "gone": "is not there",
    "no marks": "carries no marks",
}


@pytest.mark.parametrize("why", UNSHOWN)
def test_what_only_the_state_says_is_promoted_on_a_word(
    two: Two, staging: Served, served: Served, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    two.edit(VAR, URL)
    if why == "no marks":
        staging.fault("strip_marks", times=1)
    two.apply("staging")
    if why == "gone":
        staging.remove(two.of("staging")["posting_id"])
    elif why != "no marks":
        without_key(two, monkeypatch)
    if why == "key refused":
        monkeypatch.setenv("HEYMILO_STAGING_KEY", "hm-refused-0123456789")
    shown = two.cli("promote", "support", *BOTH)
    assert "There is no terminal to ask on" in shown.err, "the manifest as it stands has it"
    forge(two, "staging")
    stopped = two.cli("promote", "support", *GO)
    error = " ".join(stopped.err.split())
    assert (stopped.code, UNSHOWN[why] in error, "`--allow-unmarked support`" in error) == (1, True, True), stopped.text
    assert ("Set HEYMILO_STAGING_KEY" in error) == (why == "no key")
    assert served.postings() == []
    assert two.cli("promote", "support", *GO, "--allow-unmarked", "support").code == 0


def test_without_a_key_git_history_shows_what_was_applied(
    two: Two, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.apply("staging")
    without_key(two, monkeypatch)
    two.edit("title: Support Agent", "title: Support Adviser")
    assert two.cli("promote", "support", *GO).code == 1
    two.edit("title: Support Adviser", "title: Support Agent")
    _git(two, "init", "--quiet")
    _git(two, "add", "postings", "heymilo.yaml")
    _git(two, "commit", "--quiet", "-m", "one")
    two.edit("title: Support Agent", "title: Support Adviser")
    promoted = two.cli("promote", "support", *GO)
    assert promoted.code == 0, promoted.text
    assert [each["title"] for each in served.postings()] == ["Support Agent"]


def test_a_portable_form_without_what_was_sent_is_not_promoted(two: Two, served: Served) -> None:
    two.apply("staging")
    two.edit("title: Support Agent", "title: Support Adviser")
    sent = two.of("staging")["digest"]
    _snapshot(two, sent).unlink()
    stopped = two.cli("promote", "support", *GO)
    assert (stopped.code, f"its snapshot {sent} is missing" in " ".join(stopped.err.split())) == (1, True), stopped.text
    assert served.postings() == []


# plan --all-workspaces


def test_one_plan_each(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.apply("staging")
    monkeypatch.setenv("CI", "true")
    text = two.cli("plan", "--all-workspaces")
    assert text.code == 0, text.text
    assert text.out.index("Workspace staging") < text.out.index("No changes") < text.out.index("Workspace production")
    assert "Plan: 1 to create" in text.out
    assert "Left out, being a sandbox: sandbox" in text.err
    data = two.cli("plan", "--all-workspaces", "--json").json
    assert [(each["workspace"], each["summary"]["create"]) for each in data["plans"]] == [
        ("staging", 0),
        ("production", 1),
    ]
    assert (data["format_version"], data["failed"]) == ("1.0", [])
    assert two.cli("plan", "--all-workspaces", "--detailed-exitcode").code == 2
    marks = two.cli("plan", "--all-workspaces", "--format", "markdown").out
    assert marks.index("workspace=staging") < marks.index("workspace=production")


def test_a_key_that_is_not_set_is_said(two: Two) -> None:
    two.apply("staging")
    two.config(
        f"    base_url: {_url(two, 'production')}",
        f"    base_url: {_url(two, 'production')}\n    api_key_env: HEYMILO_OTHER",
    )
    said = two.cli("plan", "--all-workspaces")
    assert said.code == 0, said.text
    assert "HEYMILO_OTHER is not set, so HeyMilo was not asked about 'production'." in said.out
    data = two.cli("plan", "--all-workspaces", "--json").json
    assert data["plans"][0]["notes"] == []
    assert data["plans"][1]["notes"][0].startswith("HEYMILO_OTHER is not set")
    quiet = two.cli("plan", "--all-workspaces", "--refresh", "none", "--json").json
    assert not any("is not set" in note for note in quiet["plans"][1]["notes"])


def test_what_stops_one_does_not_stop_the_others(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.config(
        f"    base_url: {_url(two, 'staging')}", f"    base_url: {_url(two, 'staging')}\n    api_key_env: HEYMILO_WRONG"
    )
    monkeypatch.setenv("HEYMILO_WRONG", "no-such-key")
    said = two.cli("plan", "--all-workspaces", "--detailed-exitcode")
    assert said.code == 5, said.text
    assert "staging: " in said.err and "Plan: 1 to create" in said.out
    data = two.cli("plan", "--all-workspaces", "--json").json
    assert [each["workspace"] for each in data["plans"]] == ["production"]
    assert [(each["workspace"], each["exit"]) for each in data["failed"]] == [("staging", 5)]
    marks = two.cli("plan", "--all-workspaces", "--format", "markdown").out
    assert marks.startswith("### Interview changes for staging\n\nThere is none: ")


def test_an_error_in_a_file_counts_most(two: Two) -> None:
    two.edit("title:", "titel:")
    assert two.cli("plan", "--all-workspaces", "--detailed-exitcode").code == 1


def test_a_guard_in_one_outweighs_changes_in_another(two: Two) -> None:
    two.edit("deadline:", "ops: {protect: true}\ndeadline:")
    two.apply("staging")
    two.edit("title: Support Agent", "title: Support Adviser")
    assert two.cli("plan", "--all-workspaces", "--detailed-exitcode").code == 1


def test_one_file_holds_one_plan(two: Two) -> None:
    assert two.cli("plan", "--all-workspaces", "--out", "plan.json").code == 64


def test_sandboxes_alone_are_planned(two: Two) -> None:
    text = "version: 1\nproject: acme-talent\nworkspaces: {one: {sandbox: true}, two: {sandbox: true}}\n"
    (two.root / "heymilo.yaml").write_text(text, encoding="utf-8")
    two.edit(VAR, URL)
    data = two.cli("plan", "--all-workspaces", "--json").json
    assert [each["workspace"] for each in data["plans"]] == ["one", "two"]


# membership


def test_a_posting_is_planned_only_where_it_belongs(two: Two) -> None:
    two.edit("deadline:", "ops: {workspaces: [production]}\ndeadline:")
    data = two.cli("plan", "--all-workspaces", "--json").json
    assert [each["summary"]["create"] for each in data["plans"]] == [0, 1]
    two.edit("[production]", "[producton]")
    said = two.cli("plan", "--all-workspaces")
    assert said.code == 1
    assert "there is no workspace 'producton'" in said.err and "did you mean 'production'?" in said.err


# required_version


def test_an_older_tool_refuses_before_anything_else(
    two: Two, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.config("version: 1", "version: 1\nsomething_new: {a: 1}")
    assert "something_new" in two.cli("lint").err
    two.config("version: 1", 'version: 1\nrequired_version: ">=98.7"')
    for command in (["lint"], ["-w", "production", "plan"], ["doctor"]):
        refused = two.cli(*command)
        assert refused.code == 1, refused.text
        assert "This repo asks for heymilo-ops >=98.7" in refused.text, command
        assert "pipx install" not in refused.text, "nobody owns a name that is not released"
        assert "Install one from where this one came." in refused.text
        assert "something_new" not in refused.text
    installed_from(None, tmp_path_factory.mktemp("site"), monkeypatch)
    assert "pipx install --force 'heymilo-ops>=98.7'" in two.cli("lint").text
    two.config(">=98.7", "~=98.7")
    assert "write >=1.2, ==1.4.0, <2" in two.cli("lint").err
    two.config("something_new: {a: 1}\n", "")
    two.config("~=98.7", ">=0.0,<99")
    assert two.cli("lint").code == 0


def _url(two: Two, workspace: str) -> str:
    text = (two.root / "heymilo.yaml").read_text(encoding="utf-8")
    return text.split(f"  {workspace}:\n    base_url: ")[1].split("\n")[0]


def test_a_workspace_on_the_command_line_beats_the_environment(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYMILO_OPS_WORKSPACE", "production")
    for said in (("-w", "staging", "plan"), ("plan", "-w", "staging")):
        assert two.cli(*said, "--json").json["workspace"] == "staging", said
    assert two.cli("plan", "--json").json["workspace"] == "production"


def test_portable_forms_of_two_releases_compare(two: Two) -> None:
    two.edit("title: Support Agent", "title: Re\u0301ceptionniste")
    with old_release():
        two.apply("staging")
    two.apply("production")
    one, other = (two.of(name)["revisions"][0] for name in ("staging", "production"))
    assert (one["canon"], other["canon"]) == (1, 2) and one["portable"] != other["portable"]
    assert two.line().endswith("the same design")
    two.edit("Re\u0301ceptionniste", "Chef de rang")
    _snapshot(two, one["portable"]).unlink()
    assert two.line().endswith("the same design"), "the recorded digest of one, the form of the other"
    assert two.cli("promote", "support", *BOTH).code == 1

"""What is changed in HeyMilo's own pages: shown, taken into the manifest, put back."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.plan.drift_decision import value_mark
from tests.cli.conftest import Repo, Served

GO = ("apply", "--auto-approve")
SHOW = ("drift", "show", "--detailed-exitcode")
EVERY_STEP = """\
name: all-steps
title: Clerk
deadline: "2035-01-31T18:00:00+01:00"
metadata: {team: blue}
phone_number_id: PN1
workflow:
  - type: resume
    config: {knockout_enabled: true, min_evaluation_score: 0.5}
    questions:
      - {modality: resume_eligibility, text: Has worked as a clerk}
      - modality: resume_scoring
        text: Years of work as a clerk
        evaluation_criteria: Count the years.
        score_of_1: No year of it.
        score_of_5: Five years and more.
        score_weight: 4
  - type: conversational_sms
    config: {max_nudge_amount: 1, blackout_period: {enabled: true, timezone: Europe/Rome, start_hour: 20, end_hour: 8}}
    questions:
      - {text: Do you have a licence?, question_type: YES_NO, expected_answer: "yes", score_weight: 2}
  - type: form
    questions:
      - {text: When can you start?, question_type: date, answer: "2027-01-31", operator: lte}
      - text: Which shift?
        question_type: dropdown
        dropdown_values: [{label: Early, value: early}, {label: Late, value: late}]
        mcq_type: single
  - type: web_interview
    config: {cheat_detection_config: {enabled: true, threshold: 70, types: [unusual_delays, tab_switching]}}
    questions:
      - {text: Why this job?, not_scored: true}
      - modality: voice_tags
        text: Shift
        response_format: text
"""


def _id(served: Served) -> str:
    (live,) = served.postings(archived=False)
    return str(live["id"])


def _say(served: Served, number: int, **changes: Any) -> None:
    posting_id = _id(served)
    question = served.questions(posting_id)[number]
    served.patch(f"/api/v2/postings/{posting_id}/questions/{question['id']}", changes)


def _writes(served: Served) -> list[str]:
    return [each["method"] for each in served.requests() if each["method"] != "GET"]


def test_what_the_server_says_otherwise_is_no_drift_and_no_loop(repo: Repo, served: Served) -> None:
    (repo.root / "postings/all-steps.yaml").write_text(EVERY_STEP, encoding="utf-8")
    body = [{"action": "rewrite"}]
    served._http.post("/_control/faults", json=body).raise_for_status()
    assert repo.cli(*GO).code == 0
    served.forget_requests()
    plan = repo.cli("plan", "--refresh", "full", "--json")
    assert [change for change in plan.json["changes"] if change.get("drift")] == []
    assert plan.json["differing"] == []
    assert (repo.cli(*SHOW).code, repo.cli(*GO).code, _writes(served)) == (0, 0, [])
    repo.edit("redirect_url: https://careers.tidewater-mutual.coop/thanks", "max_retakes: 2")
    repo.edit("max_retakes: 2", "redirect_url: https://careers.tidewater-mutual.coop/bye")
    assert repo.cli(*GO).code == 0
    assert repo.cli(*SHOW).code == 0
    served.forget_requests()
    assert "No changes." in repo.cli(*GO).out
    assert _writes(served) == []


def test_drift_is_shown_by_itself_as_text_json_and_markdown(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    assert repo.cli(*SHOW).code == 0
    served.edit(_id(served), title="Support Hero")
    _say(served, 0, text="Tell me about an angry customer.")
    shown = repo.cli(*SHOW)
    assert shown.code == 2, shown.text
    for said in ("# support", '"Support Agent" → "Support Hero"', "question angry: text", "drift accept support"):
        assert said in shown.out, shown.out
    (posting,) = repo.cli("drift", "show", "support", "--json").json["postings"]
    assert (posting["status"], posting["open"], posting["questions_compared"]) == ("changed", True, True)
    assert {it["path"]: it["baseline"] for it in posting["drift"]} == {
        "/title": "Support Agent",
        "/questions/angry/text": "Tell me about a time when a customer was angry with you.",
    }
    markdown = repo.cli("drift", "show", "--format", "markdown").out
    assert "Changed outside" in markdown
    assert "Support Hero" in markdown
    assert repo.cli("drift", "show", "nobody").code == 64
    repo.edit("workflow:", "ops: {ignore_changes: [/title, /questions/angry]}\nworkflow:")
    ignored = repo.cli(*SHOW)
    assert (ignored.code, "2 changes that ops.ignore_changes ignores" in ignored.out) == (0, True), ignored.out


def test_what_would_be_written_over_is_held_until_it_is_accepted(repo: Repo, served: Served) -> None:
    repo.write("other")
    assert repo.cli(*GO).code == 0
    first = next(live for live in served.postings() if live["name"] == "support")
    served.edit(first["id"], title="Support Hero")
    for name in ("support", "other"):
        repo.edit("careers.tidewater-mutual.coop/thanks", "careers.tidewater-mutual.coop/bye", name)
    plan = repo.cli("plan", "--json").json
    assert {it["address"]: it["action"] for it in plan["changes"]} == {"other": "update", "support": "hold"}
    (held,) = [it for it in plan["changes"] if it["address"] == "support"]
    assert held["drift"] == [
        {
            "path": "/title",
            "kind": "changed",
            "baseline": "Support Agent",
            "live": "Support Hero",
            "desired": "Support Agent",
            "class": "identity",
        }
    ]
    assert repo.cli(*GO).code == 0
    accepted = repo.cli("drift", "accept", "support", "/title")
    assert accepted.code == 0, accepted.text
    assert "title: Support Hero\n" in repo.read()
    assert "# This comment has to survive." in repo.read()
    served.forget_requests()
    assert repo.cli(*GO).code == 0
    assert _writes(served) == ["PATCH"]
    assert repo.posting()["revision"] == 2
    assert repo.cli(*SHOW).code == 0


def test_what_is_accepted_is_recorded_and_nothing_is_sent(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    posting_id = _id(served)
    served.edit(posting_id, title="Support Hero", max_retakes=2)
    _say(served, 1, score_weight=5)
    path = f"/api/v2/postings/{posting_id}/questions"
    new = {"modality": "voice", "text": "Do you like tea?", "not_scored": True}
    served._http.post(path, json=new, headers={"X-API-KEY": "sandbox-key"})
    before = repo.read().splitlines()
    assert repo.cli("drift", "accept", "support").code == 0
    gone = [line for line in before if line not in repo.read().splitlines()]
    assert gone == ["title: Support Agent"]  # weights occur twice, and all else is new
    served.forget_requests()
    applied = repo.cli(*GO)
    assert (applied.code, _writes(served)) == (0, []), applied.text
    assert (repo.posting()["revision"], repo.posting()["posting_id"]) == (2, posting_id)
    assert repo.cli("plan", "--detailed-exitcode", "--refresh", "full").code == 0
    assert repo.cli("drift", "accept", "support").code == 1


def test_a_shared_value_is_overridden_in_the_posting(repo: Repo, served: Served) -> None:
    shared = repo.root / "postings/_shared/texts"
    shared.mkdir(parents=True)
    (shared / "job.md").write_text("You answer about thirty customers a day.\n", encoding="utf-8")
    repo.edit("job_overview: You answer about thirty customers a day.", "job_overview: {file: job.md}")
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), job_overview="You answer forty customers a day.", title="Support Hero")
    accepted = repo.cli("drift", "accept", "support")
    assert accepted.code == 0, accepted.text
    assert "No longer shared" in accepted.out
    assert "job_overview: You answer forty customers a day." in repo.read()
    assert (shared / "job.md").read_text(encoding="utf-8") == "You answer about thirty customers a day.\n"


def test_what_no_manifest_can_say_is_not_accepted(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), name="another")
    refused = repo.cli("drift", "accept", "support")
    assert (refused.code, "no manifest of this posting can say /name" in refused.err) == (1, True), refused.err
    assert repo.cli("drift", "accept", "support", "/title").code == 64
    repo.edit("title: Support Agent", "title: 7")
    assert repo.cli("drift", "accept", "support").code == 1


def test_a_weight_that_no_new_posting_takes_is_accepted_for_the_posting_that_has_it(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    _say(served, 0, score_weight=8)
    accepted = repo.cli("drift", "accept", "support")
    assert (accepted.code, f"ops.adopt: {_id(served)}" in accepted.out) == (0, True), accepted.text
    assert "score_weight: 8" in repo.read()
    assert "adopt" not in repo.cli("lint").out
    served.forget_requests()
    assert (repo.cli(*GO).code, repo.cli(*SHOW).code, _writes(served)) == (0, 0, [])
    _say(served, 0, score_weight=9)
    assert "ops.adopt" not in repo.cli("drift", "accept", "support").out


def test_a_revert_is_made_in_place(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    posting_id = _id(served)
    served.edit(posting_id, title="Support Hero", redirect_url="https://elsewhere.example/x")
    _say(served, 0, text="Tell me about an angry customer.")
    plan = repo.cli("plan", "--revert", "support", "--json").json
    (change,) = plan["changes"]
    assert (change["action"], change["overwrites"][:7]) == ("update", "sha256:")
    reverted = repo.cli(*GO, "--revert", "support")
    assert reverted.code == 0, reverted.text
    assert _id(served) == posting_id
    assert served.postings()[0]["title"] == "Support Agent"
    assert served.questions(posting_id)[0]["text"].startswith("Tell me about a time")
    assert repo.cli(*SHOW).code == 0
    assert "No changes." in repo.cli(*GO).out


def test_a_saved_plan_reverts_what_its_reader_saw(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    posting_id = _id(served)
    served.edit(posting_id, max_retakes=3)
    out = str(repo.root / "plan.json")
    assert repo.cli("plan", "--revert", "support", "--out", out).code == 1  # HeyMilo takes no retakes off again
    served.edit(posting_id, max_retakes=None, redirect_url="https://elsewhere.example/x")
    assert repo.cli("plan", "--revert", "support", "--out", out).code == 0
    served.edit(posting_id, moves=False, redirect_url="https://elsewhere.example/y")
    assert repo.cli("apply", out).code == 4
    assert repo.cli("apply", out, "--revert", "other").code == 64
    served.edit(posting_id, moves=False, redirect_url="https://elsewhere.example/x")
    assert repo.cli("apply", out).code == 0
    assert served.postings()[0]["redirect_url"] == "https://careers.tidewater-mutual.coop/thanks"


def test_a_saved_plan_shows_what_was_changed_outside(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), title="Support Hero")
    repo.edit("careers.tidewater-mutual.coop/thanks", "careers.tidewater-mutual.coop/bye")
    repo.edit("workflow:", "ops: {on_drift: report}\nworkflow:")
    out = repo.root / "plan.json"
    assert repo.cli("plan", "--out", str(out)).code == 0
    shown = repo.cli("show", str(out))
    said = " ".join(shown.text.split())
    assert (shown.code, "what was changed outside is only what the file says" in said) == (0, True), said
    assert '"Support Agent" → "Support Hero"' in shown.out
    served.edit(_id(served), moves=False, title="Support Legend")
    refused = repo.cli("apply", str(out))
    assert (refused.code, "support: its drift" in refused.text) == (4, True), refused.text
    served.edit(_id(served), moves=False, title="Support Hero")
    assert repo.cli("apply", str(out)).code == 0
    assert repo.cli(*SHOW).code == 2  # nobody has accepted it


def test_a_draft_that_waits_is_activated_where_the_manifest_says_so(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), status="draft", ats_metadata={"pending_activation": True})
    assert "ops: {activate: true}" in " ".join(repo.cli("plan").out.split())
    repo.edit("workflow:", "ops: {activate: true}\nworkflow:")
    out = repo.root / "plan.json"
    assert repo.cli("plan", "--out", str(out)).code == 0
    (change,) = repo.cli("plan", "--json").json["changes"]
    assert (change["action"], change["activate"]) == ("update", True)
    assert "is activated and takes candidates" in " ".join(repo.cli("show", str(out)).out.split())


@pytest.mark.parametrize(("how", "said"), [("archive", "it was archived at HeyMilo"), ("remove", "has it no more")])
def test_one_that_ended_outside_has_words_of_its_own(repo: Repo, served: Served, how: str, said: str) -> None:
    assert repo.cli(*GO).code == 0
    getattr(served, how)(_id(served))
    shown = repo.cli(*SHOW)
    assert (shown.code, said in " ".join(shown.out.split())) == (2, True), shown.out
    assert "apply --recreate support" in " ".join(repo.cli("plan").out.split())


def test_a_state_without_baselines_is_compared_as_before_and_gets_them(repo: Repo, served: Served) -> None:
    import json

    assert repo.cli(*GO).code == 0
    path = repo.root / ".heymilo/state/production/state.json"
    state = json.loads(path.read_text(encoding="utf-8"))
    for name in ("baseline", "root_digest"):
        state["postings"]["support"]["revisions"][0][name] = None
    path.write_text(json.dumps(state), encoding="utf-8")
    served.edit(_id(served), moves=False, redirect_url="https://elsewhere.example/x")
    assert "otherwise than it was applied" in " ".join(repo.cli("plan").out.split())
    shown = repo.cli(*SHOW)
    assert (shown.code, "without a baseline" in shown.out) == (2, True), shown.out
    assert repo.cli("drift", "accept", "support").code == 1
    assert repo.cli(*GO).code == 0  # touched: what it shows now is not taken for applied
    assert repo.posting()["revisions"][0]["baseline"] is None
    served.edit(_id(served), moves=False, redirect_url="https://careers.tidewater-mutual.coop/thanks")
    assert repo.cli(*GO).code == 0
    assert repo.posting()["revisions"][0]["baseline"] is not None


def _add(served: Served, **question: Any) -> str:
    path = f"/api/v2/postings/{_id(served)}/questions"
    answer = served._http.post(path, json={"modality": "voice", **question}, headers={"X-API-KEY": "sandbox-key"})
    return str(answer.raise_for_status().json()["data"]["id"])


IN_PLACE = "ops:\n  on_change: update\nworkflow:"


@pytest.mark.parametrize("on_change", ["update", "replace"])
def test_what_was_accepted_can_be_edited_before_it_was_applied(repo: Repo, served: Served, on_change: str) -> None:
    repo.edit("workflow:", f"ops:\n  on_change: {on_change}\nworkflow:")
    assert repo.cli(*GO).code == 0
    posting_id = _id(served)
    served.edit(posting_id, job_overview="You answer forty customers a day.")
    _say(served, 2, text="Explain something that you know well.")
    new = _add(served, text="Do you like tea?", not_scored=True)
    accepted = repo.cli("drift", "accept", "support")
    assert (accepted.code, "ops.accepted" in accepted.out) == (0, True), accepted.text
    repo.edit("forty customers", "fifty customers")
    repo.edit("Do you like tea?", "Do you like green tea?")
    plan = repo.cli("plan", "--json").json
    (change,) = plan["changes"]
    assert (change["action"], plan["differing"]) == (on_change, []), change
    changed = {it["path"]: (it["before"], it["after"]) for it in change["fields"]}
    assert changed == {
        "/job_overview": ("You answer forty customers a day.", "You answer fifty customers a day."),
        "/workflow/0/questions/3/text": ("Do you like tea?", "Do you like green tea?"),
    }
    assert repo.cli(*SHOW).code == 0
    served.forget_requests()
    applied = repo.cli(*GO)
    assert applied.code == 0, applied.text
    live = _id(served)
    assert (live == posting_id) is (on_change == "update")
    assert [it["text"] for it in served.questions(live)][2:] == [
        "Explain something that you know well.",
        "Do you like green tea?",
    ]
    (shown,) = served.postings(archived=False)
    assert shown["job_overview"] == "You answer fifty customers a day."
    if on_change == "update":
        assert served.questions(live)[3]["id"] == new
        assert sorted(_writes(served)) == ["PATCH", "PATCH"]
    assert repo.cli(*SHOW).code == 0
    assert "No changes." in repo.cli("plan", "--refresh", "full").out
    repo.edit("  accepted:", "  # accepted:")  # once it is applied, it may go


def test_settings_are_changed_with_an_edit_of_what_was_accepted(repo: Repo, served: Served) -> None:
    repo.edit("workflow:", IN_PLACE)
    assert repo.cli(*GO).code == 0
    _say(served, 0, score_weight=2)
    assert repo.cli("drift", "accept", "support").code == 0
    repo.edit("score_weight: 2", "score_weight: 5")
    repo.edit("careers.tidewater-mutual.coop/thanks", "careers.tidewater-mutual.coop/bye")
    assert repo.cli(*GO).code == 0
    assert served.postings()[0]["redirect_url"] == "https://careers.tidewater-mutual.coop/bye"
    assert served.questions(_id(served))[0]["score_weight"] == 5
    assert "No changes." in repo.cli("plan", "--refresh", "full").out


def test_an_accepted_value_that_changes_once_more_is_held_again(repo: Repo, served: Served) -> None:
    repo.edit("workflow:", IN_PLACE)
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), job_overview="You answer forty customers a day.")
    assert repo.cli("drift", "accept", "support").code == 0
    repo.edit("forty customers", "fifty customers")
    served.edit(_id(served), job_overview="You answer sixty customers a day.")
    (held,) = repo.cli("plan", "--json").json["changes"]
    assert held["action"] == "hold"
    assert repo.cli("drift", "accept", "support").code == 0  # which takes the new value in
    assert "sixty customers" in repo.read()
    assert repo.read().count("/job_overview") == 1


def test_what_was_accepted_is_no_change_of_the_plan_beside_another_edit(repo: Repo, served: Served) -> None:
    assert repo.cli(*GO).code == 0
    posting_id = _id(served)
    _say(served, 1, score_weight=5)
    gone = served.questions(posting_id)[2]
    path = f"/api/v2/postings/{posting_id}/questions/{gone['id']}"
    served._http.delete(path, headers={"X-API-KEY": "sandbox-key"}).raise_for_status()
    assert repo.cli("drift", "accept", "support").code == 0
    assert "plain" not in repo.read().partition("accepted:")[0]
    repo.edit("title:", "interviewer_name: Nadia\ntitle:")
    plan = repo.cli("plan", "--json").json
    (change,) = plan["changes"]
    assert [it["path"] for it in change["fields"]] == ["/interviewer_name"], change["fields"]
    said = repo.cli("plan").out
    assert "Changed outside since the last apply:" in said  # what is recorded with the edit is shown too
    assert "(the manifest says so too)" in said
    assert change["class"] == change["fields"][0]["class"]
    repo.edit("ops:\n", "ops:\n  on_change: update\n")
    served.forget_requests()
    assert repo.cli(*GO).code == 0
    assert _writes(served) == ["PATCH"]
    assert _id(served) == posting_id
    assert [it["score_weight"] for it in served.questions(posting_id)] == [4, 5]
    assert "No changes." in repo.cli("plan", "--refresh", "full").out


def test_a_question_that_was_accepted_may_be_given_a_key_moved_and_taken_out_again(repo: Repo, served: Served) -> None:
    repo.edit("workflow:", IN_PLACE)
    assert repo.cli(*GO).code == 0
    posting_id = _id(served)
    first, second = (_add(served, text=f"Do you like {it}?", not_scored=True) for it in ("tea", "long walks at dawn"))
    assert repo.cli("drift", "accept", "support").code == 0
    text = repo.read()
    mine, theirs = text.index("      - key: angry"), text.index("      - text: Do you like tea?")
    end = text.index("ops:") if text.index("ops:") > theirs else len(text)
    last = text.index("      - text: Do you like long walks")
    tea = text[theirs:last].replace("- text: Do you like tea?", "- key: tea\n        text: Do you like strong tea?")
    path = repo.root / "postings/support.yaml"
    path.write_text(text[:mine] + tea + text[mine:theirs] + text[end:], encoding="utf-8")
    assert repo.cli("lint").code == 0, repo.cli("lint").text
    (change,) = repo.cli("plan", "--json").json["changes"]
    assert change["action"] == "update", change
    served.forget_requests()
    assert repo.cli(*GO).code == 0
    asked = served.questions(posting_id)
    assert asked[0]["text"] == "Do you like strong tea?"
    assert (asked[0]["id"], len(asked)) == (first, 4)
    assert second not in {it["id"] for it in asked}
    assert "POST" not in [it["method"] for it in served.requests() if not it["path"].endswith("/reorder")]
    assert "No changes." in repo.cli("plan", "--refresh", "full").out


def test_a_value_that_no_manifest_can_say_is_no_basis_of_an_edit(repo: Repo, served: Served) -> None:
    repo.edit("workflow:", IN_PLACE)
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), title="No")
    repo.edit("title: Support Agent", "title: Support Hero")
    repo.edit("  on_change: update", f"  on_change: update\n  accepted: [/title {value_mark('No')}]")
    (change,) = repo.cli("plan", "--json").json["changes"]
    assert [(it["path"], it["before"]) for it in change["fields"]] == [("/title", "Support Agent")]
    assert repo.cli(*GO).code == 0
    assert served.postings()[0]["title"] == "Support Hero"


def test_an_accept_that_was_edited_stays_drift_while_the_edit_waits(repo: Repo, served: Served) -> None:
    repo.edit("workflow:", "ops:\n  on_change: hold\nworkflow:")
    assert repo.cli(*GO).code == 0
    served.edit(_id(served), job_overview="You answer forty customers a day.")
    assert repo.cli("drift", "accept", "support").code == 0
    repo.edit("forty customers", "fifty customers")
    repo.edit("tidewater-mutual.coop/thanks", "tidewater-mutual.coop/bye")
    assert repo.cli(*GO).code == 0  # the setting passes, the design waits
    repo.edit("fifty customers", "thirty customers")  # and is given up: then HeyMilo has something else
    (posting,) = repo.cli("drift", "show", "--json").json["postings"]
    assert [(it["path"], it["live"]) for it in posting["drift"]] == [
        ("/job_overview", "You answer forty customers a day.")
    ]

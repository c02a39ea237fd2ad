"""Edits in place: what is sent, that nothing is made or deleted twice, and that every crash is finished later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fake_heymilo import AT_ONCE, Killed, World, at, on
from fake_questions import EditableHeyMilo

from heymilo_ops.apply.reconcile import Search, reconcile
from heymilo_ops.errors import AttentionError, LockedError
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.event import Cause, Outcome, Result
from heymilo_ops.model.live import Listing
from heymilo_ops.model.live_request import as_read, live_request
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.plan.change import Plan
from heymilo_ops.review.reasons import reason_sentence

Edit = Callable[[dict[str, Any]], None]


def voice(text: str, **more: Any) -> dict[str, Any]:
    return {"modality": "voice", "text": text, "not_scored": True, **more}


def manifest() -> dict[str, Any]:
    return {
        "name": "a",
        "title": "Night nurse",
        "metadata": {"team": "core"},
        "ops": {"on_change": "update"},
        "workflow": [
            {
                "type": "web_interview",
                "config": {"video": True, "web_interview_config": {"show_transcript": True, "max_duration_seconds": 9}},
                "questions": [voice("Why nights?", key="why"), voice("Which ward?"), voice("How was it?")],
            },
            {"type": "form", "questions": [{"text": "Your name?"}]},
        ],
    }


def edited(*edits: Edit) -> Desired:
    data = manifest()
    for edit in edits:
        edit(data)
    return desire(data, "postings/a.yaml")


def questions(data: dict[str, Any]) -> list[Any]:
    asked: list[Any] = data["workflow"][0]["questions"]
    return asked


def reword(data: dict[str, Any]) -> None:
    questions(data)[0]["text"] = "Why do you want nights?"


def add(data: dict[str, Any]) -> None:
    questions(data).insert(1, voice("And why days?", max_follow_ups=2))


def remove(data: dict[str, Any]) -> None:
    questions(data)[:] = [question for question in questions(data) if question["text"] != "Which ward?"]


def turn(data: dict[str, Any]) -> None:
    questions(data).reverse()


def retitle(data: dict[str, Any]) -> None:
    data["title"] = "Day nurse"


def silence(data: dict[str, Any]) -> None:
    del data["workflow"][0]["config"]["video"]
    del data["workflow"][0]["config"]["web_interview_config"]["max_duration_seconds"]


def settle(data: dict[str, Any]) -> None:
    data |= {"max_retakes": 2, "metadata": {"owner": "kim"}}


def nothing(data: dict[str, Any]) -> None:
    pass


EVERYTHING = (reword, add, remove, turn, retitle, silence, settle)


class Nurse(World):
    """A posting that was applied, and is edited."""

    api: EditableHeyMilo

    def __init__(self, *, reads_back: bool = True) -> None:
        super().__init__(EditableHeyMilo())
        self.reads_back = reads_back
        self.want(edited())
        self.api.calls.clear()
        self.api.bodies.clear()

    def planned(self, desired: Desired) -> Plan:
        listing = Listing({live.posting_id: live for live in self.api.list_all()})
        return self.plan(desired, listing=listing)

    def want(self, desired: Desired, **more: Any) -> Outcome | None:
        outcomes = self.run(self.planned(desired), **{"settling": AT_ONCE, "reads_back": self.reads_back, **more})
        return outcomes[-1] if outcomes else None

    def again(self, desired: Desired) -> Outcome | None:
        """The next apply, as the command does it: what is unknown is looked for first."""
        if self.state.unknown():
            context = self.context(settling=AT_ONCE)
            state = context.store.read()
            assert state is not None
            reconcile(state, context, Search(since=0))
        return self.want(desired)

    def is_as(self, desired: Desired) -> bool:
        """Whether HeyMilo shows what is desired, and one more apply writes nothing."""
        (live,) = self.api.list_all()
        shown = live_request(live.document, self.api.questions(live.posting_id)).request
        writes = len(self.api.bodies)
        assert self.want(desired) is None
        return shown == as_read(desired.form) and len(self.api.bodies) == writes


@pytest.fixture
def nurse() -> Nurse:
    return Nurse()


@pytest.mark.parametrize(
    ("edits", "sent"),
    [
        ((reword,), ["update", "question"]),
        ((retitle, settle), ["update"]),
        ((silence,), ["update", "step"]),
        ((add,), ["update", "make", "order"]),
        ((remove,), ["update", "delete"]),
        ((turn,), ["update", "order"]),
        (
            (reword, add, remove, turn, retitle, silence, settle),
            ["update", "step", "question", "delete", "make", "order"],
        ),
    ],
)
def test_an_edit_sends_what_differs_and_no_more(nurse: Nurse, edits: tuple[Edit, ...], sent: list[str]) -> None:
    outcome = nurse.want(edited(*edits))
    assert outcome is not None
    assert (outcome.result, outcome.posting_id, outcome.revision) == (Result.DONE, "P1", 2)
    assert nurse.api.edits == sent
    assert outcome.candidate_url == "https://c/P1"
    assert nurse.is_as(edited(*edits))
    mark = nurse.api.list_all()[0].mark
    assert mark is not None
    assert (mark.revision, mark.digest) == (2, nurse.state.postings["a"].digest)


def test_a_question_is_edited_by_its_id_and_by_the_fields_that_changed(nurse: Nurse) -> None:
    nurse.want(edited(reword))
    assert ("question", "Q1") in nurse.api.calls
    assert nurse.api.bodies[-1] == {"text": "Why do you want nights?"}


def test_metadata_of_others_stays_and_what_the_manifest_drops_goes(nurse: Nurse) -> None:
    nurse.api.touch("P1", metadata={**nurse.api.postings["P1"]["metadata"], "theirs": "1"})
    nurse.want(edited(settle, retitle))
    own = {key: value for key, value in nurse.api.postings["P1"]["metadata"].items() if "heymilo-ops" not in key}
    assert own == {"theirs": "1", "owner": "kim"}


def test_the_journal_holds_two_documents_a_posting_however_much_changes(nurse: Nurse) -> None:
    def documents(*edits: Edit) -> int:
        before = nurse.state.serial
        nurse.want(edited(*edits))
        return nurse.state.serial - before

    assert documents(reword) == documents(reword, add, remove, turn, silence)


@pytest.mark.parametrize("what", ["die before", "die after", "lose", "drop", "503", "reject"])
@pytest.mark.parametrize("number", range(1, 7))
def test_an_edit_that_breaks_off_anywhere_is_finished_by_the_next_apply(nurse: Nurse, number: int, what: str) -> None:
    nurse.api.fault = at(number, what)
    try:
        nurse.want(edited(*EVERYTHING))
    except Killed:
        assert [intent.kind for intent in nurse.state.unknown()] == ["edit"]
    nurse.api.fault = lambda kind, target, n: None
    nurse.again(edited(*EVERYTHING))
    assert nurse.is_as(edited(*EVERYTHING))
    assert nurse.api.made == 5  # four at first, and one that was added
    assert nurse.state.postings["a"].half_edit is None
    assert [revision.number for revision in nurse.state.postings["a"].revisions] == [1, 2]


@pytest.mark.parametrize("after", [nothing, reword, settle])
@pytest.mark.parametrize("number", range(2, 7))
def test_a_half_done_edit_can_be_taken_back_or_changed(nurse: Nurse, number: int, after: Edit) -> None:
    nurse.api.fault = at(number, "reject")
    stopped = nurse.want(edited(*EVERYTHING))
    assert stopped is not None
    assert (stopped.result, stopped.posting_id) == (Result.REJECTED, "P1")
    assert [reason.code for reason in stopped.reasons] == [ReasonCode.EDIT_STOPPED]
    plan = nurse.planned(edited(after))
    (change,) = plan.changes
    assert change.edits
    assert ReasonCode.HALF_EDITED in [reason.code for reason in change.reasons]
    assert not change.differs
    assert not plan.findings
    nurse.api.fault = lambda kind, target, n: None
    nurse.want(edited(after))
    assert nurse.is_as(edited(after))


def test_a_question_that_may_have_been_made_is_looked_for_before_another_is_made(nurse: Nurse) -> None:
    nurse.api.fault = on("make", "lose")
    outcome = nurse.want(edited(add), settling=None)
    assert outcome is not None
    assert outcome.result is Result.UNKNOWN
    (change,) = nurse.planned(edited(add)).changes
    assert change.to_settle
    nurse.again(edited(add))
    assert nurse.api.edits.count("make") == 1
    assert nurse.is_as(edited(add))


def test_a_question_that_is_not_listed_yet_is_not_made_again(nurse: Nurse) -> None:
    nurse.api.lagging = lambda id: id == "Q5"
    outcome = nurse.want(edited(add), settling=None)
    assert outcome is not None
    assert outcome.result is Result.UNKNOWN
    nurse.api.lagging = lambda id: False
    nurse.again(edited(add))
    assert nurse.api.made == 5
    assert nurse.is_as(edited(add))


def refused(nurse: Nurse, *edits: Edit) -> tuple[Any, ...]:
    """The reason for which nothing is written."""
    outcome = nurse.want(edited(*edits))
    assert outcome is not None
    assert outcome.result is Result.SKIPPED
    assert nurse.api.edits == []
    (reason,) = outcome.reasons
    (why,) = reason.args
    return (why.code, *why.args)


def test_a_question_of_somebody_else_stops_the_edit_before_its_first_write(nurse: Nurse) -> None:
    nurse.api.by_hand("P1", text="What do you earn?")
    assert refused(nurse, remove) == (ReasonCode.QUESTION_UNKNOWN, "Q5", "What do you earn?")
    assert "What do you earn?" in nurse.api.texts("P1")


def test_two_alike_are_not_guessed_at_where_no_ids_are_on_record() -> None:
    nurse = Nurse(reads_back=False)
    nurse.api.by_hand("P1", text="Which ward?")
    assert refused(nurse, remove) == (ReasonCode.QUESTIONS_ALIKE, ("Q2", "Q5"), "Which ward?")


def test_two_alike_in_an_edit_that_was_begun_are_refused_with_what_to_do(nurse: Nurse) -> None:
    nurse.api.fault = on("order", "reject")
    nurse.want(edited(add))
    half = nurse.state.postings["a"].half_edit
    assert half is not None
    nurse.api.by_hand("P1", text="And why days?")
    nurse.api.fault = lambda kind, target, n: None
    sent = len(nurse.api.edits)
    for desired in (edited(add), edited()):  # to go on, and to go back, which would delete one of them
        outcome = nurse.want(desired)
        assert outcome is not None
        assert outcome.result is Result.SKIPPED
        (why,) = outcome.reasons[0].args
        assert (why.code, *why.args) == (ReasonCode.QUESTIONS_ALIKE, ("Q5", "Q6"), "And why days?")
        assert "delete or reword one of them there" in reason_sentence(outcome.reasons[0])
    assert (len(nurse.api.edits), nurse.state.postings["a"].half_edit) == (sent, half)
    nurse.api.asked["P1"].pop()
    nurse.want(edited(add))
    assert nurse.is_as(edited(add))


def test_a_question_that_is_gone_stops_the_edit(nurse: Nurse) -> None:
    nurse.api.asked["P1"].pop(1)
    assert refused(nurse, reword) == (ReasonCode.QUESTION_MISSING, "Which ward?")


@pytest.mark.parametrize("text", ["What do you earn?", "And why days?"])
def test_a_question_that_somebody_adds_meanwhile_is_never_deleted(nurse: Nurse, text: str) -> None:
    def added(kind: str, target: str, number: int) -> str | None:
        if number == 2:
            nurse.api.by_hand("P1", text=text)
        return None

    nurse.api.fault = added
    nurse.want(edited(add, remove))
    nurse.api.fault = lambda kind, target, n: None
    nurse.want(edited(remove))
    assert text in nurse.api.texts("P1")


def test_steps_that_somebody_changed_stop_the_edit(nurse: Nurse) -> None:
    nurse.api.postings["P1"]["workflow"].reverse()
    outcome = nurse.want(edited(silence))
    assert outcome is not None
    assert [reason.code for reason in outcome.reasons] == [ReasonCode.STEPS_CHANGED]
    assert nurse.api.edits == []


def test_keys_that_no_manifest_has_stay_in_an_object_that_is_replaced_whole(nurse: Nurse) -> None:
    config = nurse.api.postings["P1"]["workflow"][0]["config"]["web_interview_config"]
    config |= {"avatar_mood": "calm", "outro_message": 3}
    nurse.want(edited(silence))
    live = nurse.api.postings["P1"]["workflow"][0]["config"]["web_interview_config"]
    assert live == {"show_transcript": True, "avatar_mood": "calm", "outro_message": 3}


def test_what_heymilo_writes_otherwise_each_time_counts_as_done_and_is_reported(nurse: Nurse) -> None:
    nurse.api.rewrites = lambda question: {**question, "text": question["text"].upper()}
    outcome = nurse.want(edited(reword))
    assert outcome is not None
    assert outcome.result is Result.DONE
    assert [reason.code for reason in outcome.reasons] == [ReasonCode.READS_OTHERWISE]
    assert nurse.api.edits == ["update", "question", "question"]
    assert nurse.want(edited(reword)) is None


@pytest.mark.parametrize(("kind", "change"), [("update", retitle), ("step", silence), ("question", reword)])
def test_what_was_never_taken_is_not_shown_otherwise(nurse: Nurse, kind: str, change: Edit) -> None:
    failures: list[int] = []

    def failing(what: str, target: str, number: int) -> str | None:
        if what == kind and len(failures) < 2:
            failures.append(number)
            return "drop"
        return None

    nurse.api.fault = failing
    nurse.want(edited(change))
    nurse.api.fault = lambda kind, target, n: None
    nurse.again(edited(change))
    assert len(failures) == 2
    assert nurse.is_as(edited(change))


def test_rounds_are_bounded(nurse: Nurse) -> None:
    nurse.api.rewrites = lambda question: {**question, "text": f"{question['text']} {len(nurse.api.bodies)}"}
    outcome = nurse.want(edited(reword))
    assert outcome is not None
    assert [reason.code for reason in outcome.reasons] == [ReasonCode.EDIT_STOPPED]
    (why,) = outcome.reasons[0].args
    assert why.code is ReasonCode.EDIT_TOO_LONG  # type: ignore[union-attr]


def test_an_interrupt_stops_between_two_writes(nurse: Nurse) -> None:
    stops: list[int] = []
    nurse.api.fault = lambda kind, target, number: stops.append(number)
    outcome = nurse.want(edited(*EVERYTHING), stopping=lambda: len(stops) == 2)
    assert outcome is not None
    assert len(nurse.api.edits) == 2
    assert nurse.state.postings["a"].half_edit is not None
    nurse.want(edited(*EVERYTHING))
    assert nurse.is_as(edited(*EVERYTHING))


def test_a_posting_that_is_archived_meanwhile_is_left_alone(nurse: Nurse) -> None:
    def archived(kind: str, target: str, number: int) -> str | None:
        if number == 1:
            nurse.api.postings["P1"]["archived"] = True
        return None

    nurse.api.fault = archived
    outcome = nurse.want(edited(add))
    assert outcome is not None
    assert [reason.code for reason in outcome.reasons] == [ReasonCode.EDIT_STOPPED]


def test_marks_that_somebody_changes_meanwhile_stop_the_edit(nurse: Nurse) -> None:
    def marked(kind: str, target: str, number: int) -> str | None:
        if number == 2:
            nurse.api.postings["P1"]["metadata"]["heymilo-ops"] = "acme/production/other@1"
        return None

    nurse.api.fault = marked
    outcome = nurse.want(edited(reword, add))
    assert outcome is not None
    assert outcome.result is Result.REJECTED


class Lost:
    """A lock that is lost after so many looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def require(self, seconds: float) -> None:
        self.looks -= 1
        if self.looks < 0:
            raise LockedError("the lock is held by somebody else", "Wait.")


@pytest.mark.parametrize(("looks", "result", "writes"), [(1, Result.SKIPPED, 0), (2, Result.UNKNOWN, 1)])
def test_a_lock_that_is_lost_stops_the_edit(nurse: Nurse, looks: int, result: Result, writes: int) -> None:
    outcome = nurse.want(edited(reword, add), lock=Lost(looks), settling=None)
    assert outcome is not None
    assert (outcome.result, len(nurse.api.edits)) == (result, writes)


def test_an_edit_that_heymilo_cant_be_read_for_is_not_begun(nurse: Nurse) -> None:
    plan = nurse.planned(edited(reword))
    read: list[str] = []

    def fails(posting_id: str) -> list[dict[str, Any]]:
        read.append(posting_id)
        nurse.api.reading_fails = len(read) == 1
        return nurse.api.asked[posting_id]

    nurse.api.questions = fails  # type: ignore[method-assign]
    with pytest.raises(Exception, match="can't be reached"):
        nurse.run(plan)
    assert nurse.api.edits == []


def test_alike_questions_are_told_apart_by_the_ids_that_were_read_after_the_apply(nurse: Nurse) -> None:
    def alike(data: dict[str, Any]) -> None:
        questions(data).extend([voice("Anything else?", key=f"k{number}") for number in range(12)])

    def last_but_one(data: dict[str, Any]) -> None:
        alike(data)
        questions(data)[-2]["text"] = "Anything at all?"

    nurse.want(edited(alike))
    nurse.api.calls.clear()
    outcome = nurse.want(edited(last_but_one))
    assert outcome is not None
    assert outcome.result is Result.DONE
    assert nurse.api.edits == ["update", "question"]
    assert nurse.is_as(edited(last_but_one))


def test_the_first_write_of_an_edit_names_it_in_the_marks(nurse: Nurse) -> None:
    nurse.api.fault = at(2, "die before")
    with pytest.raises(Killed):
        nurse.want(edited(reword, add))
    (intent,) = nurse.state.unknown()
    mark = nurse.api.list_all()[0].mark
    assert mark is not None
    assert (mark.revision, mark.op_id, mark.digest) == (2, intent.op_id, intent.digest)


def test_a_half_done_edit_is_held_where_it_is_not_on_record_what_was_applied(nurse: Nurse) -> None:
    nurse.api.fault = at(2, "reject")
    nurse.want(edited(reword, add))
    (change,) = nurse.plan(edited(retitle), snapshots={}).changes
    assert [reason.code for reason in change.reasons] == [ReasonCode.SNAPSHOT_MISSING, ReasonCode.HALF_EDITED]


def test_an_edit_is_not_begun_where_it_is_not_on_record_what_was_applied(nurse: Nurse) -> None:
    plan = nurse.planned(edited(reword))
    for key in list(nurse.backend.list("snapshots/")):
        nurse.backend.delete(key)
    with pytest.raises(AttentionError, match="is not there"):
        nurse.run(plan)
    assert nurse.api.edits == []


def test_heymilo_that_goes_away_in_the_middle_leaves_an_edit_to_be_finished(nurse: Nurse) -> None:
    def gone(kind: str, target: str, number: int) -> str | None:
        nurse.api.reading_fails = True
        return None

    nurse.api.fault = gone
    outcome = nurse.want(edited(reword, turn), reads_back=False)
    assert outcome is not None
    assert (outcome.result, outcome.cause) == (Result.REJECTED, Cause.UNREACHED)
    nurse.api.fault, nurse.api.reading_fails = lambda kind, target, n: None, False
    nurse.want(edited(reword, turn))
    assert nurse.is_as(edited(reword, turn))


def test_a_question_that_somebody_deletes_meanwhile_needs_no_deleting(nurse: Nurse) -> None:
    def taken(kind: str, target: str, number: int) -> str | None:
        if number == 1:
            nurse.api.asked["P1"].pop(1)
        return None

    nurse.api.fault = taken
    nurse.want(edited(remove))
    assert nurse.is_as(edited(remove))


def test_a_posting_of_a_template_is_edited_at_its_root_alone(nurse: Nurse) -> None:
    def template(title: str) -> Desired:
        data = {"name": "t", "title": title, "interview_template_id": "IT_1", "ops": {"on_change": "update"}}
        return desire(data, "postings/t.yaml")

    def want(desired: Desired) -> Outcome:
        listing = Listing({live.posting_id: live for live in nurse.api.list_all()})
        return nurse.run(nurse.plan(desired, edited(), listing=listing), settling=AT_ONCE)[-1]

    posting_id = str(want(template("Nurse")).posting_id)
    nurse.api.by_hand(posting_id, text="A question of the template?")
    nurse.api.calls.clear()
    assert want(template("Night nurse")).result is Result.DONE
    assert nurse.api.edits == ["update"]
    assert nurse.api.postings[posting_id]["title"] == "Night nurse"

"""A 409 is believed once it came twice with the same words, each time followed by a look that finds nothing."""

from __future__ import annotations

import pytest
from fake_heymilo import AT_ONCE, Fault, World, on, posting
from test_settling import code, operations, settled, world_of

from heymilo_ops.apply.run_context import SettlingTime
from heymilo_ops.errors import Exit
from heymilo_ops.model.event import Result, Waiting
from heymilo_ops.report.outcome_text import outcome_message
from heymilo_ops.review.reasons import reason_sentence


def after(world: World, *answers: str) -> Fault:
    """These answers to the writes, in order; the last one for ever."""
    return lambda kind, target, n: answers[min(n, len(answers)) - 1]


def test_a_create_that_is_refused_twice_is_rejected_in_heymilos_words() -> None:
    world = world_of()
    world.api.fault = on("create", "409")
    outcomes = settled(world, posting("a"))
    assert [(each.result, outcome_message(each), each.errors) for each in outcomes] == [
        (Result.REJECTED, "HeyMilo answered 409 each time: taken", {"/name": "taken"})
    ]
    assert operations(world) == ["2/1", "2/2"]
    assert world.api.calls.count(("list", "")) == 6, "three lists for each look"
    assert world.state.pending == ()
    assert code(world, outcomes) is Exit.ATTENTION


def test_what_was_refused_is_over_and_watched() -> None:
    world = world_of()
    world.api.fault = on("create", "409")
    settled(world, posting("a"))
    assert [(each.attempt, each.closed) for each in world.state.watched] == [(1, False), (2, True)]
    world.api.fault = lambda *_: None
    (outcome,) = settled(world, posting("a"))
    assert (outcome.result, operations(world)[-1]) == (Result.DONE, "3/1")


def test_one_409_is_not_believed() -> None:
    world = world_of()
    world.api.fault = lambda kind, target, n: "409" if n == 1 else None
    (outcome,) = settled(world, posting("a"))
    assert (outcome.result, operations(world)) == (Result.DONE, ["2/1", "2/2"])


def test_a_409_of_what_was_made_is_adopted() -> None:
    world = world_of()

    def fault(kind: str, target: str, number: int) -> str:
        world.api._create(world.api.bodies[-1])
        return "409"

    world.api.fault = fault
    (outcome,) = settled(world, posting("a"))
    assert (outcome.result, outcome.posting_id, operations(world)) == (Result.DONE, "P2", ["2/1"])


@pytest.mark.parametrize(
    ("answers", "said", "exit"),
    [
        (("409 by number",), "HeyMilo answered 409 each time: taken, see request 3", Exit.ATTENTION),
        (("503",), "it was not carried out; HeyMilo answered 503 each time: busy", Exit.UNREACHABLE),
        (("drop", "409", "503"), "it was not carried out; HeyMilo answered 503 at last: busy", Exit.UNREACHABLE),
        (("drop", "503", "409"), "HeyMilo answered 409 at last: taken", Exit.ATTENTION),
        (("409", "503", "409"), "HeyMilo answered 409 at last: taken", Exit.ATTENTION),
        (
            ("409", "drop"),
            "it was not carried out; HeyMilo gave no answer, however often it was sent: the connection was reset",
            Exit.UNREACHABLE,
        ),
    ],
)
def test_other_answers_are_sent_three_times_and_keep_their_words(
    answers: tuple[str, ...], said: str, exit: Exit
) -> None:
    world = world_of()
    world.api.fault = after(world, *answers)
    outcomes = settled(world, posting("a"))
    assert [outcome_message(each) for each in outcomes] == [said]
    assert operations(world) == ["2/1", "2/2", "2/3"]
    assert code(world, outcomes) is exit


def test_after_an_answer_that_was_lost_two_are_needed_as_well() -> None:
    world = world_of()
    world.api.fault = after(world, "drop", "409")
    (outcome,) = settled(world, posting("a"))
    assert (outcome.result, outcome_message(outcome)) == (Result.REJECTED, "HeyMilo answered 409 at last: taken")
    assert operations(world) == ["2/1", "2/2", "2/3"]


@pytest.mark.parametrize("answer", ["409", "503"])
@pytest.mark.parametrize("kind", ["update", "archive"])
def test_a_change_that_did_not_happen_wrote_nothing(kind: str, answer: str) -> None:
    world = world_of("a", "b", "c")
    world.api.fault = on(kind, answer)
    wanted = [posting("a", max_retakes=2)] if kind == "update" else []
    outcomes = settled(world, *wanted, posting("b"), posting("c"))
    assert [(each.result, each.posting_id) for each in outcomes] == [(Result.REJECTED, None)]
    assert code(world, outcomes) is (Exit.ATTENTION if answer == "409" else Exit.UNREACHABLE)


def test_the_old_half_of_a_replace_that_is_refused_leaves_the_new_one() -> None:
    world = world_of("a")
    world.api.fault = on("archive", "409")
    outcomes = settled(world, posting("a", "Why now?"))
    assert [(each.result, each.posting_id, each.revision) for each in outcomes] == [(Result.REJECTED, "P3", 2)]
    assert outcome_message(outcomes[0]) == (
        "revision 2 is live, but P1 is not archived yet (HeyMilo answered 409 each time: taken); "
        "the next apply archives it"
    )
    assert code(world, outcomes) is Exit.PARTIAL


def test_the_old_half_of_a_replace_that_was_not_answered_says_what_is_live() -> None:
    world = world_of("a")
    world.api.fault = on("archive", "503")
    outcomes = settled(world, posting("a", "Why now?"))
    assert "revision 2 is live, but P1 is not archived yet (it was not carried out" in outcome_message(outcomes[0])
    assert code(world, outcomes) is Exit.PARTIAL


def test_who_waits_is_told_what_was_answered() -> None:
    world, now = world_of(), [100.0]
    world.api.fault = on("create", "409")

    def sleep(seconds: float) -> None:
        now[0] += seconds

    settled(world, posting("a"), settling=SettlingTime(30, lambda: now[0], sleep))
    waits = [reason_sentence(each.reason) for each in world.events if isinstance(each, Waiting)]
    assert len(waits) == 2
    assert all(each.endswith("(HeyMilo answered 409: taken)") for each in waits)


def test_a_look_that_fails_is_told_with_what_was_answered() -> None:
    world = world_of()
    world.api.fault = on("create", "503")
    world.api.on_list = lambda number: setattr(world.api, "reading_fails", True)
    (outcome,) = settled(world, posting("a"), settling=AT_ONCE)
    assert outcome.result is Result.UNKNOWN
    assert outcome_message(outcome) == (
        "HeyMilo answered 503: busy; it could not be looked for: HeyMilo can't be reached"
    )

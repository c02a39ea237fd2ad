"""Safeguards of edits in place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, put, tests


def marks_at_the_end(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.converge import Convergence

    original = Convergence._write

    def write(self: Convergence, calls: Any, live: Any) -> None:
        if calls.is_done:
            original(self, calls, live)
            return
        marked, self.mark = self.mark, live.mark or self.mark
        try:
            original(self, calls, live)
        finally:
            self.mark = marked

    patch.setattr(Convergence, "_write", write)


def sent_again(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.converge import Convergence

    original = Convergence._send

    def send(self: Convergence, call: Any, *, once: bool = False, missing_is_done: bool = False) -> Any:
        if once:
            call()
        return original(self, call, missing_is_done=missing_is_done)

    patch.setattr(Convergence, "_send", send)


def unlisted_is_not_made(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.converge import Convergence

    original = Convergence._left

    def left(self: Convergence, live: Any, listed: Any) -> Any:
        self._made.clear()
        return original(self, live, listed)

    patch.setattr(Convergence, "_left", left)


def strangers_go(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply import edit_calls

    patch.setattr("heymilo_ops.apply.edit_scope.stranger", lambda listed, known, free: None)
    original = edit_calls.derive

    def derive(goal: Any, document: Any, listed: Any) -> Any:
        calls = original(goal, document, listed)
        ids = set(edit_calls.begun_ids(goal.design, goal.scope, listed).values())
        others = tuple(item["id"] for item in listed if item["id"] not in ids)
        return replace(calls, gone=tuple(dict.fromkeys((*calls.gone, *others))))

    patch.setattr("heymilo_ops.apply.converge.derive", derive)


def first_of_two(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply import edit_scope

    original = edit_scope._alike
    patch.setattr(edit_scope, "_alike", lambda question, listed: original(question, listed)[:1])
    patch.setattr(edit_scope, "stranger", lambda listed, known, free: None)


def first_of_those_made(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply import edit_calls, edit_scope, edit_start

    def begun_ids(begun: Any, scope: Any, listed: Any) -> Any:
        seen: dict[tuple[Any, Any], Any] = {}
        known = {*scope.listed, *scope.pairs.values()}
        for item in listed:
            if item.get("id") in known:
                seen[item["id"], None] = item
            else:
                seen.setdefault((item.get("modality"), item.get("text")), item)
        return original(begun, scope, list(seen.values()))

    original = edit_scope.begun_ids
    for module in (edit_calls, edit_start):
        patch.setattr(module, "begun_ids", begun_ids)


def without_the_lock(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.converge import Convergence

    original = Convergence.run

    def run(self: Convergence) -> Any:
        self.require_lock = lambda: None
        return original(self)

    patch.setattr(Convergence, "run", run)


def forgotten(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.model import fold

    patch.setattr(fold, "half_done", lambda state, stopped: fold.dropped(state, stopped.op_id))


def drifted(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.plan.decide import _Existing

    patch.setattr(
        _Existing, "_drift_reasons", lambda self, live: tuple(_drift(self, live)) if self.entry.half_edit else ()
    )


def _drift(decision: Any, live: Any) -> Any:
    from heymilo_ops.plan.drift import find_drift

    return find_drift(decision.entry, live, decision.applied.form, decision._sent())


def rebuilt_as_done(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.repair.edit_search import EditSearch, Unfinished

    patch.setattr(EditSearch, "find", lambda self, attribution: Unfinished())


def settled_unanswered(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.apply.converge import Convergence

    def send(self: Convergence, place: Any, calls: Any, call: Any) -> None:
        self._send(call)
        self._sent.update((place, write.name) for write in calls.writes if write.target == place)

    patch.setattr(Convergence, "_send_values", send)


EDITING = (
    Safeguard(
        "taken-before-otherwise",
        "A value counts as shown otherwise than it was sent only where HeyMilo said that it took it.",
        "Two writes that HeyMilo never carried out would end an edit as done, with the old value live.",
        settled_unanswered,
        tests("apply/test_edit.py", "test_what_was_never_taken_is_not_shown_otherwise"),
    ),
    Safeguard(
        "lost-edit-goes-on",
        "A state that is rebuilt in the middle of an edit in place goes on with that edit, to its end.",
        "The edit would count as done, and candidates be asked half of the one design and half of the other.",
        put("repair.edit_search.unfinished_scope", by=lambda *_, **__: None),
        tests("cli/test_rebuild_in_an_edit.py", "test_the_next_apply_goes_on_to_the_end"),
    ),
    Safeguard(
        "unexplained-edit-waits",
        "What no edit explains after a rebuild counts as changed outside, and nothing is written over it.",
        "Somebody's change at HeyMilo would be overwritten, or an edit stay half-way in silence.",
        put("repair.edit_search.unexplained", by=lambda *_: None),
        tests("cli/test_rebuild_in_an_edit.py", "test_what_nothing_explains_is_shown_and_waits_for_a_person"),
    ),
    Safeguard(
        "unknown-edit-holds",
        "A posting whose design was not known at a rebuild is compared with it before it counts as up to date.",
        "An edit that did not end would count as done once its manifest is there again.",
        put("repair.edit_search.has_ended", by=lambda *_: True),
        tests("cli/test_rebuild_in_an_edit.py", "test_a_design_that_nobody_has_any_more_holds_and_names_the_ways_out"),
    ),
    Safeguard(
        "rebuild-keeps-edit",
        "A rebuild over a state that knows of an edit which did not end keeps it.",
        "What the edit made, and what it may delete, would be nobody's.",
        rebuilt_as_done,
        tests("cli/test_rebuild_in_an_edit.py", "test_a_rebuild_of_a_whole_state_keeps_an_edit_that_goes_on"),
    ),
    Safeguard(
        "edit-marked-first",
        "The first write of an edit in place is the PATCH with the marks: they name its revision and its operation.",
        "A state that was lost in the middle of an edit would be rebuilt without it, and the posting stay half-way.",
        marks_at_the_end,
        tests("apply/test_edit.py", "test_the_first_write_of_an_edit_names_it_in_the_marks"),
    ),
    Safeguard(
        "question-made-once",
        "A create of a question that was not answered is looked for, in two listings, before another is sent.",
        "Candidates would be asked the same question twice.",
        sent_again,
        tests("cli/test_edit_in_place.py", "test_a_question_whose_create_was_not_answered_is_made_once"),
    ),
    Safeguard(
        "unlisted-question-waits",
        "A question that was made and isn't listed yet counts as made, until it was looked for.",
        "A list that lags would have the question made again.",
        unlisted_is_not_made,
        tests("apply/test_edit.py", "test_a_question_that_is_not_listed_yet_is_not_made_again"),
    ),
    Safeguard(
        "foreign-question-stops",
        "A question that is not on record, in the manifest or made by the edit stops it before its first write.",
        "An edit would delete a question that somebody added at HeyMilo.",
        strangers_go,
        tests("cli/test_edit_in_place.py", "test_a_question_of_somebody_else_is_never_deleted"),
    ),
    Safeguard(
        "alike-not-guessed",
        "Of two questions of one kind with the same text, none is written to where no id says which is meant.",
        "An edit would change or delete the question that somebody else asks.",
        first_of_two,
        tests("apply/test_edit.py", "test_two_alike_are_not_guessed_at_where_no_ids_are_on_record"),
    ),
    Safeguard(
        "begun-alike-not-guessed",
        "Where a begun edit made a question and somebody another one of that kind and text, the edit is refused with "
        "what to do about it.",
        "The edit would take somebody's question for its own, and taking the edit back would delete it.",
        first_of_those_made,
        tests("apply/test_edit.py", "test_two_alike_in_an_edit_that_was_begun_are_refused_with_what_to_do"),
    ),
    Safeguard(
        "lease-in-an-edit",
        "The lock is asked before each request of an edit in place; without it the edit stops where it is.",
        "A process that slept would go on writing to a posting that somebody else is editing.",
        without_the_lock,
        tests("apply/test_edit.py", "test_a_lock_that_is_lost_stops_the_edit"),
    ),
    Safeguard(
        "half-edit-remembered",
        "An edit that was begun and didn't end stays in the state, and the next apply goes on with it.",
        "A manifest that was put back would leave the posting half-way, and what the edit made would be nobody's.",
        forgotten,
        tests("cli/test_edit_in_place.py", "test_a_half_done_edit_is_shown_as_that_and_finished"),
    ),
    Safeguard(
        "half-edit-is-no-drift",
        "What an edit that didn't end left at HeyMilo is shown as that, and never as a change made outside.",
        "The posting would be held for a person to accept or revert, in place of being finished.",
        drifted,
        tests("apply/test_edit.py", "test_a_half_done_edit_can_be_taken_back_or_changed"),
    ),
    Safeguard(
        "edits-that-can-be-done",
        "What HeyMilo takes only on create, or has no way to take off, is replaced by the plan, and not tried.",
        "An edit would be refused half-way, by each apply again.",
        put("plan.on_change.obstacles", by=lambda *_: iter(())),
        tests("plan/test_on_change.py", "test_what_only_a_create_takes_is_replaced_and_says_why"),
    ),
)

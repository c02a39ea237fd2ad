"""Which questions an edit in place takes for its own."""

from __future__ import annotations

from typing import Any

from heymilo_ops.apply.edit_scope import Design, EditBasis, accepted_ids, applied_ids, edit_scope, taken_in
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import EditScope

Json = dict[str, Any]


def design(*texts: str) -> Design:
    questions = [{"modality": "voice", "text": text} for text in texts]
    return Design({"workflow": [{"type": "web_interview", "questions": questions}]})


def listed(**texts: str) -> list[Json]:
    return [{"id": id, "modality": "voice", "text": text} for id, text in texts.items()]


AT = "/workflow/0/questions"


def test_a_question_of_somebody_is_refused_until_the_manifest_has_it() -> None:
    there = listed(Q1="Why?", Q2="Somebody asks where?")
    refused = applied_ids(design("Why?"), there, {}, design("Why?", "How so?"))
    assert refused == Reason(ReasonCode.QUESTION_UNKNOWN, "Q2", "Somebody asks where?")
    after = design("Why?", "Somebody asks where?")
    assert applied_ids(design("Why?"), there, {}, after) == {f"{AT}/0": "Q1"}
    assert taken_in(design("Why?"), after, there, {f"{AT}/0": "Q1"}) == {f"{AT}/1": "Q2"}


def test_of_two_alike_only_as_many_are_taken_as_the_manifest_has() -> None:
    there = listed(Q1="Why?", Q2="Where do you live?", Q3="Where do you live?")
    after = design("Why?", "Where do you live?")
    refused = applied_ids(design("Why?"), there, {}, after)
    assert refused == Reason(ReasonCode.QUESTION_UNKNOWN, "Q3", "Where do you live?")


def test_a_question_deleted_outside_is_missed_only_where_the_manifest_has_it() -> None:
    before, there = design("Why?", "Where do you live?"), listed(Q1="Why?")
    assert applied_ids(before, there, {}, design("Why?")) == {f"{AT}/0": "Q1"}
    refused = applied_ids(before, there, {}, design("Why?", "Where do you live?"))
    assert refused == Reason(ReasonCode.QUESTION_MISSING, "Where do you live?")


def test_what_is_shown_by_consent_is_edited_by_the_ids_that_the_plan_saw() -> None:
    shown, known = design("Why?", "Tea?"), {f"{AT}/0": "Q1", f"{AT}/1": "Q2"}
    there = listed(Q1="Why?", Q2="Tea?")
    assert accepted_ids(shown, known, there, design("Why?", "Green tea?")) == known
    missing = accepted_ids(shown, known, there[:1], shown)
    assert missing == Reason(ReasonCode.QUESTION_MISSING, "Tea?")
    assert accepted_ids(shown, known, there[:1], design("Why?")) == {f"{AT}/0": "Q1"}
    strange = accepted_ids(shown, known, [*there, *listed(Q3="Where do you live?")], shown)
    assert strange == Reason(ReasonCode.QUESTION_UNKNOWN, "Q3", "Where do you live?")


def test_a_question_that_was_taken_in_is_no_rewording_of_another() -> None:
    before, there = design("Why here?"), listed(Q1="Why here?", Q2="Q2: Why here?")
    after = design("Tea or coffee at noon?", "Q2: Why here?")
    ids = applied_ids(before, there, {}, after)
    assert ids == {f"{AT}/0": "Q1"}
    taken = taken_in(before, after, there, ids)
    scope = edit_scope(EditBasis(before, ids, EditScope(before="sha256:" + "0" * 64, listed=("Q1",)), taken), after)
    assert (taken, scope.pairs, scope.gone) == ({f"{AT}/1": "Q2"}, {}, ("Q1",))

"""What workspaces run, compared without their ids."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.deployment import Deployment, comes_to, filled, is_variable, overall, relation, variables
from heymilo_ops.model.desired import desire
from heymilo_ops.model.state import PostingState, Revision

DIGEST = "sha256:" + "0" * 64
BASE: dict[str, Any] = {
    "name": "nurse",
    "title": {"var": "title"},
    "workflow": [{"type": "web_interview", "questions": [{"text": "Why?"}]}],
}


def running(workspace: str, template: dict[str, Any] | None = None, portable: str | None = None) -> Deployment:
    revision = Revision(
        number=2,
        digest=DIGEST,
        design_digest=DIGEST,
        canon=1,
        posting_id="p1",
        applied_at="2027-01-01T00:00:00Z",
        applied_by="ada",
        source="postings/nurse.yaml",
        action="create",
        portable=portable,
    )
    entry = PostingState(posting_id="p1", revision=2, digest=DIGEST, status="active", revisions=(revision,))
    return Deployment(workspace, entry, template, {}, "postings/nurse.yaml")


def test_ids_do_not_count() -> None:
    made = desire({**BASE, "title": "Nurse"}, "a", template=BASE)
    one = running("staging", BASE)
    assert one.title == "staging r2"
    assert one.digest == made.portable_digest
    assert relation(one, running("production", dict(BASE))) == "same"


def test_settings_alone() -> None:
    assert relation(running("a", BASE), running("b", {**BASE, "max_retakes": 1})) == "settings"
    assert relation(running("a", BASE), running("b", {**BASE, "language": "de"})) == "other"


def test_of_what_is_not_known_any_more_the_recorded_digest_speaks() -> None:
    lost = running("a")
    assert (lost.form, lost.design_digest, lost.digest) == (None, None, DIGEST)
    known = running("b", BASE)
    assert relation(lost, known) == "other"
    assert relation(running("a", None, known.digest), known) == "same"
    assert relation(lost, running("c")) == "same"
    assert relation(running("a", None, "sha256:" + "1" * 64), lost) == "other"


def test_the_widest_relation_counts() -> None:
    one, settings, other = (
        running("a", BASE),
        running("b", {**BASE, "max_retakes": 1}),
        running("c", {**BASE, "title": "x"}),
    )
    assert overall([]) is overall([one]) is None
    assert overall([one, one]) == "same"
    assert overall([one, one, settings]) == "settings"
    assert overall([one, settings, other, one]) == "other"


METADATA = {"metadata": {"var": "a key like any"}}


@pytest.mark.parametrize("value", [None, "var", ["var"], {}, {"var": "a", "x": 1}, {"file": "a"}])
def test_what_is_no_variable(value: Any) -> None:
    assert not is_variable(value)


def test_variables_are_found_and_filled_in() -> None:
    data = {**BASE, **METADATA, "tags": ["a", {"var": "tag"}], "more": {"metadata": {"team": {"var": "team"}}}}
    assert sorted(variables(data)) == ["tag", "team", "title"]
    made = filled(data, {"title": "Nurse", "tag": 3, "team": "x"})
    assert made == {**BASE, **METADATA, "title": "Nurse", "tags": ["a", 3], "more": {"metadata": {"team": "x"}}}
    assert list(variables(made)) == []
    with pytest.raises(KeyError):
        filled(data, {})


VAR = {"var": "x"}


@pytest.mark.parametrize(
    ("portable", "sent"),
    [
        ({"title": "A"}, {"title": "A"}),
        ({"title": VAR, "deadline": "D"}, {"title": "A", "deadline": "D"}),
        ({"title": "A", "language": VAR}, {"title": "A"}),  # it stands for the default
        ({"workflow": [{"type": "form", "config": {"video": VAR}}]}, {"workflow": [{"type": "form"}]}),
        ({"types": ["a", "c", VAR]}, {"types": ["a", "b", "c"]}),
        ({"metadata": VAR}, {"metadata": {"var": "x"}}),
        ({"retakes": VAR}, {"retakes": 2}),
    ],
)
def test_a_portable_form_comes_to_what_was_sent(portable: dict[str, Any], sent: dict[str, Any]) -> None:
    assert comes_to(portable, sent)


@pytest.mark.parametrize(
    ("portable", "sent"),
    [
        ({"title": "A"}, {"title": "B"}),
        ({"title": "A"}, {}),
        ({}, {"title": "A"}),
        ({"title": "A", "config": {"video": VAR, "voice": "x"}}, {"title": "A"}),
        ({"title": VAR}, {"title": {"a": 1}}),
        ({"title": {"a": 1}}, {"title": "A"}),
        ({"types": ["a"]}, {"types": "a"}),
        ({"types": ["a"]}, {"types": ["a", "b"]}),
        ({"types": ["d", VAR]}, {"types": ["a", "b"]}),
        ({"types": [VAR, VAR]}, {"types": ["a", ["b"]]}),
        ({"questions": [{"text": "a"}]}, {"questions": [{"text": "b"}]}),
        ({"flag": True}, {"flag": 1}),
        ({"metadata": {"var": "x"}}, {"metadata": {"var": "y"}}),
    ],
)
def test_a_portable_form_of_something_else_does_not(portable: dict[str, Any], sent: dict[str, Any]) -> None:
    assert not comes_to(portable, sent)

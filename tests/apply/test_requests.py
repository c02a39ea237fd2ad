"""The bodies that are sent."""

from __future__ import annotations

from fake_heymilo import posting
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.apply.requests import create_body, update_body
from heymilo_ops.model.live import RESERVED, Mark, read_mark, without_marks

MARK = Mark("acme", "production", "a", 2, "0" * 32, 1, "sha256:" + "1" * 64)
KEYS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz"))


def test_a_create_carries_the_marks_beside_the_users_keys() -> None:
    request = posting("a", metadata={"team": "core"}).request
    body = create_body(request, MARK)
    assert body["metadata"] == {"team": "core", **MARK.metadata()}
    assert {key: body[key] for key in request if key != "metadata"} == {
        key: request[key] for key in request if key != "metadata"
    }
    assert request["metadata"] == {"team": "core"}, "the request itself is not changed"


def test_a_create_without_metadata_carries_the_marks() -> None:
    assert read_mark(create_body({"title": "x", "metadata": None}, MARK)["metadata"]) == MARK


@given(KEYS, KEYS, KEYS)
def test_metadata_is_merged(wanted: dict[str, str], before: dict[str, str], live: dict[str, str]) -> None:
    old_marks = Mark("acme", "production", "a", 1, "f" * 32, 1, "sha256:" + "2" * 64).metadata()
    body = update_body({"max_retakes": 2}, {"metadata": wanted}, {"metadata": before}, {**live, **old_marks}, MARK)
    merged = body["metadata"]
    assert read_mark(merged) == MARK
    assert body["max_retakes"] == 2
    own = without_marks(merged)
    assert own.items() >= wanted.items()
    foreign = {key: value for key, value in live.items() if key not in wanted and key not in before}
    assert own.items() >= foreign.items()
    assert own.keys() == wanted.keys() | foreign.keys(), "what the manifest dropped is gone, nothing else comes in"
    assert merged.keys() - own.keys() == set(RESERVED)


def test_settings_never_bring_their_own_metadata() -> None:
    body = update_body({"metadata": {"only": "this"}}, {"metadata": {"only": "this"}}, {}, {"ats": "7"}, MARK)
    assert body["metadata"] == {"only": "this", "ats": "7", **MARK.metadata()}

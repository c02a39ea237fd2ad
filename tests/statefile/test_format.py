from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.errors import StateError
from heymilo_ops.model.posting import Ops
from heymilo_ops.model.record import Noted
from heymilo_ops.model.state import FORMAT_VERSION, State
from heymilo_ops.statefile.backend import Backend
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.format import (
    GeneratedQuestions,
    StoredSnapshot,
    decode_record,
    decode_snapshot,
    decode_state,
    encode_record,
)
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.version import __version__

PLACE = "the/state/state.json"
CASES = Path(__file__).parents[1] / "cases" / "state"


def changed(state: State, **values: Any) -> bytes:
    return json.dumps({**json.loads(encode_record(state)), **values}).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"{", "line 1, column 2"),
        (b'{"a": 1,\n}', "line 2, column 1"),
        (b"[]", "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"format_version": NaN}', "NaN is not JSON"),
        (b"{}", "no format_version"),
        (b'{"format_version": "1"}', "no format_version"),
        (b'{"format_version": true}', "no format_version"),
        (b'{"format_version": 0}', "no format_version"),
        (b'{"format_version": 1}', "at /tool_version: field required"),
        (b"{\n<<<<<<< HEAD\n}", "unfinished git merge"),
        (b'{"a":' * 100_000, "recursion"),
    ],
)
def test_nonsense_is_refused_in_plain_words(data: bytes, why: str) -> None:
    with pytest.raises(StateError) as caught:
        decode_state(data, PLACE)
    assert caught.value.message.startswith(f"{PLACE} can't be understood: ")
    assert why in caught.value.message
    assert f"{PLACE}.previous" in caught.value.help


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"surprise": 1}, "at /surprise"),
        ({"serial": -1}, "at /serial"),
        ({"serial": "many"}, "at /serial"),
        ({"postings": {"a": {}}}, "at /postings/a/"),
        ({"pending": [{"kind": "explode"}]}, "at /pending/0/"),
    ],
)
def test_an_edited_state_says_where(filled: State, values: dict[str, Any], why: str) -> None:
    with pytest.raises(StateError, match=why):
        decode_state(changed(filled, **values), PLACE)


def test_a_revision_that_is_not_the_last_is_refused(filled: State) -> None:
    data = json.loads(encode_record(filled))
    data["postings"]["baker"]["revision"] = 2
    with pytest.raises(StateError, match="/postings/baker: its revision is not the last"):
        decode_state(json.dumps(data).encode(), PLACE)


def test_a_newer_format_names_the_release_that_wrote_it(filled: State) -> None:
    with pytest.raises(StateError) as caught:
        decode_state(changed(filled, format_version=7, tool_version="9.8.7", unheard_of={}), PLACE)
    assert "heymilo-ops 9.8.7, in format 7" in caught.value.message
    assert __version__ in caught.value.message
    assert "Install heymilo-ops 9.8.7" in caught.value.help


def test_keys_of_a_newer_release_ask_for_that_release(filled: State) -> None:
    with pytest.raises(StateError) as caught:
        decode_state(changed(filled, tool_version="9.8.7", unheard_of={}), PLACE)
    assert "was written by heymilo-ops 9.8.7" in caught.value.message
    assert "/unheard_of" in caught.value.message
    assert caught.value.help == "Install heymilo-ops 9.8.7 or newer."


@pytest.mark.parametrize("writer", [__version__, "0.0.1", "newest", ""])
def test_keys_that_no_newer_release_wrote_are_nonsense(filled: State, writer: str) -> None:
    with pytest.raises(StateError, match="can't be understood: at /unheard_of"):
        decode_state(changed(filled, tool_version=writer, unheard_of={}), PLACE)


def test_a_newer_format_that_names_nobody() -> None:
    with pytest.raises(StateError, match="of a newer release"):
        decode_state(b'{"format_version": 3}', PLACE)


def test_a_state_comes_back_as_it_was(filled: State) -> None:
    data = encode_record(filled)
    assert decode_state(data, PLACE) == filled
    assert encode_record(decode_state(data, PLACE)) == data
    assert decode_state(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), PLACE) == filled


def test_the_layout_is_what_git_shows_well(filled: State) -> None:
    text = encode_record(filled).decode()
    assert text.endswith("}\n")
    assert '\n  "format_version": 2,\n' in text
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_half_a_surrogate_pair_survives() -> None:
    record = GeneratedQuestions(digest="sha256:" + "0" * 64, posting_id="P", questions=({"text": "\ud83d é"},))
    assert decode_record(GeneratedQuestions, encode_record(record), PLACE) == record


def test_a_snapshot_comes_back_as_it_was(snapshot: StoredSnapshot) -> None:
    data = encode_record(snapshot)
    assert decode_snapshot(data, PLACE) == snapshot
    assert "Baker é" in data.decode()


@pytest.mark.parametrize(
    "request_",
    [
        {"title": "Butcher", "name": "baker"},
        {"workflow": [{"type": "dance"}]},
        {"workflow": [1]},
        {"workflow": [{"type": "web_interview", "questions": [{"modality": "mime"}]}]},
        {"title": 10**400},
    ],
)
def test_an_edited_snapshot_is_refused(snapshot: StoredSnapshot, request_: dict[str, Any]) -> None:
    edited = snapshot.model_copy(update={"request": request_})
    with pytest.raises(StateError, match="not the one that its digest was taken of"):
        decode_snapshot(encode_record(edited), PLACE)


def test_a_snapshot_of_a_canonical_form_to_come(snapshot: StoredSnapshot) -> None:
    later = snapshot.model_copy(update={"canon": 99, "tool_version": "9.9.9"})
    with pytest.raises(StateError) as caught:
        decode_snapshot(encode_record(later), PLACE)
    assert "canonical form 99" in caught.value.message
    assert "9.9.9" in caught.value.help


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=50, deadline=None)  # the first example builds the models
@given(_JSON)
def test_any_json_is_a_state_error_or_a_state(value: Any) -> None:
    with pytest.raises(StateError):
        decode_state(json.dumps(value).encode(), PLACE)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_state_error(data: bytes) -> None:
    with pytest.raises(StateError):
        decode_state(data, PLACE)


@settings(max_examples=50)
@given(st.dictionaries(st.text(), _JSON, max_size=4))
def test_questions_come_back_as_they_were(question: dict[str, Any]) -> None:
    record = GeneratedQuestions(digest="sha256:" + "0" * 64, posting_id="P", questions=(question,))
    assert decode_record(GeneratedQuestions, encode_record(record), PLACE) == record


def test_a_state_from_before_portable_forms_still_loads() -> None:
    state = decode_state((CASES / "before-portable.json").read_bytes(), PLACE)
    (intent,) = state.pending
    assert intent.portable is None
    revisions = [each for posting in state.postings.values() for each in posting.revisions]
    assert len(revisions) == 3
    assert all(each.portable is None and each.portable_digest == each.digest for each in revisions)
    assert decode_state(encode_record(state), PLACE) == state


def test_a_snapshot_from_before_portable_forms_still_loads() -> None:
    data = (CASES / "before-portable.snapshot.json").read_bytes()
    assert decode_snapshot(data, PLACE).resolved["name"] == "nurse"


@pytest.fixture
def first_format(tmp_path: Path) -> StateStore:
    """A state, its journal and its snapshots as the last release with format 1 left them."""
    root = tmp_path / "state"
    shutil.copytree(CASES / "format-1", root)
    return StateStore(FolderBackend(root), "the/state")


def test_a_state_of_the_first_format_is_read_with_its_journal(first_format: StateStore) -> None:
    state = first_format.read()
    assert state is not None
    baker = state.postings["baker"]
    assert (baker.posting_id, baker.revision, baker.ops.protect, state.serial) == ("P2", 2, True, 8)
    assert (baker.live_name, baker.committed, baker.ops.adopt) == (None, None, None)
    assert [(each.baseline, each.allowed) for each in baker.revisions] == [(None, ()), (None, ())]
    assert first_format.snapshot(baker.digest) is not None


def test_a_state_of_the_first_format_is_written_in_this_one(first_format: StateStore) -> None:
    first_format.read()
    first_format.write(first_format.append(Noted(address="baker", ops=Ops(adopt="P2"))))
    assert FORMAT_VERSION == 2
    assert sorted(_formats(first_format.backend)) == ["snapshots 1", "snapshots 1", "state.json 2"]


def _formats(backend: Backend) -> Iterator[str]:
    """Yield the folder of each document with its format."""
    for key in backend.list(""):
        document = backend.get(key)
        assert document is not None
        if key.endswith(".json"):
            yield f"{key.split('/')[0]} {json.loads(document.data)['format_version']}"

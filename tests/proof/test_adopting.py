"""Postings made by hand are taken over once each, wherever the process that does it is killed."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from heymilo_ops.model.canonical import request_of
from heymilo_ops.model.live import read_mark
from tests.proof.rounds import killed, posting
from tests.proof.world import KEY, World

NAMES = ("alpha", "beta")
CLOSES = "2035-01-31T18:00:00Z"
CASES = [
    *(("folder", label) for label in ("opened.after", "sending.after", "patch.flight", "patch.after")),
    *(("folder", label) for label in ("confirmed.after", "state.fold.before")),
    ("bucket", "patch.flight"),
    ("git", "patch.flight"),
]


def made_by_hand(world: World) -> dict[str, str]:
    """Two postings that somebody made at HeyMilo, with manifests that take them over; their ids."""
    ids = {}
    with httpx.Client(base_url=world.served.url, headers={"X-API-KEY": KEY}, timeout=30, trust_env=False) as http:
        for name in NAMES:
            body = request_of(posting(f"Made {name}", deadline=CLOSES, metadata={"team": "north"}))
            answer = http.post("/api/v2/postings", json={"name": f"by-hand-{name}", **body}).raise_for_status()
            ids[name] = str(answer.json()["data"]["id"])
    world.want(**{name: posting(f"Made {name}", deadline=CLOSES, ops={"adopt": ids[name]}) for name in NAMES})
    return ids


@pytest.mark.parametrize(("backend", "label"), CASES)
def test_each_is_taken_over_once(backend: str, label: str, build: Callable[[str], World]) -> None:
    world = build(backend)
    ids = made_by_hand(world)
    killed(world, label, 1)
    run = world.apply()
    assert run.code == 0, run.said
    state = world.state()
    assert state is not None
    shown = {each["id"]: each for each in world.served.postings()}
    assert shown.keys() == set(ids.values()), "nothing was made"
    for name, posting_id in ids.items():
        entry, mark = state.postings[name], read_mark(shown[posting_id]["metadata"])
        assert mark is not None
        assert (mark.name, mark.revision, shown[posting_id]["metadata"]["team"]) == (name, 1, "north")
        assert (entry.posting_id, entry.live_name) == (posting_id, f"by-hand-{name}")
        assert [(made.number, made.action) for made in entry.revisions] == [(1, "adopt")]
    asked = len(world.served.requests())
    assert world.apply().code == 0
    assert {each["method"] for each in world.served.requests()[asked:]} == {"GET"}

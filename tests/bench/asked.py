"""What each command asks of HeyMilo: requests, counted by the sandbox's log, and minutes at the default rate.

Usage: asked.py COUNT. So many postings are made by hand at HeyMilo, then imported and taken over, planned, looked
at for drift, and one question of one of them is reworded in place. Nothing waits: the rate is counted, not kept.
Prints JSON: a list of {what, requests, minutes}.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from heymilo_ops.config import WorkspaceConfig
from tests.live_machine.link import URL, linked
from tests.live_machine.world import APPLY, BASE, KEY, World

RATE: int = WorkspaceConfig.model_fields["requests_per_minute"].default
QUESTIONS = 12
EDIT = "ops:\n  on_change: {cosmetic: update, wording: update}\n"


def main(count: int) -> None:
    """The program."""
    os.environ |= {"HEYMILO_API_KEY": KEY, "HEYMILO_OPS_ALLOW_HOST": URL.removeprefix("http://")}
    world = World()
    try:
        with linked(lambda: world.wire, lambda: world.fuse):
            sys.stdout.write(json.dumps(measured(world, count)) + "\n")
    finally:
        world.close()


def measured(world: World, count: int) -> list[dict[str, Any]]:
    """Count the requests of each command."""
    for number in range(count):
        world.ask("POST", BASE, posting(number))
    rows = []

    def row(what: str, *args: str) -> None:
        world.http.delete("/_control/requests").raise_for_status()
        ran = world.cli(*args)
        assert ran.code == 0, ran
        asked = len(world.http.get("/_control/requests").json())
        rows.append({"what": what, "requests": asked, "minutes": round(asked / RATE, 1)})

    row("import --all", "import", "--all")
    row("plan, before the adoption", "plan")
    row("apply, the adoption", *APPLY)
    row("plan, no change", "plan")
    row("plan --refresh full", "plan", "--refresh", "full")
    row("drift show", "drift", "show")
    reword(world)
    row("plan, one question reworded", "plan")
    row("apply, in place", *APPLY)
    return rows


def posting(number: int) -> dict[str, Any]:
    """A posting made by hand."""
    questions = [
        {
            "modality": "voice",
            "text": f"Question {asked} of {number}?",
            "question_type": "open-ended",
            "not_scored": True,
        }
        for asked in range(QUESTIONS)
    ]
    return {
        "title": f"Posting {number}",
        "name": f"posting-{number}",
        "description": "What it is about, in a few words.",
        "workflow": [{"type": "web_interview", "config": {"video": True}, "questions": questions}],
    }


def reword(world: World) -> None:
    """Reword one question of one posting, which may be edited in place."""
    path = next(world.root.glob("postings/*.yaml"))
    text = path.read_text(encoding="utf-8")
    words = f"Question 0 of {path.stem.rpartition('-')[2]}?"
    assert words in text
    text = text.replace(words, words.replace("Question", "Query"))
    path.write_text(text.replace("ops:\n", EDIT), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]))

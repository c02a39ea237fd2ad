"""The same postings twice: each whole in its own file, and sharing by all four forms.

What they share: the company text (``file``), two questions (``use``), two ids (``var``), and settings with the config
of the voice step (``extends``). Usage: alike.py plain|shared ROOT N
"""

from __future__ import annotations

import copy
import random
import sys
from pathlib import Path
from typing import Any

import manifests
import words

IDS = {"talent_phone": "666A24C3", "talent_sender": "5C2E0D9A77B1"}
COMPANY = (
    "Tidewater Mutual insures homes, small boats and small businesses along the coast. "
    "We belong to our 310,000 members, not to shareholders, and we have paid claims since 1911."
)
DEFAULTS = {"language": "en", "interviewer_name": "Imogen", "allow_sms_comms": True, "max_retakes": 2}
CONFIG = {
    "video": False,
    "voice_id": "wrv-1a2b3c",
    "interview_type": "behavioral",
    "web_interview_config": {
        "show_transcript": True,
        "max_duration_seconds": 3600,
        "intro_message": "Hello, I am an AI interviewer.\nThere are no trick questions.",
        "outro_message": "Thank you for your time.\nA person will write to you within five working days.",
    },
}
QUESTIONS: dict[str, dict[str, Any]] = {
    "changed-your-mind": {
        "text": "Walk me through a decision about which you changed your mind.",
        "question_type": "scored",
        "evaluation_criteria": "Listen for the argument or the evidence that moved them.",
        "score_of_1": "Gave way to rank or to fatigue, or names no decision.",
        "score_of_5": "Names what they held first, what moved them, and what they do differently since.",
        "score_weight": 2,
    },
    "plain-words": {
        "text": "Explain something that you know well, as if I had never heard of it.",
        "question_type": "scored",
        "evaluation_criteria": "Listen for plain words, and for an example that explains it.",
        "score_of_1": "Uses terms of the trade without saying what they mean.",
        "score_of_5": "Starts from what anyone knows, gives an example, and checks that it was understood.",
        "score_weight": 2,
    },
}


def write(root: Path, count: int, *, shared: bool, seed: int = 1) -> None:
    """Write ``count`` postings below ``root``; both ways ask for the same, but for line breaks in texts."""
    values = "".join(f"      {name}: {value}\n" for name, value in IDS.items())
    config = manifests.CONFIG.replace("{api_key_env: HEYMILO_API_KEY}", f"\n    vars:\n{values}")
    (root / "heymilo.yaml").write_text(config, encoding="utf-8")
    if shared:
        _library(root / "postings" / "_shared")
    for i in range(count):
        rng = random.Random(f"{seed}/{i}")
        trade, place = rng.choice(words.TRADES), rng.choice(words.PLACES)
        name = f"{trade[0]}-{place[0]}-{i:05}"
        data = _posting(manifests.posting(rng, name, trade, place), shared=shared)
        path = root / "postings" / trade[0] / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manifests.text(rng, data), encoding="utf-8")


def _library(folder: Path) -> None:
    data = {f"questions/{key}": each for key, each in QUESTIONS.items()}
    data["defaults/all"] = {**DEFAULTS, "steps": {"web_interview": CONFIG}}
    texts = {f"{name}.yaml": manifests.text(random.Random(0), each) for name, each in data.items()}
    for name, text in {**texts, "texts/company.md": COMPANY}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _posting(data: dict[str, Any], *, shared: bool) -> dict[str, Any]:
    """A made-up posting with what all have in common, in its own file or shared."""
    data = {key: each for key, each in data.items() if key not in DEFAULTS}
    data["workflow"] = [_step(step, shared=shared) for step in data["workflow"]]
    if not shared:
        ids = {"phone_number_id": IDS["talent_phone"], "sender_email_id": IDS["talent_sender"]}
        return {**data, **ids, **DEFAULTS, "company_overview": COMPANY}
    variables = {"phone_number_id": {"var": "talent_phone"}, "sender_email_id": {"var": "talent_sender"}}
    return {**data, **variables, "company_overview": {"file": "company.md"}, "extends": "all"}


def _step(step: dict[str, Any], *, shared: bool) -> dict[str, Any]:
    if step["type"] != "web_interview":
        return step
    own = step["questions"][2:]  # two of them make room for the shared ones
    if shared:
        asked: list[dict[str, Any]] = [{"use": key} for key in QUESTIONS]
        return {"type": "web_interview", "questions": asked + own}
    asked = [{"key": key, **each} for key, each in QUESTIONS.items()]
    return {**step, "config": copy.deepcopy(CONFIG), "questions": asked + own}


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[3]), shared=sys.argv[1] == "shared")

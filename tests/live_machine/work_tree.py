"""Small manifests, and what may be edited in one."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
EDITS = ("title", "instructions", "max_retakes", "config", "text", "criteria", "weight", "add", "drop", "swap")
IN_PLACE = dict.fromkeys(("cosmetic", "wording", "rubric", "scoring", "notice", "knockout", "identity"), "update")
ON_CHANGE = (IN_PLACE, IN_PLACE, {"wording": "update", "rubric": "update"}, "replace")
HAND_EDITS = ("title", "instructions", "max_retakes", "config", "text", "criteria", "weight")


def manifest(name: str) -> Json:
    """A posting with two questions."""
    questions = [question(f"Why {name}?", "why"), question(f"How {name}?", "how")]
    return {
        "name": name,
        "title": f"Title of {name}",
        "description": f"What {name} is about, in a few words.",
        "deadline": "2100-01-31T18:00:00Z",
        "workflow": [{"type": "web_interview", "config": {"video": True}, "questions": questions}],
    }


def question(text: str, key: str) -> Json:
    """A scored question."""
    return {
        "key": key,
        "text": text,
        "question_type": "scored",
        "evaluation_criteria": f"A case behind: {text}",
        "score_of_1": "No case.",
        "score_of_5": "A case, with what came of it.",
        "score_weight": 3,
    }


def edited(data: Json, what: str, number: int, word: str) -> None:
    """Change one thing in a manifest's data."""
    step = data["workflow"][0]
    asked = step["questions"]
    if not asked:
        asked.append(question(f"Which {word}?", word.replace(" ", "-")))
    one = asked[number % len(asked)]
    if what in ("title", "instructions"):
        data[what] = f"This is {word}."
    elif what == "max_retakes":
        data[what] = number % 6
    elif what == "config":
        step["config"] = {**step.get("config", {}), "instructions": f"Here: {word}."}
    elif what == "text":
        one["text"] = f"What of {word}?"
    elif what == "criteria":
        one["evaluation_criteria"] = f"Listen for {word}."
    elif what == "weight":
        one["score_weight"] = 1 + number % 5
    elif what == "add":
        asked.insert(number % (len(asked) + 1), question(f"Why {word}?", word.replace(" ", "-")))
    elif what == "drop" and len(asked) > 1:
        asked.remove(one)
    else:
        asked.reverse()

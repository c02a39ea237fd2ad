"""Made-up manifests as people would write them: the same seed gives the same bytes.

Sizes run from 2 to 20 KB with a median near 6 KB; there are about twelve questions in one, all four step
types and all six modalities between them, comments, folded, literal, quoted and plain texts. They have no
error and no warning unless asked.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import words

Posting = dict[str, Any]

CONFIG = """version: 1
project: bench
default_workspace: production
workspaces:
  production: {api_key_env: HEYMILO_API_KEY}
"""


def write_repo(root: Path, count: int, seed: int = 1, broken: float = 0.0) -> list[Path]:
    """Write ``heymilo.yaml`` and ``count`` manifests below ``root``; a share of them ``broken``. Returns the files."""
    (root / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
    files = []
    for i in range(count):
        rng = random.Random(f"{seed}/{i}")
        trade, place = rng.choice(words.TRADES), rng.choice(words.PLACES)
        made = manifest(rng, f"{trade[0]}-{place[0]}-{i:05}", trade, place)
        folder = root / "postings" / trade[0] if count > 50 else root / "postings"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{trade[0]}-{place[0]}-{i:05}.yaml"
        path.write_text(break_it(rng, made) if rng.random() < broken else made, encoding="utf-8")
        files.append(path)
    return files


def manifest(rng: random.Random, name: str, trade: tuple[str, ...], place: tuple[str, ...]) -> str:
    """One manifest as YAML text."""
    return text(rng, posting(rng, name, trade, place))


def text(rng: random.Random, data: Posting) -> str:
    """Data as YAML text."""
    return "".join(_Writer(rng).root(data))


def posting(rng: random.Random, name: str, trade: tuple[str, ...], place: tuple[str, ...]) -> Posting:
    """One posting as data."""
    made = _Made(rng, trade, place)
    steps = [kind for kind in ("resume", "form", "conversational_sms", "web_interview") if rng.random() < 0.62]
    steps = steps or ["web_interview"]
    return {
        "name": name,
        "title": f"{trade[1]}, {place[0].capitalize()}",
        "description": made.prose(words.ABOUT, 2, 4),
        "language": "en",
        "interviewer_name": rng.choice(("Imogen", "Rosa", "Idris", "Noor")),
        "instructions": made.prose(words.HANDLING, 2, 4),
        "company_overview": f"{rng.choice(words.EMPLOYERS)} has {rng.choice(words.SIZES)}.\n"
        + made.prose(words.ABOUT, 1, 4),
        "company_overview_delivery_mode": "reference_only",
        "job_overview": made.prose(words.ABOUT, 1, 3) + f"\nThe pay is {rng.randint(20, 60)},000 {place[2]} a year.",
        "job_overview_delivery_mode": "reference_only",
        "interview_process_overview": (
            "We use AI so that everyone gets the same questions at an hour that suits them.\n"
            "Answers are recorded and transcribed, and a person reads every one of them.\n"
            "People, not software, decide who goes on, and anyone set aside can ask for a person to look again.\n"
            f"To talk to a person, or for an adjustment, write to hiring@{trade[0]}.coop."
        ),
        "interview_process_overview_delivery_mode": "exact_delivery",
        "phone_number_id": f"{rng.randrange(16**8):08X}",
        "sender_email_id": f"{rng.randrange(16**12):012X}",
        "deadline": f"20{rng.randint(41, 60)}-0{rng.randint(1, 9)}-{rng.randint(10, 28)}T18:00:00Z",
        "allow_sms_comms": True,
        "max_retakes": rng.randint(1, 3),
        "metadata": {"cost_centre": str(rng.randint(4000, 4999)), "owner": f"{trade[0]}-hiring"},
        "workflow": [getattr(made, kind)() for kind in steps],
        "ops": {"jurisdictions": [rng.choice(("GB", "EU") if place[1].startswith("Europe") else ("US-IL", "US-NY"))]},
    }


class _Made:
    """The parts of one posting."""

    def __init__(self, rng: random.Random, trade: tuple[str, ...], place: tuple[str, ...]) -> None:
        self.rng = rng
        self.zone = place[1]
        self.words = {"work": trade[2], "trouble": trade[3], "trouble_cap": trade[3].capitalize(), "people": trade[4]}
        self.scale = rng.choice((0.4, 0.5, 0.7, 0.8, 0.9, 1, 1.3, 2.2))
        """How much there is to say: what makes some manifests three times as long as others."""

    def filled(self, text: str) -> str:
        for name, word in self.words.items():
            text = text.replace(f"{{{name}}}", word)
        return text.replace("{n}", str(self.rng.randint(2, 9)))

    def prose(self, sentences: tuple[str, ...], fewest: int, most: int) -> str:
        count = min(len(sentences), max(1, round(self.rng.randint(fewest, most) * self.scale)))
        return "\n".join(map(self.filled, self.rng.sample(sentences, count)))

    def some(self, choices: tuple[Any, ...], usual: int, most: int = 99) -> list[Any]:
        count = round(self.rng.uniform(0.7, 1.3) * usual * self.scale)
        return self.rng.sample(choices, max(1, min(count, len(choices), most)))

    def rubric(self, text: str, prefix: str) -> Posting:
        """The rubric of a question, the same wherever it is asked."""
        rng = random.Random(text)
        looked = rng.sample(words.LOOK_FOR, rng.choice((3, 3, 4, 5, 6)))
        return {
            "evaluation_criteria": self.filled(f"{prefix} {', for '.join(looked)}."),
            "score_of_1": self.filled(rng.choice(words.WEAK)),
            "score_of_5": self.filled(rng.choice(words.STRONG)),
            "score_weight": rng.randint(3, 4),
        }

    def resume(self) -> Posting:
        musts = [
            {"key": f"must-{i}", "modality": "resume_eligibility", "text": self.filled(text)}
            for i, text in enumerate(self.some(words.MUSTS, 2))
        ]
        scored = [
            {
                "key": f"cv-{i}",
                "modality": "resume_scoring",
                "text": self.filled(text),
                **self.rubric(self.filled(text), self.filled(criteria).removesuffix(".") + ", and for"),
            }
            for i, (text, criteria) in enumerate(self.some(words.CRITERIA, 3))
        ]
        return {
            "type": "resume",
            "config": {"knockout_enabled": True, "mandatory": True},
            "questions": musts + scored,
        }

    def form(self) -> Posting:
        rng = self.rng
        yes_or_no = [{"label": "Yes", "value": "yes"}, {"label": "No", "value": "no"}]
        gate: Posting = {
            "key": "right-to-work",
            "text": "Will you have the right to work here on your first day?",
            "question_type": "dropdown",
            "answer": "yes",
            "is_knockout": True,
            "is_answer_mandated": True,
            "dropdown_values": yes_or_no,
            "mcq_type": "single",
        }
        start: Posting = {"key": "start", "text": "From which date could you start?", "question_type": "date"}
        ease: Posting = {
            "text": self.filled("How at ease are you with {trouble} today?"),
            "question_type": "slider",
            "slider_min": 0,
            "slider_max": 10,
            "slider_step": rng.choice((1, 0.5, 2)),
        }
        free = [
            {"text": self.filled(text), "question_type": "textarea", "is_answer_mandated": False}
            for text in self.some(words.FIELDS, 1, 2)
        ]
        return {"type": "form", "config": {"knockout_enabled": True}, "questions": [gate, start, *free, ease]}

    def conversational_sms(self) -> Posting:
        rng = self.rng
        asked: list[Posting] = [
            {"text": self.filled(text), "question_type": "YES_NO", "expected_answer": "yes", "is_dealbreaker": i == 0}
            for i, text in enumerate(self.some(words.TEXTED, 2, 3))
        ]
        counted: list[Posting] = [
            {
                "text": self.filled(text),
                "question_type": "NUMERIC",
                "expected_value": rng.randint(1, 4),
                "is_dealbreaker": False,
                "score_weight": rng.randint(2, 3),
            }
            for text in self.some(words.COUNTED, 1, 2)
        ]
        return {
            "type": "conversational_sms",
            "config": {
                "knockout_enabled": True,
                "intro_message": "Hi {{candidate_name}}, our AI assistant on {{job_title}}.\nShort questions.\n"
                "Reply STOP to end.",
                "disqualification_message": "Thank you.\nThis may not suit.\nTo have a person look again, write to us.",
                "follow_up_message": "Our AI assistant again. Reply when it suits you, or STOP to end.",
                "cooldown_period_hrs": 24,
                "max_nudge_amount": rng.randint(1, 2),
                "blackout_period": {"enabled": True, "timezone": self.zone, "start_hour": 20, "end_hour": 9},
            },
            "questions": asked + counted,
        }

    def web_interview(self) -> Posting:
        rng = self.rng
        told = [rng.choice(words.OPENINGS).format(each) for each in self.some(words.SITUATIONS, 4, 6)]
        texts = [*told, *self.some(words.CASES, 1, 1)]
        scored = [self._voice(i, self.filled(text)) for i, text in enumerate(texts)]
        last: Posting = {
            "key": "your-questions",
            "text": "What would you like to know about the work before you decide?",
            "question_type": "open-ended",
            "not_scored": True,
            "additional_instructions": "Answer from the job overview.\nElse promise that a person will write.",
        }
        tag: Posting = {
            "modality": "voice_tags",
            "text": "preferred_hours",
            "response_format": "text",
            "instructions": "The hours that the candidate says they would rather work.",
            "options": ["mornings", "evenings", "no preference"],
        }
        return {
            "type": "web_interview",
            "config": {
                "video": False,
                "voice_id": f"wrv-{rng.randrange(16**6):06x}",
                "interview_type": rng.choice(("behavioral", "technical")),
                "web_interview_config": {
                    "show_transcript": True,
                    "max_duration_seconds": 3600,
                    "intro_message": "Hello, I am an AI interviewer.\nThere are no trick questions.",
                    "outro_message": "Thank you for your time.\nA person will write to you within five working days.",
                },
            },
            "questions": [*scored, last, tag],
        }

    def _voice(self, i: int, text: str) -> Posting:
        rng = self.rng
        if not any(word in text for word in self.words.values()):  # the rubric is of the trade, so the question is too
            text = f"{text} It may be about {self.words['work']}."
        question = {"key": f"q{i}", "text": text, "question_type": "scored", **self.rubric(text, "Listen for")}
        if rng.random() < 0.6:
            question |= {"min_follow_ups": rng.randint(0, 1), "max_follow_ups": rng.randint(1, 2)}
        if rng.random() < 0.3:
            question["additional_instructions"] = self.prose(words.HANDLING, 1, 2)
        return question


class _Writer:
    """Data as YAML text, in more than one hand."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def root(self, data: Posting) -> Iterator[str]:
        yield "# yaml-language-server: $schema=../../schemas/posting.schema.json\n#\n# Made up, to measure with.\n\n"
        for key, value in data.items():
            if key in ("company_overview", "workflow", "phone_number_id"):
                yield "\n" + self._comment("")
            yield from self._pair(key, value, "")

    def _comment(self, indent: str) -> str:
        return f"{indent}# {self.rng.choice(words.COMMENTS)}\n"

    def _pair(self, key: str, value: Any, indent: str) -> Iterator[str]:
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            for name, each in value.items():
                yield from self._pair(name, each, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield f"{indent}{key}:\n"
            for each in value:
                if self.rng.random() < 0.15:
                    yield self._comment(indent + "  ")
                yield from self._item(each, indent + "  ")
        elif isinstance(value, list):
            flow = self.rng.random() < 0.3
            lines = "".join(f"{indent}  - {self._inline(each)}\n" for each in value)
            yield f"{indent}{key}: [{', '.join(map(str, value))}]\n" if flow else f"{indent}{key}:\n{lines}"
        elif isinstance(value, str) and ("\n" in value or len(value) > 100):
            yield f"{indent}{key}: {self._block(value, indent + '  ')}"
        else:
            behind = "  # agreed in spring" if self.rng.random() < 0.02 else ""
            yield f"{indent}{key}: {self._inline(value)}{behind}\n"

    def _item(self, value: Mapping[str, Any], indent: str) -> Iterator[str]:
        text = "".join(line for key, each in value.items() for line in self._pair(key, each, indent + "  "))
        yield f"{indent}- {text[len(indent) + 2 :]}"

    def _block(self, text: str, indent: str) -> str:
        head = self.rng.choice((">-", ">-", ">-", ">-", "|", "|-", ">"))
        return f"{head}\n" + "".join(f"{indent}{line}\n" for line in text.split("\n"))

    def _inline(self, value: Any) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        plain = re.fullmatch(r"[A-Za-z][\w ,.'?()/-]*", value) and value.lower() not in ("yes", "no", "on", "off")
        if plain and self.rng.random() < 0.92:
            return value
        return f"'{value}'" if "'" not in value and self.rng.random() < 0.2 else json.dumps(value, ensure_ascii=False)


BREAKS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("title:", "titel:", 1),
    lambda text: text.replace("max_retakes: ", "max_retakes: -", 1),
    lambda text: text.replace("language: en", "language: english please", 1),
    lambda text: text + "name: a-second-one\n",
    lambda text: text.replace("allow_sms_comms: true", "allow_sms_comms: yes", 1),
    lambda text: text.replace("  - type:", "  - type: [", 1),
)
"""What people get wrong: each makes an error of a good manifest."""


def break_it(rng: random.Random, text: str) -> str:
    """The text with one mistake in it."""
    return rng.choice(BREAKS)(text)


def reword(path: Path) -> None:
    """Change one sentence of a manifest, as somebody would before a pull request."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("write to hiring@", "write or call hiring@"), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write_repo(Path(sys.argv[2]), int(sys.argv[3]), broken=float(sys.argv[4]))
    else:
        for name in sys.argv[2:]:
            reword(Path(name))

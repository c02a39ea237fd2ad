"""Manifests as large as lint reads them, each made of much of one thing. They are what time is bounded for."""

from __future__ import annotations

from collections.abc import Callable

HEAD = """\
name: large
title: Large
description: Work.
deadline: "2045-01-31T18:00:00Z"
job_overview: Work.
"""
VOICE = f"{HEAD}workflow:\n  - type: web_interview\n    questions:\n"
FORM = f"{HEAD}workflow:\n  - type: form\n    questions:\n"
SMS = f"{HEAD}workflow:\n  - type: conversational_sms\n    questions:\n"
RESUME = f"{HEAD}workflow:\n  - type: resume\n    questions:\n"

TOKENS = (
    "<!--", "<!-- a", "-->", "sk-", "sk-a", "sk-1", "AKIA", "ghp_", "github_pat_", "glpat-", "AIza", "eyJ",
    "eyJaaaaaaaaaa.", "npm_", "-----BEGIN ", "-----BEGIN A ", "A PRIVATE KEY", "SG.", "xoxb-", "xoxb-a", "sk_live_",
    "://", "://a:", "://a:b", "a://", "{{", "{{ ", "{{a", "{{a ", "{", "{ candidate", "}}", "[", "[[", "<", "TODO ",
    "a. ", "a.", "A.I.", "? ", "?", "e.g. ", "1. ", "- ", "* ", "and ", "not ", "nice to have ", "a", "a ", " ",
    "A", "1", "1,", "é", "\u200b", "\U000e0061", "\u202e", "\ufeff", "how ", "tell me about a time when ", "what ",
    "we ", "emotion ", "honest ", "decides ", "software ", "a person ", "https://", "https://a", "https://[", "@",
    "#", "a-b", "_", "'", '"', "\\", "`", "*", "(", ")", "=", "<=", "%", "/", ":", "...", "…", "–",
)  # fmt: skip
"""What the rules look for, and beginnings of it: a text full of one is where a pattern goes back and forth."""


def repeated(token: str, size: int) -> str:
    """So much of one token."""
    return token * (size // len(token.encode()))


def quoted(text: str) -> str:
    """A text as a double-quoted scalar."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\ufeff", "\\uFEFF")
    return f'"{escaped}"'


def in_the_texts(token: str) -> Callable[[int], str]:
    """A manifest that has a token over and over in each kind of text."""

    def make(size: int) -> str:
        text = quoted(repeated(token, size // 9))
        return (
            f"name: large\ntitle: {text}\ndescription: {text}\njob_overview: {text}\ninstructions: {text}\nworkflow:\n"
            f"  - type: resume\n    questions:\n      - {{modality: resume_eligibility, text: {text}}}\n"
            f"  - type: conversational_sms\n    config: {{intro_message: {text}}}\n    questions:\n"
            f"      - {{text: Yes?, question_type: YES_NO, expected_answer: 'yes', is_dealbreaker: true}}\n"
            f"  - type: web_interview\n    questions:\n      - text: {text}\n        question_type: scored\n"
            f"        evaluation_criteria: {text}\n        score_of_1: {text}\n"
        )

    return make


def lines(head: str, line: Callable[[int], str]) -> Callable[[int], str]:
    """A head, and so many lines that it comes to the size."""

    def make(size: int) -> str:
        found, room, number = [head], size - len(head.encode()), 0
        while True:
            new = line(number)
            room -= len(new.encode())
            if room < 0:
                return "".join(found)
            found.append(new)
            number += 1

    return make


def between(head: str, item: Callable[[int], str], tail: str) -> Callable[[int], str]:
    """The same on one line, with something at its end."""
    make = lines(head, item)
    return lambda size: make(size - len(tail)) + tail


def _deep(size: int) -> str:
    one = "".join(f"{'  ' * level}k:\n" for level in range(60)) + "  " * 60 + "v\n"
    return HEAD + "".join(f"k{number}:\n" + one.replace("k:", f"k{number}:", 1) for number in range(size // len(one)))


def _aliases(size: int) -> str:
    return HEAD + "a: &a [" + "b," * (size // 2000) + "]\n" + "".join(f"k{number}: *a\n" for number in range(99))


def _wide_aliases(size: int) -> str:
    return (
        HEAD + "metadata: &a {" + ",".join(f"k{number}: {{}}" for number in range(size // 1400)) + "}\n"
        "workflow: [" + ",".join(["*a"] * 99) + "]\n"
    )


def _scored(number: int, more: str = "") -> str:
    return f"      - {{text: 'Tell me about job {number}?', question_type: scored, score_weight: 1{more}}}\n"


SHAPES: dict[str, Callable[[int], str]] = {
    "a comment of one line": lambda size: HEAD + "#" * (size - len(HEAD)),
    "aliases of a list": _aliases,
    "aliases of a mapping": _wide_aliases,
    "allow comments": lines(HEAD, lambda _: "# heymilo-ops: allow CX101 so\n"),
    "allow comments above values": lines(VOICE, lambda n: f"      # heymilo-ops: allow CX101 so\n{_scored(n)}"),
    "allow comments behind values": lines(VOICE, lambda n: _scored(n)[:-1] + "  # heymilo-ops: allow CX151 so\n"),
    "allow comments of many codes": lines(HEAD, lambda _: "# heymilo-ops: allow " + "CX101, " * 99 + "CX102 so\n"),
    "allow comments that are wrong": lines(HEAD, lambda _: "# heymilo-ops: allow\n"),
    "allow in quoted texts": lines(VOICE, lambda n: f"      - {{text: '{n} # heymilo-ops: allow CX101 so'}}\n"),
    "anchors that nobody uses": lines(HEAD, lambda n: f"k{n}: &a{n} b\n"),
    "blank lines": lambda size: HEAD + "\n" * (size - len(HEAD)),
    "broken at the end": between(HEAD, lambda n: f"k{n}: v\n", "a: b: c\n"),
    "broken behind a long line": lambda size: HEAD + "a: b" + " #" * (size // 2) + "\n  c\n",
    "broken in a long line": lambda size: HEAD + "a: b" + " x" * (size // 2) + ": c\n",
    "colons": lambda size: HEAD + "a: " + "b:" * (size // 2),
    "deep nesting": _deep,
    "dropdown values alike": between(
        FORM + "      - {text: 'Which?', question_type: dropdown, dropdown_values: [",
        lambda n: f"{{label: A, value: {n}}}, ",
        "]}\n",
    ),
    "dropdown values wrong": between(
        FORM + "      - {text: 'Which?', question_type: dropdown, dropdown_values: [", lambda _: "a,", "]}\n"
    ),
    "empty items": lines(f"{HEAD}workflow:\n", lambda _: "-\n"),
    "extends that isn't there": lines("extends: gone\n" + HEAD, lambda n: f"k{n}: {{file: x.md}}\n"),
    "hidden characters": lambda size: HEAD + "a: " + "\u200b" * (size // 3),
    "control characters": lambda size: HEAD + "a: " + "\x07" * size,
    "keys twice": lines(HEAD, lambda _: "title: b\n"),
    "keys that are no texts": lines(HEAD, lambda n: f"{n}: b\n"),
    "metadata": lines(HEAD + "metadata:\n", lambda n: f"  k{n}: v\n"),
    "metadata in flow": between(HEAD + "metadata: {", lambda n: f"k{n}: v, ", "}\n"),
    "metadata alike": lines(HEAD + "metadata:\n", lambda n: f"  {'-' * (n % 400)}k_{n}: v\n"),
    "questions of a form alike": lines(
        FORM, lambda n: f"      - {{text: 'How many years? {n}', question_type: number}}\n"
    ),
    "questions of a form knocking out": lines(
        FORM,
        lambda n: (
            f"      - {{text: 'Years {n}?', question_type: number, is_knockout: true, is_answer_mandated: false}}\n"
        ),
    ),
    "questions of a résumé": lines(RESUME, lambda n: f"      - {{modality: resume_eligibility, text: Work {n}}}\n"),
    "questions that score a résumé": lines(RESUME, lambda n: f"      - {{modality: resume_scoring, text: Work {n}}}\n"),
    "questions by text message": lines(
        SMS,
        lambda n: (
            f"      - {{text: 'Job {n}?', question_type: YES_NO, expected_answer: maybe, is_dealbreaker: true}}\n"
        ),
    ),
    "questions aloud": lines(VOICE, _scored),
    "questions alike": lines(VOICE, lambda n: f"      - {{text: 'Tell me about a job that you did well {n % 7}'}}\n"),
    "questions the same": lines(VOICE, lambda _: "      - {text: Tell me about a job that you did well}\n"),
    "questions without a word": lines(VOICE, lambda n: f"      - {{text: '{'?' * (n % 50 + 1)}'}}\n"),
    "questions of function words": lines(VOICE, lambda n: f"      - {{text: '{'a ' * (n % 50)}the of {n}'}}\n"),
    "questions with unknown keys": lines(VOICE, lambda n: _scored(n, ", colour: red")),
    "questions with the same key": lines(VOICE, lambda n: f"      - {{key: a, text: Job {n}}}\n"),
    "questions of a wrong kind": lines(VOICE, lambda n: f"      - {{modality: form, text: Job {n}}}\n"),
    "questions that are wrong": lines(VOICE, lambda n: f"      - {{modality: [], text: {n}}}\n"),
    "questions that use": lines(VOICE, lambda _: "      - use: gone\n"),
    "questions that use others": lines(VOICE, lambda n: f"      - use: gone-{n}\n"),
    "quotes never closed": lambda size: HEAD + 'a: "' + "b\n " * (size // 3),
    "reserved characters": lines(HEAD, lambda n: f"k{n}: `b\n"),
    "rubrics alike": lines(
        VOICE, lambda n: _scored(n, ", evaluation_criteria: Good, score_of_1: Works well, score_of_5: Works well")
    ),
    "steps": lines(f"{HEAD}workflow:\n", lambda n: f"  - {{type: form, questions: [{{text: Job {n}}}]}}\n"),
    "steps of an unknown type": lines(f"{HEAD}workflow:\n", lambda n: f"  - {{type: form{n}}}\n"),
    "steps on one line": between(f"{HEAD}workflow: [", lambda n: f"{{type: form{n}, questions: []}}, ", "]\n"),
    "swallowed words": lines(HEAD, lambda n: f"k{n}: one word # two\n"),
    "tabs": lines(HEAD + "a:\n", lambda _: "\tb: c\n"),
    "tags": lines(HEAD, lambda n: f"k{n}: !a b\n"),
    "texts to continue": lines(HEAD + "a: b\n", lambda _: "  b\n"),
    "unknown keys": lines(HEAD, lambda n: f"k{n}: v\n"),
    "unknown keys on one line": between("{", lambda n: f"k{n}: v, ", "a: b}\n"),
    "unknown keys on one line, in a question": between(
        VOICE + "      - {text: 'Job?', ", lambda n: f"k{n}: v, ", "a: b}\n"
    ),
    "unknown keys that are long": lines(HEAD, lambda n: f"{'k' * 2000}{n}: v\n"),
    "values out of range": lines(FORM, lambda n: f"      - {{text: {n}, question_type: slider, slider_min: {n}}}\n"),
    "variables": lines(VOICE, lambda n: f"      - {{text: {{var: v{n}}}}}\n"),
    "variables that are the same": lines(VOICE, lambda _: "      - {text: {var: v}}\n"),
    "files": lines(VOICE, lambda n: f"      - {{text: {{file: f{n}.md}}}}\n"),
    "one question of many lines": lines(f"{VOICE}      - text: |\n", lambda n: f"          Line {n}.\n"),
    "one word of a question": lambda size: f"{VOICE}      - text: {'a' * size}\n",
    "jurisdictions": between(HEAD + "ops: {jurisdictions: [", lambda n: f"X{n}, ", "]}\n"),
    "options": between(
        VOICE + "      - {modality: voice_tags, text: a, response_format: text, options: [", lambda n: f"o{n}, ", "]}\n"
    ),
    "cheat detection": between(
        f"{HEAD}workflow:\n  - type: web_interview\n    config: "
        "{web_interview_config: {cheat_detection_config: {types: [",
        lambda _: "tab_switching, ",
        "]}}}\n",
    ),
}
"""What a large manifest is made of → the manifest of so many bytes."""
SHAPES.update({f"text of {token!r}": in_the_texts(token) for token in TOKENS})

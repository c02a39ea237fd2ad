"""The likely cause of common slips, named in the help of the finding they lead to."""

from __future__ import annotations

import pytest

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.check import check_posting
from heymilo_ops.manifest.likely_cause import key_meant, key_nearest, modalities_at, value_meant
from heymilo_ops.manifest.yaml_file import read_text

_HEAD = "name: porter\ntitle: Night Porter\n"
_STEP = _HEAD + "workflow:\n- type: web_interview\n  questions:\n"
_CURLY = "YAML takes curly quotes for a part of the text: type straight quotes, or none"


def _found(text: str) -> list[Finding]:
    source = read_text(text, "x.yaml")
    return [*source.findings, *check_posting(source)]


@pytest.mark.parametrize(
    ("text", "code", "help"),
    [
        ("name: “porter”\ntitle: Night Porter\n", "SY105", _CURLY),
        ("name: „porter“\ntitle: Night Porter\n", "SY105", _CURLY),
        (_HEAD + "workflow:\n- type: ‘form’\n", "SY103", _CURLY),
        (_HEAD + "max_retakes: “3”\n", "SY104", _CURLY),
        (_HEAD + "redirect_url: “https://example.com”\n", "SY107", _CURLY),
        (_HEAD + "“deadline”: 2027-03-31T18:00:00Z\n", "SY101", f"did you mean 'deadline'? {_CURLY}"),
        (_HEAD + "{“a”: b}\n", "SY005", None),
        (_HEAD + "metadata: {site: “Hall, North”}\n", "SY104", "curly quotes are none to YAML: type straight quotes"),
        (_HEAD + "job_overview: “Note: nights”\n", "SY007", "type straight quotes instead of the curly ones"),
        (_STEP + "  - “text: a: b”\n", "SY007", "type straight quotes instead of the curly ones"),
    ],
)
def test_curly_quotes(text: str, code: str, help: str | None) -> None:
    found = next(each for each in _found(text) if each.code == code)
    assert found.help.endswith(help) if help else "curly" not in found.help


@pytest.mark.parametrize(
    ("text", "code", "help"),
    [
        ("title: {role}\n", "SY104", 'YAML takes {role} for a mapping: write "{{role}}", in double quotes'),
        ("title: { role }\n", "SY104", 'YAML takes {role} for a mapping: write "{{role}}", in double quotes'),
        (
            "title: {your role}\n",
            "SY104",
            'YAML takes {your role} for a mapping: write "{your role}", in double quotes',
        ),
        ("title: {role: x}\n", "SY104", "write a text"),
        ("title: {}\n", "SY104", "write a text"),
        ("title:\n  role:\n", "SY104", "write a text"),
        (
            "title: {role} at {company}\n",
            "SY009",
            "put the whole text in double quotes, with two braces for a variable: {{role}}",
        ),
    ],
)
def test_single_braces(text: str, code: str, help: str) -> None:
    (found,) = _found(f"name: porter\n{text}")[:1]
    assert (found.code, found.help) == (code, help)


@pytest.mark.parametrize(
    ("question", "likely"),
    [
        ("{modality: voice, text: Hello, world}", "text"),
        ("{modality: voice, text: Hello, tell me: why}", "text"),
        ("{modality: voice, text: 'Hello', world}", None),
        ("{modality: voice, text: Hello, wrld: x}", None),
        ("{modality: voice, text: Hi there, score weight: 2}", None),
        ("{modality: voice, text: Hi there, score_weight: 2, world}", None),
        ("{world, modality: voice, text: Hello}", None),
        ("{modality: voice, text: Hello,\n     world: }", None),
    ],
)
def test_a_comma_in_braces(question: str, likely: str | None) -> None:
    found = [each for each in _found(f"{_STEP}  - {question}\n") if each.code == "SY101"]
    expected = f"in braces the text of '{likely}' ends at the comma: put the whole text in double quotes"
    assert [each.help == expected for each in found] == [likely is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            _HEAD + "workflow:\n  type: form\n",
            [
                (
                    "SY104",
                    "if its first item begins here, write '- ' before 'type:', and indent its other keys by two more",
                )
            ],
        ),
        (
            _STEP + "  - modality: voice\n    text: Are you well?\n  questions:\n",
            [("SY011", "remove one of them")],
        ),
        (_HEAD + "workflow: {type: form}\n", [("SY104", "write a list: one '- ' line for each item, or [a, b]")]),
        (
            _STEP + "  - modality: voice\n    text: Are you well?\n  modality: voice\n  text: Are you here?\n",
            [
                ("SY101", "if the next item of 'questions' begins here, write '- ' before 'modality:'"),
                ("SY101", "indent it as 'modality:' above, if it belongs to the same item of 'questions'"),
            ],
        ),
        (
            _STEP + "  - modality: voice\n    text: Are you well?\n\n    modality: voice\n    text: Are you here?\n",
            [
                (
                    "SY011",
                    "if the next item of the list begins here, write '- ' before 'modality:'; else remove one of them",
                ),
                ("SY011", "remove one of them"),
            ],
        ),
        (
            _STEP + "    - modality: voice\n      text: Are you well?\n    modality: voice\n",
            [("SY005", "if the next item of the list begins here, write '- ' before it")],
        ),
        (
            _STEP + "    modality: voice\n    text: Are you well?\n    - modality: voice\n",
            [
                (
                    "SY005",
                    "if they are the item before it, write '- ' before the first of them, "
                    "and indent the others by two more",
                )
            ],
        ),
        (
            _HEAD.replace("title", "x") + "- a\n",
            [("SY005", "line it up with the key or the list item that it belongs beside")],
        ),
        (
            "a:\n  - x\nb:\n    c: 1\n  d: 2\n",
            [("SY005", "line it up with the key or the list item that it belongs beside")],
        ),
        (_HEAD + "title: Two\n", [("SY011", "remove one of them")]),
    ],
)
def test_a_list_item_without_its_hyphen(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.code, each.help) for each in _found(text)][: len(expected)] == expected


HEAD = "name: porter\ntitle: Night porter\n"


def said(text: str) -> list[tuple[str, str, str]]:
    found = check_posting(read_text(HEAD + text, "x.yaml"))
    return [(str(each.place), each.message, each.help) for each in found]


def test_nothing_is_guessed_of_words_that_mean_several_keys_or_none() -> None:
    assert key_meant("overview", ["job_overview", "company_overview"]) is None
    assert key_meant("colour", ["title"]) is None
    assert key_nearest("colour", ["title"]) is None
    assert value_meant("of", ["one_of", "x"]) is None
    assert value_meant(">=", ["single", "multiple"]) is None


@pytest.mark.parametrize("path", [(), ("workflow", 0), ("workflow", 0, "config", "x"), ("workflow", 1, "questions", 0)])
def test_no_modality_outside_of_a_known_step(path: tuple[str | int, ...]) -> None:
    assert modalities_at(path, [{"type": "form"}, {"type": "forn"}]) == ()
    assert modalities_at(path, None) == ()
    assert modalities_at(("workflow", 0, "questions", 0), ["form"]) == ()


def test_a_key_of_a_step_at_the_root_was_indented_too_little() -> None:
    text = "workflow:\n- type: form\nquestions:\n  - text: Which shifts can you work?\n"
    assert said(text) == [
        ("x.yaml:5:1", "'questions' is not known in a posting", "it belongs in a step; move or remove it")
    ]


def test_the_end_of_a_key_is_enough() -> None:
    text = "workflow:\n- type: web_interview\n  questions:\n  - text: How?\n    weight: 3\n"
    assert said(text)[0][2] == "did you mean 'score_weight'?"


def test_a_misspelt_type_is_named_where_it_stands() -> None:
    assert said("workflow:\n- typ: form\n  questions: []\n") == [
        ("x.yaml:4:3", "'typ' is not known in a step", "did you mean 'type'?")
    ]


def test_a_missing_modality_says_which_there_are() -> None:
    text = "workflow:\n- type: resume\n  questions:\n  - text: Has a driving licence\n"
    assert said(text)[0][2] == "add 'modality:' with one of: resume_eligibility, resume_scoring"


def test_a_modality_of_another_step_says_which_step() -> None:
    text = "workflow:\n- type: web_interview\n  questions:\n  - modality: sms\n    text: Can you work nights?\n"
    assert said(text)[0][2] == "allowed here: voice, voice_tags; sms questions belong in a conversational_sms step"


@pytest.mark.parametrize(
    ("type", "meant"), [("sms", "conversational_sms"), ("Form", "form"), ("web", "web_interview"), ("cv", None)]
)
def test_a_step_type(type: str, meant: str | None) -> None:
    help = said(f"workflow:\n- type: {type}\n")[0][2]
    assert help.startswith(f"did you mean '{meant}'? Allowed: " if meant else "allowed: conversational_sms")


def test_an_operator_as_a_sign() -> None:
    text = "workflow:\n- type: form\n  questions:\n  - text: How many?\n    question_type: number\n    operator: '>='\n"
    assert said(text)[0][2] == "did you mean 'gte'? Allowed: eq, neq, gt, gte, lt, lte"


def test_a_workflow_without_steps() -> None:
    assert said("workflow: []\n") == [
        ("x.yaml:3:11", "'workflow' has no step", "add one, such as '- type: web_interview'")
    ]

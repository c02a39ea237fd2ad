"""The likely cause of common slips, named in the help of the finding they lead to."""

from __future__ import annotations

import pytest

from heymilo_ops.finding import Finding
from heymilo_ops.manifest.check import check_posting
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

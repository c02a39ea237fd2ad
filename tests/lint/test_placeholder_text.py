from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.placeholder_text import placeholder_text


@pytest.mark.parametrize(
    "text",
    [
        "A to-do list for todo el equipo.",
        "Explain std::vector<string> and Map<string, int>.",
        "What does a<b mean in a list[0]?",
        "See [1] and [Kafka] for more.",
        "Size XX is not size XL.",
        "The role, the team and the location.",
        "Turn <b>bold</b> on.",
        "TODOS los días",
        "You may say [laughs] in captions.",
    ],
)
def test_texts_that_are_written_out(hits_of, text: str):
    assert hits_of(placeholder_text, {"description": text}) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("TODO: describe the role", "TODO"),
        ("The salary is TBD for now", "TBD"),
        ("FIXME", "FIXME"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("We at [Company] build tools", "[Company]"),
        ("Dear [your name], welcome", "[your name]"),
        ("Work in <location>", "<location>"),
        ("[INSERT JOB TITLE HERE]", "[INSERT JOB TITLE HERE]"),
        ("XXXX hours a week", "XXXX"),
    ],
)
def test_placeholders(hits_of, text: str, shown: str):
    (hit,) = hits_of(placeholder_text, {"description": text})
    assert hit.pointer == "/description" and shown in hit.message

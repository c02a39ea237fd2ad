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
        "What does the <title> tag do, and <link>?",
        "What does users[name] give you, or f(x)[title]?",
        "See our [team](https://larkfield.com/team) and [location]: Leeds.",
        "【勤務地】東京都",
        "募集要項\n【会社名】株式会社ラーク",
        "Runs TBC screening, and TBC-Tests.",
        "○ と × で答えてください。",
        "Take <b> and <i> out.",
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
        ("We seek a [role title] now", "[role title]"),
        ("Ask for [the hiring manager name] at [company_name]", "[the hiring manager name]"),
        ("Start on [Start Date]", "[Start Date]"),
        ("Arbeit bei [Firmenname]", "[Firmenname]"),
        ("Chez [nom de l'entreprise]", "[nom de l'entreprise]"),
        ("Trabaja en [Empresa]", "[Empresa]"),
        ("【会社名】の仕事", "【会社名】"),
        ("ようこそ、【会社名】へ", "【会社名】"),
        ("【会社名】", "【会社名】"),
        ("［職種名］を募集", "［職種名］"),
        ("○○株式会社の仕事", "○○"),
        ("欢迎加入[公司名称]", "[公司名称]"),
        ("Salary TBC", "TBC"),
        ("Starts tbd", "tbd"),
        ("Work at <company name>", "<company name>"),
    ],
)
def test_placeholders(hits_of, text: str, shown: str):
    (hit,) = hits_of(placeholder_text, {"description": text})
    assert hit.pointer == "/description" and shown in hit.message

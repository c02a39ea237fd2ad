"""What several imported manifests say alike, and the commands that share it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

from heymilo_ops.importer.suggestion import suggest_sharing
from heymilo_ops.manifest.extraction import Move, share_question, share_text
from heymilo_ops.manifest.repo import PostingFile, read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.yaml_dump import FoldedText, dump
from heymilo_ops.manifest.yaml_file import read_text

COMPANY = ("We bake bread for the whole city. " * 6).strip()
OTHER = ("We mill the flour that the bakers use. " * 6).strip()


def posting(name: str, company: str | None = COMPANY, weight: int = 3, **question: Any) -> PostingFile:
    asked = {
        "key": "failed-plan",
        "text": "When did a plan of yours fail?",
        "question_type": "scored",
        "evaluation_criteria": FoldedText("Listen for a plan, and for what went wrong with it. " * 2 + "Listen."),
        "score_weight": weight,
        **question,
    }
    data = {"name": name, "title": "Baker", "workflow": [{"type": "web_interview", "questions": [asked]}]}
    text = dump({**data, "company_overview": FoldedText(company)} if company else data)
    return read_document(read_text(text, f"postings/{name}.yaml"), Library(Path("/nonexistent")))


def test_what_saves_most_lines_comes_first_with_its_command() -> None:
    documents = [posting(name) for name in ("a", "b", "c")]
    question, text = suggest_sharing(documents)
    assert (text.kind, text.subject, text.name, text.named) == ("text", "company_overview", "company-overview", False)
    assert (question.kind, question.subject, question.name) == ("question", "failed-plan", "failed-plan")
    assert text.postings == question.postings == ("a", "b", "c")
    assert text.arguments == ("share", "text", "company_overview", "--as", "company-overview")
    assert text.saved == really_saved(documents, share_text(documents, text.name, text.subject))
    assert question.saved == really_saved(documents, share_question(documents, question.name, question.subject))
    assert question.saved > text.saved > 0


def really_saved(documents: list[PostingFile], move: Move) -> int:
    before = sum(document.source.text.count("\n") for document in documents)
    after = sum(text.count("\n") for text in move.manifests.values())
    assert move.text is not None
    return before - after - move.text.count("\n")


def test_where_others_say_something_else_the_postings_are_named() -> None:
    documents = [posting("a"), posting("b"), posting("c", OTHER), posting("d", OTHER), posting("e", "Short.")]
    texts = [item for item in suggest_sharing(documents, {"company-overview"}) if item.kind == "text"]
    assert [item.arguments for item in texts] == [
        ("share", "text", "company_overview", "--as", "company-overview-2", "a", "b"),
        ("share", "text", "company_overview", "--as", "company-overview-3", "c", "d"),
    ]
    assert [item.named for item in suggest_sharing([*documents, posting("f")], ()) if item.kind == "text"] == [
        False,
        True,
    ]


def test_what_saves_nothing_or_cannot_be_shared_is_not_suggested() -> None:
    assert suggest_sharing([posting("a")]) == []
    short = [posting(name, "Short.", evaluation_criteria=None, question_type=None) for name in ("a", "b")]
    assert [item for item in suggest_sharing(short) if item.kind == "text"] == []
    lines = "one\ntwo\nthree\nfour\nfive\nsix"
    assert [item for item in suggest_sharing([posting("a", lines), posting("b", lines)]) if item.kind == "text"] == []
    broken = read_document(read_text("name: x\n", "postings/x.yaml"))
    assert suggest_sharing([broken, broken]) == []


def test_a_question_whose_weight_differs_saves_a_line_less() -> None:
    same = suggest_sharing([posting("a", None), posting("b", None), posting("c", None)])
    differing = suggest_sharing([posting("a", None), posting("b", None), posting("c", None, weight=5)])
    assert differing[0].saved == same[0].saved - 1


def test_four_times_as_many_postings_take_four_times_as_long() -> None:
    few, many = (calls_for([own_question(n) for n in range(size)]) for size in (25, 100))
    assert many < 5 * few


def own_question(number: int) -> PostingFile:
    return posting(f"p{number}", key=f"question-{number}", text=f"What about {number}?")


def calls_for(documents: list[PostingFile]) -> int:
    """Count the calls of functions, which no busy machine disturbs."""
    calls = 0

    def count(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        suggest_sharing(documents)
    finally:
        sys.setprofile(before)
    return calls

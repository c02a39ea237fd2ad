from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.manifest.extraction import Move, share_question, share_text, text_fields, verify_move, wrap_text
from heymilo_ops.manifest.fmt import ORDER, format_text
from heymilo_ops.manifest.repo import PostingFile, read_document
from heymilo_ops.manifest.sharing.library import Library, unwrap_markdown
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import read_text

NONE = Path("/nonexistent")


def posting(name: str, *, company: str = "We sell bread.", weight: int = 3, key: str = "plan", more: str = "") -> str:
    return f"""\
# About {name}.
name: {name}
title: Baker

# The same everywhere.
company_overview: {company}
workflow:
  - type: web_interview
    config:
      web_interview_config:
        intro_message: Hello. Let us begin.  # said first
    questions:
      # Asked of all.
      - key: {key}
        text: When did a plan of yours fail?
        question_type: scored
        score_weight: {weight}  # of 10
{more}"""


def documents(*texts: str) -> list[PostingFile]:
    return [read_document(read_text(text, f"postings/{i}.yaml"), Library(NONE)) for i, text in enumerate(texts)]


def checked(found: Sequence[PostingFile], move: Move) -> Move:
    verify_move(found, move, Library(NONE), Variables())
    return move


def again(found: Sequence[PostingFile], move: Move) -> list[PostingFile]:
    """The postings after the move, shared files as far as share itself looks at them."""
    texts = [move.manifests.get(each.path, each.source.text) for each in found]
    return documents(*texts)


# --- texts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["max_retakes", "company", "web_interview.video", "sms.intro_message", "", "."])
def test_a_field_without_a_text(where: str) -> None:
    with pytest.raises(UsageError):
        share_text([], "x", where)


def test_one_posting_shares_nothing() -> None:
    found = documents(posting("a"), posting("b", company="Another."))
    assert share_text(found, "company", "company_overview").manifests == {}


def test_two_texts_said_as_often_are_refused() -> None:
    found = documents(*(posting(f"p{i}", company=f"Text {i % 2}.") for i in range(4)))
    with pytest.raises(AttentionError, match="p0, p2; one in p1, p3"):
        share_text(found, "company", "company_overview")


def test_a_taken_name_is_refused() -> None:
    with pytest.raises(AttentionError, match="says something else"):
        share_text(documents(posting("a"), posting("b")), "company", "company_overview", there="Else.\n")
    with pytest.raises(AttentionError, match="says something else"):
        share_question(documents(posting("a"), posting("b")), "plan", "plan", there="text: Else?\n")


@pytest.mark.parametrize("text", ["one\ntwo", "a\n\n\n\nb", " led by a blank"])
def test_a_text_that_markdown_does_not_give_back_is_refused(text: str) -> None:
    with pytest.raises(AttentionError, match="another text"):
        wrap_text(text)


def test_a_changed_digest_is_refused() -> None:
    found = documents(posting("a"), posting("b"))
    move = share_text(found, "company", "company_overview")
    with pytest.raises(AttentionError, match=r"something else than now \(digest, design_digest, portable_digest\)"):
        verify_move(found, Move(move.path, "Else.\n", "Else.", move.manifests), Library(NONE), Variables())
    with pytest.raises(AttentionError, match="not be right any more"):
        verify_move(found, Move(move.path, None, "", move.manifests), Library(NONE), Variables())


def test_a_broken_posting_and_anchors_are_left() -> None:
    odd = posting("c").replace("Baker", "&b Baker") + "instructions: *b\n"
    found = documents(posting("a"), posting("b"), odd, posting("d", more="nonsense: 1\n"))
    move = checked(found, share_text(found, "company", "company_overview"))
    assert sorted(move.manifests) == ["postings/0.yaml", "postings/1.yaml"]
    assert move.left == (
        "c is left alone: anchors, or comments that would be lost",
        "d has errors and is left alone (see lint)",
    )


def test_what_most_say_is_shared() -> None:
    found = documents(posting("a"), posting("b", company=">-\n  We sell\n  bread."), posting("c", company="Else."))
    move = checked(found, share_text(found, "company.md", "company_overview"))
    assert (move.path, move.text) == ("postings/_shared/texts/company.md", "We sell bread.\n")
    assert move.left == ("c says something else and keeps its own",)
    assert (
        "\n# The same everywhere.\ncompany_overview: {file: company.md}\nworkflow:" in move.manifests["postings/1.yaml"]
    )


def test_a_text_deep_in_a_config() -> None:
    found = documents(posting("a"), posting("b"))
    move = checked(found, share_text(found, "hello", "web_interview.intro_message"))
    assert move.text == "Hello.\nLet us begin.\n"
    assert "intro_message: {file: hello.md}  # said first\n" in move.manifests["postings/0.yaml"]


def test_a_third_posting_joins() -> None:
    found = documents(posting("a"))
    move = share_text(found, "company", "company_overview", there="We sell\nbread.\n")
    assert move.text is None
    assert "{file: company.md}" in move.manifests["postings/0.yaml"]


def test_every_field_that_may_come_from_a_file() -> None:
    assert {"company_overview", "web_interview.intro_message", "conversational_sms.intro_message"} <= set(text_fields())
    assert "name" not in text_fields()


PROSE = st.lists(
    st.sampled_from(["One. Two", "three", "- item", "1. first", "# head", "a: b #c", "é „x“", "", "  in", "tail "]),
    min_size=1,
    max_size=6,
).map("\n".join)


@given(PROSE)
def test_whatever_is_wrapped_reads_back(text: str) -> None:
    try:
        assert unwrap_markdown(wrap_text(text)) == text
    except AttentionError:
        assert unwrap_markdown(text) != text


# --- questions ------------------------------------------------------------------------------------------------------


def test_equal_questions_are_shared_whole() -> None:
    found = documents(posting("a"), posting("b"))
    move = checked(found, share_question(found, "plan", "plan"))
    assert move.path == "postings/_shared/questions/plan.yaml"
    assert move.text == "text: When did a plan of yours fail?\nquestion_type: scored\nscore_weight: 3\n"
    assert move.manifests["postings/0.yaml"].endswith("      # Asked of all.\n      - use: plan\n        # of 10\n")


def test_a_difference_stays_where_most_agree() -> None:
    found = documents(posting("a"), posting("b"), posting("c", weight=5))
    move = checked(found, share_question(found, "plan", "plan"))
    assert move.data["score_weight"] == 3
    assert move.manifests["postings/2.yaml"].endswith("      - use: plan\n        score_weight: 5  # of 10\n")


def test_where_nobody_agrees_each_keeps_its_own() -> None:
    found = documents(posting("a", weight=1), posting("b", weight=2))
    move = checked(found, share_question(found, "plan", "plan"))
    assert "score_weight" not in move.data
    assert move.manifests["postings/1.yaml"].endswith("      - use: plan\n        score_weight: 2  # of 10\n")


def test_what_one_lacks_is_taken_out_there() -> None:
    one = posting("c").replace("        score_weight: 3  # of 10\n", "")
    found = documents(posting("a"), posting("b"), one)
    move = checked(found, share_question(found, "plan", "plan"))
    assert move.manifests["postings/2.yaml"].endswith("      - use: plan\n        score_weight: null\n")


def test_another_key_stays() -> None:
    found = documents(posting("a", key="oops"), posting("b", key="oops"))
    move = checked(found, share_question(found, "bank/plan", "oops"))
    assert "      - use: bank/plan\n        key: oops\n" in move.manifests["postings/0.yaml"]


def test_another_question_of_the_same_key_is_left() -> None:
    other = posting("c").replace("When did", "Why did")
    found = documents(posting("a"), posting("b"), other)
    move = checked(found, share_question(found, "plan", "plan"))
    assert move.left == ("c says something else and keeps its own",)


def test_a_question_in_braces_is_shared_too() -> None:
    question = "{key: k, text: 'Why, then?', question_type: textarea}"
    short = f"name: NAME\ntitle: Baker\nworkflow: [{{type: form, questions: [{question}]}}]\n"
    found = documents(short.replace("NAME", "a"), short.replace("NAME", "b"))
    move = checked(found, share_question(found, "k", "k"))
    assert "questions: [{use: k}]" in move.manifests["postings/0.yaml"].replace("\n", "")
    assert move.text == "text: Why, then?\nquestion_type: textarea\n"


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2, 5]), st.sampled_from(["We sell bread.", ">\n  We sell bread.", '"Else: x"'])),
        min_size=2,
        max_size=5,
    ),
    st.sampled_from(["plan", "bank/x"]),
    st.booleans(),
)
def test_digests_stay_files_stay_tidy_and_nothing_is_left(
    given: list[tuple[int, str]], name: str, is_tidy: bool
) -> None:
    texts = [posting(f"p{i}", weight=weight, company=company) for i, (weight, company) in enumerate(given)]
    if is_tidy:
        texts = [format_text(text, "", ORDER) for text in texts]
    found = documents(*texts)
    for share, what in ((share_question, "plan"), (share_text, "company_overview")):
        try:
            move = checked(found, share(found, name, what))
        except AttentionError as error:
            assert "equally many" in error.message
            continue
        for path, text in move.manifests.items():
            before = next(each.source.text for each in found if each.path == path)
            assert text.count("#") == before.count("#")
            if is_tidy:
                assert format_text(text, path, ORDER) == text
        rest = again(found, move)
        left = [each for each in rest if each.path not in move.manifests]
        assert len(left) + len(move.manifests) == len(found)
        assert all(
            not share([each], name, what, there=move.text).manifests for each in rest if each.path in move.manifests
        )

"""The file that an import writes for one posting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from heymilo_ops.importer.manifest import ImportedManifest, ImportOptions, write_manifest
from heymilo_ops.importer.slug import NameOrigin
from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.live import Live
from heymilo_ops.model.live_request import LossCode
from heymilo_ops.remote.postings import live_of

Json = dict[str, Any]
Read = Callable[[Json], tuple[Live, list[Json]]]
OPTIONS = ImportOptions(on="2027-01-02", workspace="production")


def written(live: Live, questions: list[Json], **options: Any) -> ImportedManifest:
    return write_manifest(live, questions, replace(OPTIONS, **options))


LONG = (
    "You talk to an AI interviewer. It is recorded, and a person decides. "
    "Ask the shift lead for another way.\n\nThank you."
)
DEADLINE = "2030-03-17T18:46:40+01:00"
WEB: Json = {
    "type": "web_interview",
    "config": {
        "cheat_detection_config": {"types": ["tab_switching", "multiple_people"], "enabled": True},
        "video": False,
        "num_questions": 4,
    },
    "questions": [
        {"modality": "voice_tags", "text": "shift", "options": ["day", "night"]},
        {"modality": "voice", "text": "Why this bakery?", "score_weight": 3, "not_scored": None},
    ],
}
FORM: Json = {
    "type": "form",
    "questions": [
        {
            "modality": "form",
            "text": "Which shift?",
            "question_type": "dropdown",
            "mcq_type": "single",
            "dropdown_values": [{"label": "Day", "value": "day"}, {"label": "No", "value": "no"}],
        }
    ],
}


def test_a_posting_is_written_as_a_person_would_write_it(read: Read) -> None:
    body = {
        "name": "night-baker",
        "title": "Night Baker",
        "language": "en",
        "interview_process_overview": LONG,
        "phone_number_id": "91F07B2D",
        "deadline": DEADLINE,
        "metadata": {"team": "bread", "heymilo-ops": "a/b/c@1"},
        "workflow": [FORM, WEB],
    }
    live, questions = read(body)
    made = written(live, questions, variables={"caller": "91F07B2D", "phone": "91F07B2D"}, has_schemas=True)
    assert (
        made.text
        == f"""\
# yaml-language-server: $schema=../schemas/posting.schema.json
#
# Imported from HeyMilo on 2027-01-02: posting {live.posting_id}, active, last changed there on 2027-01-15.
# HeyMilo doesn't say whether a posting was made from an interview template.

name: night-baker
title: Night Baker
interview_process_overview: >-
  You talk to an AI interviewer.
  It is recorded, and a person decides.
  Ask the shift lead for another way.


  Thank you.
phone_number_id: {{var: phone}}
deadline: "2030-03-17T17:46:40Z"
metadata:
  team: bread
workflow:
  - type: form
    questions:
      - key: shift
        text: Which shift?
        question_type: dropdown
        dropdown_values:
          - {{label: Day, value: day}}
          - {{label: "No", value: "no"}}
        mcq_type: single
  - type: web_interview
    config:
      cheat_detection_config:
        enabled: true
        types: [multiple_people, tab_switching]
    questions:
      - key: bakery
        text: Why this bakery?
        score_weight: 3
      - key: shift-2
        modality: voice_tags
        text: shift
        options: [day, night]
ops:
  {dump({"adopt": made.posting_id}).strip()}
"""
    )
    assert (made.name, made.path, made.adoptable, made.losses) == ("night-baker", "postings/night-baker.yaml", True, ())
    assert made.questions == 3


def test_a_name_that_is_not_its_own_is_said_in_the_file(read: Read) -> None:
    live, questions = read({"name": "Night Baker", "workflow": [{"type": "form", "questions": []}]})
    made = written(live, questions, taken=frozenset({"baker"}), folder="postings/berlin", only_here=True)
    assert (made.name, made.chosen.base, made.chosen.origin) == ("baker-2", "baker", NameOrigin.TITLE)
    assert made.path == "postings/berlin/baker-2.yaml"
    assert 'Its name there is "Night Baker", and stays as it is until a replace.' in made.text.replace("\n# ", " ")
    assert "    questions: []\n" in made.text, "left out, HeyMilo would write some"
    assert "workspaces: [production]" in made.text
    assert OPTIONS.with_taken("a").with_taken("b", "c").taken == {"a", "b", "c"}
    nameless, _ = read({"workflow": [{"type": "form", "questions": []}]})
    assert "It has no name there, and stays" in written(nameless, []).text.replace("\n# ", " ")


HEAD: Json = {"id": "P1", "title": "Baker", "workflow": [{"type": "form"}]}


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"status": "expired", "deadline": 1798761600}, "It has expired: its deadline passed on 2027-01-01, and it"),
        ({"status": "expired"}, "It has expired: it takes nobody."),
        ({"status": "draft"}, "It is a draft: it takes nobody until it is activated."),
        ({"status": "active", "ats_metadata": {"ats_job_id": "J"}}, "It belongs to a job of an applicant tracking"),
        ({"updated_at": None}, "posting P1, without a status. "),
        ({"status": "active", "updated_at": 1798761600}, "posting P1, active, last changed there on 2027-01-01."),
    ],
)
def test_the_head_says_where_it_came_from_and_what_it_is(document: Json, words: str) -> None:
    text = written(live_of({**HEAD, **document}), []).text
    assert words in text.partition("\n\n")[0].replace("\n# ", " ")


def test_a_deadline_that_heymilo_filled_in_is_written_in_whole_seconds() -> None:
    made = written(live_of({**HEAD, "deadline": 1798435478.156186}), [])
    assert '\ndeadline: "2026-12-28T05:24:38Z"\n' in made.text
    assert made.adoptable


def said(text: str) -> str:
    """The text as one line, comments as they read."""
    return " ".join(re.sub(r"\n *#", " ", text).split())


QUESTION: Json = {"id": "Q1", "modality": "form", "text": "Where do you live now?"}


@pytest.mark.parametrize(
    ("document", "questions", "words"),
    [
        ({"shiny": "new"}, [], 'shiny: no manifest has this key. HeyMilo keeps its value: "new". A replace loses it.'),
        (
            {"redirect_url": "http://solano.example"},
            [],
            'redirect_url: no manifest can hold this value. HeyMilo keeps it: "http://solano.example".',
        ),
        (
            {"workflow": [{"type": "form", "config": {"tempo": {"a": [1]}}}]},
            [],
            'config.tempo: no manifest has this key. HeyMilo keeps its value: {"a": [1]}.',
        ),
        ({"shiny": {"token": "AKIAIOSFODNN7EXAMPLE"}}, [], "HeyMilo keeps its value: (it looks like a credential)."),
        ({"shiny": "\u202ex\n##[stop]"}, [], r'its value: "\u202ex\n\u0023#[stop]".'),
        (
            {},
            [{**QUESTION, "structured_config": {"pass": "yes"}}],
            "structured_config: the question passes or fails by rules that HeyMilo keeps",
        ),
    ],
)
def test_what_the_file_does_not_say_it_names_and_is_adoptable(document: Json, questions: Any, words: str) -> None:
    made = written(live_of({**HEAD, **document}), questions)
    assert made.adoptable
    assert not made.path.startswith("postings/_")
    assert words in said(made.text)
    assert read_document(read_text(made.text, made.path)).desired is not None


@pytest.mark.parametrize(
    ("document", "questions", "words"),
    [
        ({"workflow": [{"type": "form"}, {"type": "form"}]}, [QUESTION], "steps 1 and 2 are of one type, and HeyMilo"),
        ({"workflow": [{"type": "scenario"}, {"type": "form"}]}, [], "step 1: the workflow has a step here of a type"),
        ({"workflow": []}, [], "workflow: the posting has no step that a manifest can hold."),
        ({}, [{**QUESTION, "modality": "hologram"}], "a question of a modality that no manifest has: {"),
        ({}, [{**QUESTION, "modality": "sms"}], "a question that no step of the workflow takes: {"),
        ({}, [{**QUESTION, "text": " "}], "a question without a text that can be used: {"),
        ({"metadata": {f"k{n}": "v" for n in range(48)}}, [], "metadata: 48 keys, and with the three of this tool"),
        ({"title": "ab"}, [], 'no manifest can hold this value. HeyMilo keeps it: "ab".'),
    ],
)
def test_a_file_that_would_change_the_posting_is_set_aside_and_says_why(
    document: Json, questions: Any, words: str
) -> None:
    made = written(live_of({**HEAD, "name": "baker", **document}), questions)
    assert not made.adoptable
    assert made.blocked
    assert made.path == "postings/_baker.yaml"
    text = said(made.text)
    assert "so its name begins with _ and it is not read. Correct it, then rename it to baker.yaml." in text
    assert words in text


def test_once_the_questions_of_two_steps_are_put_right_the_file_reads_back_as_the_posting(read: Read) -> None:
    one, two = ({"modality": "form", "text": text} for text in ("Where do you live?", "When can you start?"))
    steps = [{"type": "form", "questions": [one]}, {"type": "form", "questions": [two]}]
    made = written(*read({"name": "baker", "workflow": steps}))
    assert [loss.code for loss in made.blocked] == [LossCode.STEP_UNCLEAR]
    assert (made.differs, made.findings) == (False, ())


def test_values_that_only_an_edit_gives_are_kept_and_said() -> None:
    heavy = {**QUESTION, "modality": "voice", "score_weight": 8, "additional_instructions": "x" * 5001}
    made = written(live_of({**HEAD, "workflow": [{"type": "web_interview"}]}), [heavy])
    assert made.adoptable
    assert "        score_weight: 8\n" in made.text
    assert "Keep ops.adopt as long as they stand here." in said(made.text)
    lines = made.text.splitlines()
    for name in ("score_weight: 8", "additional_instructions: "):
        index = next(index for index, line in enumerate(lines) if line.startswith(f"        {name}"))
        assert said("\n".join(lines[index - 2 : index])).endswith("so that a replace is refused.")


def test_what_is_lost_is_said_above_what_it_is_about_and_else_in_the_head() -> None:
    document = {
        **HEAD,
        "shiny": "new",
        "workflow": [
            {"type": "web_interview", "config": {"web_interview_config": {"mood": "calm", "show_transcript": True}}},
            {"type": "form"},
            {"type": "form"},
        ],
    }
    voice = {**QUESTION, "id": "Q2", "modality": "voice", "text": "Why bread?"}
    questions = [voice, QUESTION, {**QUESTION, "id": "Q3", "text": "Nights?", "structured_config": {"pass": "yes"}}]
    text = written(live_of(document), questions).text
    head, _, body = text.partition("\n\n")
    assert "# - shiny: no manifest has this key." in head
    assert "mood" not in head and "structured_config" not in head and "of one type" not in head
    expected = [
        ("      # mood: no manifest has this key.", "      web_interview_config:"),
        ("  # steps 2 and 3 are of one type", "  - type: form"),
        ("      # structured_config: the question passes or fails", "      - key: nights"),
    ]
    lines = body.splitlines()
    for comment, below in expected:
        start = next(index for index, line in enumerate(lines) if line.startswith(comment))
        assert next(line for line in lines[start:] if not line.lstrip().startswith("#")) == below


def test_a_value_that_a_comment_shows_allows_no_code() -> None:
    text = written(live_of({**HEAD, "shiny": "x # heymilo-ops: allow CX101 me"}), []).text
    assert "heymilo-ops:" not in text


def test_a_variable_stands_for_a_whole_value_and_not_for_what_is_the_posting_s_own() -> None:
    question = {**QUESTION, "dropdown_values": [{"label": "rye bread", "value": "no"}], "answer": ["rye bread"]}
    document = {**HEAD, "name": "rye-bread", "title": "rye bread", "description": "rye bread", "instructions": "no"}
    variables = {"bread": "rye bread", "refusal": "no", "number": 3}
    text = written(live_of(document), [question], variables=variables).text
    assert "title: rye bread\ndescription: {var: bread}\n" in text
    assert 'instructions: "no"\n' in text, "too short to mean it"
    assert '- {label: {var: bread}, value: "no"}' in text
    assert "- {var: bread}" in text

"""What an editor shows of sharing: the forms are offered and checked, and shared files have schemas of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS
from tests.editor.language_server import LanguageServer
from tests.editor.test_editor import CURSOR, HEAD, NAMES, Opened, posting
from tests.manifest.sharing_repo import DEFAULTS, FILES, PLANTED, QUESTION, Planted, variables, write

MODELINES = {
    "postings/senior.yaml": "# yaml-language-server: $schema=../schemas/posting.schema.json\n",
    DEFAULTS: "# yaml-language-server: $schema=../../../schemas/defaults.schema.json\n",
    QUESTION: "# yaml-language-server: $schema=../../../schemas/question.schema.json\n",
}


def shared(server: LanguageServer, path: str, text: str) -> Opened:
    return Opened(server, MODELINES[path] + text, path.replace(".yaml", f"-{next(NAMES)}.yaml"))


@pytest.mark.parametrize("path", MODELINES)
def test_files_that_share_and_are_shared_have_no_diagnostics(server: LanguageServer, path: str) -> None:
    assert shared(server, path, FILES[path]).diagnostics() == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.code}-{planted.new.strip()[:40]}")
def test_a_planted_mistake_is_one_diagnostic_where_lint_has_it(
    server: LanguageServer, planted: Planted, tmp_path: Path
) -> None:
    write(tmp_path, {planted.path: planted.text})
    repo = load_repo(tmp_path, (), variables(tmp_path))
    found = [*(each for document in repo.documents for each in document.findings), *repo.findings]
    places = {(each.code, str(each.place)) for each in found if each.code != "SY164"}  # nothing uses it now
    line, _, column = planted.at.partition(":")
    assert places == {(planted.code, f"{planted.path}:{planted.at}")}
    ((where, message),) = shared(server, planted.path, planted.text).diagnostics()
    assert where == f"{int(line) + 1}:{column}", message
    if planted.code == "SY160":
        for form in ("{file: NAME}", "{var: NAME}", "{use: NAME}", "extends: NAME"):
            assert form in message
            assert all("four forms" not in each.message or form in each.help for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}  - type: form\ncompany_overview: {CURSOR}\n", {"{file: …}", "{var: …}"}),
        (f"{HEAD}  - type: form\nsender_email_id: {CURSOR}\n", {"{var: …}"}),
        (f"{HEAD}  - type: form\nallow_sms_comms: {CURSOR}\n", {"true", "false", "{var: …}"}),
        (f"{HEAD}  - type: form\njob_overview_delivery_mode: {CURSOR}\n", {"exact_delivery", "{var: …}"}),
    ],
)
def test_the_forms_are_offered_beside_the_values(server: LanguageServer, text: str, expected: set[str]) -> None:
    offered = posting(server, text).completion()
    assert expected <= set(offered)
    assert len(offered) == len(set(offered))
    assert ("{file: …}" in offered) == ("{file: …}" in expected)


@pytest.mark.parametrize(("field", "words"), [("company_overview", ["file", "var"]), ("max_retakes", ["var"])])
def test_inside_of_a_form_its_words_are_offered(server: LanguageServer, field: str, words: list[str]) -> None:
    for text in (
        f"{HEAD}  - type: form\n{field}: {{{words[0][0]}{CURSOR}}}\n",
        f"{HEAD}  - type: form\n{field}:\n  {CURSOR}\n",
    ):
        assert sorted(posting(server, text).keys()) == words


def test_behind_use_the_fields_of_the_step_are_offered(server: LanguageServer) -> None:
    text = f"{HEAD}  - type: web_interview\n    questions:\n      - use: a\n        {CURSOR}\n"
    both = {*QUESTIONS["voice"].model_fields, *QUESTIONS["voice_tags"].model_fields}
    assert sorted(posting(server, text).keys()) == sorted(both)
    text = f"{HEAD}  - type: form\n    questions:\n      - use: a\n        {CURSOR}\n"
    assert sorted(posting(server, text).keys()) == sorted(QUESTIONS["form"].model_fields)


def test_with_extends_only_the_name_is_required(server: LanguageServer) -> None:
    assert posting(server, "name: a\nextends: b\n").diagnostics() == []
    assert [message for _, message in posting(server, "extends: b\n").diagnostics()] == ['Missing property "name".']
    both = posting(server, "name: a\nextends: b\ninterview_template_id: c\nworkflow: [{type: form}]\n").diagnostics()
    assert [message for _, message in both] == ["Give workflow or interview_template_id: one of the two."]


def test_defaults_offer_root_keys_and_the_config_of_each_step(server: LanguageServer) -> None:
    offered = shared(server, DEFAULTS, CURSOR + "\n").keys()
    assert sorted(offered) == sorted({*Manifest.model_fields, "steps"} - {"name", "workflow"})
    assert sorted(shared(server, DEFAULTS, f"steps:\n  {CURSOR}\n").keys()) == sorted(STEPS)
    offered = shared(server, DEFAULTS, f"steps:\n  resume:\n    {CURSOR}\n").keys()
    assert sorted(offered) == sorted(CONFIGS["resume"].model_fields)


def test_a_question_file_offers_what_its_modality_takes(server: LanguageServer) -> None:
    assert sorted(shared(server, QUESTION, f"modality: {CURSOR}\n").completion()) == sorted(QUESTIONS)
    offered = shared(server, QUESTION, f"modality: sms\ntext: a\n{CURSOR}\n").keys()
    assert sorted(offered) == sorted(set(QUESTIONS["sms"].model_fields) - {"modality", "text"})
    every = {name for model in QUESTIONS.values() for name in model.model_fields}
    assert sorted(shared(server, QUESTION, f"text: a\n{CURSOR}\n").keys()) == sorted(every - {"text"})
    assert {"scored", "YES_NO", "slider"} <= set(shared(server, QUESTION, f"question_type: {CURSOR}\n").completion())


def test_hover_in_shared_files(server: LanguageServer) -> None:
    assert (
        "How much the answer counts" in shared(server, QUESTION, f"modality: voice\nscore_we{CURSOR}ight: 3\n").hover()
    )
    assert "AI introduces itself" in shared(server, DEFAULTS, f"interviewer_na{CURSOR}me: Ada\n").hover()

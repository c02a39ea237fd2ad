"""What an editor shows of our schemas: the real yaml-language-server is asked, as an editor would ask it."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, MODALITIES, STEPS
from tests.editor.language_server import LanguageServer
from tests.manifest.planted import BASE, PLANTED, Planted

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODELINE = "# yaml-language-server: $schema=../schemas/posting.schema.json\n"
HEAD = "name: a-b\ntitle: Abc\nworkflow:\n"
CURSOR = "¦"
NAMES = itertools.count()


class Opened:
    """A text in the editor, with the cursor where ``¦`` stood."""

    def __init__(self, server: LanguageServer, text: str, name: str = "") -> None:
        before, _, after = text.partition(CURSOR)
        self._server = server
        self._line, self._column = before.count("\n"), len(before.rpartition("\n")[2])
        self.uri = server.open(name or f"postings/try-{next(NAMES)}.yaml", before + after)

    def completion(self) -> list[str]:
        return [item["label"] for item in self._server.completion(self.uri, self._line, self._column)]

    def keys(self) -> list[str]:
        """The keys that are offered, without the snippets."""
        found = self._server.completion(self.uri, self._line, self._column)
        return [item["label"] for item in found if item.get("kind") == 10]

    def hover(self) -> str:
        shown = self._server.hover(self.uri, self._line, self._column)
        return re.sub(r"\\([^\w\s])", r"\1", shown.replace("&nbsp;", " "))

    def diagnostics(self) -> list[tuple[str, str]]:
        """``line:column``, 1-based, and message of each."""
        return [
            (f"{each['range']['start']['line'] + 1}:{each['range']['start']['character'] + 1}", each["message"])
            for each in self._server.diagnostics(self.uri)
        ]


def posting(server: LanguageServer, text: str) -> Opened:
    return Opened(server, MODELINE + text)


@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "postings").glob("*.yaml")), ROOT / "heymilo.yaml"], ids=lambda p: p.stem
)
def test_the_files_of_this_repo_have_no_diagnostics(server: LanguageServer, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    opened = Opened(server, text, path.relative_to(ROOT).as_posix())
    assert opened.diagnostics() == []
    broken = Opened(server, text + "\nnot_a_key: 1\n", path.with_stem("broken").relative_to(ROOT).as_posix())
    assert [message for _, message in broken.diagnostics()] == ["Property not_a_key is not allowed."]


def test_what_the_mistakes_are_planted_in_has_no_diagnostics(server: LanguageServer) -> None:
    assert posting(server, BASE).diagnostics() == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.code}-{planted.new.strip()[:40]}")
def test_a_planted_mistake_is_one_diagnostic_where_lint_has_it(server: LanguageServer, planted: Planted) -> None:
    found = posting(server, planted.text).diagnostics()
    line, _, column = planted.at.partition(":")
    at = f"{int(line) + 1}:{column}"  # the modeline stands above
    if planted.code == "SY101" and "did you mean" in planted.help and _required(planted):
        # The one place where an editor says more than lint: the key that is missing, and the one that isn't known.
        assert sorted(message.split()[0] for _, message in found) == ["Missing", "Property"]
        return
    ((where, message),) = found
    assert where == at, message
    assert not message.startswith("String does not match the pattern"), "a pattern is said in plain words"


def _required(planted: Planted) -> bool:
    return planted.old.partition(":")[0] in ("name", "title", "text", "type")


@pytest.mark.parametrize("wrong", ["web_intervew", "phone", "3", ""])
def test_a_wrong_type_names_the_four(server: LanguageServer, wrong: str) -> None:
    ((where, message),) = posting(server, f"{HEAD}  - type: {wrong}\n    config:\n      video: true\n").diagnostics()
    assert where.startswith("5:")
    assert all(f'"{name}"' in message for name in STEPS)


def test_workflow_or_template_is_said_in_words(server: LanguageServer) -> None:
    both = posting(server, HEAD + "  - type: form\ninterview_template_id: IT_1\n").diagnostics()
    assert [message for _, message in both] == ["Give workflow or interview_template_id: one of the two."]
    neither = posting(server, "name: a\ntitle: abc\n").diagnostics()
    assert [message for _, message in neither] == ['Missing property "workflow".']
    assert posting(server, "name: a\ntitle: abc\ninterview_template_id: IT_1\n").diagnostics() == []


def test_at_the_root_each_key_is_offered_once(server: LanguageServer) -> None:
    assert sorted(posting(server, CURSOR + "\n").keys()) == sorted([*Manifest.model_fields, "extends"])
    offered = posting(server, "name: a-b\ntitle: Abc\n" + CURSOR).keys()
    assert sorted(offered) == sorted({*Manifest.model_fields, "extends"} - {"name", "title"})


def test_type_offers_the_four_and_nothing_else_comes_before_it(server: LanguageServer) -> None:
    assert posting(server, f"{HEAD}  - type: {CURSOR}\n").completion() == sorted(STEPS)
    assert posting(server, f"{HEAD}  - {CURSOR}\n").keys() == ["type"]


@pytest.mark.parametrize("step", sorted(STEPS))
def test_a_step_offers_its_own_config(server: LanguageServer, step: str) -> None:
    assert sorted(posting(server, f"{HEAD}  - type: {step}\n    {CURSOR}\n").keys()) == ["config", "questions"]
    offered = posting(server, f"{HEAD}  - type: {step}\n    config:\n      {CURSOR}\n").keys()
    assert sorted(offered) == sorted(CONFIGS[step].model_fields)


@pytest.mark.parametrize("step", sorted(STEPS))
def test_modality_offers_what_the_step_takes(server: LanguageServer, step: str) -> None:
    text = f"{HEAD}  - type: {step}\n    questions:\n      - modality: {CURSOR}\n        text: Why?\n"
    assert sorted(posting(server, text).completion()) == sorted(MODALITIES[step])


@pytest.mark.parametrize(
    ("step", "modality"), [(step, modality) for step, several in MODALITIES.items() for modality in several]
)
def test_a_question_offers_the_fields_of_its_modality_alone(server: LanguageServer, step: str, modality: str) -> None:
    text = (
        f"{HEAD}  - type: {step}\n    questions:\n      - modality: {modality}\n        text: Why?\n        {CURSOR}\n"
    )
    assert sorted(posting(server, text).keys()) == sorted(
        {*QUESTIONS[modality].model_fields, "use"} - {"modality", "text"}
    )


@pytest.mark.parametrize(
    ("step", "usual"), [("web_interview", "voice"), ("conversational_sms", "sms"), ("form", "form")]
)
def test_without_modality_the_usual_one_is_meant(server: LanguageServer, step: str, usual: str) -> None:
    text = f"{HEAD}  - type: {step}\n    questions:\n      - text: Why?\n        {CURSOR}\n"
    assert sorted(posting(server, text).keys()) == sorted({*QUESTIONS[usual].model_fields, "use"} - {"text"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}  - type: form\nops:\n  on_change: {CURSOR}\n", {"replace", "update", "hold"}),
        (f"{HEAD}  - type: form\njob_overview_delivery_mode: {CURSOR}\n", {"exact_delivery", "reference_only"}),
        (f"{HEAD}  - type: web_interview\n    config:\n      interview_type: {CURSOR}\n", {"general", "technical"}),
        (f"{HEAD}  - type: form\n    questions:\n      - text: a\n        operator: {CURSOR}\n", {"eq", "lte"}),
    ],
)
def test_values_are_offered(server: LanguageServer, text: str, expected: set[str]) -> None:
    assert expected <= set(posting(server, text).completion())


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        (f"na{CURSOR}me: a\n", "heymilo-ops posting", "unique here. Changing it makes a new posting with a new link."),
        (f"{HEAD}  - ty{CURSOR}pe: form\n", "step", "* `form`: A web form."),
        (
            f"{HEAD}  - type: web_interview\n    questions:\n      - text: a\n        score_we{CURSOR}ight: 3\n",
            "voice question",
            "How much the answer counts, 1 to 5",
        ),
        (
            f"{HEAD}  - type: resume\n    config:\n      manda{CURSOR}tory: true\n",
            "config of a resume step",
            "true: nobody goes on without a résumé.",
        ),
        (f"{HEAD}  - type: form\nops:\n  prot{CURSOR}ect: true\n", "", "true: refuse every plan that replaces"),
    ],
)
def test_hover_shows_our_description(server: LanguageServer, text: str, title: str, words: str) -> None:
    shown = posting(server, text).hover()
    assert words in shown
    assert f"#### {title}" in shown


def test_heymilo_yaml_completes_and_is_checked(server: LanguageServer) -> None:
    head = "# yaml-language-server: $schema=schemas/config.schema.json\nversion: 1\nproject: a\nworkspaces:\n"
    opened = Opened(server, f"{head}  production:\n    {CURSOR}\n", "heymilo-try.yaml")
    assert {"api_key_env", "base_url", "state", "settle_seconds"} <= set(opened.keys())
    wrong = Opened(server, f"{head}  Production:\n    sandbx: true\n", "heymilo-wrong.yaml").diagnostics()
    assert sorted(wrong) == [
        ("5:3", "Use lower case letters, digits and single hyphens."),
        ("6:5", "Property sandbx is not allowed."),
    ]


def test_the_lock_is_whole_and_names_no_host() -> None:
    text = (HERE / "package-lock.json").read_text(encoding="utf-8")
    lock: dict[str, Any] = json.loads(text)
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert lock["packages"][""]["dependencies"] == wanted
    assert not re.search(r"https?:|\bregistry\b|resolved", text)
    for name, package in lock["packages"].items():
        assert not name or package["integrity"].startswith("sha512-"), name
    for version in wanted.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), "exact versions only"

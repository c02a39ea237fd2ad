"""Composing a manifest of the shared files that it names: negatives first, then merging, origins and digests."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.repo import load_repo, read_document
from heymilo_ops.manifest.sharing.library import SHARED, Library
from heymilo_ops.manifest.sharing.resolve import ResolvedManifest, ValueOrigin, resolve_sharing
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import desire
from tests.manifest.sharing_repo import (
    COMPANY,
    CONFIG,
    DEFAULTS,
    FILES,
    QUESTION,
    posting,
    repo,
    said,
    senior,
    variables,
    write,
)
from tests.strategies import manifests

HEAD = "name: senior\ntitle: Abc\n"
FORM = "workflow: [{type: form}]\n"


def test_a_statement_is_a_mapping_of_its_own_and_no_part_of_it_is_shared(tmp_path: Path) -> None:
    document = posting(tmp_path, HEAD + FORM + "ops: {notices: {ai: {given_in: application-form}}}\n")
    assert document.desired is not None and not document.findings
    notices = document.desired.manifest.ops.notices
    assert notices is not None and notices.stated["ai"].given_in == "application-form"


# -- what is no form -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "hint"),
    [
        ("company_overview: {fil: company.md}\n", "3:19", "did you mean 'file'?"),
        ("company_overview:\n  fille: company.md\n", "4:3", "did you mean 'file'?"),
        ("max_retakes: {vra: most}\n", "3:14", "did you mean 'var'?"),
        ("company_overview: {}\n", "3:19", "The four forms"),
        ("company_overview: {file: a, var: b}\n", "3:19", "The four forms"),
        ("company_overview: {file: 3}\n", "3:19", "The four forms"),
        ("company_overview: {var: [a]}\n", "3:19", "The four forms"),
        ("company_overview: {use: company.md}\n", "3:19", "The four forms"),
        ("title: {a: 1, b: {c: 2}}\n", "3:8", "The four forms"),
        ("metadata: {team: {fil: x}}\n", "3:18", "did you mean 'file'?"),
        ("sender_email_id: {file: company.md}\n", "3:18", "write the value itself"),
        ("language: {file: company.md}\n", "3:11", "write the value itself"),
        ("ops: {workspaces: [{var: which}]}\n", "3:20", "write the value itself"),
        ("ops: {moved_from: {var: old}}\n", "3:19", "write the value itself"),
        ("metadata: {team: {file: company.md}}\n", "3:18", "write the value itself"),
    ],
)
def test_a_mapping_that_is_no_form_is_one_finding_that_names_the_four(
    tmp_path: Path, text: str, at: str, hint: str
) -> None:
    head = "name: senior\n" + (FORM if text.startswith("title") else "title: Abc\n")
    rest = "" if text.startswith("title") else FORM
    document = posting(tmp_path, head + text + rest)
    (found,) = document.findings
    assert (found.code, str(found.place)) == ("SY160", f"postings/senior.yaml:{at}")
    assert hint in found.help
    if "four forms" in found.message:
        assert all(word in found.help for word in ("{file: NAME}", "{var: NAME}", "{use: NAME}", "extends: NAME"))
    assert document.desired is None
    assert document.partial is not None


@pytest.mark.parametrize("value", ["{file: ai}", "{var: notices}", "{ai: {given_in: {var: place}}}"])
def test_no_part_of_a_statement_is_shared(tmp_path: Path, value: str) -> None:
    document = posting(tmp_path, f"{HEAD}{FORM}ops: {{notices: {value}}}\n")
    assert document.desired is None and document.findings


@pytest.mark.parametrize("key", ["name", "key", "modality", "type"])
def test_what_says_what_the_rest_is_can_not_be_shared(tmp_path: Path, key: str) -> None:
    text = f"{HEAD}workflow:\n  - type: form\n    questions:\n      - text: a\n        key: b\n        modality: form\n"
    lines = [
        line.replace(line.split(": ")[1], "{var: x}") if line.strip(" -").startswith(f"{key}:") else line
        for line in text.splitlines()
    ]
    name = "senior" if key != "name" else None
    write(tmp_path, {"postings/senior.yaml": "\n".join(lines) + "\n"})
    found = load_repo(tmp_path, (), variables(tmp_path)).documents[0]
    assert found.address == name
    assert found.desired is None
    assert [each.code for each in found.findings] in (["SY160"], ["SY103"], ["SY104"]), found.findings


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("titel: {a: b}\n", ["SY101 postings/senior.yaml:3:1"]),
        ("use: x\n", ["SY101 postings/senior.yaml:3:1"]),
        ("file: x\n", ["SY101 postings/senior.yaml:3:1"]),
        ("metadata: [{var: x}]\n", ["SY104 postings/senior.yaml:3:11"]),
        ("ops: {protec: {var: x}}\n", ["SY101 postings/senior.yaml:3:7"]),
        ("title2: {var: x}\n", ["SY101 postings/senior.yaml:3:1"]),
    ],
)
def test_an_unknown_key_stays_an_unknown_key(tmp_path: Path, text: str, wanted: list[str]) -> None:
    assert said(posting(tmp_path, HEAD + text + FORM).findings) == wanted


@pytest.mark.parametrize(
    ("step", "code", "where"),
    [
        ("{type: form, confg: {mandatory: true}}", "SY101", "4:18"),
        ("{type: form, config: {var: x}}", "SY101", "4:27"),
        ("{type: form, questions: {use: x}}", "SY104", "4:29"),
        ("{type: form, questions: [{use: 3}]}", "SY161", "4:36"),
        ("{type: form, questions: [{use: {a: b}}]}", "SY161", "4:36"),
        ("{type: form, questions: [{text: a, options: {var: x}}]}", "SY101", "4:40"),
        ("{type: form, questions: [{text: a, file_types: {var: x}}]}", "SY104", "4:52"),
        ("{type: form, questions: [{text: a, file_types: [{fil: x}]}]}", "SY160", "4:53"),
        ("{type: form, questions: [{text: a, dropdown_values: [{label: {fil: x}}]}]}", "SY160", "4:66"),
        ("{type: form, questions: [{text: a, answer: {a: b}}]}", "SY160", "4:48"),
        ("{type: form, questions: [{text: a, answer: {file: company.md}}]}", "SY160", "4:48"),
        ("{type: form, questions: [{text: a, answer: [{a: b}]}]}", "SY160", "4:49"),
        ("{type: [form], questions: [{text: {file: company.md}}]}", "SY103", "4:12"),
        ("form", "SY104", "4:5"),
    ],
)
def test_forms_inside_of_steps(tmp_path: Path, step: str, code: str, where: str) -> None:
    document = posting(tmp_path, f"{HEAD}workflow:\n  - {step}\n")
    assert said(document.findings) == [f"{code} postings/senior.yaml:{where}"]


# -- names that aren't there -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "folder", "help"),
    [
        ("extends: enginering\n" + FORM, "3:10", "defaults", "did you mean 'engineering'?"),
        ("company_overview: {file: compny.md}\n" + FORM, "3:26", "texts", "did you mean 'company.md'?"),
        ("company_overview: {file: company}\n" + FORM, "3:26", "texts", "did you mean 'company.md'?"),
        ("company_overview: {file: zzz}\n" + FORM, "3:26", "texts", "there are: company.md"),
        (
            "workflow: [{type: web_interview, questions: [{use: changed-mind}]}]\n",
            "3:52",
            "questions",
            "did you mean 'changed-your-mind'?",
        ),
    ],
)
def test_a_missing_name_lists_the_nearest(tmp_path: Path, text: str, at: str, folder: str, help: str) -> None:
    document = posting(tmp_path, HEAD + text)
    (found,) = document.findings
    assert (found.code, str(found.place), found.help) == ("SY161", f"postings/senior.yaml:{at}", help)
    assert f"in {SHARED}/{folder}/" in found.message
    assert document.desired is None


def test_what_only_the_missing_defaults_could_give_is_not_missed(tmp_path: Path) -> None:
    document = posting(tmp_path, "name: senior\nextends: nobody\nmax_retakes: 9\n" + FORM)
    assert [each.code for each in document.findings] == ["SY161", "SY108"]


def test_where_nothing_is_shared_the_folder_is_named(tmp_path: Path) -> None:
    write(tmp_path, {**dict.fromkeys(FILES), "postings/a.yaml": HEAD + "extends: x\n" + FORM})
    (found,) = load_repo(tmp_path).documents[0].findings
    assert found.help == f"write it in {SHARED}/defaults/"


# -- merging ---------------------------------------------------------------------------------------------------------


def resolved(root: Path, changes: dict[str, str | None] | None = None, chosen: str = "production") -> Any:
    document = senior(root, changes, chosen)
    assert document.findings == (), said(document.findings)
    assert document.desired is not None
    return document.desired.resolved


def test_all_four_forms(tmp_path: Path) -> None:
    assert resolved(tmp_path) == {
        "name": "senior",
        "title": "Senior engineer",
        "language": "en",
        "interviewer_name": "Ada",
        "company_overview": "We bake bread in three cities.\n\n- Good ovens\n- Good hours",
        "sender_email_id": "PRODUCTION_SENDER",
        "metadata": {"department": "engineering", "team": "core"},
        "workflow": [
            {
                "type": "web_interview",
                "config": {
                    "video": True,
                    "voice_id": "VOICE_P",
                    "cheat_detection_config": {"enabled": True, "types": ["tab_switching"]},
                },
                "questions": [
                    {
                        "key": "changed-your-mind",
                        "modality": "voice",
                        "text": "When did you last change your mind?",
                        "evaluation_criteria": "Says what changed it.",
                        "score_weight": 2,
                    }
                ],
            },
            {
                "type": "web_interview",
                "config": {
                    "video": False,
                    "voice_id": "VOICE_P",
                    "cheat_detection_config": {"enabled": True, "types": ["tab_switching"]},
                },
                "questions": [{"modality": "voice", "text": "How would you find a leak?"}],
            },
        ],
    }


def test_a_posting_is_another_in_each_workspace_and_the_same_before(tmp_path: Path) -> None:
    found = {name: senior(tmp_path, chosen=name).desired for name in ("sandbox", "staging", "production")}
    senders = {name: each.resolved["sender_email_id"] for name, each in found.items() if each}
    assert senders == {"sandbox": "sender", "staging": "STAGING_SENDER", "production": "PRODUCTION_SENDER"}
    assert len({each.digest for each in found.values() if each}) == 3
    assert len({each.portable_digest for each in found.values() if each}) == 1


PLAIN = """\
name: senior
extends: engineering
workflow:
  - type: web_interview
    questions:
      - {use: changed-your-mind}
"""


@pytest.mark.parametrize(
    ("old", "new", "path", "wanted"),
    [
        ("workflow", "interviewer_name: null\nworkflow", ("interviewer_name",), None),
        ("workflow", "metadata: null\nworkflow", ("metadata",), None),
        ("workflow", "metadata: {team: null}\nworkflow", ("metadata",), {"department": "engineering"}),
        (
            "workflow",
            "metadata: {a: b}\nworkflow",
            ("metadata",),
            {"department": "engineering", "team": "none", "a": "b"},
        ),
        ("    questions", "    config: {video: null}\n    questions", ("workflow", 0, "config", "video"), None),
        (
            "    questions",
            "    config: {cheat_detection_config: {types: [multiple_people], threshold: 70}}\n    questions",
            ("workflow", 0, "config", "cheat_detection_config"),
            {"enabled": True, "types": ["multiple_people"], "threshold": 70},
        ),
        (
            "    questions",
            "    config: {cheat_detection_config: null}\n    questions",
            ("workflow", 0, "config", "cheat_detection_config"),
            None,
        ),
        ("-your-mind", "-your-mind, score_weight: null", ("workflow", 0, "questions", 0, "score_weight"), None),
        ("-your-mind", "-your-mind, key: null", ("workflow", 0, "questions", 0, "key"), None),
        ("-your-mind", "-your-mind, key: mine", ("workflow", 0, "questions", 0, "key"), "mine"),
        ("-your-mind", "-your-mind, text: {file: company.md}", ("workflow", 0, "questions", 0, "text"), "We bake"),
    ],
)
def test_mappings_merge_lists_and_scalars_replace_null_removes(
    tmp_path: Path, old: str, new: str, path: tuple[str | int, ...], wanted: Any
) -> None:
    found = resolved(tmp_path, {"postings/senior.yaml": PLAIN.replace(old, new, 1)})
    for step in path[:-1]:
        found = found[step]
    value = found.get(path[-1])
    assert value == wanted or str(value).startswith(str(wanted))
    if wanted is None:
        assert path[-1] not in found


def test_a_config_of_null_takes_nothing_of_the_defaults(tmp_path: Path) -> None:
    text = PLAIN.replace("    questions", "    config: null\n    questions")
    assert resolved(tmp_path, {"postings/senior.yaml": text})["workflow"][0]["config"] is None


@pytest.mark.parametrize("workflow", ["workflow: null\ninterview_template_id: IT_1", "interview_template_id: IT_1"])
def test_defaults_of_steps_that_a_posting_does_not_have(tmp_path: Path, workflow: str) -> None:
    found = resolved(
        tmp_path, {"postings/senior.yaml": f"name: senior\nextends: engineering\n{workflow}\n"} | {QUESTION: None}
    )
    assert found["interviewer_name"] == "Ada"
    assert not found.get("workflow")
    other = PLAIN.replace("web_interview", "form").replace("{use: changed-your-mind}", "text: a")
    assert resolved(tmp_path, {"postings/senior.yaml": other, QUESTION: None})["workflow"] == [
        {"type": "form", "questions": [{"text": "a"}]}
    ]


def test_a_metadata_key_that_is_called_like_a_form_is_a_key(tmp_path: Path) -> None:
    for key in ("var", "file", "use", "extends"):
        text = f"{HEAD}sender_email_id: {{var: sender}}\nmetadata: {{{key}: sender}}\n{FORM}"
        assert resolved(tmp_path, {"postings/senior.yaml": text})["metadata"] == {key: "sender"}
    text = f"{HEAD}metadata: {{name: {{var: sender}}, var: {{var: sender}}}}\n{FORM}"
    assert resolved(tmp_path, {"postings/senior.yaml": text})["metadata"] == {
        "name": "PRODUCTION_SENDER",
        "var": "PRODUCTION_SENDER",
    }


def test_variables_in_lists_choices_and_answers(tmp_path: Path) -> None:
    question = (
        "{text: a, answer: {var: sender}, file_types: [pdf, {var: voice}], "
        "dropdown_values: [{label: x, value: {var: voice}}]}"
    )
    tags = "{modality: voice_tags, text: a, options: [{var: sender}, b]}"
    steps = f"[{{type: form, questions: [{question}]}}, {{type: web_interview, questions: [{tags}]}}]"
    text = f"{HEAD}workflow: {steps}\n"
    form, web = resolved(tmp_path, {"postings/senior.yaml": text})["workflow"]
    assert form["questions"][0]["answer"] == "PRODUCTION_SENDER"
    assert form["questions"][0]["file_types"] == ["pdf", "VOICE_P"]
    assert form["questions"][0]["dropdown_values"] == [{"label": "x", "value": "VOICE_P"}]
    assert web["questions"][0]["options"] == ["PRODUCTION_SENDER", "b"]
    only = f"{HEAD}workflow: [{{type: form, questions: [{{text: a, answer: {{var: sender}}}}]}}]\n"
    assert (
        resolved(tmp_path, {"postings/senior.yaml": only})["workflow"][0]["questions"][0]["answer"]
        == "PRODUCTION_SENDER"
    )
    plain = f"{HEAD}workflow: [{{type: form, questions: [{{text: a, answer: [x, y]}}]}}]\n"
    assert resolved(tmp_path, {"postings/senior.yaml": plain})["workflow"][0]["questions"][0]["answer"] == ["x", "y"]


@pytest.mark.parametrize(
    "text",
    [
        'name: senior\ntitle: Abc\n"company_overview": {"file": "company.md"}\nworkflow: [{type: form}]\n',
        "name: senior\ntitle: Abc\ncompany_overview:\n  ? file\n  : company.md\nworkflow: [{type: form}]\n",
        "name: senior\ntitle: Abc\ncompany_overview: {file : company.md}\nworkflow: [{type: form}]\n",
        'name: senior\ntitle: Abc\ncompany_overview: {"f\\u0069le": company.md}\nworkflow: [{type: form}]\n',
        "{name: senior, title: Abc, company_overview: {file: company.md}, workflow: [{type: form}]}\n",
    ],
)
def test_a_form_is_known_however_it_is_written(tmp_path: Path, text: str) -> None:
    assert resolved(tmp_path, {"postings/senior.yaml": text})["company_overview"].startswith("We bake bread in three")


# -- origins ---------------------------------------------------------------------------------------------------------


def _leaves(value: Any, pointer: str = "") -> list[tuple[str, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        return [(pointer, value)]
    return [leaf for key, each in items for leaf in _leaves(each, f"{pointer}/{key}")]


@pytest.mark.parametrize("chosen", ["sandbox", "production"])
def test_every_origin_points_at_text_that_contains_the_value(tmp_path: Path, chosen: str) -> None:
    found = repo(tmp_path, chosen=chosen)
    (document,) = found.documents
    assert document.desired is not None
    files = set()
    for pointer, value in _leaves(document.desired.resolved):
        place = document.place(pointer)
        files.add(place.path)
        lines = (tmp_path / place.path).read_text().splitlines()[place.line - 1 : place.end_line]
        wanted = str(value).lower() if isinstance(value, bool) else str(value).split()[0]
        assert wanted in " ".join(lines)[place.column - 1 :], (pointer, place)
    assert files == {"postings/senior.yaml", DEFAULTS, QUESTION, COMPANY} | (
        {CONFIG} if chosen == "production" else set()
    )


def test_the_origin_of_a_key_is_a_key(tmp_path: Path) -> None:
    document = senior(tmp_path)
    assert str(document.place("/workflow/0/questions/0/text", key=True)) == f"{QUESTION}:2:1"
    assert str(document.place("/company_overview", key=True)) == f"{COMPANY}:1:1"
    assert str(document.place("/metadata/department", key=True)) == f"{DEFAULTS}:6:3"
    assert str(document.place("/sender_email_id", key=True)) == f"{CONFIG}:9:15"


def test_an_origin_is_a_file_and_a_pointer(tmp_path: Path) -> None:
    source = read_text("name: a\n", "a.yaml")
    composed = ResolvedManifest({}, {"": ValueOrigin(source, ""), "/x": ValueOrigin(source, "/name")})
    assert composed.origin("/x/y").pointer == "/name/y"
    assert composed.origin("/z").pointer == "/z"


# -- a finding stands in the file that holds the value ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "old", "new", "wanted"),
    [
        (DEFAULTS, "language: en", "language: e", f"SY105 {DEFAULTS}:2:11"),
        (DEFAULTS, "    video: false", "    vido: false", f"SY101 {DEFAULTS}:10:5"),
        (DEFAULTS, "[tab_switching]", "[tab]", f"SY103 {DEFAULTS}:14:15"),
        (DEFAULTS, "interviewer_name: Ada", "interviewer_name: {fil: x}", f"SY160 {DEFAULTS}:3:19"),
        (DEFAULTS, "interviewer_name: Ada", "interviewer_name: {file: x}", f"SY161 {DEFAULTS}:3:26"),
        (QUESTION, "text: When", "txt: When", f"SY101 {QUESTION}:2:1"),
        (QUESTION, "modality: voice", "modality: form", f"SY103 {QUESTION}:1:11"),
        (CONFIG, "sender: PRODUCTION_SENDER", "sender: 3", f"SY104 {CONFIG}:9:15"),
    ],
)
def test_a_finding_stands_in_the_file_that_holds_the_value(
    tmp_path: Path, path: str, old: str, new: str, wanted: str
) -> None:
    assert old in FILES[path]
    document = senior(tmp_path, {path: FILES[path].replace(old, new)})
    assert wanted in said(document.findings)
    assert document.desired is None


# -- properties ------------------------------------------------------------------------------------------------------

EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def _split(draw: st.DrawFn, manifest: dict[str, Any]) -> dict[str, str]:
    """The manifest with parts of it moved into shared files: file → text."""
    rest = copy.deepcopy(manifest)
    files: dict[str, str] = {}
    movable = [key for key, each in rest.items() if key not in ("name", "workflow") and each is not None]
    taken = draw(st.lists(st.sampled_from(movable), unique=True)) if movable else []
    defaults = {key: rest.pop(key) for key in taken}
    if isinstance(defaults.get("metadata"), dict) and defaults["metadata"] and draw(st.booleans()):
        key = draw(st.sampled_from(sorted(defaults["metadata"])))
        rest["metadata"] = {key: defaults["metadata"].pop(key)}
        if draw(st.booleans()):
            defaults["metadata"][key] = "overridden"
    steps = rest.get("workflow") or []
    by_type: dict[str, Any] = {}
    for step in steps:
        config = step.get("config")
        if sum(each["type"] == step["type"] for each in steps) == 1 and isinstance(config, dict):
            shared = draw(st.lists(st.sampled_from(sorted(config)), unique=True)) if config else []
            moved = {key: config[key] for key in shared if config[key] is not None}
            by_type[step["type"]] = moved
            step["config"] = {key: each for key, each in config.items() if key not in moved}
        for j, question in enumerate(step.get("questions") or ()):
            if question.get("key") is None or not draw(st.booleans()):
                continue
            own = {key: question[key] for key in draw(st.lists(st.sampled_from(sorted(question)), unique=True))}
            base = {key: each for key, each in question.items() if key not in own and each is not None}
            null = {key: each for key, each in question.items() if key not in base and key not in own}
            base = {key: each for key, each in base.items() if key != "key"}
            name = question["key"]
            files[f"{SHARED}/questions/{name}.yaml"] = dump(base) if base else "{}\n"
            step["questions"][j] = {"use": name, **own, **null}
    if defaults or by_type:
        rest["extends"] = "some"
        files[f"{SHARED}/defaults/some.yaml"] = dump({**defaults, **({"steps": by_type} if by_type else {})})
    return {**files, "postings/a.yaml": dump(rest)}


def _answered_by_a_mapping(value: Any, in_answer: bool = False) -> bool:
    """Whether some ``answer`` is or holds a mapping: lint takes that for a form of sharing, and refuses it."""
    if isinstance(value, dict):
        return in_answer or any(_answered_by_a_mapping(each, key == "answer") for key, each in value.items())
    return isinstance(value, list | tuple) and any(_answered_by_a_mapping(each, in_answer) for each in value)


@EXAMPLES
@given(st.data())
def test_inlining_by_hand_gives_the_same_digest(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    manifest = data.draw(manifests().filter(lambda each: not _answered_by_a_mapping(each)))
    files = data.draw(st.composite(lambda draw: _split(draw, manifest))())
    root = tmp_path_factory.mktemp("repo")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")
    source = read_text(files["postings/a.yaml"], "postings/a.yaml")
    document = read_document(source, Library(root))
    assert document.findings == ()
    assert document.desired is not None
    assert document.desired.digest == desire(manifest, "a").digest
    inlined = read_document(read_text(dump(document.desired.resolved), "b"), Library(root))
    assert inlined.desired is not None
    assert inlined.desired.digest == document.desired.digest
    assert inlined.composed is None
    assert resolve_sharing(source, Library(root)).data == resolve_sharing(source, Library(root)).data
    again = resolve_sharing(read_text(dump(document.desired.resolved), "b"), Library(root))
    assert again.data == document.desired.resolved

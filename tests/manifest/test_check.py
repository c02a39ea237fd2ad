"""One planted mistake is one finding, at the right place, with a way out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.manifest.check import check_config, check_posting
from heymilo_ops.manifest.codes import CODES
from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.yaml_file import read_text
from tests.manifest.planted import BASE, PLANTED, Planted
from tests.manifest.sharing_repo import DEFAULTS, FILES, senior

CONFIG = """\
version: 1
project: acme-talent
default_workspace: sandbox
workspaces:
  sandbox:
    sandbox: true
  production:
    api_key_env: HEYMILO_API_KEY
    base_url: https://api.heymilo.ai
    settle_seconds: 30
"""


def findings(text: str) -> list[Finding]:
    source = read_text(text, "postings/a.yaml")
    return [*source.findings, *check_posting(source)]


def config_findings(text: str) -> list[Finding]:
    source = read_text(text, "heymilo.yaml")
    return [*source.findings, *check_config(source)]


def test_what_the_mistakes_are_planted_in_is_valid() -> None:
    assert findings(BASE) == []
    assert config_findings(CONFIG) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.code}-{planted.new.strip()[:40]}")
def test_a_planted_mistake_is_one_finding(planted: Planted) -> None:
    assert BASE.count(planted.old) == 1
    (found,) = findings(planted.text)
    assert found.place is not None
    assert (found.code, f"{found.place.line}:{found.place.column}", found.pointer) == (
        planted.code,
        planted.at,
        planted.pointer,
    )
    assert (found.message, found.help) == (planted.message, planted.help)
    assert (found.name, found.severity) == (CODES[found.code].name, Severity.ERROR)


def test_every_code_of_the_schema_is_planted() -> None:
    assert {planted.code for planted in PLANTED} == {code for code in CODES if "SY100" < code < "SY150"}
    assert len(PLANTED) >= 40
    assert all(planted.help for planted in PLANTED)


def test_two_mistakes_are_two_findings_in_the_order_of_the_file() -> None:
    text = BASE.replace("score_weight: 5", "score_weight: 6").replace("title: Night", "titel: Night")
    assert [(found.code, found.pointer) for found in findings(text)] == [
        ("SY101", "/titel"),
        ("SY108", "/workflow/0/questions/0/score_weight"),
    ]


def test_workflow_against_template_is_left_to_a_rule() -> None:
    assert findings("name: a\ntitle: abc\n") == []
    assert findings(BASE + "interview_template_id: IT_1\n") == []
    assert [found.code for found in findings(BASE + "interview_template_id: 3\n")] == ["SY104"]


def test_a_misspelt_type_hides_nothing_else_in_the_file() -> None:
    text = BASE.replace("type: form", "type: from").replace("max_retakes: 1", "max_retakes: 9")
    assert [found.code for found in findings(text)] == ["SY108", "SY103"]


def test_an_odd_key_is_named_whole_in_the_pointer() -> None:
    (found,) = findings(BASE.replace("metadata:\n", '"a/b~c": 1\nmetadata:\n'))
    assert found.pointer == "/a~1b~0c"
    assert found.message == "'a/b~c' is not known in a posting"
    assert found.help.startswith("known here: name, title")


def test_an_unknown_key_of_an_unknown_step_is_not_told() -> None:
    (found,) = findings(BASE.replace("type: form", "type: from").replace("mcq_type", "mcq"))
    assert found.code == "SY103"


def test_what_is_not_read_is_not_checked() -> None:
    source = read_text("a: [", "a.yaml")
    assert source.findings
    assert check_posting(source) == []
    assert check_config(source) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "at", "message", "help"),
    [
        (
            "project: acme",
            "projekt: acme",
            "SY101",
            "2:1",
            "'projekt' is not known in heymilo.yaml",
            "did you mean 'project'?",
        ),
        ("project: acme-talent\n", "", "SY102", "1:1", "'project' is missing", "add 'project:'"),
        ("version: 1", "version: 2", "SY103", "1:10", "'version' is 2, which is not one of its values", "allowed: 1"),
        (
            "version: 1",
            'version: "1"',
            "SY104",
            "1:10",
            "'version' is the text '1'; it must be 1",
            "leave the quotes out",
        ),
        (
            "acme-talent",
            "Acme Talent",
            "SY105",
            "2:10",
            "'project' is the text 'Acme Talent', which has the wrong form",
            "use lower case letters, digits and single hyphens: acme-talent",
        ),
        (
            "sandbox: true",
            "sandbx: true",
            "SY101",
            "6:5",
            "'sandbx' is not known in the workspace 'sandbox'",
            "did you mean 'sandbox'?",
        ),
        (
            "sandbox: true",
            "sandbox: yes",
            "SY104",
            "6:14",
            "'sandbox' is the text 'yes'; it must be true or false",
            "write true or false, without quotes",
        ),
        (
            "  production:",
            "  Production:",
            "SY110",
            "7:3",
            "the key 'Production' can't be used here",
            "use lower case letters, digits and single hyphens",
        ),
        (
            "HEYMILO_API_KEY",
            "sk-live-123",
            "SY105",
            "8:18",
            "'api_key_env' is the text 'sk-live-123', which has the wrong form",
            "name a variable that begins with HEYMILO_, such as HEYMILO_API_KEY; never the key itself",
        ),
        (
            "https://api.heymilo.ai",
            "https://api.heymilo.ai/v2",
            "SY105",
            "9:15",
            "'base_url' is the text 'https://api.heymilo.ai/v2', which has the wrong form",
            "give scheme and host alone: https://api.heymilo.ai",
        ),
        (
            "settle_seconds: 30",
            "settle_seconds: 4000",
            "SY108",
            "10:21",
            "'settle_seconds' is 4000; the most is 3600",
            "write 3600 or less",
        ),
        (
            "settle_seconds: 30",
            "api_key: x",
            "SY101",
            "10:5",
            "'api_key' is not known in the workspace 'production'",
            "did you mean 'api_key_env'?",
        ),
        ("settle_seconds: 30", "state: ''", "SY109", "10:12", "'state' has 0 characters; the least is 1", "write more"),
    ],
)
def test_a_mistake_in_heymilo_yaml_is_one_finding(
    old: str, new: str, code: str, at: str, message: str, help: str
) -> None:
    (found,) = config_findings(CONFIG.replace(old, new, 1))
    assert found.place is not None
    assert (found.code, f"{found.place.line}:{found.place.column}") == (code, at)
    assert (found.message, found.help) == (message, help)


def test_heymilo_yaml_without_a_workspace() -> None:
    (found,) = config_findings("version: 1\nproject: a\nworkspaces: {}\n")
    assert (found.code, found.pointer, found.message) == (
        "SY109",
        "/workspaces",
        "'workspaces' has 0 keys; the least is 1",
    )
    (found,) = config_findings("version: 1\nproject: a\nworkspaces:\n  - sandbox\n")
    assert (found.code, found.help) == ("SY104", "write 'key: value' lines")


def test_many_wrong_workspaces_are_found_a_thousand_at_a_time() -> None:
    good = "".join(f"  w{number}: {{}}\n" for number in range(2000))
    text = f"version: 1\nproject: a\ndefault_workspace: w1\nworkspaces:\n{good}"
    assert config_findings(text) == []
    assert [each.code for each in config_findings(text + "  W: {}\n")] == ["SY110"]


def test_metadata_of_thousands_is_one_finding() -> None:
    many = "".join(f"  heymilo-ops-{number}: v\n" for number in range(2000))
    (found,) = check_posting(read_text(f"name: a\ntitle: A b c\nmetadata:\n{many}", "a.yaml"))
    assert (found.code, found.pointer, found.message) == (
        "SY109",
        "/metadata",
        "'metadata' has 2000 keys; the most is 47",
    )


@pytest.mark.parametrize("wrong", ["[]", "{}", "1", "null"])
def test_a_modality_that_is_no_text_is_a_finding(wrong: str) -> None:
    questions = f"      - {{text: a, modality: {wrong}}}\n" * 1100  # more than are explained
    document = read_document(
        read_text(f"name: a\ntitle: Abc\nworkflow:\n  - type: form\n    questions:\n{questions}", "a")
    )
    assert {each.code for each in document.findings} <= {"SY102", "SY103", "SY104"}


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("metadata: {requisition: WRITTEN}", "metadata/requisition"),
        ("redirect_url: WRITTEN", "redirect_url"),
        ("sender_email_id: WRITTEN", "sender_email_id"),
        ("language: WRITTEN", "language"),
    ],
)
@pytest.mark.parametrize("written", ["2024.10", "1.0", "3.120", "7", "true"])
def test_a_value_is_quoted_as_the_file_has_it(line: str, path: str, written: str) -> None:
    (found,) = findings(f"name: a\ntitle: Abc\nworkflow: [{{type: form}}]\n{line.replace('WRITTEN', written)}\n")
    name = path.rpartition("/")[2]
    assert (found.code, found.help) == ("SY104", f'put it in quotes: "{written}"')
    assert found.message.startswith(f"'{name}' is {written};")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("project: acme-talent", "project: 2024.10"),
        ("version: 1\n", "version: 1\nrequired_version: 2024.10\n"),
    ],
)
def test_a_value_of_heymilo_yaml_is_quoted_as_the_file_has_it(old: str, new: str) -> None:
    assert old in CONFIG
    (found,) = config_findings(CONFIG.replace(old, new))
    assert found.help == 'put it in quotes: "2024.10"'


def test_a_shared_value_is_quoted_as_its_file_has_it(tmp_path: Path) -> None:
    shared = FILES[DEFAULTS].replace("interviewer_name: Ada", "interviewer_name: 2024.10")
    document = senior(tmp_path, {DEFAULTS: shared})
    assert [(str(found.place), found.help) for found in document.findings] == [
        (f"{DEFAULTS}:3:19", 'put it in quotes: "2024.10"')
    ]


def test_a_variable_is_quoted_as_heymilo_yaml_has_it(tmp_path: Path) -> None:
    config = FILES["heymilo.yaml"].replace("sender: PRODUCTION_SENDER", "sender: 2024.10")
    document = senior(tmp_path, {"heymilo.yaml": config})
    assert [(str(found.place), found.help) for found in document.findings] == [
        ("heymilo.yaml:9:15", 'put it in quotes: "2024.10"')
    ]


_SMALL = "name: x\ntitle: Abc\nworkflow: [{type: resume}]\n"


@pytest.mark.parametrize("value", ["2027-03-31T18:00:00", "2027-03-31 18:00"])
def test_a_deadline_without_a_zone_is_said_to_have_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    try:
        (found,) = check_posting(read_text(f"{_SMALL}deadline: {value}\n", "x.yaml"))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found.code == "SY105"
    assert found.message.endswith(f"'{value}', which has no time zone")
    assert found.help.startswith("write 2027-03-31T18:00:00+05:30, ")


@pytest.mark.parametrize("value", ["2027-02-31T18:00:00", "0001-01-01T00:00:00x", "soon"])
def test_a_deadline_that_is_no_time_has_the_wrong_form(value: str) -> None:
    (found,) = check_posting(read_text(f"{_SMALL}deadline: {value}\n", "x.yaml"))
    assert found.message.endswith("which has the wrong form")


def test_a_percentage_where_a_share_belongs() -> None:
    step = "workflow:\n  - type: resume\n    config: {min_evaluation_score: 70}\n"
    (found,) = check_posting(read_text(f"name: x\ntitle: Abc\n{step}", "x.yaml"))
    assert (found.code, found.help) == ("SY108", "if that is a percentage, write it as a share: 0.7")

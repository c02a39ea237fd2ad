"""SARIF: what code scanning reads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Place, Severity
from heymilo_ops.report.sarif import sarif_json

ERROR = Finding(
    "FR111", "age-asked", Severity.ERROR, "it asks for age", "ask what the work needs",
    Place("postings/bäcker 1.yaml", 7, 3, 7, 9), "baker",
)  # fmt: skip
INFO = Finding("CX103", "long-text", Severity.INFO, "it is long", place=Place("postings/a.yaml", 1))
NOWHERE = Finding("PL103", "nothing-desired", Severity.WARNING, "no manifest is left", address="a")
COMMENT = Dismissed(INFO, DismissedBy.COMMENT, "agreed", "HR-1", Place("postings/a.yaml", 2))
EXCEPTION = Dismissed(NOWHERE, DismissedBy.BASELINE)


def run_of(*findings: Finding, dismissed: tuple[Dismissed, ...] = ()) -> Any:
    log = json.loads(sarif_json(findings, dismissed, lambda finding: f"mark of {finding.code}"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_a_clean_run_has_results_and_they_are_none() -> None:
    run = run_of()
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_a_result_has_its_rule_level_place_and_fingerprint() -> None:
    run = run_of(ERROR, INFO, NOWHERE)
    by_code = {result["ruleId"]: result for result in run["results"]}
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert [by_code[code]["level"] for code in ("FR111", "CX103", "PL103")] == ["error", "note", "warning"]
    (location,) = by_code["FR111"]["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "postings/b%C3%A4cker%201.yaml", "uriBaseId": "REPO"},
        "region": {"startLine": 7, "startColumn": 3, "endLine": 7, "endColumn": 9},
    }
    assert by_code["CX103"]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
    assert by_code["PL103"]["locations"] == [{"logicalLocations": [{"name": "a"}]}]
    assert by_code["FR111"]["message"]["text"] == "It asks for age. To do: ask what the work needs."
    assert all(result["suppressions"] == [] for result in run["results"])


def test_fingerprints_differ_and_have_no_line() -> None:
    first, second = run_of(ERROR, Finding(**{**_values(ERROR), "place": Place("postings/bäcker 1.yaml", 9)}))["results"]
    marks = [result["partialFingerprints"]["heymiloOps/v1"] for result in (first, second)]
    assert marks == ["mark of FR111:1", "mark of FR111:2"]


def test_what_doesnt_count_is_suppressed_with_its_reason() -> None:
    run = run_of(ERROR, dismissed=(COMMENT, EXCEPTION))
    by_code = {result["ruleId"]: result["suppressions"] for result in run["results"]}
    assert by_code["FR111"] == []
    (comment,) = by_code["CX103"]
    assert (comment["kind"], comment["justification"]) == ("inSource", "comment; agreed; HR-1")
    assert comment["location"]["physicalLocation"]["region"]["startLine"] == 2
    assert by_code["PL103"] == [{"kind": "external", "status": "accepted", "justification": "baseline"}]


def test_what_contradicts_it_is_a_related_location_with_a_link() -> None:
    (result,) = run_of(replace(ERROR, other_place=Place("postings/a b.yaml", 9, 2, 9, 4)))["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"] == {
        "artifactLocation": {"uri": "postings/a%20b.yaml", "uriBaseId": "REPO"},
        "region": {"startLine": 9, "startColumn": 2, "endLine": 9, "endColumn": 4},
    }
    assert result["message"]["text"].endswith(f" Contradicted by [line 9]({related['id']}).")


def test_text_of_a_manifest_is_no_link() -> None:
    (result,) = run_of(replace(ERROR, message='it says "[here](https://a.example)"'))["results"]
    assert r"[here\](https://a.example)" in result["message"]["text"]


def test_one_without_any_place_has_none() -> None:
    (result,) = run_of(Finding("PL103", "nothing-desired", Severity.ERROR, "no manifest is left"))["results"]
    assert "locations" not in result


def _values(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in Finding.__dataclass_fields__}

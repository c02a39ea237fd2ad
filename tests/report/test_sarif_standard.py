"""SARIF by the standard: the JSON schema of OASIS, and a model of SARIF by other authors."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from sarif_pydantic import Sarif

from heymilo_ops.finding import Dismissed, DismissedBy, Finding, Place, Severity
from heymilo_ops.report.sarif import sarif_json

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.validator_for(SCHEMA, validate_formats=True)

ODD = Finding(
    "FR111", "age-asked", Severity.ERROR, "it asks \u2028 for\x07 age", "ask what the work needs",
    Place("postings/bäcker 1%.yaml", 7, 3, 7, 9), "baker", proposal="Are you 18 or over?",
)  # fmt: skip
PLAIN = Finding("CX103", "long-text", Severity.INFO, "it is long", place=Place("postings/a.yaml", 1))
NOWHERE = Finding("PL103", "nothing-desired", Severity.WARNING, "no manifest is left", address="a")
TWO_PLACES = replace(ODD, other_place=Place("postings/_shared/b c.yaml", 2, 1, 2, 5))
WHOLE = Finding("PL103", "nothing-desired", Severity.ERROR, "no manifest is left")
BY_COMMENT = Dismissed(PLAIN, DismissedBy.COMMENT, "agreed", "HR-1", Place("postings/a.yaml", 2))
BY_BASELINE = Dismissed(NOWHERE, DismissedBy.BASELINE)


def log_of(findings: tuple[Finding, ...], dismissed: tuple[Dismissed, ...]) -> Any:
    return json.loads(sarif_json(findings, dismissed, lambda finding: finding.code))


@pytest.mark.parametrize(
    ("findings", "dismissed"),
    [((), ()), ((ODD, TWO_PLACES, PLAIN, NOWHERE, WHOLE), ()), ((ODD,), (BY_COMMENT, BY_BASELINE))],
    ids=["clean", "findings", "dismissed"],
)
def test_two_validators_accept_a_log(findings: tuple[Finding, ...], dismissed: tuple[Dismissed, ...]) -> None:
    log = log_of(findings, dismissed)
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = Sarif.model_validate(log).runs
    assert [result.rule_id for result in run.results or ()] == [
        result["ruleId"] for result in log["runs"][0]["results"]
    ]


@pytest.mark.parametrize(
    ("key", "wrong"), [("level", "info"), ("locations", [{"physicalLocation": {"region": {"startLine": "7"}}}])]
)
def test_both_refuse_what_is_no_sarif(key: str, wrong: Any) -> None:
    log = log_of((ODD,), ())
    log["runs"][0]["results"][0][key] = wrong
    assert not VALIDATOR.is_valid(log)
    if key == "level":
        with pytest.raises(ValueError, match="level"):
            Sarif.model_validate(log)

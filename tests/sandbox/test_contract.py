"""The sandbox against the vendor's document, where that is present: it is never part of this repo.

All answers in the other tests are checked by ``conftest.py`` too. Here schemathesis makes up requests.
"""

from __future__ import annotations

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
    status_code_conformance,
)

from heymilo_ops.sandbox import requests, samples
from heymilo_ops.sandbox.server import Server

BASE = "/api/v2/postings"
KEY = {"X-API-KEY": "sandbox-key"}
ONE = f"{BASE}/{{posting_id}}"
OPERATIONS = [
    ("post", BASE),
    ("get", BASE),
    ("get", f"{BASE}/list"),
    ("get", ONE),
    ("patch", ONE),
    ("patch", f"{ONE}/workflow/{{step_id}}"),
    ("get", f"{ONE}/stats"),
    ("post", f"{ONE}/archive"),
    ("post", f"{ONE}/activate"),
    ("post", f"{ONE}/clone"),
    ("get", f"{ONE}/questions"),
    ("post", f"{ONE}/questions"),
    ("get", f"{ONE}/questions/{{question_id}}"),
    ("patch", f"{ONE}/questions/{{question_id}}"),
    ("delete", f"{ONE}/questions/{{question_id}}"),
    ("post", f"{ONE}/questions/reorder"),
]
STEPS = [{"type": kind} for kind in ("web_interview", "conversational_sms", "resume", "form")]

# Prose promises a 400 for unknown step config keys, which the document doesn't declare; the test of that
# operation leaves the check of statuses out, test_postings.py has the 400.
# The document says less than the vendor's prose (workflow or template, ISO dates),
# and the vendor's server takes more than the document ("3" for 3), so these two can't hold.
SKIPPED = [positive_data_acceptance, negative_data_rejection]


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    with Server(str(tmp_path_factory.mktemp("contract") / "sandbox.db")) as running:
        yield running


@pytest.fixture(scope="module")
def target_client(target):
    with httpx.Client(base_url=target.url, headers=KEY) as client:
        yield client


@pytest.fixture(scope="module")
def vendor_schema(document, target):
    schema = schemathesis.openapi.from_dict(document)
    schema.config.update(base_url=target.url)
    return schema


@pytest.fixture
def existing(target_client):
    return target_client.post(BASE, json={"title": "Engineer", "workflow": STEPS}).json()["data"]["id"]


def use_what_exists(case, existing, client):
    """Point at a posting and a question that exist, mostly: made-up ids end in 404 only."""
    ids = case.path_parameters
    if "posting_id" not in ids or len(ids["posting_id"]) == 1:
        return
    ids["posting_id"] = existing
    if "question_id" in ids:
        ids["question_id"] = client.get(f"{BASE}/{existing}/questions").json()["data"][0]["id"]
    if "step_id" in ids:
        ids["step_id"] = "web_interview"


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda each: each.removeprefix("/api/v2/"))
def test_made_up_requests_get_answers_the_document_declares(vendor_schema, existing, target_client, method, path):
    operation = vendor_schema[path][method]
    skipped = [*SKIPPED, status_code_conformance] if "step_id" in path else SKIPPED

    @given(case=operation.as_strategy())
    @settings(
        max_examples=12,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def check(case):
        use_what_exists(case, existing, target_client)
        case.call_and_validate(headers=KEY, excluded_checks=skipped, timeout=10)

    check()


def test_every_operation_on_postings_but_candidates_is_answered(document):
    declared = {(method, path) for path, item in document["paths"].items() for method in item}
    ours = {each for each in declared if each[1].startswith(BASE) and "/candidates" not in each[1]}
    assert ours == set(OPERATIONS)


BODIES = {
    "CreatePostingRequest": requests.CreatePosting,
    "UpdatePostingRequest": requests.UpdatePosting,
    "UpdateWorkflowStepRequest": requests.UpdateStep,
    "CreateQuestion": requests.StepQuestion,
    "CreateQuestionRequest": requests.CreateQuestion,
    "UpdateQuestionRequest": requests.UpdateQuestion,
    "ReorderQuestionsRequest": requests.ReorderQuestions,
    "WebInterviewConfig": requests.WebInterviewConfig,
    "ConversationalSMSConfig": requests.SmsConfig,
    "ResumeConfig": requests.ResumeConfig,
    "FormConfig": requests.FormConfig,
    "_WebInterviewStep": requests.WebInterviewStep,
    "_ConversationalSMSStep": requests.SmsStep,
    "_ResumeStep": requests.ResumeStep,
    "_FormStep": requests.FormStep,
}
LIMITS = ("type", "enum", "const", "minimum", "maximum", "minLength", "maxLength")


def plain(value):
    """Numbers as floats, lists as sorted text: 5 and 5.0 are one limit, the order of an enum is none."""
    return str(sorted(value)) if isinstance(value, list) else float(value) if isinstance(value, int) else value


def limits(schema):
    """What a schema allows, without its words: a set of (limit, value), null and alternatives included."""
    if "$ref" in schema:
        return {("model", True)}
    found = {(key, plain(schema[key])) for key in LIMITS if key in schema and schema.get(key) != "object"}
    for part in schema.get("anyOf", []) + schema.get("oneOf", []):
        found |= limits(part)
    items = schema.get("items")
    return found | ({("items", str(sorted(limits(items), key=str)))} if items else set())


@pytest.mark.parametrize("name", BODIES)
def test_request_bodies_have_the_fields_and_limits_of_the_document(document, name):
    theirs, ours = document["components"]["schemas"][name], BODIES[name].model_json_schema()
    assert ours.get("required", []) == theirs.get("required", [])
    assert {key: limits(value) for key, value in ours["properties"].items()} == {
        key: limits(value) for key, value in theirs["properties"].items()
    }


@pytest.mark.parametrize(
    ("component", "path"),
    [
        ("PostingResponse", ""),
        ("PostingStatsResponse", "/stats"),
        ("QuestionResponse", "/questions"),
    ],
)
def test_answers_have_exactly_the_fields_of_the_document(document, target_client, component, path):
    made = target_client.post(BASE, json={"title": "Engineer", "workflow": STEPS}).json()["data"]
    data = target_client.get(f"{BASE}/{made['id']}{path}").json()["data"]
    schemas = document["components"]["schemas"]
    assert set(data[0] if isinstance(data, list) else data) == set(schemas[component]["properties"])
    assert set(made) == set(schemas["CreatePostingResponse"]["properties"])
    assert set(made["urls"]) == set(schemas["PostingURLs"]["properties"])


LOOKUP_COMPONENTS = {
    "design-template-groups": "DesignTemplateGroupResponse",
    "design-templates": "DesignTemplateResponse",
    "domains": "CustomDomainResponse",
    "email-template-groups": "EmailTemplateGroupResponse",
    "email-templates": "EmailTemplateResponse",
    "interview-templates": "InterviewTemplateResponse",
    "phone-numbers": "PhoneNumberResponse",
    "sender-emails": "SenderEmailResponse",
    "voices": "VoiceResponse",
}


def test_sample_rows_have_exactly_the_fields_of_the_document(document):
    assert set(LOOKUP_COMPONENTS) == set(samples.LOOKUPS)
    for kind, component in LOOKUP_COMPONENTS.items():
        for row in samples.LOOKUPS[kind]:
            assert set(row) == set(document["components"]["schemas"][component]["properties"])

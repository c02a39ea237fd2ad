"""heymilo.yaml: what it takes, what it refuses, and that its schema and its model agree."""

from __future__ import annotations

import copy
import re
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from heymilo_ops.config import DEFAULT_BASE_URL, DEFAULT_KEY_ENV, WorkspaceConfig, parse_config
from heymilo_ops.model import location
from schemas.generator.posting import config_schema

GOOD: dict[str, Any] = {
    "version": 1,
    "project": "acme-talent",
    "default_workspace": "sandbox",
    "required_version": ">=0.1, <99",
    "workspaces": {
        "sandbox": {"sandbox": True},
        "production": {
            "api_key_env": "HEYMILO_API_KEY",
            "base_url": "https://api.heymilo.ai",
            "state": "states/production",
            "settle_seconds": 0,
            "requests_per_minute": 60,
            "vars": {"talent_sender": "A72B528BDEDF"},
        },
    },
}
VALIDATOR = jsonschema_rs.validator_for(config_schema())


def changed(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    data = copy.deepcopy(GOOD)
    node = data
    for part in path[:-1]:
        node = node[part]
    if value is ...:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return data


NO_KEY_NAMES = (
    "AWS_SECRET_ACCESS_KEY",
    "GITHUB_TOKEN",
    "API_KEY",
    "heymilo_api_key",
    "HEYMILO_api_key",
    "HEYMILO",
    " HEYMILO_API_KEY",
    "HEYMILO_API_KEY\n",
    "HEYMILO_API_KEY AWS",
    "XHEYMILO_API_KEY",
    "HEYMILO_ÄPI",
)
"""Names of variables that may hold any other secret."""

BAD: list[tuple[tuple[str, ...], Any]] = [
    (("version",), 2),
    (("version",), "1"),
    (("version",), True),
    (("version",), ...),
    (("project",), ...),
    (("project",), "Acme"),
    (("project",), "a" * 61),
    (("project",), None),
    (("projekt",), "a"),
    (("default_workspace",), 3),
    (("required_version",), 1.2),
    (("required_version",), ""),
    (("required_version",), "1.2"),
    (("required_version",), "~=1.2"),
    (("required_version",), ">=1.2,"),
    (("required_version",), ">=1.2rc1"),
    (("workspaces",), {}),
    (("workspaces",), ...),
    (("workspaces",), []),
    (("workspaces", "Prod"), {}),
    (("workspaces", "a" * 61), {}),
    (("workspaces", "production"), None),
    (("workspaces", "production", "api_key"), "sk-live"),
    (("workspaces", "production", "api_key_env"), "sk-live-1"),
    *((("workspaces", "production", "api_key_env"), each) for each in NO_KEY_NAMES),
    (("workspaces", "production", "api_key_env"), None),
    (("workspaces", "production", "base_url"), "api.heymilo.ai"),
    (("workspaces", "production", "base_url"), "https://api.heymilo.ai/api/v2"),
    (("workspaces", "production", "base_url"), "https://user:pass@api.heymilo.ai"),
    (("workspaces", "production", "base_url"), "ftp://api.heymilo.ai"),
    (("workspaces", "production", "state"), ""),
    (("workspaces", "production", "settle_seconds"), -1),
    (("workspaces", "production", "settle_seconds"), 3601),
    (("workspaces", "production", "settle_seconds"), 1.5),
    (("workspaces", "production", "settle_seconds"), "30"),
    (("workspaces", "production", "requests_per_minute"), 0),
    (("workspaces", "production", "requests_per_minute"), 6001),
    (("workspaces", "production", "vars"), []),
    (("workspaces", "sandbox", "sandbox"), "yes"),
    (("workspaces", "sandbox", "sandbox"), 1),
]


@pytest.mark.parametrize(("path", "value"), BAD, ids=lambda part: str(part)[:40])
def test_what_is_refused_by_both(path: tuple[str, ...], value: Any) -> None:
    data = changed(path, value)
    assert not VALIDATOR.is_valid(data)
    assert len(list(VALIDATOR.iter_errors(data))) == 1, "one mistake is one error"
    with pytest.raises(ValidationError):
        parse_config(data)


def test_a_default_workspace_that_is_not_there_is_refused_by_the_model() -> None:
    with pytest.raises(ValidationError, match="default_workspace names 'elsewhere', which is not among workspaces"):
        parse_config(changed(("default_workspace",), "elsewhere"))


def test_what_is_good_is_read() -> None:
    assert VALIDATOR.is_valid(GOOD)
    config = parse_config(GOOD)
    assert (config.project, config.default_workspace, list(config.workspaces)) == (
        "acme-talent",
        "sandbox",
        ["sandbox", "production"],
    )
    production = config.workspaces["production"]
    assert (production.sandbox, production.settle_seconds, production.requests_per_minute) == (False, 0, 60)
    assert production.vars == {"talent_sender": "A72B528BDEDF"}


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """As JSON Schema and the manifests have it: 30.0 is the number 30."""
    assert (
        parse_config(changed(("workspaces", "production", "settle_seconds"), 30.0))
        .workspaces["production"]
        .settle_seconds
        == 30
    )
    assert parse_config(changed(("version",), 1.0)).version == 1


def test_what_is_left_out_has_its_default() -> None:
    config = parse_config({"version": 1, "project": "a", "workspaces": {"production": {}}})
    production = config.workspaces["production"]
    assert config.default_workspace is None
    assert (production.base_url, production.api_key_env) == (DEFAULT_BASE_URL, DEFAULT_KEY_ENV)
    assert (production.state, production.settle_seconds, production.requests_per_minute) == (None, 30, 150)


def test_an_editor_is_told_every_form_of_a_state() -> None:
    told = WorkspaceConfig.model_fields["state"].description or ""
    forms = re.findall(r"[\w.]+(?::/?/?)[\w/]+", told)
    kinds = [location.parse_location(each) for each in forms]
    assert [getattr(each, "scheme", "git") for each in kinds] == ["git", "s3", "az", "gs"]


def test_a_configuration_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        parse_config(GOOD).project = "other"  # type: ignore[misc]


PLACES = st.sampled_from(
    [
        *((name,) for name in (*GOOD, "other")),
        *(("workspaces", "production", name) for name in (*GOOD["workspaces"]["production"], "sandbox", "other")),
        ("workspaces", "sandbox"),
        ("workspaces", "new"),
    ]
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 7000),
    st.sampled_from(
        [1.0, 1.5, 30.0, "", "a", "sandbox", "production", "A_B", "http://127.0.0.1:8080", "https://a.bc/", "x y"]
    ),
    st.sampled_from([{}, [], {"a": {}}, {"sandbox": True}, {"sandbox": None}]),
)


@settings(max_examples=200, deadline=None)
@given(PLACES, VALUES)
def test_schema_and_model_agree(path: tuple[str, ...], value: Any) -> None:
    """But for the default workspace, which must be one of the workspaces: a schema can't say that."""
    data = changed(path, value)
    try:
        parse_config(data)
        taken = True
    except ValidationError as error:
        taken = all("default_workspace names" in each["msg"] for each in error.errors())
    assert VALIDATOR.is_valid(data) == taken

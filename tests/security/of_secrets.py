"""Promises about keys and other secrets of the environment."""

from __future__ import annotations

from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, nothing, put, tests, yes


def any_variable(patch: pytest.MonkeyPatch) -> None:
    """heymilo.yaml may name any variable: neither its schema nor its model looks at the name."""
    from heymilo_ops import config
    from heymilo_ops.manifest import schema

    strict, parse = schema.config_schema, config.parse

    def lax_schema(model: Any) -> dict[str, Any]:
        made = strict(model)
        del made["properties"]["workspaces"]["additionalProperties"]["properties"]["api_key_env"]["pattern"]
        return made

    def lax_parse(data: dict[str, Any]) -> config.Config:
        named = {name: each.get("api_key_env", config.DEFAULT_KEY_ENV) for name, each in data["workspaces"].items()}
        bare = {name: {**each, "api_key_env": config.DEFAULT_KEY_ENV} for name, each in data["workspaces"].items()}
        made = parse({**data, "workspaces": bare})
        given = {name: each.model_copy(update={"api_key_env": named[name]}) for name, each in made.workspaces.items()}
        return made.model_copy(update={"workspaces": given})

    patch.setattr(schema, "config_schema", lax_schema)
    patch.setattr("heymilo_ops.cli.project.parse", lax_parse)


SECRETS: tuple[Safeguard, ...] = (
    Safeguard(
        "key-variables-begin-alike",
        "`api_key_env` names a variable that begins with `HEYMILO_`; any other is a finding, before anything is sent.",
        "A branch would name AWS_SECRET_ACCESS_KEY, and plan would send that.",
        any_variable,
        tests("cli/test_allow_host.py", "test_no_command_reads_another_variable_as_the_key"),
    ),
    Safeguard(
        "key-goes-where-allowed",
        "A key is sent to https://api.heymilo.ai, and to a host that HEYMILO_OPS_ALLOW_HOST names; to no other, and "
        "nothing is sent before that is checked.",
        "A branch would name its own server as base_url, and plan would send the key there.",
        put("remote.address.is_allowed", by=yes),
        (
            *tests("cli/test_allow_host.py", "test_no_command_sends_a_key_to_a_host_of_the_repo"),
            *tests(
                "remote/test_address.py",
                "test_a_key_goes_to_no_host_that_only_the_repo_chose",
                "test_what_is_not_quite_allowed",
            ),
        ),
    ),
    Safeguard(
        "readers-only-read",
        "A command that only reads has a client that refuses every method but GET.",
        "A mistake in a command that runs on every pull request could change live postings.",
        put("remote.client.Client._require_right", by=nothing),
        (
            *tests("remote/test_client.py", "test_a_client_that_only_reads_sends_no_write"),
            *tests("cli/test_allow_host.py", "test_a_command_that_reads_and_tries_to_write_is_our_bug"),
        ),
    ),
)

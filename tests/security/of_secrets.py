"""Promises about keys and other secrets of the environment."""

from __future__ import annotations

from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, none_of_them, nothing, put, tests, yes


def any_variable(patch: pytest.MonkeyPatch) -> None:
    """heymilo.yaml may name any variable: its model doesn't look at the name."""
    from heymilo_ops import config

    parse = config.parse_config

    def lax_parse(data: dict[str, Any]) -> config.Config:
        named = {name: each.get("api_key_env", config.DEFAULT_KEY_ENV) for name, each in data["workspaces"].items()}
        bare = {name: {**each, "api_key_env": config.DEFAULT_KEY_ENV} for name, each in data["workspaces"].items()}
        made = parse({**data, "workspaces": bare})
        given = {name: each.model_copy(update={"api_key_env": named[name]}) for name, each in made.workspaces.items()}
        return made.model_copy(update={"workspaces": given})

    patch.setattr("heymilo_ops.usecases.project.parse_config", lax_parse)


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
        put("remote.allowed_hosts.is_allowed", by=yes),
        (
            *tests("cli/test_allow_host.py", "test_no_command_sends_a_key_to_a_host_of_the_repo"),
            *tests(
                "remote/test_allowed_hosts.py",
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
    Safeguard(
        "safety-settings-are-shown",
        "A plan shows what heymilo.yaml says otherwise than at the last apply of where HeyMilo is, which variable has "
        "the key and whose postings these are, even without a key; a saved plan goes on only under the same.",
        "A branch would change where things go, and its plan would say that there are no changes.",
        put("plan.build.safety_changes", by=none_of_them),
        (
            *tests(
                "cli/test_safety_settings.py",
                "test_another_url_is_in_the_plan_that_needs_no_key",
                "test_a_setting_alone_is_recorded_by_an_apply",
                "test_a_saved_plan_is_stale_under_another_setting",
            ),
            *tests("plan/test_safety_settings.py", "test_a_setting_that_differs_is_a_loud_change"),
        ),
    ),
    Safeguard(
        "nothing-is-left-behind",
        "Where heymilo.yaml names another place of the state, another project or another workspace than on the default "
        "branch, and what is live is known only there, the plan is refused (PL602).",
        "A branch would make every posting a second time, and the first ones would be nobody's.",
        put("usecases.plan.read_earlier_config", by=nothing),
        tests(
            "cli/test_safety_settings.py",
            "test_another_place_leaves_nothing_live_behind",
            "test_the_name_of_a_workspace_leaves_nothing_live_behind",
            "test_on_the_default_branch_its_parent_is_compared_with",
        ),
    ),
    Safeguard(
        "no-second-of-a-name",
        "Where nothing was applied yet and HeyMilo has an open posting of a name with the marks of another project or "
        "workspace, that name is not made a second time unasked (PL508).",
        "After a change of the project's name, outside git, every posting would be made a second time.",
        put("plan.ownership_findings._foreign", by=none_of_them),
        (
            *tests("cli/test_safety_settings.py", "test_no_second_posting_of_a_name_for_a_renamed_project"),
            *tests("plan/test_ownership_findings.py", "test_nothing_is_known_and_another_project_has_the_name"),
        ),
    ),
)

"""Variables: missing ones in every workspace, values that don't fit, sandboxes without ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from heymilo_ops.manifest.variables import Variables, replace_values
from tests.manifest.sharing_repo import CONFIG, FILES, posting, said, senior

HEAD = "name: senior\ntitle: Abc\nworkflow: [{type: form}]\n"


def config(old: str, new: str) -> dict[str, str | None]:
    assert old in FILES[CONFIG]
    return {CONFIG: FILES[CONFIG].replace(old, new)}


def test_a_variable_that_no_workspace_has(tmp_path: Path) -> None:
    (found,) = posting(tmp_path, HEAD + "phone_number_id: {var: sendr}\n").findings
    assert (found.code, str(found.place)) == ("SY163", "postings/senior.yaml:4:18")
    assert found.message == "the variable 'sendr' has no value in the workspaces staging and production"
    assert found.help == "did you mean 'sender'?"


@pytest.mark.parametrize("chosen", ["sandbox", "staging", "production", None])
def test_every_workspace_of_the_posting_must_define_it(tmp_path: Path, chosen: str | None) -> None:
    document = senior(tmp_path, config("{sender: STAGING_SENDER, voice", "{voice"), chosen)
    (found,) = document.findings
    assert (found.code, found.pointer) == ("SY163", "/sender_email_id")
    assert found.help == "add it below workspaces.staging.vars in heymilo.yaml"
    assert document.desired is None


def test_a_workspace_that_the_posting_does_not_belong_to_need_not(tmp_path: Path) -> None:
    changes = config("{sender: STAGING_SENDER, voice", "{voice")
    own = FILES["postings/senior.yaml"] + "ops:\n  workspaces: [production]\n"
    assert senior(tmp_path, {**changes, "postings/senior.yaml": own}).findings == ()


@pytest.mark.parametrize("chosen", ["staging", "production"])
def test_a_value_that_does_not_fit_is_found_for_every_workspace(tmp_path: Path, chosen: str) -> None:
    document = senior(tmp_path, config("VOICE_S", "12"), chosen)
    assert set(said(document.findings)) == {f"SY104 {CONFIG}:6:43"}
    assert document.desired is None


def test_in_a_sandbox_a_name_stands_for_an_id_and_for_nothing_else(tmp_path: Path) -> None:
    text = HEAD + "max_retakes: {var: most}\n"
    found = posting(tmp_path, text, "sandbox")
    assert [each.code for each in found.findings] == ["SY163"]
    assert "sandbox" in found.findings[0].message
    good = posting(tmp_path, HEAD + "phone_number_id: {var: sender}\n", "sandbox")
    assert good.desired is not None
    assert good.desired.resolved["phone_number_id"] == "sender"


def test_with_no_workspace_at_all_names_stand_for_themselves(tmp_path: Path) -> None:
    document = posting(tmp_path, HEAD + "phone_number_id: {var: sender}\n")
    assert document.composed is not None
    data, origins = Variables().fill(document.composed)
    assert data["phone_number_id"] == "sender"
    assert origins == {}


def test_one_value_is_replaced_and_nothing_else_is_touched() -> None:
    data = {"a/b": [{"~": 1}, 2], "c": {}}
    found = replace_values(data, {"/a~1b/0/~0": 3})
    assert found == {"a/b": [{"~": 3}, 2], "c": {}}
    assert data == {"a/b": [{"~": 1}, 2], "c": {}}
    assert found["c"] is data["c"]
    assert replace_values(data, {"/a~1b/1": 3, "/c": 4}) == {"a/b": [{"~": 1}, 3], "c": 4}

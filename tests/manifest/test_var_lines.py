from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.errors import AttentionError
from heymilo_ops.manifest.var_lines import VarLine, add_vars, make_var_lines
from heymilo_ops.manifest.yaml_file import read_text

IMOGEN = VarLine("voice_imogen", "wrv-2", "Imogen")
ROWAN = VarLine("voice_rowan", "wrv-1", "Rowan")

BLOCK = """\
# About it.
version: 1
project: acme
workspaces:
  staging:  # to try
    sandbox: true

  # The real one.
  production:
    api_key_env: KEY
    vars:
      # Who writes.
      sender: A1  # talent@
    settle_seconds: 3
"""


def vars_of(text: str, workspace: str) -> object:
    return read_text(text, "").data["workspaces"][workspace].get("vars")  # type: ignore[index]


def test_another_value_is_refused_with_both() -> None:
    with pytest.raises(AttentionError, match="sender is A1 there, and B2 at HeyMilo"):
        add_vars(BLOCK, "production", [IMOGEN, VarLine("sender", "B2", "people@")])


@pytest.mark.parametrize(
    "text",
    [
        "workspaces:\n  a: {sandbox: true,\n    settle_seconds: 3}\n",
        "workspaces:\n  a:\n    vars: {x: 'y',\n      z: w}\n",
        "workspaces:\n  a: &it\n    vars: &vars {x: 'y'}\n  b: *it\n",
        "{workspaces: {a: {}}}\n",
    ],
)
def test_what_can_not_be_edited_in_place_is_refused(text: str) -> None:
    with pytest.raises(AttentionError, match="can't be edited in place"):
        add_vars(text, "a", [IMOGEN])


def test_lines_come_behind_the_last_variable() -> None:
    assert add_vars(BLOCK, "production", [IMOGEN, ROWAN]) == BLOCK.replace(
        "  # talent@\n",
        "  # talent@\n      voice_imogen: wrv-2  # Imogen\n      voice_rowan: wrv-1  # Rowan\n",
    )


def test_a_workspace_without_vars_gets_them() -> None:
    assert add_vars(BLOCK, "staging", [IMOGEN]) == BLOCK.replace(
        "    sandbox: true\n", "    sandbox: true\n    vars:\n      voice_imogen: wrv-2  # Imogen\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "  a: {sandbox: true}  # mine",
            "  a:  # mine\n    sandbox: true\n    vars:\n      voice_imogen: wrv-2  # Imogen",
        ),
        ("  a: {}", "  a:\n    vars:\n      voice_imogen: wrv-2  # Imogen"),
        ("  a:\n    vars:  # ids", "  a:\n    vars:  # ids\n      voice_imogen: wrv-2  # Imogen"),
        ("  a:\n    vars: {}", "  a:\n    vars:\n      voice_imogen: wrv-2  # Imogen"),
        ("  a:\n    vars: null", "  a:\n    vars:\n      voice_imogen: wrv-2  # Imogen"),
        ("  a:\n    vars: {x: y}", "  a:\n    vars:\n      x: y\n      voice_imogen: wrv-2  # Imogen"),
        (
            "  a: {vars: {x: y}, sandbox: true}",
            "  a:\n    vars:\n      x: y\n      voice_imogen: wrv-2  # Imogen\n    sandbox: true",
        ),
    ],
)
def test_braces_open_where_they_must(before: str, after: str) -> None:
    assert add_vars(f"workspaces:\n{before}\n  b: {{}}\n", "a", [IMOGEN]) == f"workspaces:\n{after}\n  b: {{}}\n"


def test_braces_around_all_workspaces_open_too() -> None:
    assert add_vars("workspaces: {a: {sandbox: true}, b: {}}\n", "a", [IMOGEN]) == (
        "workspaces:\n  a:\n    sandbox: true\n    vars:\n      voice_imogen: wrv-2  # Imogen\n  b: {}\n"
    )


def test_what_is_there_stays() -> None:
    once = add_vars(BLOCK, "production", [IMOGEN])
    assert add_vars(once, "production", [IMOGEN]) == once
    other_name = [VarLine("sender_talent", "A1", "talent@")]
    assert add_vars(BLOCK, "production", other_name) == BLOCK


def test_names() -> None:
    rows = [("1", "Zoë Ångström"), ("2", "+44 20 79"), ("3", "日本"), ("4B", "twin"), ("5", "Twin")]
    keys = [each.key for each in make_var_lines("voice", rows)]
    assert keys == ["voice_zoe_angstrom", "voice_44_20_79", "voice", "voice_twin_4b", "voice_twin_5"]


def test_a_value_that_looks_like_a_number_is_quoted() -> None:
    assert str(VarLine("k", "12345", "x")) == 'k: "12345"  # x'


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1), st.text("abc é", min_size=1)
        ),
        unique_by=lambda each: each[0],
    )
)
def test_whatever_is_written_reads_back(rows: list[tuple[str, str]]) -> None:
    lines = make_var_lines("voice", [(id, " ".join(name.split()) or id) for id, name in rows])
    if len({each.key for each in lines}) < len(lines):
        return
    text = add_vars(BLOCK, "staging", lines)
    assert (vars_of(text, "staging") or {}) == {each.key: each.value for each in lines}

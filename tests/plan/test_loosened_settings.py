from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heymilo_ops.finding import Place
from heymilo_ops.plan.loosened_settings import loosened_config, loosened_ops


def config(before: dict, after: dict) -> list[tuple]:
    found = loosened_config(before, after, "production", lambda pointer: Place(pointer))
    return [(item.kind.value, item.name, item.before, item.after, item.place.path) for item in found]


def ops(before: dict, after: dict) -> list[tuple]:
    found = list(loosened_ops(before, after, "nurse", lambda pointer: Place(pointer)))
    assert all(item.address == "nurse" for item in found)
    return [(item.kind.value, item.name, item.before, item.after, item.place.path) for item in found]


def limits(**most: object) -> dict:
    return {"guards": {"max_affected": most}}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {}),
        (limits(archive=5), limits(archive=5, replace=1)),
        (limits(archive=5), limits(archive=4)),
        ({"guards": "x"}, {"guards": {"max_affected": ["x"]}}),
        (limits(archive="x"), {}),
        (limits(archive=5), limits(archive="x")),
        ({"people": "off"}, {"people": "on"}),
        ({"people": "off"}, {"people": "off"}),
        ({"public_repo": "accepted"}, {"public_repo": "accepted"}),
        ({"notices": {"ai": {"given_in": "mail"}}}, {"notices": {"ai": {"given_in": "mail"}}}),
        ({"notices": {"ai": {"given_in": "mail"}}}, {}),
        ({}, {"on_change": "hold"}),
        ({"on_change": "hold"}, {"on_change": "hold"}),
        ({}, {"reviewers": {"legal": {"team": "@acme/legal"}}}),
        ({"reviewers": {"legal": {"classes": ["wording"]}}}, {"reviewers": {"legal": {}}}),
        (
            {"reviewers": {"legal": {"classes": ["wording"]}}},
            {"reviewers": {"legal": {"classes": ["wording", "notice"]}}},
        ),
        ({"reviewers": "x", "workspaces": []}, {"reviewers": "x", "workspaces": "x"}),
        ({"workspaces": {"other": {"on_change": "hold"}}}, {}),
    ],
)
def test_nothing_is_loosened(before: dict, after: dict) -> None:
    assert config(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "setting"),
    [
        (
            limits(archive=5),
            limits(archive=50),
            ("guard", "guards.max_affected.archive", 5, 50, "/guards/max_affected/archive"),
        ),
        (limits(update=0), {}, ("guard", "guards.max_affected.update", 0, None, "/guards/max_affected/update")),
        ({}, {"people": "off"}, ("visibility", "people", "on", "off", "/people")),
        ({}, {"public_repo": "accepted"}, ("visibility", "public_repo", None, "accepted", "/public_repo")),
        ({}, {"notices": {"ai": {"given_in": "mail"}}}, ("notice", "notices.ai", None, "mail", "/notices/ai")),
        (
            {"workspaces": {"production": {"notices": {"sms": "x"}}}},
            {"workspaces": {"production": {"notices": {"sms": {"given_in": "page"}}}}},
            ("notice", "workspaces.production.notices.sms", "x", "page", "/workspaces/production/notices/sms"),
        ),
        (
            {"reviewers": {"legal": {"team": "@acme/legal"}}},
            {},
            ("reviewer", "reviewers.legal.team", "@acme/legal", None, "/reviewers/legal/team"),
        ),
        (
            {"reviewers": {"legal": {}}},
            {"reviewers": {"legal": {"classes": []}}},
            ("reviewer", "reviewers.legal.classes", None, [], "/reviewers/legal/classes"),
        ),
        (
            {"reviewers": {"legal": {"actions": ["create", "archive"]}}},
            {"reviewers": {"legal": {"actions": ["create"]}}},
            ("reviewer", "reviewers.legal.actions", ["create", "archive"], ["create"], "/reviewers/legal/actions"),
        ),
        (
            {"on_change": {"told": "hold"}},
            {"on_change": {"notice": "update"}},
            ("change_rule", "on_change.notice", "hold", "update", "/on_change"),
        ),
    ],
)
def test_what_heymilo_yaml_loosens(before: dict, after: dict, setting: tuple) -> None:
    assert config(before, after) == [setting]


def test_a_rule_that_held_everything_and_is_gone() -> None:
    freed = config({"workspaces": {"production": {"on_change": "hold"}}}, {"workspaces": {"production": {}}})
    assert len(freed) == 7
    assert freed[0] == (
        "change_rule", "workspaces.production.on_change.cosmetic", "hold", None, "/workspaces/production/on_change",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"protect": True}),
        ({"protect": True}, {"protect": True}),
        ({}, {"on_remove": "forget"}),
        ({}, {"jurisdictions": ["US-NY"]}),
        ({"jurisdictions": ["US-NY"]}, {"jurisdictions": ["US-NY", "EU"]}),
        ({"on_drift": "report"}, {}),
        ({"ignore_changes": ["/title"]}, {"ignore_changes": []}),
        ({"jurisdictions": "x", "ignore_changes": 3}, {}),
    ],
)
def test_ops_that_loosen_nothing(before: dict, after: dict) -> None:
    assert ops(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "setting"),
    [
        ({"protect": True}, {}, ("protection", "ops.protect", True, False, "/ops/protect")),
        ({"on_remove": "error"}, {}, ("protection", "ops.on_remove", "error", "archive", "/ops/on_remove")),
        (
            {"jurisdictions": ["US-NY", "EU"]},
            {"jurisdictions": ["EU"]},
            ("jurisdiction", "ops.jurisdictions", ["US-NY", "EU"], ["EU"], "/ops/jurisdictions"),
        ),
        ({"jurisdictions": ["EU"]}, {}, ("jurisdiction", "ops.jurisdictions", ["EU"], None, "/ops/jurisdictions")),
        ({}, {"notices": {"ai": {"given_in": "form"}}}, ("notice", "ops.notices.ai", None, "form", "/ops/notices/ai")),
        ({}, {"on_drift": "report"}, ("drift", "ops.on_drift", "stop", "report", "/ops/on_drift")),
        (
            {},
            {"ignore_changes": ["/title"]},
            ("drift", "ops.ignore_changes", None, ["/title"], "/ops/ignore_changes"),
        ),
        (
            {"on_change": {"wording": "hold"}},
            {"on_change": {}},
            ("change_rule", "ops.on_change.wording", "hold", "replace", "/ops/on_change"),
        ),
    ],
)
def test_what_ops_loosen(before: dict, after: dict, setting: tuple) -> None:
    assert ops(before, after) == [setting]


KEYS = (
    "ai",
    "archive",
    "classes",
    "given_in",
    "guards",
    "hold",
    "ignore_changes",
    "jurisdictions",
    "legal",
    "max_affected",
)
KEYS += ("notices", "on_change", "on_drift", "on_remove", "people", "production", "protect", "public_repo")
KEYS += ("reviewers", "team", "wording", "workspaces")
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(0, 9), st.sampled_from(KEYS)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)),
    max_leaves=12,
)
DATA = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6)


@given(DATA, DATA)
def test_files_of_any_release_can_be_compared(before: dict, after: dict) -> None:
    config(before, after), ops(before, after)
    assert config(before, before) == ops(before, before) == []

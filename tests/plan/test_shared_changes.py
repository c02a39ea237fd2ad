"""What several postings change alike, told once."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.model.desired import desire
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.plan.change import Action, Change, FieldChange, Plan, SharedChange
from heymilo_ops.plan.document import to_json as plan_json
from heymilo_ops.plan.shared_changes import Shares, count_reached, tail
from heymilo_ops.review.reasons import reason_sentence

TEXT = "postings/_shared/texts/company.md"
DEFAULTS = "postings/_shared/defaults/ward.yaml"
ASKED = "postings/_shared/questions/nights.yaml"
OLD, NEW = "We run two wards.", "We run three wards."
Origins = dict[str, str]


def plan(world: Any, resolved: list[dict[str, Any]], origins: Origins, **options: Any) -> Plan:
    """A plan of manifests that have these values from these files."""
    wanted = [desire(each, f"postings/{each['name']}.yaml", origins=origins) for each in resolved]
    made: Plan = world.plan(desired=wanted, **options)
    return made


def ward(posting: Any, count: int = 3, **changes: Any) -> list[dict[str, Any]]:
    return [posting(f"n-{i}", **changes) for i in range(count)]


# nothing to share


def test_what_each_posting_says_itself_is_not_shared(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, company_overview=OLD))
    assert plan(world, ward(posting, company_overview=NEW), {}).shared == ()


def test_one_posting_shares_with_nobody(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, company_overview=OLD))
    wanted = [posting("n-0", company_overview=NEW), *ward(posting, company_overview=OLD)[1:]]
    assert plan(world, wanted, {"/company_overview": TEXT}).shared == ()


def test_different_values_before_are_different_changes(world: Any, posting: Any) -> None:
    world.apply(posting("n-0", company_overview="One."), posting("n-1", company_overview="Two."))
    assert plan(world, ward(posting, 2, company_overview=NEW), {"/company_overview": TEXT}).shared == ()


def test_new_and_removed_postings_share_nothing(world: Any, posting: Any) -> None:
    world.apply(posting("old"))
    assert plan(world, ward(posting, company_overview=NEW), {"/company_overview": TEXT}).shared == ()


def test_moved_questions_and_steps_are_each_postings_own(world: Any, posting: Any) -> None:
    asked = posting()["workflow"][0]["questions"]
    world.apply(*ward(posting))
    turned = [{"type": "web_interview", "questions": asked[::-1]}, {"type": "form"}]
    assert plan(world, ward(posting, workflow=turned), {"/workflow/0/questions/2/text": ASKED}).shared == ()


# one file


def test_a_text_in_one_file_is_one_change(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, company_overview=OLD))
    made = plan(world, ward(posting, company_overview=NEW), {"/company_overview": TEXT}, allow_large_change=True)
    effect = ChangeClass.NOTICE
    names = ("n-0", "n-1", "n-2")
    assert made.shared == (SharedChange(TEXT, "/company_overview", "changed", OLD, NEW, effect, names),)
    assert plan_json(made, reason_sentence)["shared"][0]["addresses"] == list(names)
    shares = Shares(made)
    assert all(shares.alone(each) and shares.own(each) == () for each in made.changes)
    assert made.summary()["replace"] == 3


def test_what_is_particular_stays_with_its_posting(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, company_overview=OLD))
    wanted = [posting("n-0", title="Day nurse", company_overview=NEW), *ward(posting, company_overview=NEW)[1:]]
    made = plan(world, wanted, {"/company_overview": TEXT})
    shares = Shares(made)
    assert [each.path for each in shares.own(made.changes[0])] == ["/title"]
    assert not shares.alone(made.changes[0]) and shares.alone(made.changes[1])
    assert [each.field for each in shares.entries(made.changes[0])] == ["/company_overview"]


def test_a_held_design_is_told_as_shared_too(world: Any, posting: Any) -> None:
    hold = {"on_change": "hold"}
    world.apply(*ward(posting, ops=hold, company_overview=OLD))
    made = plan(world, ward(posting, ops=hold, company_overview=NEW), {"/company_overview": TEXT})
    assert len(made.shared) == 1 and made.findings == ()
    assert {each.action for each in made.changes} == {Action.HOLD}


def test_a_variable_of_the_workspace_counts_as_its_file(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, sender_email_id="A72B"))
    made = plan(world, ward(posting, sender_email_id="B001"), {"/sender_email_id": "heymilo.yaml"})
    assert [(each.path, each.field) for each in made.shared] == [("heymilo.yaml", "/sender_email_id")]


def test_defaults_of_a_step_and_of_ops_are_shared(world: Any, posting: Any) -> None:
    asked = posting()["workflow"][0]["questions"]

    def wanted(least: float, protect: bool) -> list[dict[str, Any]]:
        step = {"type": "web_interview", "config": {"min_evaluation_score": least}, "questions": asked}
        return [
            posting("n-0", ops={"protect": protect}, workflow=[step]),
            posting("n-1", ops={"protect": protect}, workflow=[{"type": "form"}, step]),
        ]

    world.apply(*wanted(0.5, False))
    paths = ("/ops/protect", "/workflow/0/config", "/workflow/1/config")
    made = plan(world, wanted(0.6, True), dict.fromkeys(paths, DEFAULTS))
    assert [each.field for each in made.shared] == ["/config/min_evaluation_score", "/ops/protect"]
    assert all(each.addresses == ("n-0", "n-1") for each in made.shared)


def test_a_shared_question_is_told_by_its_key_wherever_it_stands(world: Any, posting: Any) -> None:
    first, *rest = posting()["workflow"][0]["questions"]

    def wanted(text: str) -> list[dict[str, Any]]:
        question = {**first, "text": text}
        orders = ([question, *rest], [*rest, question])
        return [
            posting(f"n-{i}", workflow=[{"type": "web_interview", "questions": order}])
            for i, order in enumerate(orders)
        ]

    world.apply(*wanted("What draws you to nights?"))
    desired = [
        desire(each, f"postings/{each['name']}.yaml", origins={f"/workflow/0/questions/{at}/text": ASKED})
        for each, at in zip(wanted("What draws you to working nights?"), (0, 2), strict=True)
    ]
    made = world.plan(desired=desired)
    assert [(each.path, each.field) for each in made.shared] == [(ASKED, "/questions/nights/text")]


# values that are gone


def test_a_value_back_at_its_default_is_placed_where_it_stands(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, language="de"))
    made = plan(world, ward(posting, language="en"), {"/language": DEFAULTS})
    assert [(each.path, each.kind) for each in made.shared] == [(DEFAULTS, "removed")]


def test_a_value_that_is_gone_belongs_to_the_defaults_that_are_shared(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, company_overview=OLD))
    made = plan(world, ward(posting), {"/language": DEFAULTS})
    assert [(each.path, each.kind, each.before) for each in made.shared] == [(DEFAULTS, "removed", OLD)]
    assert plan(world, ward(posting), {"/language": TEXT}).shared == ()


def gone(posting: Any, name: str, take: str) -> list[dict[str, Any]]:
    """Two postings whose question ``nights``, or an unkeyed one, has lost something."""
    asked = [{**each, **({"score_weight": 3} if each.get("key") else {})} for each in questions(posting)]
    if take == "question":
        asked = asked[1:]
    elif take == "unkeyed":
        asked[1] = {key: each for key, each in asked[1].items() if key != "score_weight"}
    elif take:
        del asked[0][take]
    return [posting(f"{name}-{i}", workflow=[{"type": "web_interview", "questions": asked}]) for i in range(2)]


def questions(posting: Any) -> list[dict[str, Any]]:
    return list(posting()["workflow"][0]["questions"])


@pytest.mark.parametrize(
    ("take", "found"),
    [("score_weight", [(ASKED, "/questions/nights/score_weight")]), ("question", []), ("unkeyed", [])],
)
def test_what_a_question_lost(world: Any, posting: Any, take: str, found: list[tuple[str, str]]) -> None:
    world.apply(*gone(posting, "n", ""))
    made = plan(world, gone(posting, "n", take), {"/workflow/0/questions/0/text": ASKED})
    assert [(each.path, each.field) for each in made.shared] == found


def test_a_step_that_is_gone_is_each_postings_own(world: Any, posting: Any) -> None:
    steps = posting()["workflow"]
    world.apply(*ward(posting, workflow=[*steps, {"type": "form", "config": {"knockout_enabled": True}}]))
    assert plan(world, ward(posting), {"/language": DEFAULTS}).shared == ()


def test_a_setting_of_a_step_that_is_gone_belongs_to_the_defaults(world: Any, posting: Any) -> None:
    step = posting()["workflow"][0]
    world.apply(*ward(posting, workflow=[{**step, "config": {"min_evaluation_score": 0.5, "video": True}}]))
    wanted = ward(posting, workflow=[{**step, "config": {"video": True}}])
    made = plan(world, wanted, {"/workflow/0/config/video": DEFAULTS})
    assert [(each.path, each.field) for each in made.shared] == [(DEFAULTS, "/config/min_evaluation_score")]


# the guard


def test_the_guard_counts_postings_and_names_the_file(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, 40, company_overview=OLD, max_retakes=1))
    wanted = ward(posting, 40, company_overview=NEW, max_retakes=2)
    made = plan(world, wanted, {"/company_overview": TEXT, "/max_retakes": DEFAULTS})
    assert [each.code for each in made.findings] == ["PL102"]
    assert f"40 of 40 managed postings would be replaced or archived; {TEXT} alone replaces 40" in (
        made.findings[0].message
    )


def test_the_guard_blames_no_file_for_what_it_did_not_do(world: Any, posting: Any) -> None:
    world.apply(*ward(posting, 40, company_overview=OLD, max_retakes=1))
    made = plan(world, ward(posting, 40, title="Day nurse", max_retakes=2), {"/max_retakes": DEFAULTS})
    assert "alone" not in made.findings[0].message
    made = plan(world, ward(posting, 40, max_retakes=1), {"/max_retakes": DEFAULTS})
    assert made.shared and "alone" not in made.findings[0].message


def test_the_farthest_reach_comes_first() -> None:
    def entry(path: str, *names: str) -> SharedChange:
        return SharedChange(path, "/title", "changed", 1, 2, ChangeClass.NOTICE, names)

    found = [entry("b", "x", "y"), entry("a", "x", "y"), entry("c", "x", "y", "z"), entry("d", "q")]
    assert count_reached(found, ["x", "y", "z"]) == [("c", 3), ("a", 2), ("b", 2)]


# small parts


@pytest.mark.parametrize(
    ("path", "key", "shown"),
    [
        ("/metadata/a~1b", None, "/metadata/a~1b"),
        ("/workflow/1", None, ""),
        ("/workflow/1/config/web_interview_config/video", None, "/config/web_interview_config/video"),
        ("/workflow/1/questions", None, "/questions"),
        ("/workflow/1/questions/3/text", None, "/questions/text"),
        ("/workflow/1/questions/3/text", "why", "/questions/why/text"),
    ],
)
def test_tail(path: str, key: str | None, shown: str) -> None:
    assert tail(FieldChange(path, "changed", 1, 2, ChangeClass.NOTICE, key)) == shown


def test_a_moved_posting_is_told_in_full() -> None:
    field = FieldChange("/a", "changed", 1, 2, ChangeClass.NOTICE)
    entry = SharedChange(TEXT, "/a", "changed", 1, 2, ChangeClass.NOTICE, ("x", "y"))
    changes = (Change("x", Action.REPLACE, fields=(field,), moved_from="w"), Change("y", Action.REPLACE))
    shares = Shares(Plan("prod", None, "l", 1, changes, shared=(entry,)))
    assert shares.own(changes[0]) == () and not any(map(shares.alone, changes))

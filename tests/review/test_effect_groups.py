from heymilo_ops.model.desired import desire
from heymilo_ops.plan.change import Action, Change, CreatePosting
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.review.effect_groups import Group, Weighed, group_of, knocks_out, located, weights


def between(before: dict, after: dict):
    old, new = desire(before, "p"), desire(after, "p")
    fields = diff_forms(old.form, new.form, old.keys, new.keys)
    items = located(Change("a", Action.REPLACE, fields=fields, operations=(CreatePosting(new),)))
    return weights(new.form, items)


def test_nothing_changed(made) -> None:
    assert between(made.resolved(), made.resolved()) == []
    assert between(made.resolved(), made.resolved(title="Another")) == []
    assert weights(None, []) == []


def test_shares_before_and_after(made) -> None:
    after = made.resolved()
    questions = after["workflow"][1]["questions"]
    questions[1]["score_weight"] = 1
    questions.pop(0)
    (found,) = between(made.resolved(), after)
    assert (found.step, found.before, found.after) == (1, 15, 9)
    texts = [row.text.split()[0] for row in found.rows]
    assert texts == ["Tell", "How", "How", "Describe"]
    assert (found.rows[0].before, found.rows[0].after) == (5, 1)
    assert found.rows[3] == Weighed(found.rows[3].text, 2, None, removed=True)


def test_a_question_that_stops_to_count(made) -> None:
    after = made.resolved()
    after["workflow"][1]["questions"][0]["not_scored"] = True
    (found,) = between(made.resolved(), after)
    assert (found.rows[0].before, found.rows[0].after, found.before, found.after) == (2, None, 15, 13)


def test_no_share_where_a_weight_is_unknown(made) -> None:
    before, after = made.resolved(), made.resolved()
    for data in (before, after):
        del data["workflow"][1]["questions"][3]["score_weight"]
    after["workflow"][1]["questions"][0]["score_weight"] = 4
    (found,) = between(before, after)
    assert found.before is None and found.after is None and found.rows[0].after == 4


def test_no_table_where_steps_moved_or_went(made) -> None:
    after = made.resolved()
    after["workflow"].pop(0)
    after["workflow"][0]["questions"].pop()
    assert between(made.resolved(), after) == []


def test_groups(made) -> None:
    items = {each.change.path: group_of(each) for each in located(made.replacing())}
    assert items["/deadline"] is Group.SETTINGS
    assert items["/interview_process_overview"] is Group.NOTICE
    assert items["/workflow/0/questions/0/is_knockout"] is Group.REJECTED
    assert items["/workflow/1/config/min_evaluation_score"] is Group.REJECTED
    assert items["/workflow/1/questions/0"] is Group.ASKED
    assert items["/workflow/1/questions/2/score_weight"] is Group.COUNTS


def test_knocks_out() -> None:
    assert knocks_out({"is_knockout": True}) and knocks_out({"is_dealbreaker": True})
    assert not knocks_out({"is_knockout": False}) and not knocks_out(None)

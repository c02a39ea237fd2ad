from heymilo_ops.model.desired import desire
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.review.document import ShareTable
from heymilo_ops.review.share_tables import share_table
from heymilo_ops.review.step_pairs import step_pairs


def between(before: dict, after: dict) -> list[ShareTable]:
    old, new = desire(before, "p"), desire(after, "p")
    pairs = step_pairs(new.form, diff_forms(old.form, new.form, old.keys, new.keys))
    return [table for table in map(share_table, pairs) if table is not None]


def test_nothing_changed(made) -> None:
    assert between(made.resolved(), made.resolved()) == []
    assert between(made.resolved(), made.resolved(title="Another")) == []


def test_shares_before_and_after_add_up_to_100(made) -> None:
    after = made.resolved()
    questions = after["workflow"][1]["questions"]
    questions[1]["score_weight"] = 1
    questions.pop(0)
    (table,) = between(made.resolved(), after)
    assert table.step == "AI voice interview"
    assert [row.question.split()[0] for row in table.rows] == ["Tell", "How", "How", "Describe"]
    for side in ("before", "after"):
        assert sum(getattr(row, side) or 0 for row in table.rows) == 100
    first, *_, last = table.rows
    assert (first.before_words, first.after_words, first.change) == ("33%", "11%", "-22 points")
    assert (last.before_words, last.after_words, last.change) == ("14%", "–", "removed")


def test_a_question_that_stops_to_count(made) -> None:
    after = made.resolved()
    after["workflow"][1]["questions"][0]["not_scored"] = True
    (table,) = between(made.resolved(), after)
    assert (table.rows[0].before, table.rows[0].after, table.rows[0].change) == (14, None, "no longer counts")
    (table,) = between(after, made.resolved())
    assert table.rows[0].change == "counts now"


def test_no_share_where_a_weight_is_unknown(made) -> None:
    before, after = made.resolved(), made.resolved()
    for data in (before, after):
        del data["workflow"][1]["questions"][3]["score_weight"]
    after["workflow"][1]["questions"][0]["score_weight"] = 4
    (table,) = between(before, after)
    assert [row.after for row in table.rows] == [None] * 4
    assert (table.rows[0].before_words, table.rows[0].after_words) == ("weight 2", "weight 4")
    assert table.rows[0].change == "weight 2 → 4" and table.rows[1].change == "as before"
    assert table.rows[3].after_words == "no weight set"


def test_shares_of_text_messages_and_of_a_single_item(made) -> None:
    sms = {"type": "conversational_sms", "questions": [{"text": "Shifts?", "question_type": "NUMERIC"}]}
    before = made.resolved(workflow=[sms])
    weighed = {"text": "Hours?", "question_type": "NUMERIC", "expected_value": 9, "score_weight": 2}
    asked = [*sms["questions"], weighed]
    (table,) = between(before, made.resolved(workflow=[{**sms, "questions": asked}]))
    assert [(row.before_words, row.after_words) for row in table.rows] == [("–", "100%")]


def test_a_step_that_is_gone_has_no_table_and_one_that_stays_has(made) -> None:
    after = made.resolved()
    after["workflow"].pop(0)
    assert between(made.resolved(), after) == []
    after["workflow"][0]["questions"].pop()
    (table,) = between(made.resolved(), after)
    assert table.rows[-1].change == "removed"

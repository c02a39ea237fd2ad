"""Both sides of every step and question follow from the design after a change and what changed."""

import copy
import random

from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.diff import diff_forms
from heymilo_ops.review.step_pairs import StepPair, step_pairs

SMS = {
    "type": "conversational_sms",
    "config": {"intro_message": "Hi.", "blackout_period": {"enabled": True, "start_hour": 21, "end_hour": 8}},
    "questions": [
        {"text": "May you work here?", "question_type": "YES_NO", "expected_answer": "yes", "is_dealbreaker": True},
        {"text": "How many shifts a week?", "question_type": "NUMERIC", "expected_value": 2, "score_weight": 2},
    ],
}


def between(old: Desired, new: Desired) -> tuple[StepPair, ...]:
    return step_pairs(new.form, diff_forms(old.form, new.form, old.keys, new.keys))


def mutate(data: dict, chance: random.Random) -> dict:
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 6)):
        step = chance.choice(data["workflow"])
        asked = step.get("questions") or []
        match chance.randint(0, 6):
            case 0 if len(data["workflow"]) > 1:
                data["workflow"].remove(step)
            case 1:
                chance.shuffle(data["workflow"])
            case 2 if len(asked) > 1:
                asked.pop(chance.randrange(len(asked)))
            case 3:
                chance.shuffle(asked)
            case 4 if asked:
                chance.choice(asked)["text"] += " Really now?"
            case 5 if asked:
                question = chance.choice(asked)
                question.pop("score_weight", None) or question.update(score_weight=4)
                if "modality" not in question and step["type"] == "form":
                    question.pop("score_weight", None)
            case _:
                step.setdefault("config", {})["company_overview"] = f"We {chance.random()}"
    return data


def plain(step: dict) -> tuple:
    asked = step.get("questions")
    return step["type"], step.get("config") or {}, list(asked) if asked is not None else None


def test_the_design_before_comes_out_again(made) -> None:
    chance = random.Random(13)
    for _ in range(150):
        before = mutate(made.resolved(workflow=[*made.resolved()["workflow"], SMS]), chance)
        after = mutate(before, chance)
        old, new = desire(before, "p"), desire(after, "p")
        sides = [pair.before for pair in between(old, new) if pair.before is not None]
        key = lambda side: side[0]  # noqa: E731
        assert sorted(map(plain, sides), key=key) == sorted(map(plain, old.form["workflow"]), key=key)


def test_no_design_no_pairs() -> None:
    assert step_pairs(None, ()) == ()


def test_questions_that_heymilo_wrote_so_far(made) -> None:
    after = made.resolved()
    before = made.resolved()
    del before["workflow"][1]["questions"]
    form, voice = between(desire(before, "p"), desire(after, "p"))
    assert all(pair.before == pair.after for pair in form.questions)
    assert voice.before is not None and voice.before["questions"] is None
    assert [pair.before for pair in voice.questions] == [None] * 4
    _, voice = between(desire(after, "p"), desire(before, "p"))
    assert [pair.after for pair in voice.questions] == [None] * 4 and voice.kind == "web_interview"


def test_a_step_that_is_gone_keeps_its_questions(made) -> None:
    after = made.resolved()
    gone = after["workflow"].pop(0)
    voice, form = between(made.wanted(), desire(after, "p"))
    assert voice.before == voice.after and form.after is None and form.after_config == {}
    assert form.before_config == gone["config"] and form.questions[0].before is not None
    (_, new) = between(desire(after, "p"), desire({**after, "workflow": [*after["workflow"], gone]}, "p"))
    assert new.before is None and new.before_config == {} and new.questions[0].before is None


def test_what_changed_is_beside_its_question(made) -> None:
    after = made.resolved()
    after["workflow"][1]["questions"][0]["score_weight"] = 4
    _, voice = between(made.wanted(), desire(after, "p"))
    first, second, *_ = voice.questions
    assert first.key == "review" and [type(item.change) for item in first.items] == [FieldChange]
    assert first.before is not None and first.before["score_weight"] == 2 and second.items == ()

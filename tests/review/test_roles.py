from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from heymilo_ops.config import parse_config
from heymilo_ops.finding import DismissedBy, Severity
from heymilo_ops.model.facts import ChangeClass
from heymilo_ops.model.people import UNKNOWN, Impact
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.plan.change import Action, ArchivePosting, Change, DriftField, FieldChange, Forget, SafetyChange
from heymilo_ops.plan.review_input import (
    Reviewer,
    ReviewInput,
    Role,
    Uncompared,
    UncomparedFile,
    bare_input,
)
from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown
from heymilo_ops.review.role_words import CHANGED, DECIDES, ROLES
from heymilo_ops.review.roles import action_readers, class_readers, required_roles, tasks_of
from heymilo_ops.review.verdict import Label
from tests.review.reviews import changed, finding, form_step, knockout, manifest, review_of, voice, voice_step

TALK = voice_step(voice(key="queue"), min_evaluation_score=0.6)
AI = "You are talking to an AI. It is recorded."

TABLES = [
    {},
    {Role.LEGAL: Reviewer("@acme/legal")},
    {role: Reviewer(classes=frozenset(), actions=frozenset()) for role in Role},
    {Role.ENGINEERS: Reviewer(classes=frozenset(ChangeClass)), Role.LEGAL: Reviewer(classes=frozenset())},
    {Role.RECRUITER: Reviewer(actions=frozenset({Action.CREATE}), classes=frozenset({ChangeClass.KNOCKOUT}))},
]


@pytest.mark.parametrize("reviewers", TABLES)
def test_every_class_and_every_action_has_a_reader(reviewers: dict) -> None:
    for effect, action in itertools.product(ChangeClass, Action):
        assert class_readers(effect, reviewers) and action_readers(action, reviewers)
        field = FieldChange("/title", "changed", "a", "b", effect)
        review = review_of(Change("a", action, fields=(field,), effect=effect), reviewers=reviewers)
        assert (action is Action.UNCHANGED) != bool(required_roles(review))


def test_a_table_says_otherwise_who_reads_what() -> None:
    reviewers = {Role.ENGINEERS: Reviewer("@acme/ops", frozenset({ChangeClass.WORDING}), frozenset())}
    assert class_readers(ChangeClass.WORDING, reviewers) == {Role.ENGINEERS, Role.HIRING_MANAGER}
    assert class_readers(ChangeClass.KNOCKOUT, reviewers) == {Role.LEGAL, Role.HIRING_MANAGER}
    assert action_readers(Action.HOLD, reviewers) == {Role.ENGINEERS}  # else nobody would


def test_every_role_has_words() -> None:
    assert ROLES.keys() == CHANGED.keys() == DECIDES.keys() == set(Role)


def of_legal(review: ReviewInput) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(task.changed, task.decides) for task in tasks_of(review) if task.role is Role.LEGAL]


@pytest.mark.parametrize(
    "more",
    [
        {"findings": (finding("FR131"),)},
        {"findings": (finding("FR102", by=DismissedBy.BASELINE),)},
        {"findings": (finding("RB101", by=DismissedBy.COMMENT),)},
        {"findings": (finding("RB101", by=DismissedBy.EXCEPTION),)},
    ],
)
def test_fairness_and_what_is_suppressed_goes_to_legal(more: dict) -> None:
    review = changed(manifest(TALK), manifest(TALK, deadline="2035-01-31T18:00:00Z"), Action.UPDATE)
    assert required_roles(review) == (Role.RECRUITER,)
    assert required_roles(replace(review, **more)) == (Role.LEGAL, Role.RECRUITER)
    none = {role: Reviewer(classes=frozenset(), actions=frozenset()) for role in Role}
    assert Role.LEGAL in required_roles(replace(review, reviewers=none, **more))


@pytest.mark.parametrize(
    "config",
    [
        {"cheat_detection_config": {"enabled": True, "types": ["tab_switching"]}},
        {"video": True},
        {"voice_id": "V1"},
        {"phone_calls_enabled": True},
        {"is_multilingual": True},
        {"web_interview_config": {"candidate_presence_enabled": True}},
    ],
)
def test_what_the_law_looks_at_goes_to_legal_whatever_the_table_says(config: dict) -> None:
    table = {role: Reviewer(classes=frozenset(ChangeClass), actions=frozenset(Action)) for role in Role}
    table[Role.LEGAL] = Reviewer(classes=frozenset(), actions=frozenset())
    review = replace(changed(manifest(voice_step(voice())), manifest(voice_step(voice(), **config))), reviewers=table)
    assert Role.LEGAL in required_roles(review)
    assert "allowed, and are people told?" in " ".join(of_legal(review)[0][1])


def test_another_language_and_a_new_interview_go_to_legal() -> None:
    table = {
        Role.LEGAL: Reviewer(classes=frozenset(), actions=frozenset()),
        Role.RECRUITER: Reviewer(actions=frozenset(Action)),
    }
    for before, after in ((manifest(TALK), manifest(TALK, language="de")), (None, manifest(TALK))):
        assert Role.LEGAL in required_roles(replace(changed(before, after), reviewers=table))


def test_tasks_of_a_replaced_interview(made) -> None:
    review = replace(bare_input(made.a_plan(made.replacing())), reviewers={Role.LEGAL: Reviewer("@acme/legal")})
    tasks = {task.role: task for task in tasks_of(review)}
    assert tasks.keys() == {Role.LEGAL, Role.HIRING_MANAGER, Role.RECRUITER}
    legal, manager, recruiter = (tasks[role] for role in (Role.LEGAL, Role.HIRING_MANAGER, Role.RECRUITER))
    assert legal.team == "@acme/legal" and recruiter.team == ""
    assert legal.changed == (
        "1 knock-out added", "1 change of what candidates are told", "pass mark 60 → 70, higher",
        "weights in a step with a pass mark",
    )  # fmt: skip
    assert legal.decides == (
        "May we reject automatically by “Is your working day within UTC-5 to UTC+2?”?",
        "May more people be rejected, those with 60 to under 70 points?",
        "May new weights change who reaches the pass mark of 70?",
        "Is what candidates are told still enough?",
    )
    assert manager.changed == (
        "1 question reworded", "1 question added", "1 question removed", "1 question moved", "weights",
        "pass mark 60 → 70, higher", "1 knock-out added",
    )  # fmt: skip
    assert manager.decides[0] == "Does this still measure the job?"
    assert recruiter.changed == (
        "1 new link",
        "1 change of what candidates are told",
        "closing date 31 Jan 2027 18:00 UTC → 31 Mar 2027 18:00 UTC",
        "1 question moved",
    )
    assert recruiter.decides[:2] == ("Where is the old link published?", "Is the closing date right?")


def test_tasks_of_new_interviews() -> None:
    one = changed(None, manifest(form_step(knockout(), knockout("Sundays?"), knockout_enabled=True), TALK))
    two = replace(one.plan.changes[0], address="porter")
    review = replace(one, plan=replace(one.plan, changes=(*one.plan.changes, two)))
    tasks = {task.role: task for task in tasks_of(review)}
    assert "2 new interviews" in tasks[Role.LEGAL].changed and "2 pass marks" in tasks[Role.LEGAL].changed
    assert tasks[Role.LEGAL].decides == (
        "May we reject automatically by these 4 knock-outs?",
        "May people who score under 60 be rejected automatically?", "May these interviews be used as they stand?",
    )  # fmt: skip
    assert "Do these interviews measure the jobs?" in tasks[Role.HIRING_MANAGER].decides
    assert tasks[Role.RECRUITER].decides == ("When and where do the links go out?",)
    single = {task.role: task for task in tasks_of(one)}
    assert "May this interview be used as it stands?" in single[Role.LEGAL].decides
    assert single[Role.RECRUITER].decides == ("When and where does the link go out?",)


def test_tasks_where_a_sentence_is_removed_and_findings_are_dismissed() -> None:
    review = changed(manifest(TALK, interview_process_overview=AI), manifest(TALK, interview_process_overview=AI[:27]))
    found = [finding(), finding("RB101", by=DismissedBy.COMMENT), finding(by=DismissedBy.CONFIG)]
    ((phrases, questions),) = of_legal(replace(review, findings=tuple(found)))
    assert phrases == (
        "1 statement to candidates removed (that they are recorded)",
        "1 finding on fairness or notices",
        "1 finding set aside",
        "1 finding set aside, since the rule is switched off",
    )
    assert questions == (
        "Is what candidates are told still enough without what was removed?",
        "Does the recording stop as well?",
        "Must these texts change?",
        "Do we agree with the reasons for what is set aside?",
        "May what is left out of the checks stay as it is?",
    )


def test_pass_marks_and_hurdles_alone_are_asked_of_legal() -> None:
    higher = voice_step(voice(key="queue"), min_evaluation_score=0.7)
    ((phrases, questions),) = of_legal(changed(manifest(TALK), manifest(higher)))
    assert phrases == ("pass mark 60 → 70, higher",)
    assert questions == ("May more people be rejected, those with 60 to under 70 points?",)
    ((phrases, questions),) = of_legal(changed(manifest(higher), manifest(TALK)))
    assert phrases == ("pass mark 70 → 60, lower",)
    assert questions == ("May people with 60 to under 70 points pass now, though others with them did not?",)
    ((phrases, questions),) = of_legal(changed(manifest(TALK), manifest(voice_step(voice(key="queue")))))
    assert phrases == ("1 pass mark",)
    assert questions == ("Is it right that nobody is rejected by the score any more?",)


def test_tasks_of_interviews_that_close_or_are_taken_over() -> None:
    closing = changed(manifest(TALK), None, impact=Impact(42, 17, 25, None))
    (task,) = tasks_of(closing)
    assert task.changed == ("1 interview closing", "25 registered and not completed")
    assert task.decides == ("Who tells the people who haven't completed?",)
    unknown = changed(manifest(TALK), None, impact=UNKNOWN)
    assert "how many people are concerned is not known" in tasks_of(unknown)[0].changed
    assert tasks_of(replace(closing, public=True))[0].changed == ("1 interview closing",)
    recruiter, engineers = tasks_of(review_of(Change("a", Action.ADOPT)))
    assert recruiter.changed == ("1 interview taken over from HeyMilo",)
    assert engineers.changed == ("1 interview taken over from HeyMilo",)
    assert engineers.decides == ("Is each file the same as what is live at HeyMilo?",)


def test_several_closing_dates_are_counted() -> None:
    one = changed(
        manifest(TALK),
        manifest(TALK, deadline="2035-01-31T18:00:00Z", redirect_url="https://a.example/x"),
        Action.UPDATE,
    )
    review = replace(
        one, plan=replace(one.plan, changes=(*one.plan.changes, replace(one.plan.changes[0], address="b")))
    )
    (task,) = tasks_of(review)
    assert task.changed == (
        "2 interviews changed in place, with the same link",
        "2 closing dates changed",
        "2 settings changed",
    )


def test_what_engineers_have_to_do() -> None:
    drift = DriftField("/title", "changed", "a", "b", "a", ChangeClass.IDENTITY)
    review = review_of(
        Change("a", Action.HOLD, drift=(drift,)),
        findings=(finding("SY101", Severity.ERROR, must_fix=True), finding("ST101", Severity.INFO)),
        uncompared=(UncomparedFile(Uncompared.NO_COMMIT),),
    )
    review = replace(review, plan=replace(review.plan, safety=(SafetyChange("lint", "a", "b"),)))
    engineers = tasks_of(review)[-1]
    assert engineers.changed == (
        "1 to fix",
        "1 other finding",
        "1 held",
        "1 changed at HeyMilo",
        "1 safety setting changed",
        "settings that could not be compared with the default branch",
    )
    assert engineers.decides == (
        "Fix what must be fixed, and plan again.",
        "What settles what is held?",
        "Keep what was changed at HeyMilo, or take it back?",
        "Are these settings meant?",
    )
    assert Role.LEGAL in required_roles(review)


def test_a_posting_that_is_forgotten_is_for_engineers_too() -> None:
    review = review_of(Change("a", Action.UPDATE, operations=(Forget(),)))
    recruiter, engineers = tasks_of(review)
    assert recruiter.changed == engineers.changed == ("1 interview no longer managed here",)
    assert recruiter.decides == ("Is it right who manages them from now on?",)
    assert engineers.decides == ("Is it meant that this repository forgets them?",)


def test_a_hiring_manager_is_told_what_closes_and_who_the_interviewer_is() -> None:
    closing = Change("a", Action.ARCHIVE, effect=ChangeClass.IDENTITY, operations=(ArchivePosting("A"),))
    manager, _ = tasks_of(review_of(closing))
    assert (manager.changed, manager.decides) == (
        ("1 interview closing",),
        ("Is the role filled, or no longer needed?",),
    )
    named = changed(manifest(TALK), manifest(TALK, interviewer_name="Sam"))
    manager = next(task for task in tasks_of(named) if task.role is Role.HIRING_MANAGER)
    assert manager.changed == ("changed: interviewer's name",) and manager.decides == ("Does it still fit the role?",)


def test_hurdles_are_counted_for_legal() -> None:
    ((phrases, questions),) = of_legal(changed(manifest(TALK), manifest(TALK, max_retakes=2), Action.UPDATE))
    assert phrases == ("1 rule on required answers or retakes changed",)
    assert questions == ("May people be kept from going on by this?",)


def test_who_is_asked_to_look_is_told_what_for() -> None:
    """What isn't counted by itself stands below."""
    (task, *_) = tasks_of(review_of(Change("a", Action.REPLACE, effect=ChangeClass.WORDING)))
    assert (task.changed, task.decides) == (("what stands below",), ("Is this meant?",))


DOCS = Path(__file__).parents[2] / "docs" / "reviews.md"


def test_the_docs_name_the_default_readers_and_the_labels() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for role in Role:
        row = next(line for line in text.splitlines() if line.startswith(f"| {ROLES[role].lower()} |"))
        classes, actions = (cell.strip() for cell in row.split("|")[2:4])
        assert classes == ", ".join(effect.value for effect in ChangeClass if role in class_readers(effect, {}))
        read = [action.value for action in Action if role in action_readers(action, {})]
        assert actions == ", ".join(name for name in read if name != "unchanged")
    assert all(label.value in text for label in Label)
    config = yaml.safe_load(text.partition("```yaml")[2].partition("```")[0])
    parse_config({"version": 1, "project": "acme", "workspaces": {"here": {"sandbox": True}}, **config})


def test_what_was_changed_at_heymilo_alone_is_for_engineers() -> None:
    drift = DriftField("/title", "changed", "a", "b", "a", ChangeClass.IDENTITY)
    (task,) = tasks_of(review_of(Change("a", Action.UNCHANGED, drift=(drift,))))
    assert task.role is Role.ENGINEERS and task.changed == ("1 changed at HeyMilo",)
    assert task.decides == ("Keep what was changed at HeyMilo, or take it back?",)


PERSON = "You are talking to an AI. A person reads every answer."


@pytest.mark.parametrize(
    ("impact", "asks"),
    [
        (Impact(42, 17, 25, None), "Does a person still look? 42 people registered while it was promised."),
        (Impact(1, 0, 1, None), "Does a person still look? 1 person registered while it was promised."),
        (UNKNOWN, "Does a person still look?"),
        (None, "Does a person still look?"),
    ],
)
def test_legal_is_asked_whether_what_is_said_no_longer_goes_on(impact: Impact | None, asks: str) -> None:
    before, after = (manifest(TALK, interview_process_overview=text) for text in (PERSON, PERSON[:27]))
    review = changed(before, after, Action.UPDATE, impact=impact)
    ((_, questions),) = of_legal(review)
    assert questions == (
        "Is what candidates are told still enough without what was removed?",
        asks,
        "Must people who are in it be told?",
    )
    recruiter = next(task for task in tasks_of(review) if task.role is Role.RECRUITER)
    assert "Must people who are in it be told?" not in recruiter.decides
    assert "Only the text is seen here" in render_markdown(build_document(review))


def test_a_posting_whose_file_is_gone_is_asked_about() -> None:
    gone = Reason(ReasonCode.REMOVAL_ARCHIVES, Reason(ReasonCode.MANIFEST_GONE), "p1")
    closing = Change("a", Action.ARCHIVE, (gone,), effect=ChangeClass.IDENTITY, operations=(ArchivePosting("A"),))
    manager, _ = tasks_of(review_of(closing))
    assert manager.decides[-1] == "Was its file taken out on purpose?"


def test_what_was_not_compared_is_not_called_no_change() -> None:
    adopted = Change("a", Action.ADOPT, (Reason(ReasonCode.ADOPTED, "p1"), Reason(ReasonCode.ADOPTED_UNASKED, "p1")))
    said = render_markdown(build_document(review_of(adopted)))
    assert "**Taken over, not compared with HeyMilo**" in said and "nothing changes for candidates" not in said
    assert "**No change**" in render_markdown(build_document(review_of(Change("a", Action.ADOPT))))


def test_what_changed_is_named_by_its_posting_where_it_is_not_in_all_of_them() -> None:
    talks = (manifest(TALK, interview_process_overview=text) for text in (AI, AI[:27]))
    one = changed(*talks)
    (change,) = one.plan.changes
    others = [
        replace(change, address=f"p{number}", title=f"Porter {number}", fields=(), effect=None) for number in range(4)
    ]
    more = {other.address: replace(one.designs[change.address], before=None, after=None) for other in others}
    review = replace(one, plan=replace(one.plan, changes=(change, *others)), designs={**one.designs, **more})
    ((phrases, _),) = of_legal(review)
    assert phrases[0] == f"1 statement to candidates removed (that they are recorded; {change.title})"
    several = replace(review, plan=replace(review.plan, changes=(change, replace(change, address="b"), *others)))
    several = replace(several, designs={**review.designs, "b": one.designs[change.address]})
    ((phrases, _),) = of_legal(several)
    both = f"{change.title} ({change.address}), {change.title} (b)"
    assert phrases[0] == f"2 statements to candidates removed (that they are recorded; {both})"
    copies = [replace(change, address=name) for name in "bcd"]
    many = replace(several, plan=replace(several.plan, changes=(change, *copies, *others)))
    many = replace(many, designs={**more, **{it.address: one.designs[change.address] for it in (change, *copies)}})
    ((phrases, _),) = of_legal(many)
    assert phrases[0].endswith("; 4 of 8 postings)")


def test_a_value_a_language_and_a_large_plan_have_readers() -> None:
    item = finding("SY108", Severity.ERROR, must_fix=True)
    item = replace(item, finding=replace(item.finding, pointer="/workflow/0/questions/1/score_weight"))
    manager, engineers = tasks_of(replace(review_of(), findings=(item,)))
    assert manager.role is Role.HIRING_MANAGER and manager.changed == ("1 value to correct",)
    assert manager.decides == ("Which value?",) and engineers.role is Role.ENGINEERS
    (task,) = tasks_of(replace(review_of(), findings=(finding("CX153"),)))
    assert task.role is Role.LEGAL and task.changed == ("1 text in another language than the posting",)
    assert task.decides == ("May people be asked in another language than the posting's?",)
    large = review_of()
    (task,) = tasks_of(replace(large, plan=replace(large.plan, permissions=("--allow-large-change",))))
    assert task.role is Role.ENGINEERS and task.decides[0].startswith("Is so large a change meant?")


def test_a_part_that_others_say_in_other_words_names_nobody() -> None:
    """Two new pass marks are counted; that of one that moves is said by its values."""
    moved = changed(manifest(TALK), manifest(voice_step(voice(key="queue"), min_evaluation_score=0.7)))
    new = changed(None, manifest(TALK))
    (other,), (same,) = new.plan.changes, (Change("c", Action.UPDATE),)
    other = replace(other, address="b", title="Porter")
    review = replace(moved, plan=replace(moved.plan, changes=(*moved.plan.changes, other, same)))
    (phrases, _), *_ = of_legal(review)
    assert "2 pass marks" in phrases and "1 new interview (Porter)" in phrases

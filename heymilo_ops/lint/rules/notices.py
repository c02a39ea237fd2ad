"""What candidates are told before they are recorded, scored or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from heymilo_ops.finding import Severity
from heymilo_ops.lint.law.law import LawEntry
from heymilo_ops.lint.law.place import place_name
from heymilo_ops.lint.notices.needs import Need, find_need
from heymilo_ops.lint.notices.notice import Notice
from heymilo_ops.lint.notices.promise import broken_promises
from heymilo_ops.lint.notices.reach import Mention, Reach, find_mention, find_notice, words_of
from heymilo_ops.lint.notices.sender import company_of, find_sender
from heymilo_ops.lint.notices.silence import silent_notices
from heymilo_ops.lint.rule import Hit, Subject, error, field, warning
from heymilo_ops.model.pointer import last

_PROCESS = "interview_process_overview"
_INTRO = "intro_message"
_SAY = "say it in interview_process_overview, or say in notices where it is given"


@warning("FR102")
def ai_not_announced(subject: Subject) -> Iterator[Hit]:
    """Candidates are told that an AI asks or evaluates, before it does.

    A text counts that is read or heard before the first step in which an AI has a part: an overview whose delivery
    mode reaches them, a first message, a field of a form. Where a form, a mail or a page gives the notice, say so with
    ``notices`` in heymilo.yaml or in ``ops``. Read in Dutch, English, French, German and Spanish.

    PASS:
        interview_process_overview: You are talking to an AI interviewer.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        interview_process_overview: The talk takes about ten minutes.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
    """
    yield from _missing(subject, Notice.AI, "an AI asks or evaluates", everywhere=True)


@warning("FR103")
def recording_not_announced(subject: Subject) -> Iterator[Hit]:
    """Candidates are told that their voice or video is recorded, before it is, where the law of a place asks for it.

    PASS:
        interview_process_overview: >-
          You are talking to an AI interviewer, and your voice is recorded.
          Software scores the answers, and people decide who is hired.
          If you would rather talk to a person, reply to the invitation.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [GB]}
    FAIL:
        interview_process_overview: >-
          You are talking to an AI interviewer.
          Software scores the answers, and people decide who is hired.
          If you would rather talk to a person, reply to the invitation.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [GB]}
    """
    yield from _missing(subject, Notice.RECORDING, "their voice or video is recorded")


@warning("FR104")
def decision_not_announced(subject: Subject) -> Iterator[Hit]:
    """Candidates are told who decides, people or software, where the law of a place asks for it.

    PASS:
        interview_process_overview: >-
          An AI reads the résumé.
          Software may set an application aside, and a person looks again if you reply to the invitation.
        workflow:
          - type: resume
            config: {mandatory: true, knockout_enabled: true}
            questions:
              - {modality: resume_eligibility, text: Has at least one year in customer support.}
        ops: {jurisdictions: [GB]}
    FAIL:
        interview_process_overview: >-
          An AI reads the résumé.
          If you need an adjustment, reply to the invitation.
        workflow:
          - type: resume
            config: {mandatory: true, knockout_enabled: true}
            questions:
              - {modality: resume_eligibility, text: Has at least one year in customer support.}
        ops: {jurisdictions: [GB]}
    """
    yield from _missing(subject, Notice.DECISION, "people or software decide")


@warning("FR105")
def contact_not_announced(subject: Subject) -> Iterator[Hit]:
    """Candidates are told how to reach a person or ask for an adjustment, where the law of a place asks for it.

    PASS:
        interview_process_overview: >-
          An AI asks, your voice is recorded, and people decide who is hired.
          If you need an adjustment, reply to the invitation.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [GB]}
    FAIL:
        interview_process_overview: An AI asks, your voice is recorded, and people decide who is hired.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [GB]}
    """
    yield from _missing(subject, Notice.CONTACT, "they can reach a person or ask for an adjustment")


@warning("FR106")
def watching_not_announced(subject: Subject) -> Iterator[Hit]:
    """Candidates are told of the camera and of what is watched for signs of cheating, where the law asks for it.

    PASS:
        interview_process_overview: >-
          An AI asks, your voice is recorded, and people decide who is hired.
          Software notes when you leave the page.
          If you need an adjustment, reply to the invitation.
        workflow:
          - type: web_interview
            config: {cheat_detection_config: {enabled: true, threshold: 70, types: [tab_switching]}}
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [GB]}
    FAIL:
        interview_process_overview: >-
          An AI asks, your voice is recorded, and people decide who is hired.
          If you need an adjustment, reply to the invitation.
        workflow:
          - type: web_interview
            config: {cheat_detection_config: {enabled: true, threshold: 70, types: [tab_switching]}}
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [GB]}
    """
    yield from _missing(subject, Notice.CHEAT_DETECTION, "software watches for signs of cheating")
    yield from _missing(subject, Notice.CAMERA, "the camera is on")


@warning("FR107")
def texts_without_a_way_out(subject: Subject) -> Iterator[Hit]:
    """Candidates are told who sends text messages and how to stop them, where the law of a place asks for it.

    The sender is the company: a first name is none. In English, a first message of your own that doesn't say how to
    stop is CX162's. Read in Dutch, English, French, German and Spanish.

    PASS:
        workflow:
          - type: conversational_sms
            config:
              intro_message: Hi, this is the AI assistant of Solano about your application. Reply STOP to opt out.
              blackout_period: {enabled: true, timezone: America/Chicago, start_hour: 20, end_hour: 9}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
        ops: {jurisdictions: [US-TX]}
    FAIL:
        workflow:
          - type: conversational_sms
            config: {blackout_period: {enabled: true, timezone: America/Chicago, start_hour: 20, end_hour: 9}}
            questions:
              - {text: Can you work on Saturdays?, question_type: YES_NO, expected_answer: "yes"}
        ops: {jurisdictions: [US-TX]}
    """
    words = words_of(subject)
    need = _need(subject, Notice.SMS)
    if words is None or need is None:
        return
    has_intro = any((field(step.value.config, _INTRO) or "").strip() for step in subject.sms_steps)
    stop, late_stop = find_notice(subject, Notice.SMS, words, need.step)
    name, late_name = find_mention(subject, find_sender(subject, words), need.step)
    sender = words.sender.format(company=company_of(subject) or "[…]")
    missing = [("who sends the text messages", sender, late_name)] if name is None else []
    lacks_stop = stop is None and not (subject.english and has_intro)
    if lacks_stop:
        missing.append(("that a reply stops the text messages", words.proposals[Notice.SMS], late_stop))
    if missing:
        what, proposals, late = zip(*missing, strict=True)
        hit = _hit(subject, need, " and ".join(what), next(filter(None, late), None), " ".join(proposals))
        yield hit if lacks_stop else replace(hit, help=_SAY)  # no entry of the law says who has to be named


@warning("FR108")
def ai_call_not_announced(subject: Subject) -> Iterator[Hit]:
    """Candidates are told that an AI calls them by phone, where the law of a place asks for it.

    PASS:
        interview_process_overview: An AI asks. If you choose the phone, an AI calls you.
        workflow:
          - type: web_interview
            config: {phone_calls_enabled: true}
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [US-TX]}
    FAIL:
        interview_process_overview: An AI asks.
        workflow:
          - type: web_interview
            config: {phone_calls_enabled: true}
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [US-TX]}
    """
    yield from _missing(subject, Notice.PHONE, "an AI calls by phone")


@error("FR109")
def promise_contradicted(subject: Subject) -> Iterator[Hit]:
    """No text promises that a person reads or decides where the posting can reject without one.

    A knock-out, a dealbreaker or a pass mark that is switched on ends an application by itself. A text that says
    otherwise is untrue, whatever the law of a place asks for. What a step says of itself counts for that step and those
    behind it. Read in Dutch, English, French, German and Spanish.

    PASS:
        interview_process_overview: Software sets aside who misses a must-have; a person looks again if you ask.
        workflow:
          - type: form
            config: {knockout_enabled: true}
            questions:
              - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
                 is_knockout: true}
    FAIL:
        interview_process_overview: A support manager reads every application.
        workflow:
          - type: form
            config: {knockout_enabled: true}
            questions:
              - {text: How many years have you worked in support?, question_type: number, operator: gte, answer: 1,
                 is_knockout: true}
    """
    words = words_of(subject)
    if words is None:
        return
    for broken in broken_promises(subject, words):
        rejects = f" {words.either} ".join(words.by[kind] for kind in broken.kinds)
        yield Hit(
            broken.spoken.pointer,
            f'candidates are promised "{broken.phrase}", and {broken.gate.words} ends an application without a person',
            "say what is true of this posting, or switch off what rejects",
            proposal=words.wording.format(rejects=rejects),
            other=broken.gate.pointer,
        )


def _missing(subject: Subject, notice: Notice, what: str, everywhere: bool = False) -> Iterator[Hit]:
    """Yield a hit where a notice is needed, and no text gives it in time."""
    words = words_of(subject)
    need = _need(subject, notice, everywhere)
    if words is None or need is None:
        return
    heard, missed = find_notice(subject, notice, words, need.step)
    if heard is not None or (missed is not None and _is_reported(subject, missed)):
        return
    yield _hit(subject, need, f"that {what}", missed, words.proposals[notice], everywhere)


def _need(subject: Subject, notice: Notice, everywhere: bool = False) -> Need | None:
    """Return the need of a notice that isn't stated to be given elsewhere."""
    if notice.value in subject.elsewhere or _is_stated(subject, notice):
        return None
    return find_need(subject, notice, everywhere)


def _hit(
    subject: Subject, need: Need, what: str, missed: Mention | None, proposal: str, everywhere: bool = False
) -> Hit:
    step = subject.steps[need.step]
    pointer = missed.spoken.pointer if missed is not None else step.pointer
    has_intro = step.value.type in ("conversational_sms", "web_interview")
    texts = f"neither {_PROCESS} nor {_INTRO} tells" if has_intro else f"{_PROCESS} does not tell"
    return Hit(
        pointer,
        f"{texts} candidates before the {step.value.type} step {what}{_why_not(missed, step.pointer)}",
        f"{_SAY}{_where(subject, need)}",
        severity=Severity.INFO if need.is_to_come else None,
        since=min((entry.since for entry in need.entries), default="") if not everywhere else "",
        fields=tuple(name for name in ((_PROCESS, _INTRO) if has_intro else (_PROCESS,)) if name != last(pointer)),
        proposal=proposal,
    )


def _is_stated(subject: Subject, notice: Notice) -> bool:
    stated = subject.manifest.ops.notices
    return stated is not None and notice.value in stated.stated


def _is_reported(subject: Subject, missed: Mention) -> bool:
    """Whether CX110 says it already."""
    return missed.spoken.reach is Reach.SILENT and any(
        pointer == missed.spoken.pointer for _, pointer, _ in silent_notices(subject)
    )


def _why_not(missed: Mention | None, pointer: str) -> str:
    if missed is None:
        return ""
    name = last(missed.spoken.pointer)
    if missed.spoken.reach is Reach.SILENT:
        return f'; "{missed.phrase}" in {name} is for the interviewer alone'
    if missed.spoken.reach is Reach.IF_ASKED:
        return f'; "{missed.phrase}" in {name} is said only to who asks'
    return f'; "{missed.phrase}" in {missed.spoken.pointer} comes later than {pointer}'


def _where(subject: Subject, need: Need) -> str:
    if not need.entries:
        return ""
    entry = need.entries[0]
    return f"; it matters in {_names(subject, entry)}{_from(entry, need)}: {entry.source_url}"


def _names(subject: Subject, entry: LawEntry) -> str:
    return ", ".join(place_name(place) for place in subject.places if entry.holds_in(place))


def _from(entry: LawEntry, need: Need) -> str:
    return f" from {entry.effective_from}" if need.is_to_come else ""

"""What candidates are told about company, job and process."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import OVERVIEWS, Hit, Subject, delivery, info, text_for, warning

_LONGEST_READ = 120
"""Words; about a minute of listening."""

_SHARED = ("instructions", *OVERVIEWS, *(f"{field}_delivery_mode" for field in OVERVIEWS))
_CONVERSATIONS = ("conversational_sms", "web_interview")


@warning("CX101")
def job_questions_unanswered(subject: Subject) -> Iterator[Hit]:
    """A posting with a description also has a ``job_overview``.

    HeyMilo writes questions from the description, but the interviewer doesn't know it. What candidates may
    ask about the job must stand in ``job_overview``.

    PASS:
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        job_overview: ""
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
    """
    if not subject.manifest.description.strip():
        return
    for at in subject.steps:
        if at.value.type in _CONVERSATIONS and not text_for(subject, at, "job_overview").value.strip():
            yield Hit(
                "/job_overview",
                "there is a description and no job_overview, so the interviewer can't answer questions about the job",
                "say in job_overview what candidates may ask about",
            )
            return


@warning("CX102")
def override_says_the_same(subject: Subject) -> Iterator[Hit]:
    """A step says only what is different from the posting.

    A copy of the posting's own value stays behind when that one is changed.

    PASS:
        type: form
        config: {job_overview: A support role in the evenings.}
        questions:
          - {text: Which shifts can you work?, question_type: textarea}
    FAIL:
        type: form
        config: {job_overview: "A support role on a rota, fully remote."}
        questions:
          - {text: Which shifts can you work?, question_type: textarea}
    """
    for pointer, step in subject.steps:
        if step.config is None:
            continue
        for name in _SHARED:
            own, whole = getattr(step.config, name), getattr(subject.manifest, name)
            if own and whole and own.strip() == whole.strip():
                yield Hit(
                    f"{pointer}/config/{name}",
                    f"{name} of the step says the same as that of the posting",
                    "remove it from the step",
                )


@info("CX103")
def delivery_of_nothing(subject: Subject) -> Iterator[Hit]:
    """A delivery mode has a text to deliver.

    PASS:
        company_overview: We build software for small carriers.
        company_overview_delivery_mode: summarized_delivery
    FAIL:
        company_overview_delivery_mode: summarized_delivery
    """
    if not subject.steps:
        return
    for field in OVERVIEWS:
        mode = f"{field}_delivery_mode"
        if getattr(subject.manifest, mode) is None or getattr(subject.manifest, field):
            continue
        if not any(text_for(subject, at, field).value.strip() for at in subject.steps):
            yield Hit(
                f"/{mode}",
                f"{mode} has no effect, because there is no {field}",
                f"write {field}, or remove {mode}",
                fields=(field,),
            )


@warning("CX104")
def long_read_aloud(subject: Subject) -> Iterator[Hit]:
    """What the interviewer reads out word for word is short.

    ``exact_delivery``, which also holds where no mode is given, reads the whole text before the first question.
    After about 120 words people stop listening.

    PASS:
        type: web_interview
        config: {company_overview: We build software for small carriers.}
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    FAIL:
        type: web_interview
        config:
          company_overview: |
            We build software for small carriers. Our customers move furniture, food and machine parts, and they
            count on us when a lorry is late. We began in one office with three people and now work in four
            countries. Teams plan their own week. Every new colleague has a partner for the first three months.
            We meet twice a year in person, once in the north and once by the sea. We write things down, so that
            nobody has to be in the room to know what was decided. We pay for books, courses and time to learn.
            We close on Friday afternoons in summer. Half of us have children, some of us have dogs, and nobody
            counts hours. We answer to our customers first, then to each other, and last of all to our owners,
            who have been patient so far.
        questions:
          - {text: Tell me about a customer who was upset., not_scored: true}
    """
    for at in subject.web_steps:
        for field in OVERVIEWS:
            pointer, text = text_for(subject, at, field)
            # Most texts are far too short to have that many words: their length tells without counting.
            if len(text) <= 2 * _LONGEST_READ or delivery(subject, at, field) != "exact_delivery":
                continue
            words = len(text.split())
            if words > _LONGEST_READ:
                yield Hit(
                    pointer,
                    f"the interviewer reads out all {words} words of {field} before the first question",
                    f"shorten it, or write {field}_delivery_mode: summarized_delivery or reference_only",
                )

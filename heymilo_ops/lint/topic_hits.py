"""What the rules on topics report: what a text may reveal, where that matters, and what to ask instead."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.law.place import place_name
from heymilo_ops.lint.law.weight import Weight, weigh
from heymilo_ops.lint.rule import Hit, Subject
from heymilo_ops.lint.topics.advice import ADVICE
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.posting_topics import Touch
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.lint.topics.wordings import proposed_wording
from heymilo_ops.text.language import language_code

_DOES = {
    Scope.ASKED: "the question may reveal {}",
    Scope.INSTRUCTION: "the interviewer is told something that may bring up {}",
    Scope.RUBRIC: "the rubric may score {}",
    Scope.KNOCKOUT: "what ends an application may turn on {}",
    Scope.STATED: "the text may turn people away by {}",
}
_MOST_PLACES = 3


def topic_hits(subject: Subject, topic: Topic) -> Iterator[Hit]:
    """Yield a hit for each text that touches a topic, unless no place of the posting minds."""
    for touch in subject.topics.touches.get(topic, ()):
        weight = weigh(topic, touch.text.scope, subject)
        if weight is not None:
            yield _hit(touch, weight, subject)


def _hit(touch: Touch, weight: Weight, subject: Subject) -> Hit:
    advice = ADVICE[touch.match.topic]
    does = _DOES[touch.text.scope].format(advice.reveals)
    return Hit(
        touch.text.pointer,
        f'{does}: "{touch.match.phrase}"{_where(weight, subject)}',
        advice.instead,
        weight.severity,
        since=weight.since,
        preview=touch.match.topic in LANGUAGES[touch.language].previews,
        proposal=proposed_wording(touch.match.topic, language_code(subject.manifest.language)),
    )


def _where(weight: Weight, subject: Subject) -> str:
    """Say where it matters: the first sentence of the law that the severity rests on."""
    if not weight.entries:
        return ""
    first = weight.entries[0]
    places = [place for place in subject.places if any(entry.holds_in(place) for entry in weight.entries)]
    named = ", ".join(place_name(place) for place in places[:_MOST_PLACES])
    more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    return f" ({named}{more}: {first.what_it_says.rstrip('.')})"

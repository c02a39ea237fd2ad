"""The end of an apply: failures with their places, links, the summary, what to do next; and what was settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.finding import Place
from heymilo_ops.model.event import Outcome, Result
from heymilo_ops.model.links import ChangedLink
from heymilo_ops.model.reason import Reason, ReasonCode
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.pending_operation import KIND_NOUNS
from heymilo_ops.report.link_text import link_data
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.reasons import reason_sentence, reason_sentences
from heymilo_ops.review.words import IN_PART, RESULTS, past
from heymilo_ops.text.phrase import first_few
from heymilo_ops.text.sanitize import json_text, one_line
from heymilo_ops.text.width import cells, fold, fold_prose, table

FORMAT_VERSION = "1.0"
Places = Callable[[str, str], Place | None]
"""(address, JSON pointer) → where the manifest says it."""

_ALWAYS = ("create", "update", "replace", "archive")
_BAD = (Result.REJECTED, Result.UNKNOWN, Result.SKIPPED)
NOT_SENT = RESULTS[Result.SKIPPED].line
_NAMED = 3
"""So many postings that were not sent are named."""


def outcome_message(outcome: Outcome, *, bare: bool = False) -> str:
    """Return the reasons of an outcome in words; ``bare`` without saying that nothing was sent, but why."""
    reasons = outcome.reasons
    if bare and reasons and reasons[0].code is ReasonCode.NOT_SENT:
        (why,) = reasons[0].args
        return reason_sentence(why) if isinstance(why, Reason) else str(why)
    return "; ".join(reason_sentences(reasons))


def in_part(outcome: Outcome) -> bool:
    """Return whether a change stopped in the middle: the new posting exists, and the old one is still open."""
    return outcome.result is Result.SKIPPED and outcome.revision is not None


def not_sent(outcome: Outcome) -> bool:
    """Return whether nothing of a change was sent."""
    return outcome.result is Result.SKIPPED and not in_part(outcome)


def outcome_counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Count the changes that are done, by action in the past tense, and those that failed, are unknown or skipped.

    As in a plan, ``archived`` counts postings: whatever change archived them, also one that was not done to its end.
    """
    done = dict.fromkeys(map(past, _ALWAYS), 0)
    for outcome in outcomes:
        done[past("archive")] += len(outcome.archived)
        if outcome.result is Result.DONE and not (outcome.action == "archive" and outcome.archived):
            verb = past(outcome.action)
            done[verb] = done.get(verb, 0) + 1
    return done | {RESULTS[result].count: sum(o.result is result for o in outcomes) for result in _BAD}


def outcome_summary(outcomes: Sequence[Outcome], writer: Writer, interrupted: bool = False) -> str:
    """Render ``Apply complete: 1 created, 0 updated, …``, folded on a terminal."""
    totals = outcome_counts(outcomes)
    numbers = {"failed": totals["failed"], "unknown": totals["unknown"]}
    numbers |= {IN_PART: sum(map(in_part, outcomes)), NOT_SENT: sum(map(not_sent, outcomes))}
    bad = [f"{number} {word}" for word, number in numbers.items() if number]
    words = {RESULTS[result].count for result in _BAD}
    good = [f"{number} {word}" for word, number in totals.items() if word not in words]
    if interrupted:
        head, style = "Apply interrupted:", writer.yellow
    elif bad:
        head, style = "Apply incomplete:", writer.red
    else:
        head, style = "Apply complete:", writer.green
    line = f"{head} {', '.join([*good, *bad])}."
    return "\n".join([line] if writer.columns is None else fold(line, writer.columns)).replace(head, style(head), 1)


def render_outcomes(
    outcomes: Sequence[Outcome],
    writer: Writer,
    places: Places,
    interrupted: bool = False,
    again: str = "heymilo-ops apply",
) -> str:
    """Render failures, warnings, links, the summary, and the next command where an outcome stays unknown.

    ``again`` is the command that looks again.
    """
    ends = [
        *(outcome_failure(o, writer, places) for o in outcomes if o.result is not Result.DONE and not not_sent(o)),
        _warned(NOT_SENT, unsent_groups(outcomes), writer),
        outcome_warnings(outcomes, writer),
        outcome_links(outcomes, writer),
        "\n".join([outcome_summary(outcomes, writer, interrupted), *_next(outcomes, again, writer)]),
    ]
    return "\n\n".join(part for part in ends if part) + "\n"


def outcome_warnings(outcomes: Sequence[Outcome], writer: Writer) -> str:
    """Render the reasons of changes that are done, such as a draft that takes nobody yet; ``""`` for none."""
    texts = [
        f"{one_line(o.address)}: {one_line(outcome_message(o))}"
        for o in outcomes
        if o.result is Result.DONE and o.reasons
    ]
    return _warned("warning", texts, writer)


def _warned(head: str, texts: Iterable[str], writer: Writer) -> str:
    """Render each text behind the head, folded."""
    out = []
    for text in texts:
        first, *rest = fold_prose(text, max(writer.width - len(head) - 2, 20))
        out += [f"{writer.yellow(f'{head.capitalize()}:')} {first}", *(f"  {line}" for line in rest)]
    return "\n".join(out)


def unsent_groups(outcomes: Sequence[Outcome]) -> list[str]:
    """Return a line for each reason why nothing was sent: a few names, how many more, and the reason."""
    names: dict[str, list[str]] = {}
    for outcome in filter(not_sent, outcomes):
        why = one_line(outcome_message(outcome, bare=True))
        names.setdefault(why, []).append(one_line(outcome.address))
    return [f"{_named(addresses)}: {why}" if why else _named(addresses) for why, addresses in names.items()]


def _named(names: Sequence[str]) -> str:
    return first_few(names, _NAMED if len(names) > _NAMED + 1 else len(names))


def outcome_links(outcomes: Sequence[Outcome], writer: Writer) -> str:
    """Render the links of live postings as a table, or a line for each link where that is too wide. Nothing is cut."""
    rows = [
        [one_line(outcome.address), one_line(outcome.candidate_url or "–"), one_line(outcome.review_url or "–")]
        for outcome in outcomes
        if outcome.candidate_url or outcome.review_url
    ]
    lines = table(("posting", "candidates enter at", "review at"), rows, None) if rows else []
    if writer.columns is not None and max(map(cells, lines), default=0) > writer.columns:
        lines = []
        for address, candidates, review in rows:
            lines += [address, f"  candidates: {candidates}", f"  review:     {review}"]
    return "\n".join(lines)


def outcome_failure(outcome: Outcome, writer: Writer, places: Places) -> str:
    """Render a change that isn't done: the reason, then HeyMilo's own messages with their places."""
    ending = f"is {IN_PART}" if in_part(outcome) else RESULTS[outcome.result].sentence
    head = writer.yellow("Warning:") if in_part(outcome) else writer.red("Error:")
    what = f"{one_line(outcome.action)} of {one_line(outcome.address)} {ending}"
    out = [f"{head} {writer.bold(what)}"]
    out += [f"  {line}" for line in fold_prose(one_line(outcome_message(outcome)), max(writer.width - 2, 20))]
    for pointer, words in (outcome.errors or {}).items():
        place = places(outcome.address, pointer)
        where = one_line(str(place) if place else pointer or "the whole request")
        out.append(f"  {writer.bold(where + ':')} {one_line(words)}")
    return "\n".join(out)


def _next(outcomes: Sequence[Outcome], again: str, writer: Writer) -> list[str]:
    """Return the command that settles unknown outcomes, where no person has to look first."""
    mine = (outcome for outcome in outcomes if outcome.result is Result.UNKNOWN and not outcome.needs_person)
    names = ", ".join(dict.fromkeys(one_line(outcome.address) for outcome in mine))
    if not names:
        return []
    why = f"It looks in HeyMilo first, and sends nothing for {names} until it knows what became of it."
    return [f"Next: {again}", *(f"  {line}" for line in fold(why, max(writer.width - 2, 20)))]


def outcomes_json(outcomes: Sequence[Outcome], links: Sequence[ChangedLink] = ()) -> str:
    """``{"format_version": "1.0", "outcomes": […], "summary": {…}, "links": […]}``."""
    return json_text(
        {
            "format_version": FORMAT_VERSION,
            "outcomes": [_record(outcome) for outcome in outcomes],
            "summary": outcome_counts(outcomes),
            "links": list(map(link_data, links)),
        }
    )


def _record(outcome: Outcome) -> dict[str, Any]:
    names = ("address", "action", "result", "posting_id", "revision", "candidate_url", "review_url")
    record = {name: getattr(outcome, name) for name in names}
    return record | {
        "message": outcome_message(outcome),
        "errors": dict(outcome.errors or {}),
        "archived": list(outcome.archived),
    }


def reconcile_lines(unknown: Iterable[Intent], settled: Reconciliation, writer: Writer) -> Iterator[str]:
    """Yield ``Settled: the create of support in an earlier run was carried out: posting 13D7`` for each operation.

    Off a terminal an operation has one line.
    """
    for intent in unknown:
        what = f"the {KIND_NOUNS.get(intent.kind, intent.kind)} of {one_line(intent.address)} in an earlier run"
        if live := settled.adopted.get(intent.op_id):
            text = f"{what} was carried out: posting {one_line(live.posting_id)}"
            yield from _headed("Settled:", writer.green, text, writer)
        elif intent.op_id in settled.absent:
            how = "was not carried out to its end" if intent.edit else "was not carried out"
            yield from _headed("Settled:", writer.green, f"{what} {how}", writer)
        else:
            why = "; ".join(reason_sentences(settled.open.get(intent.op_id, ())))
            text = f"whether {what} was carried out" + (f": {one_line(why)}" if why else "; the next apply looks again")
            yield from _headed("Unknown:", writer.red, text, writer)
    for note in settled.notes:
        yield from _headed("Note:", writer.yellow, one_line(reason_sentence(note)), writer)


def _headed(head: str, style: Callable[[str], str], text: str, writer: Writer) -> Iterator[str]:
    if writer.columns is None:
        yield f"{style(head)} {text}"
        return
    first, *rest = fold_prose(f"{head} {text}", writer.columns)
    yield first.replace(head, style(head), 1)
    for line in fold_prose(" ".join(rest), writer.columns - 2):
        yield f"  {line}"

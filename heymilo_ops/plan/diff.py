"""The difference of two canonical forms, as people would tell it: which question is which, and what differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from heymilo_ops.model.facts import ChangeClass, facts
from heymilo_ops.model.pointer import join
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS
from heymilo_ops.plan.change import FieldChange
from heymilo_ops.plan.effect import effect_of, heaviest, question_effect
from heymilo_ops.plan.json_diff import leaves

Form = Mapping[str, Any]
Keys = Mapping[str, str]

_STRUCTURE = ChangeClass.IDENTITY
"""Steps added, removed, moved or retyped make another interview."""


def diff_forms(
    before: Form, after: Form, before_keys: Keys | None = None, after_keys: Keys | None = None
) -> tuple[FieldChange, ...]:
    """Return what differs, root fields first, then step by step; empty exactly where the forms are the same.

    The keys map the JSON pointer of a question to its ``key``. An added or removed question or step is one change
    with the whole of it as value; a moved one is one change; all else is told leaf by leaf.
    """
    root = _objects((Manifest,), _without_steps(before), _without_steps(after), ("", ""))
    steps = _steps(_step_list(before), _step_list(after), before_keys or {}, after_keys or {})
    return (*root, *steps)


def _step_list(form: Form) -> Sequence[Any]:
    steps = form.get("workflow")
    return steps if isinstance(steps, list) else ()


def _without_steps(form: Form) -> Form:
    return {key: value for key, value in form.items() if key != "workflow" or not isinstance(value, list)}


def _objects(
    models: Sequence[type[BaseModel]], before: Form, after: Form, at: tuple[str, str], key: str | None = None
) -> Iterator[FieldChange]:
    """Yield the leaves of one pair of objects that stood and stand ``at`` these pointers."""
    for tokens, kind, old, new in leaves(before, after):
        path = join(*tokens, base=at[0] if kind == "removed" else at[1])
        yield FieldChange(path, kind, old, new, effect_of(models, tokens), key)


def _steps(before: Sequence[Any], after: Sequence[Any], before_keys: Keys, after_keys: Keys) -> Iterator[FieldChange]:
    pairs = pair_steps([step["type"] for step in before], [step["type"] for step in after])
    partner = {j: i for i, j in pairs}
    movers = moved(pairs)
    for i in sorted(set(range(len(before))) - set(partner.values())):
        yield FieldChange(f"/workflow/{i}", "removed", before[i], None, _STRUCTURE)
    for j, step in enumerate(after):
        here = f"/workflow/{j}"
        if j not in partner:
            yield FieldChange(here, "added", None, step, _STRUCTURE)
            continue
        i = partner[j]
        there = f"/workflow/{i}"
        if (i, j) in movers:
            yield FieldChange(here, "moved", i, j, _STRUCTURE)
        configs = before[i].get("config", {}), step.get("config", {})
        yield from _objects((CONFIGS[step["type"]],), *configs, (f"{there}/config", f"{here}/config"))
        questions = _Questions(f"{there}/questions", f"{here}/questions", before_keys, after_keys)
        yield from questions.changes(before[i], step)


class _Questions:
    """The questions of one pair of steps; ``old`` and ``new`` are the pointers of their lists."""

    def __init__(self, old: str, new: str, before_keys: Keys, after_keys: Keys) -> None:
        self.old = old
        self.new = new
        self.before_keys = before_keys
        self.after_keys = after_keys

    def changes(self, before: Form, after: Form) -> Iterator[FieldChange]:
        olds, news = before.get("questions"), after.get("questions")
        fallback = facts(STEPS[after["type"]])["questions"].effect
        if olds is None and news is None:
            return
        if olds is None or news is None:
            effect = heaviest([fallback, *map(question_effect, olds or news or ())])
            kind, path = ("added", self.new) if olds is None else ("removed", self.old)
            yield FieldChange(path, kind, olds, news, effect or fallback)
            return
        yield from self._lists(olds, news, fallback)

    def _lists(self, olds: Sequence[Any], news: Sequence[Any], fallback: ChangeClass) -> Iterator[FieldChange]:
        pairs = pair_questions(
            [Item(self.before_keys.get(f"{self.old}/{i}"), old["modality"], old["text"]) for i, old in enumerate(olds)],
            [Item(self.after_keys.get(f"{self.new}/{j}"), new["modality"], new["text"]) for j, new in enumerate(news)],
        )
        partner = {j: i for i, j in pairs}
        movers = moved(pairs)
        for i in sorted(set(range(len(olds))) - set(partner.values())):
            key = self.before_keys.get(f"{self.old}/{i}")
            yield FieldChange(f"{self.old}/{i}", "removed", olds[i], None, question_effect(olds[i]), key)
        for j, question in enumerate(news):
            here, key = f"{self.new}/{j}", self.after_keys.get(f"{self.new}/{j}")
            if j not in partner:
                yield FieldChange(here, "added", None, question, question_effect(question), key)
                continue
            i = partner[j]
            if (i, j) in movers:
                yield FieldChange(here, "moved", i, j, fallback, key)
            models = (QUESTIONS[question["modality"]], QUESTIONS[olds[i]["modality"]])
            yield from _objects(models, olds[i], question, (f"{self.old}/{i}", here), key)


SIMILAR = 69.0
"""From this similarity on (0 to 100) one text rewords the other; see ``tests/plan/test_diff.py``."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """What pairing needs of one question."""

    key: str | None
    modality: str
    text: str


def pair_questions(before: Sequence[Item], after: Sequence[Item], *, reworded: bool = True) -> list[Pair]:
    """Return the positions before and after that belong together, one-to-one, sorted by the position after.

    A pair is made once, in this order: equal key; equal text (of the same modality first); a text so similar that it
    is a rewording, within the same modality, unless ``reworded`` is false. Two different keys say "not the same
    question", so similarity doesn't pair across them.
    """
    pairing = _Pairing(len(before), len(after))
    identities: tuple[Callable[[Item], Hashable], ...] = (
        lambda item: item.key,
        lambda item: (item.modality, item.text),
        lambda item: item.text,
    )
    for identity in identities:
        pairing.by_identity([identity(item) for item in before], [identity(item) for item in after])
    if reworded:
        pairing.by_score(_similar(before, after, pairing))
    return sorted(pairing.pairs, key=lambda pair: pair[1])


def pair_steps(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Steps by type, repeats of a type by order."""
    pairing = _Pairing(len(before), len(after))
    pairing.by_identity(before, after)
    return sorted(pairing.pairs, key=lambda pair: pair[1])


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """Return the fewest pairs that must move to get from the old order to the new: those off a longest rising run."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for index, (position, _) in enumerate(pairs):
        length = bisect_left(tails, position)
        tails[length : length + 1] = [position]
        ends[length : length + 1] = [index]
        previous.append(ends[length - 1] if length else None)
    kept = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(pairs[at])
        at = previous[at]
    return set(pairs) - kept


class _Pairing:
    """Pairs found so far; whoever is paired stays paired."""

    def __init__(self, before: int, after: int) -> None:
        self.pairs: list[Pair] = []
        self.before = dict.fromkeys(range(before))
        self.after = dict.fromkeys(range(after))

    def by_identity(self, before: Sequence[Hashable], after: Sequence[Hashable]) -> None:
        """Pair equal identities in order; ``None`` equals nothing."""
        waiting: dict[Hashable, list[int]] = {}
        for i in self.before:
            waiting.setdefault(before[i], []).append(i)
        waiting.pop(None, None)
        for j in list(self.after):
            if waiting.get(after[j]):
                self._pair(waiting[after[j]].pop(0), j)

    def by_score(self, scored: Iterable[tuple[float, int, int]]) -> None:
        """Pair the most similar first; of equals, the nearest, then the first."""
        for _, i, j in sorted(scored, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1], pair[2])):
            if i in self.before and j in self.after:
                self._pair(i, j)

    def _pair(self, i: int, j: int) -> None:
        self.pairs.append((i, j))
        del self.before[i], self.after[j]


def _similar(before: Sequence[Item], after: Sequence[Item], pairing: _Pairing) -> list[tuple[float, int, int]]:
    candidates = [(i, j) for i in pairing.before for j in pairing.after if _may_pair(before[i], after[j])]
    scored = ((similarity(before[i].text, after[j].text), i, j) for i, j in candidates)
    return [pair for pair in scored if pair[0] >= SIMILAR]


def _may_pair(one: Item, other: Item) -> bool:
    return one.modality == other.modality and (one.key is None or other.key is None)


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 100, whatever the order of their words and the case of their letters."""
    from rapidfuzz import fuzz

    return float(fuzz.token_sort_ratio(one.casefold(), other.casefold()))

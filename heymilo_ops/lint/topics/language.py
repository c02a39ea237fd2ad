"""How one language speaks of the topics: patterns as text, compiled when they are first needed.

To add a language, write a module like ``english.py`` that exports one ``Language``, and give it a line in
``languages.py``. Conventions:

- Patterns are regular expressions in small letters, matched with ``search`` against one clause at a time. Before
  that, line breaks within a paragraph have become single blanks, the text is in small letters, and ``’`` is ``'``.
  Each field is one pattern: build it with ``any_of("…", "…")``, which puts ``\\b`` around each alternative.
  Write no capturing groups, no look-behind of variable length, and no ``.*``; say ``[^.?!]{0,40}`` or
  ``(?:\\w+ ){0,3}`` for a gap, so that every pattern is linear.
- ``signs`` are the words without which no pattern of the topic can match: whole words, or beginnings of words with a
  ``*`` behind (``schwanger*``). They are the prefilter: a topic is tried only where one of its signs is a word of the
  text (a word is a run of letters, so that ``l'âge`` has the words ``l`` and ``âge``). A pattern whose match has no
  sign in it is a fault that ``tests/lint/test_topics.py`` finds.
- Which words each pattern needs is worked out from the patterns: after a change, run ``make docs``.
- The candidate has to own the trait within the clause: write ``do you have (?:any )?children``, not ``children``.
- ``others`` (customers, patients, "how would you", …) in the same clause clears ``asked``, ``instruction`` and
  ``scored``,
  and ``named``, not ``sure``, ``profile``, ``required`` and ``label``. So what nobody says of others belongs to
  ``sure``.
- A match of ``frames`` (prohibitions, equality statements, offers of adjustments) clears its own clause only;
  ``clause_ends`` says where clauses end ("but", ";", …).
- ``harmless`` collocations (of a topic, or of the language) are blanked out before patterns are tried, so that
  "race condition" is no race and "with or without reasonable accommodation" no question about health.
- What may be asked is harmless: the right to work, a minimum age of 16, 18 or 21, pay expectations, adjustments for
  the interview, a language that the work needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, reduce
from operator import or_

from heymilo_ops.lint.topics.topic import Topic
from heymilo_ops.lint.topics.word_needs import Expression, WordNeeds

MASKED = "\u046b"
"""Stands in a text for what a mask matched: one letter, so that it counts as a word."""
MASKS = ("nouns", "have", "be", "do", "people")
"""Fields of ``Words`` that are set into the sentences of a language."""


def any_of(*alternatives: str) -> str:
    """Return one pattern that matches any of the alternatives, each from the start of a word to the end of one."""
    return rf"\b(?:{'|'.join(alternatives)})(?!\w)"


Together = list[tuple[Expression, Expression]]
Tried = tuple[Expression | None, tuple[tuple[Expression, Expression], ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """How a language speaks of one topic. Each field but ``signs`` is a pattern, ``""`` for none.

    Attributes:
        signs: words of which every match has one, separated by blanks; ``*`` ends a beginning.
        sure: gives the topic away in what is asked, instructed, scored or required, whoever else is spoken of.
        profile: who is wanted or not ("young and dynamic", "native speakers only"); in every kind of text.
        named: words that give the topic away in what is asked, instructed, scored or required, unless the clause is
            about others or is work ("polygraph", "to pray"): no more has to stand around them.
        asked: questions and requests to the candidate.
        instruction: what the AI is told to find out or to act on ("ask whether they have children").
        scored: what a criterion, an anchor or a requirement may name of a candidate ("has an accent").
        required: what only a requirement would say ("able to lift 50 pounds").
        label: a whole form label or tag ("date of birth"), nothing before or behind it but punctuation.
        harmless: collocations that are blanked out before the rest is tried.
        nouns, have, be, do, people: what the sentences in ``Language.forms`` are about: what a candidate owns or has,
            is, does (a base form), and such people in the plural. A language may do without.
    """

    signs: str
    sure: str = ""
    profile: str = ""
    named: str = ""
    asked: str = ""
    instruction: str = ""
    scored: str = ""
    required: str = ""
    label: str = ""
    harmless: str = ""
    nouns: str = ""
    have: str = ""
    be: str = ""
    do: str = ""
    people: str = ""


def joined(first: Mapping[Topic, Words], second: Mapping[Topic, Words]) -> Mapping[Topic, Words]:
    """Return topics with the words of both: signs side by side, patterns as alternatives."""
    return {**first, **{topic: _both(first.get(topic, Words("")), words) for topic, words in second.items()}}


def _both(first: Words, second: Words) -> Words:
    parts = {part.name: (getattr(first, part.name), getattr(second, part.name)) for part in fields(Words)}
    return Words(**{name: (" " if name == "signs" else "|").join(filter(None, both)) for name, both in parts.items()})


@dataclass(frozen=True, eq=False)
class Language:
    """One language.

    Attributes:
        code: ISO 639-1.
        name: in English.
        topics: what is looked for; a topic that isn't there is not covered.
        clause_ends: where a clause ends within a sentence.
        frames: what clears the clause in which it stands.
        others: work with or for other people; clears ``asked``, ``instruction`` and ``scored`` of its clause.
        harmless: collocations of no topic.
        forms: sentences that topics share: by mask (a name in ``MASKS``) and field of ``Words``, a pattern in which
            ``MASKED`` stands for what the topic's mask matches. They spare a pattern for every topic and sentence.
        previews: topics that are off unless they are selected, since they miss the targets in ``docs/fairness.md``.
        needs: by topic, what words its patterns need, as ``make docs`` writes it; see ``word_needs.py``.
    """

    code: str
    name: str
    topics: Mapping[Topic, Words]
    clause_ends: str
    frames: str
    others: str
    harmless: str
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    previews: frozenset[Topic] = field(default_factory=frozenset)
    needs: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def word_needs(self) -> WordNeeds:
        """``signs`` and ``needs``, read."""
        return WordNeeds({topic: words.signs for topic, words in self.topics.items()}, self.needs.values())

    @cached_property
    def _expressions(self) -> dict[tuple[str, str], Expression | None]:
        return {}

    def expression(self, topic: Topic, name: str) -> Expression | None:
        """Return a pattern of a topic that is covered, by the name of its field in ``Words``; ``None`` for none."""
        key = (topic, name)
        if key not in self._expressions:
            source = getattr(self.topics[topic], name)
            if source and name in MASKS:
                source = any_of(source)
            elif source and name == "label":
                source = rf"^\W*(?:{source})\W*$"
            self._expressions[key] = Expression(source, self.word_needs) if source else None
        return self._expressions[key]

    @cached_property
    def _tried(self) -> dict[tuple[Topic, str], Tried]:
        return {}

    def tried(self, topic: Topic, name: str) -> Tried:
        """Return what is searched for a field of ``Words``: its pattern, and the sentences for masks of the topic."""
        key = (topic, name)
        if key not in self._tried:
            forms = ((self.expression(topic, mask), self.form(mask, name)) for mask in MASKS)
            own = self.expression(topic, name)
            self._tried[key] = own, tuple((mask, form) for mask, form in forms if mask and form)
        return self._tried[key]

    @cached_property
    def _searched(self) -> dict[tuple[Topic, tuple[str, ...]], tuple[int, Together]]:
        return {}

    def can_match(self, topic: Topic, names: tuple[str, ...], groups: int) -> bool:
        """Return whether any pattern of these fields of ``Words`` can match a text with these groups of words."""
        key = (topic, names)
        if key not in self._searched:
            self._searched[key] = self._together(topic, names)
        first, searched = self._searched[key]
        if first & groups:
            for expression, form in searched:
                if expression.first & groups and expression.can_match(groups) and form.can_match(groups):
                    return True
        return False

    def _together(self, topic: Topic, names: Iterable[str]) -> tuple[int, Together]:
        """What has to match together for a topic to be found, and a group of each, without which none does."""
        searched: Together = []
        for name in names:
            own, forms = self.tried(topic, name)
            searched += [(own, own)] if own is not None else []
            searched += forms
        return reduce(or_, (expression.first for expression, _ in searched), 0), searched

    def form(self, mask: str, name: str) -> Expression | None:
        """Return the sentences of a field of ``Words`` that are about what ``mask`` matches; ``None`` for none."""
        key = (mask, name)
        if key not in self._expressions:
            source = self.forms.get(mask, {}).get(name)
            self._expressions[key] = Expression(source, self.word_needs) if source else None
        return self._expressions[key]

    @cached_property
    def clause_end(self) -> re.Pattern[str]:
        """``clause_ends``, compiled."""
        return re.compile(self.clause_ends)

    @cached_property
    def frame(self) -> re.Pattern[str]:
        """``frames``, compiled."""
        return re.compile(self.frames)

    @cached_property
    def other(self) -> re.Pattern[str]:
        """``others``, compiled."""
        return re.compile(self.others)

    @cached_property
    def no_topic(self) -> re.Pattern[str]:
        """``harmless``, compiled."""
        return re.compile(self.harmless)

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
- The candidate has to own the trait within the clause: write ``do you have (?:any )?children``, not ``children``.
- ``others`` (customers, patients, "how would you", …) in the same clause clears ``asked``, ``told`` and ``scored``,
  not ``sure``, ``wanted``, ``required`` and ``label``. So what nobody says of others belongs to ``sure``.
- A match of ``frames`` (prohibitions, equality statements, offers of adjustments) clears its own clause only;
  ``clause_ends`` says where clauses end ("but", ";", …).
- ``harmless`` collocations (of a topic, or of the language) are blanked out before patterns are tried, so that
  "race condition" is no race and "with or without reasonable accommodation" no question about health.
- What may be asked is harmless: the right to work, a minimum age of 16, 18 or 21, pay expectations, adjustments for
  the interview, a language that the work needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from heymilo_ops.lint.topics.topic import Topic


def any_of(*alternatives: str) -> str:
    """Return one pattern that matches any of the alternatives, each from the start of a word to the end of one."""
    return rf"\b(?:{'|'.join(alternatives)})(?!\w)"


@dataclass(frozen=True, slots=True)
class Words:
    """How a language speaks of one topic. Each field but ``signs`` is a pattern, ``""`` for none.

    Attributes:
        signs: words of which every match has one, separated by blanks; ``*`` ends a beginning.
        sure: gives the topic away in what is asked, instructed, scored or required, whoever else is spoken of.
        wanted: who is wanted or not ("young and dynamic", "native speakers only"); in every kind of text.
        asked: questions and requests to the candidate.
        told: what the AI is told to find out or to act on ("ask whether they have children").
        scored: what a criterion, an anchor or a requirement may name of a candidate ("has an accent").
        required: what only a requirement would say ("able to lift 50 pounds").
        label: a whole form label or tag ("date of birth"), nothing before or behind it but punctuation.
        harmless: collocations that are blanked out before the rest is tried.
    """

    signs: str
    sure: str = ""
    wanted: str = ""
    asked: str = ""
    told: str = ""
    scored: str = ""
    required: str = ""
    label: str = ""
    harmless: str = ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The patterns of ``Words``, compiled; ``None`` for what is empty."""

    sure: re.Pattern[str] | None
    wanted: re.Pattern[str] | None
    asked: re.Pattern[str] | None
    told: re.Pattern[str] | None
    scored: re.Pattern[str] | None
    required: re.Pattern[str] | None
    label: re.Pattern[str] | None
    harmless: re.Pattern[str] | None


@dataclass(frozen=True)
class Language:
    """One language.

    Attributes:
        code: ISO 639-1.
        name: in English.
        topics: what is looked for; a topic that isn't there is not covered.
        clause_ends: where a clause ends within a sentence.
        frames: what clears the clause in which it stands.
        others: work with or for other people; clears ``asked``, ``told`` and ``scored`` of its clause.
        harmless: collocations of no topic.
        common: the commonest words, blank-separated, by which texts of this language are told from others.
        previews: topics that are off unless they are selected, since they miss the targets in ``docs/fairness.md``.
    """

    code: str
    name: str
    topics: Mapping[Topic, Words]
    clause_ends: str
    frames: str
    others: str
    harmless: str
    common: str
    previews: frozenset[Topic] = field(default_factory=frozenset)

    @cached_property
    def _compiled(self) -> dict[Topic, Compiled]:
        return {}

    def compiled(self, topic: Topic) -> Compiled:
        """Return the compiled patterns of a topic that is covered."""
        known = self._compiled.get(topic)
        if known is None:
            words = self.topics[topic]
            values = {name.name: getattr(words, name.name) for name in fields(Compiled)}
            if words.label:
                values["label"] = rf"^\W*(?:{words.label})\W*$"
            known = Compiled(**{name: re.compile(value) if value else None for name, value in values.items()})
            self._compiled[topic] = known
        return known

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

    @cached_property
    def common_words(self) -> frozenset[str]:
        """``common`` as a set."""
        return frozenset(self.common.split())

    @cached_property
    def signs(self) -> tuple[Mapping[str, frozenset[Topic]], Mapping[str, frozenset[Topic]], tuple[int, ...]]:
        """Whole words with their topics, beginnings with theirs, and the lengths of beginnings."""
        whole: dict[str, set[Topic]] = {}
        begins: dict[str, set[Topic]] = {}
        for topic, words in self.topics.items():
            for sign in words.signs.split():
                if sign.endswith("*"):
                    begins.setdefault(sign[:-1], set()).add(topic)
                else:
                    whole.setdefault(sign, set()).add(topic)
        lengths = tuple(sorted({len(sign) for sign in begins}))
        return (
            {sign: frozenset(topics) for sign, topics in whole.items()},
            {sign: frozenset(topics) for sign, topics in begins.items()},
            lengths,
        )

"""What is left untried, since a text hasn't the words, could not have matched."""

from __future__ import annotations

import random
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import string
from collections.abc import Iterator
from typing import Any

import pytest

from heymilo_ops.lint.topics import topic_match
from heymilo_ops.lint.topics.language import MASKED
from heymilo_ops.lint.topics.languages import LANGUAGES
from heymilo_ops.lint.topics.topic import Scope, Topic
from heymilo_ops.lint.topics.word_needs import ALWAYS, Expression, WordNeeds
from heymilo_ops.text.language import FREQUENT
from heymilo_ops.text.words import words_in
from tests.fairness.sets import labelled_sets
from tests.patterns.required_words import Reader, patterns_of
from tests.patterns.write import modules

_SAMPLES = 4


def alternatives(pattern: str) -> set[str]:
    needs = Reader(FREQUENT["en"], MASKED).required(pattern)
    return {" ".join("|".join(sorted(group)) for group in groups) for groups in needs}


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bhow old(?!\w)", {"old how"}),
        (r"\b(?:birthday|maiden name)(?!\w)", {"birthday", "maiden name"}),
        (r"\bretir\w+", {"retir*"}),
        (r"\b\w*pension(?!\w)", {"*pension|pension"}),
        (r"\w*pension\w*", {"*pension*"}),
        (r"\bchild(?:ren)?(?!\w)", {"child|children"}),
        (r"\bkids?(?: at home)?(?!\w)", {"kid|kids"}),
        (r"\b(?:[\w'-]+ ){0,3}mortgage(?!\w)", {"mortgage"}),
        (r"\b(?:an? )?loan(?!\w)", {"loan"}),
        (r"\bb[ao]nk\b", {"bank|bonk"}),
        (r"\bdivorced?[ -]or\b", {"divorce|divorced or"}),
        (r"\bé?tat\b", {"tat|état"}),
        (r"\bvisa(?=\W)", {"visa*"}),
        (r"(?:your )+visa\b", {"visa *your"}),
        (rf"\byour {MASKED}", {"your"}),
        (rf"\bpartner {MASKED}(?!\w)", {"partner"}),
        (r"(?i)\bvisa\b", set()),
        (r"\b(?i:visa)\b", set()),
        (r"(?:you|your|we|us|our) \d", set()),  # the commonest words tell nothing
        (r"\d+", set()),
        (r"\b(?:visa|\d+)\b", set()),
        (r"^\W*(?:visa|passport number)\W*$", {"visa", "number passport"}),
        (r"a(?>visa)", {"*avisa*"}),
        (r"(visa)\1", {"*visa*"}),
    ],
)
def test_what_a_pattern_needs(pattern: str, needed: set[str]):
    found = {" ".join(sorted(groups.split(" "))) for groups in alternatives(pattern)}
    assert found == {" ".join(sorted(groups.split(" "))) for groups in needed}


def test_the_needs_that_ship_are_those_of_the_patterns():
    for path, text in modules():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run `make docs`"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_that_a_pattern_matches_lacks_what_it_needs(code: str):
    language, rng = LANGUAGES[code], random.Random(code)
    patterns = [pattern for _, pattern in patterns_of(language)]
    matched = 0
    for pattern in patterns:
        expression = Expression(pattern, language.word_needs)
        for _ in range(_SAMPLES):
            text = "".join(sample(parser.parse(pattern), rng))
            if expression.compiled.search(text):
                matched += 1
                assert expression.can_match(language.word_needs.groups_in(words_in(text))), (pattern, text)
    assert matched > 2 * len(patterns)


def sample(items: Any, rng: random.Random) -> Iterator[str]:
    """Yield the parts of a text that a pattern is likely to match; without a look at what is behind or ahead."""
    for name, value in items:
        if name is op.LITERAL:
            yield chr(value)
        elif name is op.NOT_LITERAL or name is op.ANY:
            yield rng.choice("xy ")
        elif name is op.IN:
            yield member(value, rng)
        elif name is op.BRANCH:
            yield from sample(rng.choice(value[1]), rng)
        elif name is op.SUBPATTERN:
            yield from sample(value[3], rng)
        elif name is op.ATOMIC_GROUP:
            yield from sample(value, rng)
        elif name in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, inner = value
            for _ in range(rng.randint(least, min(most, least + 2))):
                yield from sample(inner, rng)


def member(members: Any, rng: random.Random) -> str:
    letters = [*string.ascii_lowercase, *"éßñ09_'- .,"]
    source = re.compile(f"[{_class(members)}]")
    return rng.choice([letter for letter in letters if source.match(letter)] or [" "])


def _class(members: Any) -> str:
    parts = {
        op.CATEGORY_WORD: r"\w",
        op.CATEGORY_NOT_WORD: r"\W",
        op.CATEGORY_SPACE: r"\s",
        op.CATEGORY_NOT_SPACE: r"\S",
        op.CATEGORY_DIGIT: r"\d",
    }
    found = ""
    for name, value in members:
        if name is op.NEGATE:
            found += "^"
        elif name is op.LITERAL:
            found += re.escape(chr(value))
        elif name is op.RANGE:
            found += "-".join(re.escape(chr(end)) for end in value)
        else:
            found += parts[value]
    return found


def test_labelled_texts_give_the_same_with_and_without_a_look_at_their_words(monkeypatch: pytest.MonkeyPatch):
    rows = [row for labelled in labelled_sets() for row in labelled.rows]
    read = topic_match._matches.__wrapped__
    found = [read(row.text, row.language, Scope(row.scope)) for row in rows]
    monkeypatch.setattr(Expression, "can_match", lambda *_: True)
    assert found == [read(row.text, row.language, Scope(row.scope)) for row in rows]


def test_a_word_has_the_groups_of_its_beginnings_endings_and_parts():
    needs = WordNeeds({}, ["00000000=age;re* *ed;*ill*"])
    age, both, part = needs._alternatives["00000000"]
    assert needs.groups_in(["age"]) == age
    assert needs.groups_in(["ages"]) == 0
    assert needs.groups_in(["retired"]) == both
    assert needs.groups_in(["retiring", "skills"]) & both != both
    assert needs.groups_in(["skills"]) == part


def test_a_pattern_that_was_never_read_is_always_tried():
    needs = WordNeeds({}, [])
    assert needs.of("never seen") == ALWAYS
    assert Expression("never seen", needs).can_match(0)


def test_words_that_are_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("heymilo_ops.lint.topics.word_needs._MOST_WORDS", 3)
    needs = WordNeeds({}, ["00000000=age"])
    assert [needs[word] for word in ("a", "b", "age", "c")] == [0, 0, 1, 0] and len(needs) == 1


def test_a_label_is_read_without_parentheses_that_join_two_words(monkeypatch: pytest.MonkeyPatch):
    texts = ["Reli(your)gion", "Religion (optional):"]
    found = [topic_match._matches.__wrapped__(text, "en", Scope.ASKED) for text in texts]
    monkeypatch.setattr(Expression, "can_match", lambda *_: True)
    assert found == [topic_match._matches.__wrapped__(text, "en", Scope.ASKED) for text in texts]


def test_topics_with_the_same_signs_are_both_hinted_at():
    needs = WordNeeds({Topic.AGE: "born old*", Topic.CASTE: "born old*", Topic.UNION: "shop"}, ["00000000=born"])
    assert needs.topics_in(needs.groups_in(["older"])) == {Topic.AGE, Topic.CASTE}
    assert needs.topics_in(needs.groups_in(["bold"])) == set()

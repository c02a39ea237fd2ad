"""Which language a text is likely in, by its most frequent words. Certain of nothing: it only compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache, lru_cache

from heymilo_ops.text.memory import MOST_TEXTS
from heymilo_ops.text.words import words_in

_FREQUENT = {
    "de": (
        "aber als auch auf aus bei bis bist das dass dein deine dem den der des die du durch ein eine einem einen "
        "einer er für haben hast hat ich ihn ihnen ihr ihre ihrem ihren im in ist jahre jahren kann kein keine keinen "
        "können man mit nach nicht oder sein seine sich sie sind und uns unter von vor war was welche welcher wenn "
        "werden wie wir wird wo würden zu zum zur über"
    ),
    "en": (
        "a about after an and any are as at be because been before but by can could did do does for from had has have "
        "how if in into is it me no not of on one only or our should so tell than that the their them there they this "
        "to us was we were what when where which who why will with work would you your"
    ),
    "es": (
        "al algo alguna alguno algún año años como con cual cuando cuál cuándo cuántas cuánto cuántos cómo de del "
        "desde donde dónde e el ella en entre es esa ese eso esos esta estas este está están ha han has hasta hay la "
        "las le les lo los me mi muy más no nos o otra otro para pero por porque puede puedes que quien quién qué se "
        "ser si sin sobre somos su sus te tiene tienen tienes tu un una unos usted y ya ¿"
    ),
    "fr": (
        "ans au aucun aucune aux avec avez avoir avons ce ces cette comment dans de des dont du elle en entre est et "
        "eu il ils jamais je la le les leur leurs mais me mes mon ne nous ou où par pas plus pour pourquoi pouvez qu "
        "quand que quel quelle quelles quelqu quels qui sa sans se ses si son sont sur tu un une vos votre vous y à "
        "était êtes être"
    ),
    "it": (
        "al alla anche che chi ci come con cosa da dal dalla dei del della delle di dove due e gli ha hai ho il in io "
        "la le lei lo ma mi nel nella non o per perché più quale quali quando quanto questa questo se si sono sua suo "
        "tra un una uno è"
    ),
    "nl": (
        "aan al als bent bij dan dat de deze die dit door een en er geen ging haar had hebben hebt heeft hem het hier "
        "hoe hun iemand ik in is jaar je jij jou jouw jullie kan kun kunt maar me mee met na naar niet nog nooit of "
        "om ons ook op over te tegen toen tot u uit uw van veel voor waar waarom wanneer was wat we welke wie wij zal "
        "ze zich zijn zou zullen"
    ),
    "pt": (
        "a ao aos as com como da das de do dos e ela ele em era essa esse esta este está eu foi há isso já mais mas "
        "me meu minha na nas no nos não o onde os ou para pela pelo por porque quais qual quando que quem se sem seu "
        "sua são também tem um uma você à é"
    ),
}
FREQUENT = {language: frozenset(words.split()) for language, words in _FREQUENT.items()}
"""The most frequent words of each language that is known here, in small letters."""
_ALL_FREQUENT = frozenset[str]().union(*FREQUENT.values())

_LATIN = re.compile(r"[a-zA-Z]")
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
FEWEST, _SHARE, _SHARE_BESIDE_NONE = 3, 0.25, 0.4
"""Frequent words of the other language that a text has at least, and their share of all words; the last one where the
language that it should be in isn't known here, and has words of its own that look like those of others."""
_FEWEST_IN_MANY = 4
_OPENING_MARK = ("¿", "¿")
"""The words that a text with an opening question or exclamation mark counts as having: only Spanish has such marks."""
_NONE: frozenset[str] = frozenset()


def language_code(tag: str) -> str:
    """Return the language of a tag such as ``en-US``, in small letters and without what follows."""
    return tag.lower().split("-")[0]


def other_languages(words: Set[str], language: str) -> tuple[str, ...]:
    """Return the codes of the languages other than ``language`` in which some of many texts may well be.

    ``words`` are those of all texts, in small letters. ``"?"`` is among them where some are in another script.
    """
    others = tuple(code for code, alone in _frequent_elsewhere(language) if len(words & alone) >= _FEWEST_IN_MANY)
    return (*others, "?") if any(not word.isascii() and _OTHER_SCRIPT.match(word) for word in words) else others


@cache
def _frequent_elsewhere(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The frequent words that other languages have and this one has not, by code."""
    own = FREQUENT.get(language, _NONE)
    return tuple((code, frequent - own) for code, frequent in FREQUENT.items() if code != language)


@lru_cache(maxsize=MOST_TEXTS)
def language_words(text: str) -> frozenset[str]:
    """Return the words of a text that ``other_languages`` looks at, in small letters."""
    words = words_in(text)
    frequent = _ALL_FREQUENT.intersection(words)
    return frequent if text.isascii() else frequent.union(word for word in words if not word.isascii())


def other_language(text: str, language: str, among: Iterable[str] = FREQUENT, fewest: int = FEWEST) -> str:
    """Return the code of the language that a text is in rather than in ``language``, a code of two letters.

    Empty where it may well be in ``language``, in none of ``among``, or is too short to tell: ``fewest`` is how many
    frequent words of the other language it has at least. ``"?"`` for a text in a script in which ``language``, of
    those that are known here, isn't written.
    """
    return _other_language(text, language, tuple(among), fewest)


@lru_cache(maxsize=MOST_TEXTS)
def _other_language(text: str, language: str, among: tuple[str, ...], fewest: int) -> str:
    own = FREQUENT.get(language, _NONE)
    words = words_in(text)
    if "¿" in text or "¡" in text:
        words += _OPENING_MARK
    if 3 * sum(word in own for word in words) > len(words):
        return ""
    if own and not text.isascii() and len(_OTHER_SCRIPT.findall(text)) > len(_LATIN.findall(text)):
        return "?"
    counts = [(sum(word in FREQUENT[code] for word in words), code) for code in among if code in FREQUENT]
    count, best = max(counts, default=(0, language))
    share = _SHARE if own else _SHARE_BESIDE_NONE
    if count < max(fewest, share * len(words)):
        return ""
    theirs, ours = FREQUENT[best] - own, own - FREQUENT[best]
    alone = sum(word in theirs for word in words)  # without the words that both languages have
    return best if alone > 1 + 2 * sum(word in ours for word in words) else ""

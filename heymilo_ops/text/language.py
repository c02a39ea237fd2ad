"""Which language a text is likely in, by its most frequent words. Certain of nothing: it only compares."""

from __future__ import annotations

import re

_FREQUENT = {
    "de": (
        "aber als auch auf aus bei bis das dass dem den der des die du durch ein eine einem einen einer er für haben "
        "hat ich ihnen ihr ihre ihrem ihren im in ist kann können man mit nach nicht oder sich sie sind über und uns "
        "unter von vor war was welche welcher wenn werden wie wir wird würden zu zum zur"
    ),
    "en": (
        "a about an and are as at be been but by can could did do does for from had has have how if in is it me of "
        "on or our should tell that the their them there they this to us was we were what when where which who why "
        "with work would you your"
    ),
    "es": (
        "al algo como con cual cuál cuando cuándo cómo de del donde dónde el ella en es esta estas este está ha han "
        "has hay la las le les lo los más me mi muy no nos para pero por porque puede puedes que qué se ser si sin "
        "su sus te tiene tienes tu un una unos usted y ya"
    ),
    "fr": (
        "au aux avec avez avoir ce ces cette comment dans de des du elle en est et eu il ils je la le les leur mais me "
        "mes mon ne nous ou où par pas plus pour pourquoi pouvez qu quand que quel quelle quelles quels qui sa sans se "
        "ses si son sont sur tu un une vos votre vous y à êtes était"
    ),
    "it": (
        "al alla anche che chi ci come con cosa da dal dalla dei del della delle di dove due e gli ha hai ho il in io "
        "la le lei lo ma mi nel nella non o per perché più quale quali quando quanto questa questo se si sono sua suo "
        "tra un una uno è"
    ),
    "nl": (
        "aan al als bent bij dan dat de deze die dit door een en er ging had hebben hebt heeft het hoe hun ik in is je "
        "jij jou jouw kan kun kunt maar me mee met na naar niet of om ons ook op over te tegen toen tot u uit uw van "
        "voor waar waarom wanneer was wat we welke wie wij zal ze zich zijn zou zullen"
    ),
    "pt": (
        "a ao aos as com como da das de do dos e ela ele em era essa esse esta este está eu foi há isso já mais mas "
        "me meu minha na nas no nos não o onde os ou para pela pelo por porque quais qual quando que quem se sem seu "
        "sua são também tem um uma você à é"
    ),
}
FREQUENT = {language: frozenset(words.split()) for language, words in _FREQUENT.items()}
"""The most frequent words of each language that is known here, in small letters."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zA-Z]")
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_FEWEST, _SHARE = 3, 0.3
"""Frequent words of the other language that a text has at least, and their share of all words."""


def language_code(tag: str) -> str:
    """Return the language of a tag such as ``en-US``, in small letters and without what follows."""
    return tag.lower().split("-")[0]


def other_language(text: str, language: str) -> str:
    """Return the code of the language that a text is in rather than in ``language``, a code of two letters.

    Empty where it may well be in ``language``, is too short to tell, or ``language`` isn't known here. ``"?"`` for
    a text in a script in which ``language`` isn't written.
    """
    own = FREQUENT.get(language)
    if own is None:
        return ""
    words = _WORD.findall(text.lower())
    if 3 * sum(word in own for word in words) > len(words):
        return ""
    if not text.isascii() and len(_OTHER_SCRIPT.findall(text)) > len(_LATIN.findall(text)):
        return "?"
    count, best = max((sum(word in frequent for word in words), code) for code, frequent in FREQUENT.items())
    theirs, ours = FREQUENT[best] - own, own - FREQUENT[best]
    alone = sum(word in theirs for word in words)  # without the words that both languages have
    if count < max(_FEWEST, _SHARE * len(words)) or alone <= 1 + 2 * sum(word in ours for word in words):
        return ""
    return best

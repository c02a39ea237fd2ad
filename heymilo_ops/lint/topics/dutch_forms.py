"""Dutch: forms of words that its topics share."""

from __future__ import annotations

from heymilo_ops.lint.topics.language import any_of

YOU = r"(?:u|je|jij)"
YOUR = r"(?:uw|je|jouw)"
HAVE = r"(?:(?:hebt|heeft|heb) (?:u|je|jij)|(?:u|je|jij) (?:hebt|heeft))"
ARE = r"(?:(?:bent|ben) (?:u|je|jij)|(?:u|je|jij) bent)"
WERE = r"(?:(?:bent|ben|was|werd|bent) (?:u|je|jij))"
GAP = r"(?:[\w',-]+ ){0,4}"
ASK = (
    r"(?:vraag|vraagt|controleer|achterhaal|ga|noteer|bespreek|informeer|onderzoek|stel|check|bepaal|kijk|zoek|"
    r"polshoogte|bevestig|vermeld|peil)"
)
ASKING = (
    r"(?:vragen|controleren|achterhalen|noteren|bespreken|informeren|onderzoeken|vaststellen|checken|bepalen|"
    r"uitzoeken)"
)


def instructed(nouns: str) -> str:
    """What the AI is told to find out, in either order of words."""
    return any_of(rf"{ASK},? {GAP}(?:{nouns})", rf"(?:{nouns}) {GAP}{ASKING}")


KIDS = r"(?:kinderen|kind|kids|baby|zoon|zonen|dochters?)"
ILL = (
    r"(?:handicap|beperking(?:en)?|arbeidsbeperking|aandoening(?:en)?|ziektes?|chronische \w+|"
    r"gezondheidsproblemen|gezondheidsklachten|"
    r"medische (?:aandoening(?:en)?|klachten|beperkingen|problemen)|psychische \w+|burn-?out|allergie(?:ën)?|"
    r"lichamelijke klachten)"
)
FAITHS = (
    r"(?:religieus|gelovig|christen|christelijk|moslim|moslima|joods|katholiek|protestants?|hindoe|"
    r"atheïst)"
)
PAST = r"(?:huidige?|vorige|laatste|laatstverdiende|eerdere|voorgaande|actuele)"
PAY = (
    r"(?:\w*salaris(?:sen)?|loon|\w*inkomen|beloning|bonus|verdiensten|salarisstro(?:ok|ken)|loonstro(?:ok|"
    r"ken)|bruto-?\w*|vergoeding)"
)

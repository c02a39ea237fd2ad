"""German: forms of words that its topics share."""

from __future__ import annotations

from heymilo_ops.lint.topics.language import any_of

YOU = r"(?:sie|du|ihnen|dir),?"
YOUR = r"(?:ihr(?:e[nmrs]?)?|dein(?:e[nmrs]?)?)"
GAP = r"(?:[\w',-]+ ){0,4}"
CANDIDATE = r"(?:bewerb\w+|kandidat\w*|person)"
ASK = (
    r"(?:frag(?:e|en|t)?|erfrag\w*|klär\w*|ermitt\w*|prüf\w*|find(?:e|en)|notier\w*|erkundig\w*|hak(?:e|en)|"
    r"sprich|sprechen|stell(?:e|en)|halt(?:e|en)|bring(?:e|en)|achte[nt]?)"
)
ASKING = r"(?:fragen|erfragen|klären|prüfen|ermitteln|herausfinden|notieren|festhalten|erkundigen|ansprechen)"


def instructed(nouns: str) -> str:
    """What the AI is told to find out, in either order of words."""
    return any_of(rf"{ASK},? {GAP}(?:{nouns})", rf"(?:{nouns}) {GAP}{ASKING}")


KIDS = r"(?:kind(?:er|ern)?|nachwuchs|söhne?|töchter|tochter|sohn)"
STATES = r"(?:verheiratet|ledig|geschieden|verwitwet|single|alleinstehend|alleinerziehend|verlobt)"
ILL = (
    r"(?:behinderung(?:en)?|schwerbehinderung|vorerkrankung(?:en)?|krankheit(?:en)?|erkrankung(?:en)?|"
    r"gesundheitliche\w* (?:probleme?n?|einschränkung(?:en)?|beschwerden)|chronische\w* \w+|allergien?)"
)
FAITHS = (
    r"(?:religiös|christ(?:in)?|muslim(?:a|in)?|jüdisch|jude|jüdin|katholisch|evangelisch|hindu|"
    r"atheist(?:in)?)"
)
PAST = r"(?:aktuell|derzeitig|jetzig|bisherig|letzt|früher|vorherig|momentan|gegenwärtig)\w*"
PAY = (
    r"(?:\w*gehalt(?:s)?|\w*verdienst|vergütung|entlohnung|lohn|bezahlung|bonus|einkommen|"
    r"gehaltsabrechnung(?:en)?)"
)

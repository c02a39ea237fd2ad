"""French: forms of words that its topics share."""

from __future__ import annotations

from heymilo_ops.lint.topics.language import any_of

YOUR = r"(?:votre|vos|ton|ta|tes)"
HAVE = r"(?:avez[- ]vous|vous avez|as[- ]tu|tu as|auriez[- ]vous)"
ARE = r"(?:êtes[- ]vous|vous êtes|es[- ]tu|tu es|seriez[- ]vous)"
WERE = r"(?:avez[- ]vous|vous avez|as[- ]tu|tu as) (?:[\w'-]+ ){0,3}été"
GAP = r"(?:[\w',-]+ ){0,4}"
CANDIDATE = r"(?:du candidat|de la candidate|de la personne|des candidats)"
ASK = (
    r"(?:demand(?:e[rz]?)|vérifi(?:e[rz]?)|cherch(?:e[rz]?)|déterminez?|déterminer|not(?:e[rz]?)|"
    r"abord(?:e[rz]?)|"
    r"renseigne[rz]?[- ](?:toi|vous)|interrog(?:e[rz]?)|explor(?:e[rz]?)|confirm(?:e[rz]?)|creus(?:e[rz]?)|"
    r"identifi(?:e[rz]?)|évalu(?:e[rz]?))"
)


def instructed(nouns: str) -> str:
    """What the AI is told to find out."""
    return any_of(rf"{ASK},? {GAP}(?:l'|d'|s'il est |si elle est )?(?:{nouns})")


KIDS = r"(?:enfants?|bébés?|fils|filles?)"
ILL = (
    r"(?:handicaps?|maladies?(?: chroniques?)?|problèmes? de santé|soucis? de santé|affections?|allergies?|"
    r"troubles? (?:\w+ )?(?:mentaux|psychiques|psychologiques|psychiatriques)|antécédents médicaux|"
    r"restrictions? médicales?)"
)
FAITHS = (
    r"(?:chrétien(?:ne)?|musulmane?|juif|juive|catholique|protestante?|pratiquante?|croyante?|athée|hindoue?|"
    r"religieu(?:x|se))"
)
PAST = r"(?:actuel(?:le)?s?|précédente?s?|antérieure?s?|dernière?s?|derniers?|passée?s?)"
PAY = r"(?:salaires?|rémunérations?|paie|paye|primes?|revenus?|bonus|package)"

"""Spanish: forms of words that its topics share."""

from __future__ import annotations

from heymilo_ops.lint.topics.language import any_of

YOUR = r"(?:su|sus|tu|tus)"
HAVE = r"(?:tiene|tienes|tendría|tendrías)(?: usted)?"
DONE = r"(?:ha|has)"
ARE = r"(?:es|eres|está|estás)(?: usted)?"
GAP = r"(?:[\w',-]+ ){0,4}"
ASK = (
    r"(?:pregunt(?:a|e|ar|ale|arle)|averigu(?:a|e|ar)|averigüe|indag(?:a|ue|ar)|compr(?:ueba|uebe)|comprobar|"
    r"anot(?:a|e|ar)|"
    r"verific(?:a|ar)|verifique|confirm(?:a|e|ar)|explor(?:a|e|ar)|interésate|interésese|determin(?:a|e|ar)|"
    r"apunt(?:a|e)|habl(?:a|e))"
)


def instructed(nouns: str) -> str:
    """What the AI is told to find out."""
    return any_of(rf"{ASK},? {GAP}(?:{nouns})")


KIDS = r"(?:hijos?|hijas?|niños|niñas|bebés?|descendencia)"
ILL = (
    r"(?:discapacidad(?:es)?|minusvalía|enfermedad(?:es)?(?: crónicas?)?|problemas? de salud|dolencias?|"
    r"alergias?|"
    r"trastornos? \w+|problemas? (?:mentales|psicológicos|médicos)|afección(?:es)?|condición médica|"
    r"limitación física)"
)
FAITHS = (
    r"(?:religios[oa]|cristian[oa]|musulm[aá]na?|musulmán|judí[oa]|católic[oa]|protestante|creyente|"
    r"practicante|ate[oa]|hindú|evangélic[oa])"
)
PAST = r"(?:actual(?:es)?|anterior(?:es)?|últim[oa]s?|previ[oa]s?|pasad[oa]s?)"
PAY = r"(?:salarios?|sueldos?|remuneración|retribución|nóminas?|bonus|ingresos|paga|bono)"

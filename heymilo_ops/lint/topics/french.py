"""French: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.french_body import BODY
from heymilo_ops.lint.topics.french_life import LIFE
from heymilo_ops.lint.topics.french_needs import NEEDS
from heymilo_ops.lint.topics.french_person import PERSON
from heymilo_ops.lint.topics.language import Language, any_of

_DEEDS = (
    r"(?:demand|pos|abord|évalu|not|mentionn|parl|évoqu|interprèt|interprét|tien|tenir|tenez|prend|prenez|jug|pénalis|"
    r"sanctionn|relev|relèv|cherch|creus|insist|répond|rebondi|enregistr|consign|commenc|fai|utilis|considèr|considér|"
    r"écart|élimin|retien|rejet|comment|déduis|déduir|suppos|questionn|interrog|discut|dis|dites|approfondi|trait)\w*"
)

FRENCH = Language(
    code="fr",
    name="French",
    topics={**BODY, **LIFE, **PERSON},
    previews=frozenset({**BODY, **LIFE, **PERSON}),
    clause_ends=(
        r";|:|,? (?:mais|cependant|toutefois|en revanche|tandis que|alors que)(?!\w)|,? (?:et|puis) "
        r"(?=demand|évalu|vérifi|not(?:e|ez) )| – | — "
    ),
    frames=any_of(
        r"(?:pas|aucune?) (?:de )?questions?",
        r"laisse[rz]? (?:[\w',-]+ ){0,3}de côté|n'ont? (?:pas|aucune?) (?:leur )?(?:place|importance|"
        r"incidence)|sans (?:importance|incidence)",
        r"peu importe(?:nt)?",
        rf"(?:ne |n')(?:[\w'-]+ ){{0,3}}?{_DEEDS}(?: [\w',-]+){{0,6}} (?:pas|jamais|aucune?|ni|rien)",
        rf"(?:ne |n')(?:[\w'-]+ ){{0,2}}(?:pas|jamais|rien) (?:[\w'-]+ ){{0,3}}{_DEEDS}",
        r"(?:ignore[rz]?|interdit (?:de|d')|n'entre\w* pas|ne compte\w* pas|n'influe\w* pas|"
        r"ne joue\w* aucun|hors[- ]sujet|"
        r"change[rz]? de sujet|passe[rz]? à la question|reviens|revenez)",
        r"(?:évite[rz]?|évitez|éviter|abstiens[- ]toi|abstenez[- ]vous|s'abstenir)",
        r"(?:sans|plutôt que de?|au lieu de) (?:[\w'-]+ ){0,2}(?:demander|aborder|évaluer|noter|tenir compte|"
        r"considérer|mentionner|distinction|discrimination)",
        r"(?:indépendamment|quels? que soi(?:t|ent)|quelles? que soi(?:t|ent)|sans distinction|sans "
        r"considération)",
        r"égalité des chances",
        r"(?:aménagements?|adaptations?) (?:[\w',-]+ ){0,5}(?:entretien|processus|candidature|recrutement)",
        r"(?:bienvenues?|encourageons)",
        r"aucune question (?:sur|relative)",
    ),
    others=any_of(
        r"(?:clients?|clientes?|patients?|patientes?|résidents?|résidentes?|élèves?|étudiants?|étudiantes?|"
        r"collègues?|"
        r"utilisateurs?|usagers?|visiteurs?|invités?|passagers?|convives?|locataires?|membres de l'équipe|"
        r"bénéficiaires?|"
        r"collaborateurs?|enfants (?:de \w+ ans|en difficulté))",
        r"comment (?:feriez|avez|gérez|procédez|réagiriez|traitez|expliqueriez|aidez|accompagnez|vous y "
        r"prenez)[- ]?(?:vous)?",
        r"que (?:feriez|faites)[- ]vous",
        r"(?:racontez|décrivez|parlez)[- ](?:nous|moi)?",
        r"(?:décrivez|racontez|expliquez)",
        r"(?:expérience|expériences) (?:avec|dans|en|du|de la|auprès)",
    ),
    harmless=any_of(r"(?:applications?|code) nati(?:fs?|ves?)", r"cloud[- ]natif", r"single sign-on"),
    needs=NEEDS,
)

"""French: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.french_body import BODY
from heymilo_ops.lint.topics.french_life import LIFE
from heymilo_ops.lint.topics.french_named import NAMED_PERSON
from heymilo_ops.lint.topics.french_named_life import NAMED_LIFE
from heymilo_ops.lint.topics.french_named_private import NAMED_PRIVATE
from heymilo_ops.lint.topics.french_needs import NEEDS
from heymilo_ops.lint.topics.french_person import PERSON
from heymilo_ops.lint.topics.language import Language, any_of, joined

_DEEDS = (
    r"(?:demand|pos|abord|évalu|not|mentionn|parl|évoqu|interprèt|interprét|tien|tenir|tenez|prend|prenez|jug|pénalis|"
    r"sanctionn|relev|relèv|cherch|creus|insist|répond|rebondi|enregistr|consign|commenc|fai|utilis|considèr|considér|"
    r"écart|élimin|retien|rejet|comment|déduis|déduir|suppos|questionn|interrog|discut|dis|dites|approfondi|trait)\w*"
)

FRENCH = Language(
    code="fr",
    name="French",
    topics=joined({**BODY, **LIFE, **PERSON}, {**NAMED_PERSON, **NAMED_LIFE, **NAMED_PRIVATE}),
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
        rf"(?:ne |n')(?!vous |te )(?:[\w'-]+ ){{0,3}}?{_DEEDS}(?: [\w',-]+){{0,6}} (?:pas|jamais|aucune?|ni|rien)",
        rf"(?:ne |n')(?:[\w'-]+ ){{0,2}}(?:pas|jamais|rien) (?:[\w'-]+ ){{0,3}}{_DEEDS}",
        r"(?:ignore[rz]?|interdit (?:de|d')|n'entre\w* pas|ne compte\w* pas|n'influe\w* pas|"
        r"ne joue\w* aucun|hors[- ]sujet|"
        r"change[rz]? de sujet|passe[rz]? à la question|reviens|revenez)",
        r"(?:évite[rz]?|évitez|éviter|abstiens[- ]toi|abstenez[- ]vous|s'abstenir (?:de|d'))",
        r"(?:sans|plutôt que de?|au lieu de) (?:[\w'-]+ ){0,2}(?:demander|aborder|évaluer|noter|tenir compte|"
        r"considérer|mentionner|distinction|discrimination)",
        r"(?:indépendamment|quels? que soi(?:t|ent)|quelles? que soi(?:t|ent)|sans distinction|sans "
        r"considération)",
        r"égalité des chances",
        r"(?:aménagements?|adaptations?) (?:[\w',-]+ ){0,5}(?:entretien|processus|candidature|recrutement)",
        r"(?:bienvenues?|encourageons)",
        r"aucune question (?:sur|relative)",
        r"pas (?:un mot|de mot)|tabous?|ne (?:nous |te |vous |me )?(?:regarde|concerne)(?:nt)? (?:pas|personne|en "
        r"rien)|n'(?:a|ont) "
        r"rien à (?:faire|voir)|ne compte(?:nt)? (?:pas|pour rien|plus|jamais)|ne (?:coûte|rapporte|change|vaut|"
        r"pèse)\w* "
        r"(?:rien|pas|aucun)|reste(?:nt)? (?:en dehors|hors|à la porte)|en dehors de (?:la conversation|l'entretien|"
        r"cet|"
        r"l'évaluation)|oublie[rz]?|on ne (?:parle|demande|note|veut)|sans (?:chercher|essayer|jamais|demander|"
        r"poser)|hors de "
        r"question|n'(?:est|sont) (?:pas|jamais|ni) (?:un |une |des )?(?:défauts?|critères?|motifs?|sujets?|raisons?|"
        r"notée?s?"
        r"|évaluée?s?|demandée?s?|prise?s? en compte|abordée?s?|retenue?s?)|(?:ne|sans) (?:rien )?(?:retirer|enlever|"
        r"ôter)",
        r"ne (?:doi(?:t|vent)|peu(?:t|vent)|saurai(?:t|ent)|devrai(?:t|ent)) (?:pas |jamais |en aucun cas |en rien |"
        r"ni )?"
        r"(?:[\w']+ )?(?:influ\w+|compter|coûter|peser|faire|jouer|entrer|intervenir|servir|être|changer|modifier|"
        r"baisser|"
        r"nuire|pénaliser)",
        r"^\W*(?:si|quand|lorsque?|au cas où) ?(?:le candidat|la candidate|la personne|un candidat|une personne|"
        r"quelqu'un|on|un "
        r"enfant|des enfants|l'accent|il|elle|'il|'elle) [^.?!]{1,80}?\b(?:propose[rz]?|remercie[rz]?|laisse[rz]?|"
        r"reprends|"
        r"reprenez|reprendre|passe[rz]? (?:à|au)|rassure[rz]?|attend(?:s|ez|re)|reporte[rz]?|renvoie|renvoyez|envoie|"
        r"envoyez|"
        r"continue[rz]?|reformule[rz]?|ralenti[sr]?|excuse[rz]?|souhaite[rz]?|enchaîne[rz]?|répète[rz]?|fais une "
        r"pause|sois|"
        r"soyez|ne (?:réagis|commente|note|relève)\w*)",
        r"avec ou sans (?:aménagements?|adaptations?|aide)|(?:priorité|ouverts?|accessibles?|égale\w*) (?:aux?|à) "
        r"(?:personnes|"
        r"toutes|tous|femmes et)",
    ),
    others=any_of(
        r"(?:clients?|clientes?|patients?|patientes?|résidents?|résidentes?|élèves?|étudiants?|étudiantes?|"
        r"collègues?|"
        r"utilisateurs?|usagers?|visiteurs?|invités?|passagers?|convives?|locataires?|membres de l'équipe|"
        r"bénéficiaires?|"
        r"collaborateurs?|enfants (?:de \w+ ans|en difficulté))",
        r"comment (?!faites-vous garder|fais-tu garder|vivez|va|conciliez|concilies)(?:[\w']+[- ](?:vous|tu|t-on|on)|"
        r"t'y prends|"
        r"vous y prenez|faut|doit)(?! (?:garder|vos|votre) )",
        r"que (?:dites|feriez|proposez|proposeriez|répondez|répondriez|diriez|conseillez|vérifiez)[- ](?:vous|tu)|que "
        r"fai(?:te)?s[- ](?:vous|tu) (?:si|quand|face|lorsque|lorsqu'|pour|en cas|avec un|devant)",
        r"(?:avez|as|aviez|auriez)[- ](?:vous|tu) (?:déjà |vous-même |\w+ment )?(?:vendu|utilisé|animé|pratiqué|"
        r"couvert|défendu|"
        r"monté|géré|mis en|mis à|conçu|développé|négocié|travaillé|accompagné|encadré|enseigné|installé|réparé|"
        r"restauré|livré|"
        r"soigné|élevé|organisé|piloté|rédigé|formé|tenu|servi|traduit|dirigé|administré|préparé|accueilli|gardé|"
        r"entretenu|"
        r"construit|cuisiné|planifié|audité|publié|traité|coordonné|programmé|lancé|migré|recruté)\w*",
        r"(?:donnez|proposez|proposeriez|appliquez|conseillez|recommandez|mettriez|mettez|menez|préparez|vérifiez|"
        r"maîtrisez|"
        r"prévoyez|utilisez|déterminez)[- ]vous",
        r"(?:une?|des|aux?|cette?|les|d'un|d'une|jeunes?) (?:femmes?|enfants?|personnes?|jeunes?|hommes?|lycéen\w*|"
        r"adolescent\w*|"
        r"couples?|mineure?s?|familles?|parents?|adultes?|bébés?|proches?|salarié\w*) (?:enceintes?|autistes?|"
        r"âgée?s?|sous|qui|"
        r"dont|en (?:situation|difficulté|fin|deuil|crise|colère)|victimes?|handicapée?s?|malades?|dépendante?s?|"
        r"atteinte?s?)"
        r"(?! (?:à charge|à la maison|chez))",
        r"^\W*(?:\d\W+)?(?:bonne réponse\W+)?(?:cite|explique|décrit|nomme|reconnaît|propose|montre|"
        r"rappelle|distingue|connaît|adapte|apaise|sait|oriente|respecte|protège|prévoit|alerte|comprend|anticipe|"
        r"gère|implique|"
        r"donne (?:un|une|des|deux|trois))(?= )(?! (?:être|avoir|son|sa|ses propres?|une maladie|un arrêt)\b)",
        r"raconte[sz]? (?:une?|la|le) (?:\w+ )?(?:séance|journée|cas|fois|situation|projet|moment|exemple|"
        r"intervention|conflit|"
        r"chantier|jour)",
        r"(?:racontez|décrivez|parlez)[- ](?:nous|moi)?",
        r"(?:décrivez|racontez|expliquez)",
        r"(?:expérience|expériences) (?:avec|dans|en|du|de la|auprès)",
    ),
    harmless=any_of(
        r"dettes? techniques?|(?:servir|vendre|vente|service|débit|boissons?|carte|bar) (?:\w+ )?(?:de l'|d'|à "
        r"l')?alcool\w*|"
        r"religion\W+en la matière|(?:section|classe|groupe) des (?:petits|grands|moyens)",
        r"(?:applications?|code) nati(?:fs?|ves?)",
        r"cloud[- ]natif",
        r"single sign-on",
    ),
    needs=NEEDS,
)

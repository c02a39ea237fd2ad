"""French: who somebody is: age, origin, sex."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.french_forms import ARE, HAVE, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="année années génération senior seniors "
        "âge âges ans né née naissance anniversaire jeune jeunes retraite baccalauréat bac diplôme diplômés "
        "digital natifs dynamique dynamiques naquit vieux trentaine senior",
        sure=any_of(
            r"quel âge (?:avez|as|a|ont)[- ](?:vous|tu|t-il|t-elle|ils|elles)",
            r"quel est (?:votre|ton) âge",
            rf"(?:{YOUR} |la )?(?:date|année) de naissance",
            rf"(?:quand|en quelle année|quel jour) {ARE} (?:\w+ )?né",
            rf"(?:quand|en quelle année) {ARE} (?:\w+ )?née",
            r"(?:en quelle année|quand) avez[- ]vous (?:[\w'-]+ ){0,4}(?:bac|baccalauréat|diplôme|terminé vos "
            r"études)",
            r"(?:quand|à quel âge|dans combien de temps|dans combien d'années) (?:[\w',-]+ ){0,5}(?:retraite)",
            r"(?:partir|prendre) (?:[\w',-]+ ){0,3}(?:à la|en|votre|ta) retraite",
        ),
        profile=any_of(
            r"jeunes? (?:et |, )?(?:dynamiques?|motivée?s?|diplômée?s?)(?: uniquement| de préférence)?",
            r"jeunes? (?:candidate?s?|profils?|talents?|femmes?|hommes?) (?:\w+ )?(?:uniquement|recherchée?s?|"
            r"privilégiée?s?)",
            r"(?:digital natives?|natifs? (?:du )?numérique)",
            r"(?:moins de|pas plus de|maximum|au plus) (?:25|30|35|40|45|50|trente|quarante)[- ]?(?:cinq)? ans",
            r"(?:jeunes diplômés?) (?:uniquement|seulement|de préférence)",
        ),
        asked=any_of(
            r"(?:vous êtes|tu es|êtes[- ]vous|es[- ]tu) (?:né\w* )?de quelle année",
            r"de quelle année (?:êtes|es|datez)",
            r"(?:votre|ta) génération",
            r"avant (?:la|votre|ta) retraite",
            r"combien d'années (?:\w+ ){0,3}(?:avant|jusqu'à) la retraite",
            r"(?:votre|ton) âge",
            r"trop (?:vieux|vieille|âgée?|jeune) pour",
        ),
        instruction=any_of(
            instructed(r"âge (?:du|de la|des)|son âge|(?:la |sa )?(?:date|année) de naissance|quel âge|retraite"),
            r"(?:connaître|savoir|deviner|estimer|calculer|demander|obtenir) (?:[\w'-]+ ){0,3}(?:l'âge|"
            r"son âge|(?:date|année) de naissance|l'année (?:de|du|où))",
            r"année (?:du|de son|où (?:il|elle) a (?:passé|eu) (?:son|le)) bac",
        ),
        scored=any_of(
            r"(?:plus|moins) (?:de )?(?:2[2-9]|[3-6]\d) ans(?! d'expérience| d'ancienneté| de carrière|"
            r" de pratique| dans| en| au| chez| de métier)",
            r"(?:jeunes?|seniors?) (?:diplômé\w*|de préférence|favoris\w+|pénalis\w+)",
            r"(?:âgée?s?) de (?:plus|moins) de \d\d ans",
            r"(?:semble|paraît|est|a l'air) (?:\w+ )?(?:jeune|âgée?|trop âgée?)",
        ),
        required=any_of(r"(?:avoir |plus de |au moins )?(?:25|30|35|40) ans (?:minimum|au moins|ou plus|révolus)"),
        label=r"(?:votre )?(?:âge|date de naissance|année de naissance)",
        harmless=any_of(
            r"(?:au moins|plus de|avoir) (?:16|18|21) ans(?: ou plus| révolus| au moins)?",
            r"(?:16|18|21) ans (?:ou plus|révolus|minimum|au moins|et plus)",
            r"majeure?",
            r"(?:contrôle|vérification|vérifier|contrôler) (?:de )?l'âge (?:du|de la|des|d'un|d'une) client\w*",
            r"tranches? d'âge (?:des? |du |d'une? )(?:clients?|public|enfants|clientèle|lecteurs|cible)",
        ),
    ),
    Topic.CASTE: Words(
        signs="caste castes",
        sure=any_of(r"quelle (?:est (?:votre|ta) )?caste", r"(?:votre|ta|leur) caste"),
        instruction=instructed(r"(?:la |sa )?caste"),
        label=r"caste",
    ),
    Topic.CITIZENSHIP: Words(
        signs="nationalité citoyen citoyenne citoyenneté français française passeport visa séjour "
        "naturalisé naturalisée "
        "ressortissant ressortissants belge suisse immigration",
        sure=any_of(
            rf"(?:{YOUR}|quelle(?: est votre)?) (?:nationalité|citoyenneté)",
            rf"{ARE} (?:\w+ )?(?:de nationalité|citoyen(?:ne)?|français|française|belge|suisse|"
            r"ressortissante?|naturalisée?)",
            rf"(?:{YOUR}|quel(?: est votre)?|quel type de) (?:titre de séjour|visa|statut d'immigration|carte "
            r"de séjour|passeport)",
        ),
        profile=any_of(
            r"(?:nationalité|citoyenneté) (?:française|belge|suisse|\w+) (?:exigée|requise|obligatoire|"
            r"impérative)",
            r"(?:réservé aux|uniquement (?:les|des)|seulement (?:les|des)) (?:citoyens|ressortissants|"
            r"français|nationaux)",
        ),
        instruction=instructed(r"(?:la |sa )?nationalité|citoyenneté|(?:son )?titre de séjour|type de visa"),
        required=any_of(r"(?:de )?nationalité (?:française|belge|suisse|\w+)"),
        label=r"(?:nationalité|citoyenneté|titre de séjour|visa)",
        harmless=any_of(r"(?:autorisée?|droit|permis) (?:à|de) (?:travailler|travail)(?: en| au| dans)?"),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="état transgenres sexe transgenre trans transition transsexuel transsexuelle assigné",
        sure=any_of(
            rf"{ARE} (?:\w+ )?(?:une personne )?(?:transgenre|trans|transsexuel(?:le)?)",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:transition(?: de genre)?(?= |\W*$)(?! (?:vers|numérique|écologique|"
            rf"énergétique|digitale))|changé de sexe|opération de changement "
            r"de sexe)",
            rf"{YOUR} (?:sexe (?:assigné )?à la naissance|prénom de naissance|transition)",
        ),
        instruction=instructed(r"(?:sa )?transition de genre|sexe assigné|transgenre"),
        scored=any_of(
            r"sexe (?:à l'état civil|d'origine|de naissance)|transgenres?|personnes? trans|"
            r"transition de genre|a changé de sexe",
            r"(?:est|semble) (?:trans|transgenre)",
        ),
        required=any_of(
            r"sexe à l'état civil",
            r"sexe (?:à l'état civil|d'origine|de naissance)|transgenres?|personnes? trans",
        ),
    ),
    Topic.LANGUAGE: Words(
        signs="maternelle accent natif native natifs natives maison",
        sure=any_of(
            r"accent,? (?:[\w',-]+ ){0,3}(?:vient d'où|d'où vient|d'où)",
            r"(?:langue maternelle)",
            r"(?:à la maison|chez vous|chez toi|avec vos parents|"
            r"avec votre famille),? (?:[\w',-]+ ){0,4}(?:langue|parlez|parle)",
            r"(?:votre|ta|quelle est la) langue maternelle",
            r"quelles? langues? (?:parlez[- ]vous|parle[- ]t-on|parles[- ]tu) (?:[\w'-]+ ){0,3}(?:à la maison|"
            r"chez (?:vous|toi)|en famille)",
            r"d'où (?:vient|provient) (?:votre|ton|cet) accent",
        ),
        profile=any_of(
            r"(?:langue maternelle (?:française|anglaise|\w+)|\w+ langue maternelle)(?: exigée?| uniquement| "
            r"obligatoire)?",
            r"(?:natifs?|natives?|locuteurs? natifs?|locutrices? natives?)(?: uniquement| exigée?| seulement)",
            r"(?:locuteurs?|locutrices?) (?:natifs?|natives?)",
            r"(?:sans|aucun) (?:\w+ )?accent",
        ),
        instruction=instructed(r"(?:sa |la )?langue maternelle|(?:son )?accent"),
        scored=any_of(r"accent(?: \w+)?(?: étranger| fort| marqué| prononcé)?"),
        label=r"langue maternelle",
        harmless=any_of(
            r"(?:met|mettre|mettez|mis|mettant) l'accent", r"accent (?:mis|est mis) sur", r"école maternelle"
        ),
        required=any_of(
            r"langue maternelle",
        ),
    ),
    Topic.MONITORING: Words(
        signs="facultatif facultative statistiques statistique anonyme diversité",
        sure=any_of(
            r"(?:facultati(?:f|ve)|statistiques?|questionnaire (?:de )?diversité) (?:[\w',-]+ ){0,10}"
            r"(?:origine(?: ethnique)?|"
            r"ethnique|religion|orientation sexuelle|handicap|genre)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="nom prénom noms prénoms vient nés consonance immigration immigrés d "
        "origine origines originaire venez viens né née naissance parents grandi racines immigré immigrée pays",
        sure=any_of(
            r"(?:nom|prénom|famille|accent),? (?:[\w',-]+ ){0,3}(?:quelle origine|d'où|vient d'où)",
            r"de quelle origine",
            r"pays (?:d'origine|de naissance)(?! (?:des?|du) (?:produits?|marchandises?|fruits?|légumes?|"
            r"matières?|données|viandes?))",
            r"(?:venez|viens|vient|venons) d'où,? (?:[\w',-]+ ){0,6}(?:vraiment|base|origine|originaire)",
            r"(?:né|née|nés|nées) (?:en france|à l'étranger|dans quel pays)",
            r"(?:vos|tes) (?:parents|grands[- ]parents) (?:[\w'-]+ ){0,3}(?:nés|viennent|originaires|"
            r"immigrés|sont d'où)",
            r"d'où (?:venez[- ]vous|viens[- ]tu|êtes[- ]vous|viennent vos parents|vient votre (?:famille|"
            r"nom)) ?(?:vraiment|originaire|à l'origine)?",
            rf"(?:de quel pays|d'où|de quelle région) {ARE} (?:\w+ )?(?:originaire)?",
            rf"(?:{YOUR}|quelles? (?:est|sont) (?:votre|vos)) (?:origines?|pays d'origine|pays de naissance|"
            r"lieu de naissance|racines)",
            rf"où {ARE} (?:\w+ )?née?",
            r"(?:où|dans quel pays) (?:avez[- ]vous grandi|sont nés vos parents|êtes[- ]vous née?)",
            rf"{ARE} (?:\w+ )?(?:d'origine \w+|issue? de l'immigration)",
        ),
        profile=any_of(
            r"(?:d'origine) (?:française|européenne)(?: uniquement| de préférence)?",
            r"français de "
            r"souche",
        ),
        instruction=any_of(
            instructed(r"(?:ses |les |son )?origines?|pays (?:d'origine|de naissance)|lieu de naissance"),
            r"(?:déduis|déduisez|déduire|devine[rz]?|consigne[rz]?|repère[rz]?|"
            r"identifie[rz]?) (?:[\w',-]+ ){0,4}(?:l'origine|son origine|ses origines|pays)",
            r"origine (?:de la personne|du candidat|ethnique|géographique|de son nom)",
            r"consonance (?:étrangère|du nom)",
        ),
        scored=any_of(
            r"(?:nom|prénom)s? (?:à consonance|étrangers?)",
            r"issu\w* de l'immigration",
            r"d'origine (?:étrangère|immigrée|maghrébine|africaine)",
            r"(?:d'origine|origines?) (?:étrangère|ethnique|\w+aine)",
        ),
        label=r"(?:origine|origines|pays d'origine|lieu de naissance|pays de naissance)",
        harmless=any_of(
            r"origine (?:des?|du) (?:produits?|données|bug|panne|problème|incident|ingrédients)",
            r"à l'origine (?:de|du|des)",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="teint rom roms gitane gitans antillais antillaise africain africaine maghrébin "
        "maghrébine noirs arabes maghrébins asiatiques communauté voyage "
        "ethnique ethniques race peau noir noire blanc blanche arabe asiatique ethnie métis métisse",
        sure=any_of(
            r"(?:votre|ton|joli|un) (?:[\w'-]+ ){0,3}teint",
            r"(?:antillaise?|africaine?|maghrébine?|arabe|noire?|métisse|rom|gitane?|"
            r"asiatique) ou (?:\w+ )?(?:antillaise?|africaine?|maghrébine?|arabe|noire?|métisse|asiatique|"
            r"blanche?|européenne?)",
            r"(?:êtes[- ]vous|vous êtes|tu es|es[- ]tu) (?:[\w'-]+ ){0,2}(?:antillaise?|africaine?|"
            r"maghrébine?|rom|gitane?)",
            rf"(?:{YOUR}|quelle est (?:votre|ta)) (?:origine ethnique|race|ethnie|couleur de peau|"
            r"appartenance ethnique)",
            rf"{ARE} (?:\w+ )?(?:noire?|blanche?|arabe|asiatique|métis(?:se)?)",
            r"à quel(?:le)? (?:groupe ethnique|ethnie|race) appart\w+",
        ),
        instruction=instructed(r"(?:l'|son )?(?:origine|appartenance) ethnique|couleur de peau|(?:sa )?race"),
        scored=any_of(
            r"(?:communauté|population|origine) (?:rom|gitane|maghrébine|africaine|noire|asiatique|juive)",
            r"gens du voyage|(?:noirs?|arabes?|roms?|maghrébins?|asiatiques?) (?:pénalis\w+|exclus?|écartés?)",
            r"couleur de peau",
            r"(?:origine|appartenance) ethnique",
        ),
        label=r"(?:origine ethnique|ethnie|race|couleur de peau)",
    ),
    Topic.RESIDENCE: Words(
        signs="cité banlieue hlm foyer domicili* résid* habit* vit vivent vivant propriétaire locataire viv* "
        "postal adresse habitez quartier voiture véhicule logement domicile",
        asked=any_of(
            r"(?:vous habitez|tu habites|habitez[- ]vous|habites[- ]tu|vous vivez|"
            r"vous logez) (?:[\w',-]+ ){0,3}(?:cité|quartier|banlieue|foyer|hlm|logement social)",
            r"(?:propriétaire|locataire) (?:ou|de)",
            rf"(?:{YOUR}|quel est (?:votre|ton)) (?:code postal|adresse (?:personnelle|privée)|lieu de "
            r"résidence)",
            r"dans quel(?:le)? (?:quartier|arrondissement|ville|commune) (?:habitez|vivez|résidez)",
            rf"(?:possédez[- ]vous|{HAVE}) (?:[\w'-]+ ){{0,2}}(?:voiture|véhicule)(?: personnel(?:le)?)?",
        ),
        scored=any_of(
            r"(?:domicili\w+|résid\w+|habit\w+|viv\w+) (?:[\w',-]+ ){0,2}(?:en|dans|à|au) (?:la |le |les |"
            r"un |une )?[\w'-]+",
            r"code postal|quartier (?:sensible|prioritaire|populaire)|banlieue",
            r"(?:habite|réside|vit) (?:dans|en|à) (?:[\w'-]+ ){0,2}(?:quartier|banlieue|arrondissement)",
            r"(?:possède|a) une? (?:voiture|véhicule)",
        ),
        required=any_of(r"(?:posséder|avoir) (?:une voiture|un véhicule)", r"habiter (?:à|dans|en) [\w'-]+"),
        label=r"(?:code postal|adresse personnelle|lieu de résidence)",
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="garçons filles attirée attiré couple vivez vis "
        "gay homosexuel homosexuelle hétérosexuel hétérosexuelle lesbienne bisexuel bisexuelle "
        "sexuelle sexuelles "
        "hétéro homo queer",
        sure=any_of(
            r"(?:plutôt|attirée? par (?:les )?) ?(?:garçons|filles|hommes|femmes)(?: ou| et)",
            r"(?:en couple|vivez|vis) avec (?:un homme|une femme|quelqu'un du même sexe)",
            rf"{ARE} (?:\w+ )?(?:gay|homosexuel(?:le)?|hétérosexuel(?:le)?|lesbienne|bisexuel(?:le)?|hétéro|"
            r"homo|queer)",
            rf"(?:{YOUR}|quelle est (?:votre|ton)) (?:orientation sexuelle|sexualité)",
            r"(?:votre|ton) orientation sexuelle",
        ),
        instruction=instructed(r"(?:l'|son )?orientation sexuelle"),
        scored=any_of(r"(?:est|semble) (?:gay|homosexuel(?:le)?|lesbienne)"),
        label=r"orientation sexuelle",
    ),
    Topic.SEX_GENDER: Words(
        signs="garçons filles hommes femmes "
        "sexe genre homme hommes femme femmes masculin féminin masculine féminine fille garçon dames messieurs",
        sure=any_of(
            r"en tant que (?:femme|homme)",
            r"(?:gêne|dérange|dérangerait|gênerait|ennuie) (?:[\w',-]+ ){0,4}(?:femme|homme)",
            r"(?:étant|êtes|comme) (?:une )?(?:femme|seule femme|homme)",
            rf"(?:{YOUR}|quel est (?:votre|ton)) (?:sexe|genre|identité de genre)",
            rf"{ARE} (?:\w+ )?(?:un homme|une femme)",
            r"en tant que (?:femme|homme|mère|père)",
        ),
        profile=any_of(
            r"(?:hommes?|femmes?|filles?|dames?) (?:uniquement|seulement|de préférence|exclusivement)",
            r"(?:réservé aux|uniquement (?:des|pour)|cherchons|recherchons|préférence (?:aux|pour)) (?:\w+ "
            r")?(?:une? )?(?:jeune )?(?:hommes?|femmes?|candidats masculins|hôtesse\w*)",
            r"candidat(?:e)?s? (?:masculins?|féminines?)",
        ),
        instruction=instructed(r"(?:le |son )?(?:sexe|genre)|identité de genre"),
        scored=any_of(
            r"(?:avantage|priorité|préférence|bonus|points?|malus) (?:[\w',-]+ ){0,4}(?:hommes?|femmes?|"
            r"garçons?|filles?)",
            r"(?:les )?(?:hommes|femmes) (?:d'abord|en priorité|favorisée?s|pénalisée?s|écartée?s)",
            r"(?:est|semble) (?:\w+ )?(?:masculine?|féminine?|viril)",
        ),
        label=r"(?:sexe|genre|identité de genre)",
        harmless=any_of(
            r"\(?[hf] ?/ ?[hf]\)?",
            r"(?:ce|quel|tout|en tout|du|un certain) genre (?:de|d')",
            r"égalité (?:femmes?[- ]hommes?|hommes?[- ]femmes?)",
        ),
        required=any_of(
            r"(?:hommes?|femmes?) (?:uniquement|seulement|exclusivement)",
            r"(?:être (?:un homme|une femme))",
        ),
    ),
}

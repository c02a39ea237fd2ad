"""French: who somebody is: age, body, health, origin, sex."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.french_forms import ARE, HAVE, ILL, WERE, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="âge âges ans né née naissance anniversaire jeune jeunes retraite baccalauréat bac diplôme diplômés "
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
        asked=any_of(r"(?:votre|ton) âge", r"trop (?:vieux|vieille|âgée?|jeune) pour"),
        instruction=instructed(
            r"âge (?:du|de la|des)|son âge|(?:la |sa )?(?:date|année) de naissance|quel âge|retraite"
        ),
        scored=any_of(r"(?:semble|paraît|est|a l'air) (?:\w+ )?(?:jeune|âgée?|trop âgée?)"),
        required=any_of(r"(?:avoir |plus de |au moins )?(?:25|30|35|40) ans (?:minimum|au moins|ou plus|révolus)"),
        label=r"(?:votre )?(?:âge|date de naissance|année de naissance)",
        harmless=any_of(
            r"(?:au moins|plus de|avoir) (?:16|18|21) ans(?: ou plus| révolus| au moins)?",
            r"(?:16|18|21) ans (?:ou plus|révolus|minimum|au moins|et plus)",
            r"majeure?",
            r"(?:contrôle|vérification|vérifier|contrôler) (?:de )?l'âge (?:du|de la|des|d'un|d'une) client\w*",
            r"tranches? d'âge",
        ),
    ),
    Topic.AI_EMOTION: Words(
        signs="visage visages regard expressions voix émotions émotion émotionnel gestuelle mimiques nerveux nerveuse "
        "nervosité langage intonation sincérité stress visuel stressé stressée enthousiaste",
        instruction=any_of(
            r"(?:évalu|analys|détect|mesur|observ|jug|not|interprét|not)\w* (?:[\w',-]+ ){0,6}(?:expressions? "
            r"(?:du visage|faciales?)|"
            r"langage corporel|contact visuel|regard|émotions?|mimiques|gestuelle|nervosité|ton de (?:la "
            r")?voix|intonation)",
        ),
        scored=any_of(
            r"(?:bon|maintient|garde|évite|manque de|absence de|peu de) (?:[\w'-]+ ){0,3}(?:contact visuel|"
            r"regard)",
            r"(?:langage corporel|expressions? (?:du visage|faciales?)|mimiques|gestuelle|intonation)",
            r"(?:semble|paraît|a l'air) (?:\w+ )?(?:nerveu(?:x|se)|stressée?|anxieu(?:x|se)|sincère|"
            r"enthousiaste)",
            r"voix (?:\w+ )?(?:assurée|tremblante|nerveuse|enthousiaste|hésitante)",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="taille poids mesurez pesez photo photographie physique apparence cheveux tatouages tatouage voile barbe "
        "présentation séduisante attirante mince selfie",
        sure=any_of(
            r"combien (?:mesurez|pesez)[- ]vous",
            rf"{YOUR} (?:taille|poids|apparence|couleur (?:de|des) (?:cheveux|yeux))",
            r"photo(?:graphie)? (?:récente )?de (?:vous|toi)",
            r"(?:envoyez|joignez|ajoutez|téléchargez|déposez|joindre) (?:[\w'-]+ ){0,2}photo(?:graphie)?(?: "
            r"d'identité)?",
        ),
        profile=any_of(
            r"(?:physique|apparence|présentation) (?:agréable|soignée|attrayante|irréprochable)",
            r"(?:belle|bonne|excellente) (?:présentation|apparence)",
            r"(?:séduisante?|attirante?|mince)s?",
        ),
        asked=any_of(r"(?:avez|portez)[- ]vous (?:[\w'-]+ ){0,2}(?:tatouages?|piercings?|voile|barbe)"),
        instruction=instructed(r"apparence|(?:sa|son|la|le) (?:taille|poids|physique)"),
        scored=any_of(r"(?:bonne|belle) (?:présentation|apparence)", r"apparence (?:physique|soignée)"),
        label=r"(?:taille|poids|photo(?: d'identité)?)",
        harmless=any_of(r"taille (?:de|du|des) (?:l'équipe|portefeuille|projet|projets|entreprise|équipes)\w*"),
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
    Topic.DISABILITY_HEALTH: Words(
        signs="handicap handicapé handicapée maladie maladies malade malades santé médicaments "
        "médicament médical médicale "
        "médicaux dépression vacciné vaccinée vaccination arrêt arrêts allergies allergie psychiatre "
        "psychologue thérapie "
        "chronique rqth hospitalisé hospitalisée bégaie bégaiement opéré opérée absences enceinte troubles "
        "affections "
        "affection diagnostic traitement forme",
        sure=any_of(
            rf"(?:{HAVE}|souffrez[- ]vous (?:de|d')|souffres[- ]tu (?:de|d')|vous souffrez (?:de|d')) ?"
            rf"(?:(?!travaillé|accompagné|aidé|suivi|géré|formé)[\w',-]+ ){{0,4}}(?:d')?{ILL}",
            rf"souffrez[- ]vous d'(?:une? |\w+ )?{ILL}",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}(?:handicapée?|malade|en bonne santé|en situation de handicap|"
            r"vaccinée?|dépressi(?:f|ve)|"
            r"en bonne forme physique|suivie? par un (?:psychiatre|psychologue))",
            r"(?:combien de|quels) (?:jours? (?:d'arrêt(?: maladie)?|de maladie|d'absence pour maladie)|"
            r"arrêts? (?:de travail|maladie))",
            r"(?:prenez[- ]vous|prends[- ]tu|suivez[- ]vous) (?:[\w'-]+ ){0,3}(?:médicaments?|traitement(?: "
            r"médical)?|thérapie)",
            rf"{YOUR} (?:\w+ )?(?:état de santé|santé|handicap|dossier médical|antécédents médicaux|arrêts "
            r"maladie|rqth|statut vaccinal|maladie)",
            rf"{WERE} (?:[\w'-]+ ){{0,2}}(?:hospitalisée?|opérée?|malade|arrêtée? pour maladie|en arrêt "
            r"maladie|traitée? pour)",
            r"(?:reconnaissance|reconnue?) (?:\w+ )?(?:de la qualité de )?travailleur handicapé",
            r"quels? (?:médicaments?|maladies?|handicap)",
        ),
        instruction=instructed(
            rf"{ILL}|(?:l'|son )?état de santé|(?:la |sa )?santé|arrêts? maladie|médicaments|vaccination|"
            r"(?:son )?handicap"
        ),
        scored=any_of(
            r"(?:sans|a un|a une|aucun|pas de) (?:handicap|problèmes? de santé|arrêts? maladie|maladie)",
            r"bégaie\w*",
            r"(?:semble|paraît|est) en (?:bonne|mauvaise) santé",
        ),
        required=any_of(r"(?:être )?(?:en bonne santé|vaccinée?)", r"aucun handicap"),
        label=r"(?:handicap|état de santé|rqth|statut vaccinal|situation de handicap)",
        harmless=any_of(
            r"(?:secteur|domaine|établissement|professionnels?|système|services?|données|logiciels?|centre) "
            r"(?:de |de la |en )?santé",
            r"santé (?:publique|et sécurité|et la sécurité|au travail)",
            r"(?:avec ou sans|sans ou avec) aménagements?(?: raisonnables?)?",
            r"assurance maladie",
        ),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="transgenre trans transition transsexuel transsexuelle assigné",
        sure=any_of(
            rf"{ARE} (?:\w+ )?(?:une personne )?(?:transgenre|trans|transsexuel(?:le)?)",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:transition(?: de genre)?|changé de sexe|opération de changement "
            r"de sexe)",
            rf"{YOUR} (?:sexe (?:assigné )?à la naissance|prénom de naissance|transition)",
        ),
        instruction=instructed(r"(?:sa )?transition de genre|sexe assigné|transgenre"),
        scored=any_of(r"(?:est|semble) (?:trans|transgenre)"),
    ),
    Topic.GENETIC: Words(
        signs="génétique génétiques héréditaire héréditaires famille familiaux adn",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:test|dépistage|examen) (?:génétique|adn)",
            r"(?:dans|de) (?:votre|ta) famille (?:[\w',-]+ ){0,5}(?:cancer|diabète|maladies?)",
            r"(?:cancers?|diabète|maladies?)(?: \w+)? (?:[\w',-]+ ){0,3}dans (?:votre|ta) famille",
            r"antécédents (?:médicaux )?familiaux",
            r"maladies? (?:génétiques?|héréditaires?)",
        ),
        instruction=instructed(r"antécédents (?:médicaux )?familiaux|maladies? (?:génétiques?|héréditaires?)"),
        harmless=any_of(r"algorithmes? génétiques?", r"laboratoire (?:de )?génétique"),
    ),
    Topic.LANGUAGE: Words(
        signs="maternelle accent natif native natifs natives maison",
        sure=any_of(
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
        signs="origine origines originaire venez viens né née naissance parents grandi racines immigré immigrée pays",
        sure=any_of(
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
        instruction=instructed(r"(?:ses |les |son )?origines?|pays (?:d'origine|de naissance)|lieu de naissance"),
        scored=any_of(r"(?:d'origine|origines?) (?:étrangère|ethnique|\w+aine)"),
        label=r"(?:origine|origines|pays d'origine|lieu de naissance|pays de naissance)",
        harmless=any_of(
            r"origine (?:des?|du) (?:produits?|données|bug|panne|problème|incident|ingrédients)",
            r"à l'origine (?:de|du|des)",
        ),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="porter soulever kg kilos debout physique charges lourdes",
        asked=any_of(
            r"(?:pouvez[- ]vous|êtes[- ]vous capable de|peux[- ]tu|pourriez[- ]vous) (?:[\w'-]+ ){0,2}"
            r"(?:porter|soulever) (?:[\w',-]+ ){0,5}(?:kg|kilos|charges)",
            r"(?:pouvez[- ]vous|êtes[- ]vous capable de|peux[- ]tu) (?:[\w'-]+ ){0,2}rester debout",
        ),
        required=any_of(
            r"(?:capable de |pouvoir |peut )?(?:porter|soulever) (?:[\w',-]+ ){0,5}(?:kg|kilos|charges "
            r"lourdes)",
            r"(?:bonne|excellente) condition physique",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="ethnique ethniques race peau noir noire blanc blanche arabe asiatique ethnie métis métisse",
        sure=any_of(
            rf"(?:{YOUR}|quelle est (?:votre|ta)) (?:origine ethnique|race|ethnie|couleur de peau|"
            r"appartenance ethnique)",
            rf"{ARE} (?:\w+ )?(?:noire?|blanche?|arabe|asiatique|métis(?:se)?)",
            r"à quel(?:le)? (?:groupe ethnique|ethnie|race) appart\w+",
        ),
        instruction=instructed(r"(?:l'|son )?(?:origine|appartenance) ethnique|couleur de peau|(?:sa )?race"),
        scored=any_of(r"couleur de peau", r"(?:origine|appartenance) ethnique"),
        label=r"(?:origine ethnique|ethnie|race|couleur de peau)",
    ),
    Topic.SEX_GENDER: Words(
        signs="sexe genre homme hommes femme femmes masculin féminin masculine féminine fille garçon dames messieurs",
        sure=any_of(
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
        scored=any_of(r"(?:est|semble) (?:\w+ )?(?:masculine?|féminine?|viril)"),
        label=r"(?:sexe|genre|identité de genre)",
        harmless=any_of(
            r"\(?[hf] ?/ ?[hf]\)?",
            r"(?:ce|quel|tout|en tout|du|un certain) genre (?:de|d')",
            r"égalité (?:femmes?[- ]hommes?|hommes?[- ]femmes?)",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="gay homosexuel homosexuelle hétérosexuel hétérosexuelle lesbienne bisexuel bisexuelle "
        "sexuelle sexuelles "
        "hétéro homo queer",
        sure=any_of(
            rf"{ARE} (?:\w+ )?(?:gay|homosexuel(?:le)?|hétérosexuel(?:le)?|lesbienne|bisexuel(?:le)?|hétéro|"
            r"homo|queer)",
            rf"(?:{YOUR}|quelle est (?:votre|ton)) (?:orientation sexuelle|sexualité)",
            r"(?:votre|ton) orientation sexuelle",
        ),
        instruction=instructed(r"(?:l'|son )?orientation sexuelle"),
        scored=any_of(r"(?:est|semble) (?:gay|homosexuel(?:le)?|lesbienne)"),
        label=r"orientation sexuelle",
    ),
}

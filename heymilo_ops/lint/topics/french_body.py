"""French: the body: health, looks, what somebody takes."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.french_forms import ARE, HAVE, ILL, WERE, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

BODY: Mapping[Topic, Words] = {
    Topic.AI_EMOTION: Words(
        signs="tremblements tremblement posture micro* ton tremblante tremble "
        "visage visages regard expressions voix émotions émotion émotionnel gestuelle mimiques nerveux nerveuse "
        "nervosité langage intonation sincérité stress visuel stressé stressée enthousiaste",
        instruction=any_of(
            r"(?:évalu|analys|détect|mesur|observ|jug|not|interprét|not)\w* (?:[\w',-]+ ){0,6}(?:expressions? "
            r"(?:du visage|faciales?)|"
            r"langage corporel|contact visuel|regard|émotions?|mimiques|gestuelle|nervosité|ton de (?:la "
            r")?voix|intonation)",
        ),
        scored=any_of(
            r"(?:ton de (?:la )?voix|tremblements?|voix (?:qui tremble|hésitante|assurée|tremblante)|"
            r"expressions? du visage|regard fuyant|contact visuel|posture|micro[- ]?expressions?)",
            r"(?:bon|maintient|garde|évite|manque de|absence de|peu de) (?:[\w'-]+ ){0,3}(?:contact visuel|"
            r"regard)",
            r"(?:langage corporel|expressions? (?:du visage|faciales?)|mimiques|gestuelle|intonation)",
            r"(?:semble|paraît|a l'air) (?:\w+ )?(?:nerveu(?:x|se)|stressée?|anxieu(?:x|se)|sincère|"
            r"enthousiaste)",
            r"voix (?:\w+ )?(?:assurée|tremblante|nerveuse|enthousiaste|hésitante)",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="jolie jolies lunettes piercings jolie "
        "taille poids mesurez pesez photo photographie physique apparence cheveux tatouages tatouage voile barbe "
        "présentation séduisante attirante mince selfie",
        sure=any_of(
            r"combien (?:mesurez|pesez)[- ]vous",
            rf"{YOUR} (?:taille|poids|apparence|couleur (?:de|des) (?:cheveux|yeux))",
            r"photo(?:graphie)? (?:récente )?de (?:vous|toi)",
            r"(?:envoyez|joignez|ajoutez|téléchargez|déposez|joindre) (?:[\w'-]+ ){0,2}photo(?:graphie)?(?: "
            r"d'identité)?",
        ),
        profile=any_of(
            r"taille (?:3[4-9]|4[0-4])(?:-\d\d)?|jolie?s?(?:,| et| fille| hôtesse)|sans (?:tatouages?|"
            r"lunettes|piercings?)",
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
    Topic.CANNABIS: Words(
        signs="shit herbe dépistage cannabis drogue drogues joints marijuana stupéfiants thc",
        sure=any_of(
            r"(?:t'as|tu as|vous avez|avez[- ]vous|as[- ]tu|déjà) (?:[\w'-]+ ){0,3}(?:fumé|consommé|"
            r"pris) (?:[\w'-]+ ){0,3}(?:cannabis|joints?|shit|herbe|drogues?)",
            r"(?:fumez|fumes|consommez) (?:[\w'-]+ ){0,4}(?:cannabis|joints?|shit|herbe)",
            r"(?:consommez|fumez|prenez|utilisez)[- ]vous (?:[\w',-]+ ){0,4}(?:cannabis|drogues?|joints?|"
            r"marijuana|stupéfiants)",
            r"(?:avez|vous)[- ](?:vous|avez) (?:[\w'-]+ ){0,4}(?:cannabis|drogues?|joints?|marijuana)",
            rf"{YOUR} consommation de (?:cannabis|drogues?|stupéfiants)",
        ),
        instruction=instructed(r"(?:consommation de )?(?:cannabis|drogues?|stupéfiants)"),
        scored=any_of(r"cannabis|thc|joints?", r"consommation de cannabis"),
        profile=any_of(
            r"dépistage (?:[\w'-]+ ){0,3}(?:thc|cannabis|stupéfiants|drogues?)",
        ),
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="mdph burn burnout diabète épilepsie antécédents antécédent absentéisme interruption trou "
        "problèmes problème suivi suit souffre "
        "handicap handicapé handicapée maladie maladies malade malades santé médicaments "
        "médicament médical médicale "
        "médicaux dépression vacciné vaccinée vaccination arrêt arrêts allergies allergie psychiatre "
        "psychologue thérapie "
        "chronique rqth hospitalisé hospitalisée bégaie bégaiement opéré opérée absences enceinte troubles "
        "affections "
        "affection diagnostic traitement forme",
        sure=any_of(
            r"c'était pour (?:des |une )?(?:raisons? de santé|maladie|dépression)",
            r"burn[- ]?out,? (?:[\w',-]+ ){0,4}(?:arrivé|eu|connu|vécu)",
            r"rqth|mdph",
            r"burn[- ]?out (?:[\w',-]+ ){0,3}(?:arrivé|eu|connu|vécu)",
            r"(?:trou|interruption|pause) (?:[\w',-]+ ){0,8}(?:raisons? de santé|maladie|dépression|médicale?s?)",
            r"(?:suivi|traitement) (?:psychiatrique|psychologique|médical)",
            r"antécédents? (?:médica(?:l|ux)|psychiatriques?|d'accidents? du travail)",
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
        instruction=any_of(
            instructed(
                rf"{ILL}|(?:l'|son )?état de santé|(?:la |sa )?santé|arrêts? maladie|médicaments|vaccination|"
                r"(?:son )?handicap"
            ),
            r"problèmes? (?:de |d')?(?:dos|genoux?|santé|cœur|articulations|vue|audition)",
            r"(?:souffre|suit un traitement|en arrêt maladie|état de santé|maladies?|handicaps?)(?! des?)",
        ),
        scored=any_of(
            r"diabète|épilepsie|dépression|burn[- ]?out|suivi psychiatrique|absentéisme (?:pour )?maladie|"
            r"arrêts? maladie",
            r"(?:déclare|signale|mentionne|a eu) (?:un |une |des )?(?:handicap|maladie|problèmes? de santé)",
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
    Topic.GENETIC: Words(
        signs="test tests génétique génétiques héréditaire héréditaires famille familiaux adn",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:test|dépistage|examen) (?:génétique|adn)",
            r"(?:dans|de) (?:votre|ta) famille (?:[\w',-]+ ){0,5}(?:cancer|diabète|maladies?)",
            r"(?:cancers?|diabète|maladies?)(?: \w+)? (?:[\w',-]+ ){0,3}dans (?:votre|ta) famille",
            r"antécédents (?:médicaux )?familiaux",
            r"maladies? (?:génétiques?|héréditaires?)",
        ),
        instruction=instructed(r"antécédents (?:médicaux )?familiaux|maladies? (?:génétiques?|héréditaires?)"),
        harmless=any_of(r"algorithmes? génétiques?", r"laboratoire (?:de )?génétique"),
        profile=any_of(
            r"tests? (?:adn|génétiques?) (?:[\w',-]+ ){0,8}(?:candidats?|demandé|exigé|recrutement)",
        ),
    ),
    Topic.LIFESTYLE: Words(
        signs="fumez fumeur fumeuse fumes alcool buvez bois",
        sure=any_of(
            r"(?:fumez[- ]vous|vous fumez|fumes[- ]tu)",
            rf"{ARE} (?:\w+ )?(?:non-)?fumeu(?:r|se)",
            r"(?:buvez[- ]vous|bois[- ]tu|consommez[- ]vous) (?:[\w'-]+ ){0,4}alcool",
            r"(?:buvez[- ]vous|consommez[- ]vous) (?:[\w'-]+ ){0,3}(?:de l')?alcool",
            rf"{YOUR} consommation d'alcool",
        ),
        profile=any_of(r"non[- ]fumeu(?:r|se)s?(?: uniquement| exigée?)?"),
        harmless=any_of(
            r"(?:site|locaux|établissement|magasin|bâtiment|chantier|espaces?|zones?|chambres?)(?: (?:est|sont))?"
            r"(?: entièrement)? (?:non[- ])?fumeurs?"
        ),
        instruction=instructed(r"fume|consommation d'alcool|tabac"),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="taille limitation condition porter soulever kg kilos debout physique charges lourdes",
        asked=any_of(
            r"(?:pouvez[- ]vous|êtes[- ]vous capable de|peux[- ]tu|pourriez[- ]vous) (?:[\w'-]+ ){0,2}"
            r"(?:porter|soulever) (?:[\w',-]+ ){0,5}(?:kg|kilos|charges)",
            r"(?:pouvez[- ]vous|êtes[- ]vous capable de|peux[- ]tu) (?:[\w'-]+ ){0,2}rester debout",
        ),
        required=any_of(
            r"taille (?:minimale|minimum|d'au moins)",
            r"(?:bonne|excellente|parfaite) condition physique|aucune limitation physique",
            r"(?:capable de |pouvoir |peut )?(?:porter|soulever) (?:[\w',-]+ ){0,5}(?:kg|kilos|charges "
            r"lourdes)",
            r"(?:bonne|excellente) condition physique",
        ),
    ),
    Topic.POLYGRAPH: Words(
        signs="mensonge polygraphe mensonges",
        sure=any_of(r"détecteur de mensonges?", r"polygraphe"),
    ),
    Topic.PREGNANCY: Words(
        signs="mat congé congés heureux agrandir projets projet "
        "enceinte grossesse maternité paternité parental bébé enfants enfant famille",
        sure=any_of(
            r"(?:un )?(?:bébé|enfant|heureux événement) (?:[\w'-]+ ){0,3}(?:prévu|en route|en projet|au programme)",
            r"(?:congé|congés) (?:mat|maternité|paternité|parental)'? (?:en vue|prévu|en cours|à venir|bientôt)",
            r"(?:pas|aucun) (?:de )?congé (?:mat|maternité)'?",
            r"agrandir la famille",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}enceinte",
            r"(?:envisagez|prévoyez|comptez|souhaitez|voulez|pensez)[- ]vous (?:[\w',-]+ ){0,5}(?:enfants?|"
            r"bébé|famille|grossesse|enceinte)",
            r"(?:envisages|prévois|comptes|souhaites|veux)[- ]tu (?:[\w',-]+ ){0,5}(?:enfants?|bébé|famille|"
            r"grossesse|enceinte)",
            rf"{YOUR} (?:grossesse|congé (?:de )?(?:maternité|paternité|parental)|projets? (?:de maternité|"
            r"d'enfant|familia(?:l|ux)))",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:projet d'enfants?|projets? de maternité|pris (?:un )?congé (?:de "
            r")?(?:maternité|parental|paternité)|désir d'enfant)",
            r"attendez[- ]vous (?:un enfant|un bébé)",
            r"(?:étiez[- ]vous|êtes[- ]vous) (?:[\w'-]+ ){0,2}en congé (?:de )?(?:maternité|paternité|"
            r"parental)",
        ),
        instruction=any_of(
            instructed(
                r"(?:la |sa |une |de )?grossesse|désir d'enfant|(?:un |le )?congé (?:de )?maternité|enceinte|"
                r"projets? de maternité"
            ),
            r"projets? (?:de maternité|d'enfants?|de grossesse|familia(?:l|ux))",
            r"(?:si|qu')(?: elle| il)? (?:est|était|serait) enceinte",
            r"désir d'enfant",
        ),
        scored=any_of(
            r"(?:pas|aucun|aucune|sans|absence de|liée à une|congé de) (?:projet d'enfant|grossesse|congé "
            r"maternité|maternité)",
            r"enceinte",
        ),
        label=r"(?:grossesse|enceinte)",
        harmless=any_of(
            r"remplacement (?:d'un |de |pour )?congé (?:de )?(?:maternité|parental)",
            r"(?:service|clinique|salle) de maternité",
        ),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="fiv infertilité interruption stérilet "
        "contraception contraceptif pilule avortement avorté ivg pma fertilité",
        sure=any_of(
            r"parcours (?:de )?(?:pma|fiv)",
            r"(?:traitement|problèmes?) (?:de |d')(?:fertilité|infertilité)|"
            r"interruption (?:volontaire )?de grossesse|stérilet",
            r"(?:prenez[- ]vous|utilisez[- ]vous) (?:[\w'-]+ ){0,3}(?:pilule|contracepti(?:on|f))",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:avorté|avortement|ivg|recours à la pma|traitement de fertilité)",
            rf"{YOUR} (?:\w+ )?(?:contraception|fertilité|parcours (?:de )?pma)",
        ),
        instruction=instructed(r"contraception|avortement|ivg|parcours (?:de )?pma"),
    ),
}

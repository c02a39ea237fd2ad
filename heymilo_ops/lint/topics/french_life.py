"""French: how somebody lives: family, beliefs, record, money, free time."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.french_forms import ARE, FAITHS, HAVE, KIDS, PAST, PAY, WERE, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

LIFE: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="associations association clubs club cercles loge",
        asked=any_of(
            r"(?:à|de|dans) (?:quels?|quelles?) (?:associations?|clubs?|cercles?|loges?) (?:\w+ "
            r")?(?:appartenez|êtes|adhérez)",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:membre|adhérente?) (?:d'un|d'une|de) (?:\w+ )?(?:association|club|"
            r"loge)",
            r"(?:quels?|quelles?) (?:associations?|clubs?) fréquentez",
        ),
        instruction=instructed(r"appartenance (?:associative|à (?:une|des) associations?)"),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis drogue drogues joints marijuana stupéfiants thc",
        sure=any_of(
            r"(?:consommez|fumez|prenez|utilisez)[- ]vous (?:[\w',-]+ ){0,4}(?:cannabis|drogues?|joints?|"
            r"marijuana|stupéfiants)",
            r"(?:avez|vous)[- ](?:vous|avez) (?:[\w'-]+ ){0,4}(?:cannabis|drogues?|joints?|marijuana)",
            rf"{YOUR} consommation de (?:cannabis|drogues?|stupéfiants)",
        ),
        instruction=instructed(r"(?:consommation de )?(?:cannabis|drogues?|stupéfiants)"),
        scored=any_of(r"consommation de cannabis"),
    ),
    Topic.CARING: Words(
        signs="garde garder garderie crèche nounou proche proches aidant aidante dépendant dépendants charge s'occupe "
        "occupe",
        sure=any_of(
            rf"qui (?:garde|gardera|s'occupe|s'occupera) (?:de )?{YOUR} (?:enfants?|proches?|parents?)",
            rf"{YOUR} (?:mode|solution|système|moyen)s? de garde",
            r"comment (?:faites|ferez|gérez|organisez)[- ]vous (?:[\w',-]+ ){0,4}garde (?:de|des|d') ?(?:vos "
            r")?enfants?",
        ),
        asked=any_of(
            rf"{ARE} (?:\w+ )?(?:proche aidant|aidante? familiale?|aidante?)",
            rf"{HAVE} (?:[\w',-]+ ){{0,4}}(?:à (?:votre )?charge|personnes? dépendantes?|parents? dépendants?)",
            r"(?:vous occupez|occupez)[- ]vous (?:d'un|de|d'une) (?:[\w'-]+ ){0,2}(?:proche|parent|enfant)s?",
        ),
        instruction=instructed(r"(?:mode de |la )?garde (?:des enfants|d'enfants)|proche aidant|charges? de famille"),
        scored=any_of(r"(?:sans|pas de|a des) (?:charges? de famille|enfants? à charge)"),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="pacs pacsé pacsée partenariat cohabitation concubinage",
        sure=any_of(
            rf"{ARE} (?:\w+ )?(?:pacsée?|en concubinage|en partenariat (?:civil|enregistré))",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:pacs|conclu un pacs)",
        ),
        instruction=instructed(r"pacs|partenariat (?:civil|enregistré)|concubinage"),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="casier condamné condamnée condamnation condamnations arrêté arrêtée prison judiciaire garde judiciaires "
        "incarcéré incarcérée poursuites infraction pénales pénal",
        sure=any_of(
            rf"{WERE} (?:[\w'-]+ ){{0,2}}(?:arrêtée?|condamnée?|incarcérée?|inculpée?|placée? en garde à vue|"
            r"poursuivie?)",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:casier(?: judiciaire)?|condamnations?|antécédents judiciaires|"
            r"fait de la prison)",
            rf"(?:{YOUR}) (?:casier judiciaire|condamnations|antécédents judiciaires)",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:en prison|poursuites|procédure pénale)",
        ),
        instruction=instructed(r"(?:le |son |un )?casier judiciaire|condamnations?|antécédents judiciaires"),
        scored=any_of(r"(?:sans|a des|aucune?) (?:condamnations?|antécédents judiciaires|casier)"),
        required=any_of(r"casier (?:judiciaire )?vierge", r"(?:sans|aucune) condamnation"),
        label=r"(?:casier judiciaire|condamnations)",
        harmless=any_of(
            r"(?:le |un )?(?:extrait (?:de|du) )?casier (?:judiciaire )?(?:[\w'-]+ ){0,4}(?:après l'embauche|"
            r"avant la prise de poste)"
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="dettes crédit crédits bancaire bancaires banque fiché fichée surendettement surendetté "
        "surendettée faillite "
        "propriétaire locataire saisie patrimoine domiciliation interdit interdite",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:dettes|crédits? en cours|saisies? sur salaire|déposé le bilan "
            r"personnel)",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}(?:fichée?|interdite? bancaire|endettée?|surendettée?|en "
            r"surendettement|propriétaire ou locataire|"
            r"locataire ou propriétaire|en faillite personnelle)",
            rf"{YOUR} (?:\w+ )?(?:dettes|situation (?:financière|bancaire)|domiciliation bancaire|banque|"
            r"patrimoine|cote de crédit|"
            r"historique de crédit)",
            r"dans quelle banque",
        ),
        instruction=instructed(
            r"(?:ses |les )?dettes|situation (?:financière|bancaire)|domiciliation bancaire|"
            r"surendettement"
        ),
        scored=any_of(r"(?:sans|a des) dettes", r"domiciliation bancaire"),
        label=r"(?:dettes|situation financière|domiciliation bancaire)",
        harmless=any_of(r"(?:analyse|gestion|risque|conseiller|octroi) (?:de|du|en) crédits?\w*"),
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
        instruction=instructed(r"fume|consommation d'alcool|tabac"),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="enfant enfants marié mariée mariés célibataire divorcé divorcée veuf veuve mari femme "
        "épouse époux conjoint "
        "conjointe famille familial familiale familiales jeune fille couple mère père parent compagnon "
        "compagne petit "
        "petite matrimoniale matrimonial bébé bébés fils filles maritale fiancé fiancée",
        sure=any_of(
            rf"{HAVE} (?:(?!avec |expérience)[\w',-]+ ){{0,3}}(?:d')?{KIDS}",
            r"combien d'enfants",
            r"quel âge ont (?:vos|tes) enfants",
            rf"{YOUR} (?:\w+ )?(?:{KIDS}|mari|femme|épou(?:se|x)|conjointe?|compagn(?:on|e)|nom de jeune fille|"
            r"situation (?:familiale|matrimoniale|maritale|de famille)|vie (?:de famille|familiale)|état "
            r"civil)",
            rf"{ARE} (?:\w+ )?(?:mariée?|célibataire|divorcée?|veuf|veuve|fiancée?|en couple|séparée?|mère|"
            r"père|mère célibataire)",
            rf"{HAVE} (?:\w+ )?(?:un|une) (?:petit ami|petite amie|copain|copine|conjointe?|compagn(?:on|e))",
            r"nom de jeune fille",
        ),
        profile=any_of(r"(?:célibataire|sans enfants?|sans charge de famille)(?: de préférence| uniquement)"),
        asked=any_of(r"(?:votre|ta) famille"),
        instruction=instructed(
            r"(?:la |sa |de sa |de la )?famille|situation (?:familiale|matrimoniale|maritale)|(?:des |ses |a "
            r"des )?enfants|"
            r"vie (?:de famille|familiale)|mariée?|conjointe?"
        ),
        scored=any_of(
            r"(?:sans|aucune?|a des|pas de|peu de) (?:\w+ )?(?:contraintes|obligations|responsabilités|"
            r"charges) (?:familiales|de famille)",
            r"(?:est|sans|a des) (?:mariée?|célibataire|enfants?)",
            r"(?:contraintes|obligations|charges) familiales",
        ),
        required=any_of(r"(?:célibataire|sans enfants?)"),
        label=r"(?:situation (?:familiale|matrimoniale|maritale)|nombre d'enfants|enfants|nom de jeune fille)",
        harmless=any_of(
            r"(?:entreprise|société|maison|médecin|médecine|exploitation) (?:familiale?|de famille)",
            r"(?:jardin|garde|soins?|crèche) d'enfants\w*",
            r"(?:maison|société) mère",
            r"processus (?:enfant|fils|parent)s?",
        ),
    ),
    Topic.MILITARY: Words(
        signs="militaire armée réserviste vétéran soldat service",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:service militaire|servi dans l'armée)",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}(?:réserviste|vétérane?|ancien(?:ne)? combattante?|ancien(?:ne)? "
            r"militaire)",
            rf"{YOUR} (?:situation militaire|service militaire|statut d'ancien combattant)",
        ),
        instruction=instructed(r"(?:le |son )?service militaire|situation militaire"),
        label=r"(?:service militaire|situation militaire)",
    ),
    Topic.POLITICS: Words(
        signs="politique politiques parti voté votez élection élections opinions gauche droite",
        sure=any_of(
            rf"{YOUR} (?:\w+ )?(?:opinions?|convictions?|idées|engagements?|orientations?|affiliations?|"
            r"tendances?) politiques?",
            r"pour (?:qui|quel parti) (?:avez[- ]vous voté|votez[- ]vous|voterez[- ]vous|as[- ]tu voté)",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:membre|adhérente?|militante?|encartée?) (?:d'un|dans un|d'une|à "
            r"un) (?:parti|formation politique)",
            rf"{ARE} (?:\w+ )?(?:plutôt )?de (?:gauche|droite)",
        ),
        instruction=instructed(r"(?:ses |les )?(?:opinions?|convictions?|idées|affiliation) politiques?"),
        scored=any_of(r"(?:opinions?|convictions?|idées) politiques?"),
        label=r"(?:parti politique|opinions politiques)",
    ),
    Topic.POLYGRAPH: Words(
        signs="mensonge polygraphe mensonges",
        sure=any_of(r"détecteur de mensonges?", r"polygraphe"),
    ),
    Topic.PREGNANCY: Words(
        signs="enceinte grossesse maternité paternité parental bébé enfants enfant famille",
        sure=any_of(
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
        instruction=instructed(
            r"(?:la |sa |une |de )?grossesse|désir d'enfant|(?:un |le )?congé (?:de )?maternité|enceinte|"
            r"projets? de maternité"
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
    Topic.RELIGION: Words(
        signs="religion religions religieux religieuse religieuses foi église mosquée synagogue priez "
        "prie jeûne jeûnez "
        "ramadan chrétien chrétienne musulman musulmane juif juive catholique protestant protestante "
        "pratiquant "
        "pratiquante croyant croyante athée hindou hindoue sabbat shabbat voile messe temple",
        sure=any_of(
            rf"(?:{YOUR}|quelle est (?:votre|ta)|quelles sont vos) (?:religion|foi|confession|convictions? "
            r"religieuses?|croyances?(?: religieuses?)?|pratique religieuse)",
            rf"{ARE} (?:\w+ )?{FAITHS}",
            r"(?:allez[- ]vous|vas[- ]tu|fréquentez[- ]vous) (?:[\w'-]+ ){0,3}(?:l')?(?:église|mosquée|"
            r"synagogue|messe|temple)",
            r"(?:allez[- ]vous|vas[- ]tu) (?:[\w'-]+ ){0,3}à (?:l'église|la mosquée|la synagogue|la messe)",
            r"(?:priez[- ]vous|pries[- ]tu)",
            r"(?:jeûnez[- ]vous|(?:faites|observez|pratiquez|respectez|fêtez)[- ]vous (?:[\w'-]+ ){0,3}"
            r"(?:ramadan|carême|shabbat|sabbat|fêtes religieuses))",
            r"quelles fêtes (?:religieuses )?(?:célébrez|observez)",
            r"portez[- ]vous (?:le|un) (?:voile|foulard)",
        ),
        instruction=instructed(
            r"(?:la |sa |de sa )?(?:religion|foi)|pratique religieuse|convictions religieuses|église"
        ),
        scored=any_of(r"(?:pratiquante?|croyante?)", r"(?:appartenance|convictions?|pratique) religieuses?"),
        label=r"(?:religion|confession|convictions religieuses)",
        harmless=any_of(r"(?:de )?bonne foi", r"jours fériés"),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="contraception contraceptif pilule avortement avorté ivg pma fertilité",
        sure=any_of(
            r"(?:prenez[- ]vous|utilisez[- ]vous) (?:[\w'-]+ ){0,3}(?:pilule|contracepti(?:on|f))",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:avorté|avortement|ivg|recours à la pma|traitement de fertilité)",
            rf"{YOUR} (?:\w+ )?(?:contraception|fertilité|parcours (?:de )?pma)",
        ),
        instruction=instructed(r"contraception|avortement|ivg|parcours (?:de )?pma"),
    ),
    Topic.RESIDENCE: Words(
        signs="postal adresse habitez quartier voiture véhicule logement domicile",
        asked=any_of(
            rf"(?:{YOUR}|quel est (?:votre|ton)) (?:code postal|adresse (?:personnelle|privée)|lieu de "
            r"résidence)",
            r"dans quel(?:le)? (?:quartier|arrondissement|ville|commune) (?:habitez|vivez|résidez)",
            rf"(?:possédez[- ]vous|{HAVE}) (?:[\w'-]+ ){{0,2}}(?:voiture|véhicule)(?: personnel(?:le)?)?",
        ),
        scored=any_of(
            r"(?:habite|réside|vit) (?:dans|en|à) (?:[\w'-]+ ){0,2}(?:quartier|banlieue|arrondissement)",
            r"(?:possède|a) une? (?:voiture|véhicule)",
        ),
        required=any_of(r"(?:posséder|avoir) (?:une voiture|un véhicule)", r"habiter (?:à|dans|en) [\w'-]+"),
        label=r"(?:code postal|adresse personnelle|lieu de résidence)",
    ),
    Topic.SALARY_HISTORY: Words(
        signs="salaire salaires rémunération rémunérations gagnez gagniez gagnes paie paye prime primes "
        "bulletins bulletin "
        "fiche fiches revenu revenus bonus package payé payée",
        sure=any_of(
            rf"(?:{YOUR}|le|la|les|quel (?:est|était) (?:votre|ton)) (?:\w+ )?{PAY} (?:\w+ )?{PAST}",
            rf"{YOUR} (?:derniers?|dernières?|précédente?s?|anciens?|anciennes?) (?:\w+ )?{PAY}",
            r"combien (?:gagnez|gagniez|gagnes|gagnais|touchez|touchiez)[- ](?:vous|tu)",
            r"(?:bulletins?|fiches?) de (?:paie|paye|salaire)",
            rf"(?:historique|antécédents) (?:de |des |de vos )?{PAY}",
            rf"quel(?:le)? (?:était|est) (?:votre|ton) (?:\w+ )?{PAY}",
            rf"{PAY} (?:[\w',-]+ ){{0,4}}(?:(?:poste|emploi|employeur|entreprise) (?:actuel(?:le)?|"
            r"précédente?)|(?:dernier|ancien|précédent) (?:poste|emploi|employeur)|l'an dernier|l'année "
            r"dernière)",
        ),
        instruction=instructed(
            rf"(?:le |son |la |sa )?{PAY} {PAST}|(?:le |son )dernier salaire|combien (?:il|elle) "
            r"gagn\w+"
        ),
        scored=any_of(rf"{PAY} {PAST}"),
        label=rf"{PAY} (?:\w+ )?{PAST}",
        harmless=any_of(
            r"(?:prétentions?|attentes?|souhaits?|fourchettes?|exigences?) (?:salariales?|de (?:salaire|"
            r"rémunération))",
            r"(?:salaire|rémunération) (?:souhaitée?|attendue?|visée?)",
            r"(?:logiciel|gestion|gestionnaire|service|établissement|traitement) (?:de |de la |des )?(?:paie|"
            r"paye|fiches de paie|bulletins de paie|bulletins de salaire)",
        ),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="instagram facebook tiktok twitter snapchat réseaux mot mots identifiant identifiants",
        sure=any_of(
            r"(?:mots? de passe|identifiants?) (?:[\w',-]+ ){0,4}(?:d')?(?:instagram|facebook|tiktok|twitter|"
            r"snapchat|réseaux sociaux)",
            rf"{YOUR} (?:[\w'-]+ ){{0,2}}(?:instagram|facebook|tiktok|twitter|snapchat|réseaux sociaux)",
            r"(?:connectez[- ]vous|nom d'utilisateur|pseudo|comptes?|profils?) (?:[\w',-]+ ){0,5}(?:instagram|"
            r"facebook|tiktok|twitter|snapchat|réseaux sociaux (?:personnels|privés))",
        ),
        instruction=instructed(
            r"(?:ses |les )?(?:comptes?|profils?) (?:\w+ )?(?:instagram|facebook|tiktok|privés?|"
            r"personnels?)"
        ),
        harmless=any_of(
            r"(?:notre|nos) (?:\w+ )?(?:instagram|facebook|tiktok|réseaux sociaux|compte instagram|page "
            r"facebook)"
        ),
    ),
    Topic.UNION: Words(
        signs="syndicat syndicats syndiqué syndiquée syndical syndicale syndicales grève gréviste",
        sure=any_of(
            rf"{ARE} (?:[\w'-]+ ){{0,4}}(?:syndiquée?|(?:membre|adhérente?|délégué) (?:d'un|à un|au|de) "
            r"syndicat|déléguée? syndicale?)",
            rf"{YOUR} (?:\w+ )?(?:appartenance|activités?|affiliation|engagement|opinion) syndicales?",
            r"(?:que pensez[- ]vous|qu'est-ce que vous pensez) (?:des|du) syndicats?",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:fait grève|participé à une grève)",
            r"(?:à quel|quel) syndicat",
        ),
        instruction=instructed(r"(?:l'|son )?(?:appartenance|affiliation) syndicale|syndiquée?"),
        scored=any_of(r"(?:non )?syndiquée?", r"appartenance syndicale"),
        label=r"(?:syndicat|appartenance syndicale)",
    ),
}

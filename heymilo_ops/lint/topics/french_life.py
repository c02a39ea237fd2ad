"""French: how somebody lives: family, beliefs, record, money."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.french_forms import ARE, FAITHS, HAVE, KIDS, PAST, PAY, WERE, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

LIFE: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="loge maçonnique franc* rotary lions club associations association clubs club cercles loge",
        asked=any_of(
            r"(?:franc[- ]maçon\w*|membre (?:d'un club|d'une loge|du rotary|du lions))",
            r"(?:à|de|dans) (?:quels?|quelles?) (?:associations?|clubs?|cercles?|loges?) (?:\w+ "
            r")?(?:appartenez|êtes|adhérez)",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:membre|adhérente?) (?:d'un|d'une|de) (?:\w+ )?(?:association|club|"
            r"loge)",
            r"(?:quels?|quelles?) (?:associations?|clubs?) fréquentez",
        ),
        instruction=any_of(
            instructed(r"appartenance (?:associative|à (?:une|des) associations?)"),
            r"loge(?: maçonnique)?|franc[- ]maçon\w*|club privé|associations? (?:auxquelles|dont)",
        ),
        scored=any_of(
            r"(?:rotary|lions club|franc[- ]maçon\w*|loge maçonnique|club privé)",
        ),
    ),
    Topic.CARING: Words(
        signs="malade malades occupez occupes chercher récupère mode école solution solutions enfants "
        "aidants parent parents proche "
        "garde garder garderie crèche nounou proche proches aidant aidante dépendant dépendants charge s'occupe "
        "occupe",
        sure=any_of(
            r"(?:tombe|tombent|est|sont) malades?,? (?:[\w',-]+ ){0,6}(?:reste|garde|l'autre parent|conjoint)",
            r"(?:vous occupez|t'occupes|vous occupez[- ]vous|vous occupiez) (?:d'un|d'une|"
            r"de) (?:[\w',-]+ ){0,4}(?:parents?|proches?|dépendant\w*|âgée?s?|famille)",
            r"(?:récupère|récupérer|va chercher|vont chercher|chercher) (?:[\w'-]+ ){0,3}(?:enfants?|petits?|"
            r"école|crèche)",
            r"(?:mode|solution)s? de garde",
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
        instruction=any_of(
            instructed(r"(?:mode de |la )?garde (?:des enfants|d'enfants)|proche aidant|charges? de famille"),
            r"(?:va les|aller les|va le) chercher",
            r"sortie de l'école",
            r"qui (?:garde|s'occupe)",
        ),
        scored=any_of(
            r"(?:aidants?|charges? de famille|enfants? à garder|parent à charge)",
            r"(?:sans|pas de|a des) (?:charges? de famille|enfants? à charge)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="pacsés pacsées pacs pacsé pacsée partenariat cohabitation concubinage",
        sure=any_of(
            r"(?:êtes|es|sommes|sont) (?:\w+ )?pacsée?s",
            r"pacsée?s? ou",
            rf"{ARE} (?:\w+ )?(?:pacsée?|en concubinage|en partenariat (?:civil|enregistré))",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:pacs|conclu un pacs)",
        ),
        instruction=instructed(r"pacs|partenariat (?:civil|enregistré)|concubinage"),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="coupable délit délits démêlés ennuis peine garde interpellé interpellée mention judiciaire examen "
        "casier condamné condamnée condamnation condamnations arrêté arrêtée prison judiciaire garde judiciaires "
        "incarcéré incarcérée poursuites infraction pénales pénal",
        sure=any_of(
            r"(?:reconnue?|déclarée?) coupable",
            r"(?:garde à vue|démêlés? avec la (?:justice|police)|casier judiciaire|peine de prison|"
            r"ennuis avec la (?:justice|police)|passé judiciaire)",
            r"(?:interpellée?|mise?|placée?) (?:[\w'-]+ ){0,2}(?:par la police|en examen|en garde à vue)",
            rf"{WERE} (?:[\w'-]+ ){{0,2}}(?:arrêtée?|condamnée?|incarcérée?|inculpée?|placée? en garde à vue|"
            r"poursuivie?)",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:casier(?: judiciaire)?|condamnations?|antécédents judiciaires|"
            r"fait de la prison)",
            rf"(?:{YOUR}) (?:casier judiciaire|condamnations|antécédents judiciaires)",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:en prison|poursuites|procédure pénale)",
        ),
        instruction=instructed(r"(?:le |son |un )?casier judiciaire|condamnations?|antécédents judiciaires"),
        scored=any_of(
            r"casier(?: judiciaire)?|condamnations?|délits?|antécédents? judiciaires?|garde à vue",
            r"(?:sans|a des|aucune?) (?:condamnations?|antécédents judiciaires|casier)",
        ),
        required=any_of(
            r"(?:toute|moindre|aucune?|une) (?:condamnation|infraction|mention au casier)",
            r"casier(?: judiciaire)?",
            r"casier (?:judiciaire )?vierge",
            r"(?:sans|aucune) condamnation",
        ),
        label=r"(?:casier judiciaire|condamnations)",
        harmless=any_of(
            r"(?:séparation,? )?condamnation,? (?:et )?(?:identification|électrique|des? (?:circuits?|"
            r"appareils?|énergies?))",
            r"(?:le |un )?(?:extrait (?:de|du) )?casier (?:judiciaire )?(?:[\w'-]+ ){0,4}(?:après l'embauche|"
            r"avant la prise de poste)",
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="fichage fichés fichées endetté* endett* surendett* incidents bancaire conso "
        "dettes crédit crédits bancaire bancaires banque fiché fichée surendettement surendetté "
        "surendettée faillite "
        "propriétaire locataire saisie patrimoine domiciliation interdit interdite",
        sure=any_of(
            r"crédits? (?:à la consommation|en cours|conso)|dossiers? de surendettement|interdite? bancaire|"
            r"fichée?s? (?:à la )?banque de france|fichage (?:à la )?banque de france",
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
        instruction=any_of(
            instructed(
                r"(?:ses |les )?dettes|situation (?:financière|bancaire)|domiciliation bancaire|"
                r"surendettement"
            ),
            r"dettes|crédits en cours|surendettement|situation bancaire|fichage",
        ),
        scored=any_of(
            r"dettes|endett\w+|surendett\w+|fichage|fichée?s?|incidents? bancaires?",
            r"(?:sans|a des) dettes",
            r"domiciliation bancaire",
        ),
        label=r"(?:dettes|situation financière|domiciliation bancaire)",
        harmless=any_of(r"(?:analyse|gestion|risque|conseiller|octroi) (?:de|du|en) crédits?\w*"),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="situation célibataires divorcés divorcées parents mères pères vie profession conjointe "
        "enfant enfants marié mariée mariés célibataire divorcé divorcée veuf veuve mari femme "
        "épouse époux conjoint "
        "conjointe famille familial familiale familiales jeune fille couple mère père parent compagnon "
        "compagne petit "
        "petite matrimoniale matrimonial bébé bébés fils filles maritale fiancé fiancée",
        sure=any_of(
            r"situation (?:familiale|matrimoniale)",
            rf"{HAVE} (?:(?!avec |expérience|adapt|pour |qu'|aidé|accompagn|encadr|anim)[\w',-]+ ){{0,3}}(?:d')?{KIDS}",
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
        instruction=any_of(
            instructed(
                r"(?:la |sa |de sa |de la )?famille|situation (?:familiale|matrimoniale|maritale)|(?:des |ses |a "
                r"des )?enfants|"
                r"vie (?:de famille|familiale)|mariée?|conjointe?"
            ),
            r"(?:a|ont|avoir|combien d'|s'il a des|si elle a des) enfants?",
            r"(?:vie|situation) (?:de couple|privée|familiale|sentimentale|conjugale)",
        ),
        scored=any_of(
            r"(?:mariée?s?|célibataires?|divorcée?s?|parents? (?:isolés?|solos?)|sans enfants?|"
            r"enfants? (?:en bas âge|déjà grands|à charge)|mères? de famille|pères? de famille)",
            r"(?:sans|aucune?|a des|pas de|peu de) (?:\w+ )?(?:contraintes|obligations|responsabilités|"
            r"charges) (?:familiales|de famille)",
            r"(?:est|sans|a des) (?:mariée?|célibataire|enfants?)",
            r"(?:contraintes|obligations|charges) familiales",
        ),
        required=any_of(r"(?:célibataire|sans enfants?)"),
        label=r"(?:(?:situation (?:familiale|matrimoniale|maritale)|nombre d'enfants|enfants|"
        r"nom de jeune fille)|situation (?:familiale|matrimoniale|de famille)\b[^.?!]{0,80}|"
        r"nombre d'enfants\b[^.?!]{0,40}|(?:nom|profession|métier)(?: et (?:nom|profession|"
        r"métier))? (?:du|de la|de votre) conjointe?)",
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
        signs="militant militants engagements engagement bord "
        "politique politiques parti voté votez élection élections opinions gauche droite",
        sure=any_of(
            rf"{YOUR} (?:\w+ )?(?:opinions?|convictions?|idées|engagements?|orientations?|affiliations?|"
            r"tendances?) politiques?",
            r"pour (?:qui|quel parti) (?:avez[- ]vous voté|votez[- ]vous|voterez[- ]vous|as[- ]tu voté)",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:membre|adhérente?|militante?|encartée?) (?:d'un|dans un|d'une|à "
            r"un) (?:parti|formation politique)",
            rf"{ARE} (?:\w+ )?(?:plutôt )?de (?:gauche|droite)",
        ),
        instruction=any_of(
            instructed(r"(?:ses |les )?(?:opinions?|convictions?|idées|affiliation) politiques?"),
            r"(?:parti politique|engagements? (?:politique|militant)s?|bord politique|orientation politique)",
        ),
        scored=any_of(
            r"engagements? (?:militants?|politiques?)|(?:à|de) (?:gauche|droite)|parti politique|militants?",
            r"(?:opinions?|convictions?|idées) politiques?",
        ),
        label=r"(?:parti politique|opinions politiques)",
    ),
    Topic.RELIGION: Words(
        signs="foulard kippa turban halal casher porc culte islam musulmans catholiques juifs "
        "confession religieuse signes "
        "religion religions religieux religieuse religieuses foi église mosquée synagogue priez "
        "prie jeûne jeûnez "
        "ramadan chrétien chrétienne musulman musulmane juif juive catholique protestant protestante "
        "pratiquant "
        "pratiquante croyant croyante athée hindou hindoue sabbat shabbat voile messe temple",
        sure=any_of(
            r"fêtes? religieuses?",
            r"(?:votre|ton|ta|le|un|gardez|porter|retirer|enlever) (?:[\w',-]+ ){0,5}(?:foulard|voile|kippa|turban)",
            r"(?:pratiquez|pratiques)[- ](?:vous|tu) (?:[\w'-]+ ){0,2}(?:religion|le culte|islam)",
            r"(?:mangez|manges|jeûnez)[- ](?:vous|tu) (?:[\w'-]+ ){0,2}(?:halal|casher|du porc)",
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
        instruction=any_of(
            instructed(r"(?:la |sa |de sa )?(?:religion|foi)|pratique religieuse|convictions religieuses|église"),
            r"(?:pratiquante?|croyante?|musulmane?|catholique|juive?|protestante?|religion|confession|foi|"
            r"culte|ramadan|foulard|voile)",
        ),
        scored=any_of(
            r"(?:signes? religieux|foulard|voile|kippa|fêtes? religieuses?|musulmans?|catholiques?|juifs?|ramadan)",
            r"(?:pratiquante?|croyante?)",
            r"(?:appartenance|convictions?|pratique) religieuses?",
        ),
        label=r"(?:religion|confession|convictions religieuses)",
        harmless=any_of(r"(?:de )?bonne foi", r"jours fériés"),
    ),
    Topic.SALARY_HISTORY: Words(
        signs="touchez touchiez touch* perceviez percevez gagn* dernier perc* brut net fixe étiez payé "
        "salaire salaires rémunération rémunérations gagnez gagniez gagnes paie paye prime primes "
        "bulletins bulletin "
        "fiche fiches revenu revenus bonus package payé payée",
        sure=any_of(
            r"(?:dernier|précédent|ancien|actuel) (?:salaire|brut|net|fixe|package)",
            r"(?:touchez|touchiez|gagnez|gagniez|perceviez|percevez|touchais|gagnais|étiez payée?|"
            r"étais payée?) (?:[\w'-]+ ){0,3}(?:combien|chez|dans|actuellement|par mois|avant)",
            r"(?:combien|à combien) (?:étiez|êtes|étais)[- ](?:vous|tu) payée?",
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
        instruction=any_of(
            instructed(
                rf"(?:le |son |la |sa )?{PAY} {PAST}|(?:le |son )dernier salaire|combien (?:il|elle) "
                r"gagn\w+"
            ),
            r"(?:dernier|précédent|ancien|actuel) salaire|(?:ce qu'il|ce qu'elle|combien (?:il|"
            r"elle)) (?:gagn|touch|perc)\w+|salaire (?:actuel|précédent|antérieur)",
        ),
        scored=any_of(rf"{PAY} {PAST}"),
        label=rf"(?:{PAY} (?:\w+ )?{PAST}|dernier(?:s)? (?:salaires?|rémunération)\b[^.?!]{{0,40}}|"
        rf"salaire (?:actuel|précédent)\b[^.?!]{{0,40}})",
        harmless=any_of(
            r"(?:prétentions?|attentes?|souhaits?|fourchettes?|exigences?) (?:salariales?|de (?:salaire|"
            r"rémunération))",
            r"(?:salaire|rémunération) (?:souhaitée?|attendue?|visée?)",
            r"(?:logiciel|gestion|gestionnaire|service|établissement|traitement) (?:de |de la |des )?(?:paie|"
            r"paye|fiches de paie|bulletins de paie|bulletins de salaire)",
        ),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="comptes instagram facebook tiktok twitter snapchat réseaux mot mots identifiant identifiants",
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
            r"comptes? (?:\w+ )?(?:de la|du|des|d'une?|de l'|de notre) (?:marque|entreprise|magasin|clients?|"
            r"association|société|boutique)",
            r"comptes? (?:instagram|facebook|tiktok) (?:de la|du|des|d'une?|de notre)",
            r"(?:notre|nos) (?:\w+ )?(?:instagram|facebook|tiktok|réseaux sociaux|compte instagram|page "
            r"facebook)",
        ),
        profile=any_of(
            r"(?:vos|tes|les) comptes (?:[\w',-]+ ){0,5}(?:facebook|tiktok|instagram|réseaux sociaux|"
            r"personnels|privés)",
        ),
    ),
    Topic.UNION: Words(
        signs="syndic* cgt cfdt ouvrière délégué déléguée militer milité militée grévistes militantisme "
        "mandat mandats personnel "
        "syndicat syndicats syndiqué syndiquée syndical syndicale syndicales grève gréviste",
        sure=any_of(
            r"carte syndicale|mandats? (?:syndical|de déléguée?)|délégué\w* (?:du personnel|syndica\w+)",
            r"(?:dernière |la |une )grève,? (?:[\w',-]+ ){0,6}(?:vous|côté|participé|fait)",
            r"(?:cgt|cfdt|force ouvrière)",
            rf"{ARE} (?:[\w'-]+ ){{0,4}}(?:syndiquée?|(?:membre|adhérente?|délégué) (?:d'un|à un|au|de) "
            r"syndicat|déléguée? syndicale?)",
            rf"{YOUR} (?:\w+ )?(?:appartenance|activités?|affiliation|engagement|opinion) syndicales?",
            r"(?:que pensez[- ]vous|qu'est-ce que vous pensez) (?:des|du) syndicats?",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:fait grève|participé à une grève)",
            r"(?:à quel|quel) syndicat",
        ),
        instruction=any_of(
            instructed(r"(?:l'|son )?(?:appartenance|affiliation) syndicale|syndiquée?"),
            r"syndica\w+|cgt|cfdt|militée?|grève",
        ),
        scored=any_of(
            r"syndica\w+|syndiqu\w+|cgt|grévistes?|militantisme", r"(?:non )?syndiquée?", r"appartenance syndicale"
        ),
        label=r"(?:syndicat|appartenance syndicale)",
    ),
}

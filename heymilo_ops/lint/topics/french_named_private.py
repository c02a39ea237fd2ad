"""French: words that give a topic away by themselves, unless a clause is about others or is work: belief and means."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_PAY = (
    r"(?:salaires?|rémunérations?|paies?|payes?|revenus?|fixe|package|fiches? de pa(?:ie|ye)|bulletins? de "
    r"(?:salaire|paie)|"
    r"primes|variable|émoluments|traitement mensuel)"
)
_PAST = r"(?:actuel(?:le)?s?|précédente?s?|antérieure?s?|derni(?:er|ère)s?|passée?s?|ancien(?:ne)?s?|présente?s?)"
_SECRETLY = (
    r"(?:sans (?:le |la |les )?(?:prévenir|dire|avertir|informer|lui dire)|à (?:son|l') ?insu|en secret|"
    r"discrètement|en cachette)"
)

NAMED_PRIVATE: Mapping[Topic, Words] = {
    Topic.SALARY_HISTORY: Words(
        signs="actuel actuel* actuelle* ancien ancien* ancienne* année antérieur* antérieure* dernier* derniers* "
        "dernièr* dernière* emploi employeur entreprise passé* passée* perçoi* perçoit poste précédent précédent* "
        "précédente* présent* présente* "
        "salaire* rémunération* paie paies paye payes payé payée payait paient revenu* fixe package gagne* "
        "gagnez "
        "gagniez touche* touchez bulletin* fiche fiches primes combien émoluments perce*",
        named=any_of(
            rf"(?:{_PAY} (?:\w+ |mensuel\w* |annuel\w* |brute?s? |nette?s? ){{0,3}}{_PAST}|{_PAST} (?:\w+ )?{_PAY})|"
            r"(?:fiches? de pa(?:ie|ye)|bulletins? de (?:salaire|paie|paye))|historique (?:de |des )?(?:salaires?|"
            r"rémunérations?|paie)",
            r"(?:gagn\w+|touch\w+|perçoi\w+|perce\w+|êtes payée?|es payée?|étiez payée?)(?:-vous|-tu)? (?:\w+ "
            r"){0,2}(?:combien"
            r"|aujourd'hui|actuellement|en ce moment|à ce jour|maintenant|déjà|plus de|moins de|dans votre|chez)|"
            r"combien "
            r"(?:\w+[- ]){0,3}(?:gagn\w+|touch\w+|payait|paye|paie|perce\w+)|(?:on|ils|employeur|patron|boîte) "
            r"(?:vous |te "
            r")?(?:paie|paye|payait|paient|payaient|donne|donnait)(?: \w+)? combien|(?:êtes|étiez|es|étais)(?:-vous|"
            r"-tu)? à "
            r"combien|ce qu'(?:il|elle) (?:gagn\w+|touch\w+|perçoit)|gagne (?:déjà|actuellement|plus|moins)|(?:votre|"
            r"ton|son) "
            r"salaire(?= |\W*$)(?! (?:souhaité|attendu|visé|idéal|cible))",
        ),
        harmless=any_of(
            r"prétentions? (?:salariales?|de salaire)|salaire (?:souhaité|attendu|visé)|logiciels? de (?:paie|paye)|"
            r"(?:gestionnaire|service|gestion) (?:de )?(?:la )?paie|gagn\w+ (?:du temps|un client|en|des parts)",
        ),
    ),
    Topic.RELIGION: Words(
        signs="cochon croix fêtes juiv laïque pries "
        "religi* croyan* croire ramadan messe église mosquée synagogue temple voile foulard prier prière* "
        "confession "
        "foi culte dieu halal casher kasher porc musulman* chrétien* juif juifs juive* catholique* protestant* "
        "bouddhiste* "
        "hindou* athée* laïc* kippa turban baptisé* pratiquant* carême shabbat sabbat aïd noël evangélique* "
        "évangélique* "
        "témoin* hijab vendredi",
        named=any_of(
            r"religi(?:ons?|eux|euses?)|(?:êtes|es|est|toujours) (?:\w+ )?(?:croyante?|pratiquante?|baptisée?|laïque|"
            r"athée)|"
            r"croyante?s?|croyances?|ramadan|(?:à|de) (?:la |l'|une )?(?:messe|église|mosquée|synagogue)|(?:port\w*|"
            r"avec|"
            r"d'un|le|son|sans|retir\w+|enlev\w+|ôt\w+)(?:-vous|-tu)? (?:un |une |le |la |son |votre |ton )?(?:voile|"
            r"foulard|"
            r"kippa|turban|hijab|croix)(?= |\W*$|,)|prier|prières?|(?:sa|votre|quelle|leur|ta|de) confession|"
            r"(?:votre|sa|ta|la)"
            r" foi(?= |\W*$|,)|(?:lieu|pratique) (?:de|du) culte|halal|casher|kasher|musulmane?s?|chrétien(?:ne)?s?|"
            r"jui(?:f|fs|"
            r"ve|ves)|catholiques?|protestante?s?|bouddhistes?|hindoue?s?|athées?|évangéliques?|témoins? de jéhovah|"
            r"carême|"
            r"s(?:h|)abbat|l'aïd|(?:mang\w+|consomm\w+)(?:-vous|-tu)? (?:du |de )(?:porc|cochon)|(?:en|crois-tu en|"
            r"croyez-vous "
            r"en) dieu",
        ),
        harmless=any_of(
            r"(?:voûte|toit|rénovation|restauration|clocher)[\w ' ]{0,12} église|(?:bonne|mauvaise) foi|avec (?:foi|"
            r"conviction)|menus? (?:halal|casher|sans porc)|art religieux|fait religieux|voile (?:de protection|"
            r"d'ombrage)",
        ),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="commettre commis examen* loi penal* poursuivi poursuivie été "
        "casier condamn* prison justice police garde judiciaire* pénal* tribunal* délit* infraction* antécédent* "
        "gendarm* détention incarcéré* bracelet sursis arrêté* interpellé* mise procès plainte",
        named=any_of(
            r"casier(?: judiciaire)?(?= |\W*$|,|:)(?! (?:à bouteilles|métallique|de rangement))|condamn(?:ée?s?|"
            r"ations?)|(?:de |"
            r"en |fait )(?:la )?prison|(?:ennuis?|démêlés?|problèmes?|soucis?|affaires?) (?:\w+ )?(?:avec|à) (?:la |"
            r"les )?"
            r"(?:justice|police|loi|gendarm\w+)|garde à vue|(?:passé|antécédents?|contrôle|parcours|affaire) "
            r"(?:judiciaires?|"
            r"pénal\w*|penal\w*)|antécédents? judiciaires?|bracelet électronique|(?:incarcérée?|interpellée?|mise? "
            r"en examen|"
            r"poursuivie? (?:en|par|pour))s?|avec sursis|(?:commis|commettre) (?:un|des|une) (?:délits?|infractions?|"
            r"crimes?)|"
            r"(?:déjà )?été arrêtée?s?(?= |\W*$)(?! (?:de|pour maladie))|arrêtée? par la police",
        ),
        harmless=any_of(
            r"(?:droit|dossiers?|code|affaires?) pén(?:al|aux|ale)|casiers? (?:de vestiaire|à)|vérification du casier|"
            r"personnes? (?:sous main de|placées? sous)",
        ),
    ),
    Topic.UNION: Words(
        signs="employeur hommes syndiqu* élu* "
        "syndica* syndicat* syndiqué* grève* gréviste* cgt cfdt fo cftc délégué* représentant* cse manifest* "
        "prud*",
        named=any_of(
            r"syndicats?|syndica(?:l|le|les|ux|liste|listes)|syndiquée?s?|(?:fait|en|la|une|à|des|de|droit de) "
            r"grèves?(?= |\W*"
            r"$|,)|grévistes?|cgt|cfdt|cftc|(?:été|ancien|êtes|élu|comme|d'un) (?:délégué|représentant|élu)\w* (?:du "
            r"personnel|syndica\w*|au cse|des salariés)|(?:contre|action|procès|plainte) (?:un |votre |au |aux "
            r")*(?:ancien )?"
            r"(?:employeur|prud'hommes)|aux prud'hommes",
        ),
        harmless=any_of(
            r"(?:négoci\w+|dialogue|relations?|réunions?|discut\w+|échang\w+|accords?|travaillé) (?:\w+ )?(?:avec|"
            r"entre) (?:les "
            r"|des |un )?(?:\w+ )?(?:délégués? )?syndica\w+|syndicats? (?:de copropriété|d'initiative|mixte)|"
            r"syndic(?= )",
        ),
    ),
    Topic.POLITICS: Words(
        signs="législatives votiez "
        "politique* gauche droite parti partis vote* voté votez élection* président* présidentielle militant* "
        "encarté* adhérent* gilet* macron extrême opinions manifestation*",
        named=any_of(
            r"(?:de |à |plutôt (?:de |à )?|extrême[- ])(?:gauche|droite)(?= |\W*$|,)(?! (?:de (?:l'écran|la page|"
            r"votre)|du "
            r"tableau))|(?:opinions?|idées|convictions?|engagements?|bord|tendances?|parti|activités?|couleur|"
            r"préférences?) "
            r"politiques?|partis? politiques?|(?:parl\w+|avis|point de vue|position) (?:de |sur la )politique|"
            r"(?:dans|d'|membre d'|d’|soutien\w+ |appart\w+ à |vote pour )un parti(?= |\W*$)|encartée?s?|"
            r"militante?s?(?= |\W*$|,|:)|(?:vot(?:é|ez|es|er|e|iez))(?:-vous|"
            r"-tu)?(?= "
            r"(?:pour|aux?|à|blanc)|\W*$)|(?:du|le|notre) président(?=\W*$| de la république| macron)|"
            r"(?:présidentielles?|"
            r"législatives)|gilets? jaunes?|adhérente?s? (?:d'un|à un|du) parti",
        ),
        harmless=any_of(
            r"politique (?:de |d'|des |rh|qualité|commerciale|sociale|publique|tarifaire)|politiques publiques|"
            r"(?:sujets|"
            r"journalistes?|rubrique|science) politiques?",
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="banquier boucler compte cours déposé financi* fins joindre relevé relevés salaire score épargne "
        "dette* crédit* bancaire* banque fiché* fcc ficp surendet* huissier* saisie* propriétaire bouts "
        "découvert "
        "financière* financier* emprunt* argent prêt* interdit patrimoine",
        named=any_of(
            r"(?:des|vos|tes|ses|de|aucune) dettes?(?= |\W*$|,)|(?:vos|des|un|de) (?:crédits?|emprunts?|prêts?)(?: "
            r"\w+)? (?:en "
            r"cours|à rembourser|personnels?)|interdit(?:e|s)?(?: |ion )bancaires?|fichée?s? (?:à la )?banque|(?:fcc|"
            r"ficp|"
            r"fichage)|surendett\w+|huissiers?|saisie sur salaire|(?:joindre|boucler) (?:les deux bouts|vos fins|ses "
            r"fins|les "
            r"fins)|fins de mois|(?:à|en) découvert(?= |\W*$)|situation (?:financière|bancaire)|(?:problèmes?|"
            r"difficultés?|"
            r"soucis?) (?:d'argent|financi\w+)|(?:votre|son|ton) (?:patrimoine|épargne|compte en banque|compte "
            r"bancaire|"
            r"score de crédit|banquier)|relevés? (?:de compte|bancaires?)",
        ),
        harmless=any_of(
            r"(?:dossiers?|demandes?|risques?) de (?:crédit|surendettement|prêt)|situation financière (?:d'un|d'une|"
            r"de l'|du)"
            r" (?:client|entreprise)\w*",
        ),
    ),
    Topic.RESIDENCE: Words(
        signs="code lieu loge logements logez personnelle* postal* "
        "quartier* habite* habites habitez adresse domicile propriétaire locataire voiture véhicule hlm seine "
        "arrondissement "
        "banlieue cité foyer logé* logement postal parents département loyer",
        named=any_of(
            r"(?:votre|dans quel|quel|bon|mauvais|un|leur|son) (?:\w+ )?(?:quartier|arrondissement|code postal)(?= |"
            r"\W*$|,)|"
            r"quartiers? (?:prioritaires?|sensibles?|populaires?|difficiles?)|(?:votre|son|ton|quelle|leur) "
            r"adresse(?= |\W*$|,)"
            r"(?! (?:e-?mail|mail|électronique|professionnelle))|adresse (?:complète|personnelle|privée|postale|du "
            r"domicile)|"
            r"code postal|propriétaire ou locataire|locataire ou propriétaire|(?:êtes|es|est)(?:-vous|-tu| vous)? "
            r"(?:\w+ )?"
            r"(?:propriétaire|locataire|logée?)(?= |\W*$|,)|(?:voiture|véhicule) (?:à vous|à toi|personnel(?:le)?|"
            r"propre)|"
            r"(?:votre|propre) voiture|hlm|logements? socia(?:l|ux)|chez (?:ses|vos|tes) parents|(?:habit\w+|vit|"
            r"vivez|loge|"
            r"résid\w+|domicili\w+)(?:-vous|-tu)? (?:\w+ )?(?:en|dans|à|au|le|loin|où) (?:[\w'-]+ ?){1,3}|où "
            r"(?:habitez|"
            r"habites|logez|vivez)",
        ),
        harmless=any_of(
            r"adresse (?:e-?mail|mail|électronique|ip|de livraison|du client)|vivez (?:cette|la|une|les) \w+|dans la "
            r"ville "
            r"où",
        ),
    ),
    Topic.GENETIC: Words(
        signs="analyse* anomalie* antécédent* bilan* dépistage* frère frères maladie* profil* prédisposition* test* "
        "génétique* adn héréditaire* famille père mère parents grands morts mort décédé* gène* familiaux "
        "familial",
        profile=any_of(r"tests? (?:adn|génétiques?) (?:est|sont|sera|seront|fait|pour|avant)"),
        named=any_of(
            r"(?:test|dépistage|analyse|maladie|antécédent|prédisposition|anomalie|bilan|profil)s? (?:adn|génétiques?|"
            r"héréditaires?|familia\w+)|(?:votre|ta|sa) (?:père|mère|famille) (?:[\w'-]+ ){0,5}(?:cancer|diabète|"
            r"maladie|"
            r"alzheimer|infarctus|malade)|(?:père|mère|parents|grands-parents|frères?)(?: ou \w+ \w+)? (?:[\w'-]+ "
            r"){0,5}"
            r"(?:cancer|diabète|maladies?|alzheimer|infarctus|décédée?s?|morts?)(?= |\W*$|,)|(?:morts?|décédée?s?) "
            r"(?:[\w']+ "
            r"){0,3}(?:parents|grands-parents|père|mère)|dans (?:votre|sa|ta) famille(?= |\W*$)",
        ),
        harmless=any_of(r"tests? génétiques? (?:avez|as)[- ](?:vous|tu) pratiqués?|algorithmes? génétiques?"),
    ),
    Topic.LIFESTYLE: Words(
        signs="boivent ends nuits sors weekends "
        "fum* tabac cigarette* alcool boit bois buvez boire soirées soirée fête fêtard* sort sortez weekend "
        "week loisirs "
        "vapot* ivre joueur jeux casino",
        profile=any_of(r"fumeurs?,? (?:s'abstenir|exclus|refusés)|pas de fumeurs?"),
        named=any_of(
            r"fum(?:ez|es|e|ait|er|eurs?|euses?)(?:-vous|-tu)?(?= |\W*$|,|:)(?! (?:le saumon|des poissons|la viande))|"
            r"cigarettes?|tabac(?! ?(?:presse|-))|vapot\w+|(?:bois|boit|buvez|boire|boivent)(?:-vous|-tu)?(?: \w+)? "
            r"(?:de "
            r"l'|d'|un peu d'|trop|beaucoup|souvent|du|le|en|pas|ni)? ?(?:alcool|verre|week-?end|soir|vin|"
            r"bière)?(?=\W*$| |,)|"
            r"(?:consomm\w+|de l'|d'|avec l')alcool|(?:vos|tes|ses|de vos) (?:soirées|week-?ends|nuits|loisirs)|"
            r"fêtarde?s?|"
            r"(?:sortez|sors|sort)(?:-vous|-tu)? (?:beaucoup|souvent|tard|le (?:soir|week))",
        ),
        harmless=any_of(
            r"bois (?:de|massif|d'œuvre|brut)|(?:travail|sciage|menuiserie) (?:du |de )?bois|fum(?:er|é) le \w+"
        ),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis joint joints shit herbe beuh drogue* drogué* stupéfiant* marijuana thc weed",
        named=any_of(
            r"cannabis|(?:un |des |petit |fum\w+ )(?:petits? )?joints?(?= |\W*$|,)(?! (?:de|d'|en|torique))|(?:du|"
            r"consomm\w+ "
            r"du) (?:shit|beuh)|(?:de l'|fum\w+ de l')herbe|drogues?|stupéfiants?|marijuana|thc|weed",
        ),
        harmless=any_of(r"cannabis (?:thérapeutique|médical)|joints? (?:d'étanchéité|de dilatation|toriques?)"),
    ),
    Topic.POLYGRAPH: Words(
        signs="test polygraphe* mensonge* mensonges",
        profile=any_of(r"polygraphes?|détecteurs? de mensonges?|test de vérité"),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="facebook instagram tiktok twitter snapchat linkedin compte* mot réseaux profil* privé* personnel* "
        "identifiant* "
        "ami amie insta whatsapp messages",
        profile=any_of(
            r"(?:accès à|consult\w+|regard\w+|examin\w+|lir\w+|éplucher|parcourir) (?:vos|votre|leurs?|ses|son) "
            r"(?:comptes?|"
            r"profils?|réseaux sociaux|messages|facebook|instagram)(?: \w+)?",
        ),
        named=any_of(
            r"mots? de passe(?! (?:oublié|des? (?:clients?|utilisateurs?)))|(?:comptes?|profils?|identifiants?|"
            r"messages|"
            r"pseudos?|page) (?:\w+ )?(?:facebook|instagram|tiktok|snapchat|twitter|insta|privée?s?|personnels?|sur "
            r"les "
            r"réseaux)|(?:vos|ses|tes|leurs) (?:réseaux sociaux|comptes?)(?= |\W*$|,)(?! clients?)|ajout\w+ "
            r"(?:[\w']+ ){0,4}"
            r"(?:en|comme) amie?|demande d'ami",
        ),
        harmless=any_of(
            r"(?:comptes?|pages?|profils?) (?:\w+ )?(?:d'entreprise|de marque|professionnels?|clients?|de la marque)|"
            r"compte "
            r"(?:rendu|linkedin)s?",
        ),
    ),
    Topic.MILITARY: Words(
        signs="ancien ancienne combattant "
        "armée militaire* réserviste* réserve réformé* service légion marine démobilis* conscription opex "
        "vétéran*",
        named=any_of(
            r"service (?:militaire|national)|réservistes?|(?:dans la|de) réserve (?:militaire|opérationnelle)|(?:l'|"
            r"à l'|de l'|"
            r"dans l')armée|réformée?s? (?:de|du|pour)|(?:été )?réformée?s?(?=\W*$)|légion étrangère|(?:carrière|"
            r"statut|passé|"
            r"état|obligations?) militaires?|ancien militaire|démobilisée?s?|opex",
        ),
        harmless=any_of(r"armée du salut|marchés? militaires?|matériels? militaires?"),
    ),
    Topic.AFFILIATION: Words(
        signs="cercle* loges obédience partie "
        "club* association* associati* franc francs maçon* loge rotary lions membre adhér* bénévol* confrérie "
        "cercle",
        named=any_of(
            r"francs?[- ]maçon(?:ne)?s?|(?:loge|obédience) (?:maçonnique)?|rotary|lions(?= |\W*$)|(?:club|cercle)s? "
            r"(?:\w+ )?"
            r"(?:privé|de golf|de tennis|dont|dans|auquel)s?|(?:quels?|de quels?|des|vos) (?:\w+ )?(?:clubs?|"
            r"associations?|"
            r"cercles?)(?: (?:ou|et) (?:\w+ )?\w+)?(?= |\W*$|,)(?! (?:avez-vous (?:accompagn|entraîn|gér|coach)))|"
            r"(?:engagements?|"
            r"activités?|vie) associati\w+|(?:membre|adhérente?|partie|fait partie) (?:d'une?|de quel\w*|du même|"
            r"d'un|de) "
            r"(?:\w+ )?(?:association|club|cercle|confrérie|groupe|loge|communauté)s?|association communautaire",
        ),
        harmless=any_of(r"(?:ordre|association|organisation|réseau)s? professionnel(?:le)?s?"),
    ),
    Topic.MONITORING: Words(
        signs="allumée* captur* capture* continu* demeure entretien observ* observe* reste* suit* suiv* écout* "
        "filme* film* enregistr* webcam caméra écran surveill* géolocalis* insu prévenir secret cachette pièce "
        "frappes clavier "
        "continue",
        profile=any_of(
            r"(?:filme|enregistre|surveille|capture|observe|suit)\w* (?:en permanence |discrètement )?(?:votre|vos|"
            r"son|sa|la|"
            r"l'|leur) (?:pièce|écran|webcam|environnement|domicile|bureau|ordinateur|frappes|position|téléphone)",
            rf"(?:filme|enregistr|surveill|observ|écout|captur|suiv)\w* (?:[\w',-]+ ){{0,8}}{_SECRETLY}|{_SECRETLY},? "
            r"(?:[\w',-]+ ){0,8}(?:filme|enregistr|surveill|observ|écout|allumée)\w*",
            r"(?:continu\w+) (?:à |d'|de )(?:enregistrer|filmer|surveiller|écouter)|(?:webcam|caméra|micro) "
            r"(?:reste\w*|"
            r"demeure) (?:allumée?|ouverte?|active)|(?:même )?(?:hors|après|en dehors de) (?:l')?entretien (?:\w+ "
            r")?(?:filme|"
            r"enregistre|surveille)\w*",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(signs="pacs pacsé*", named=any_of(r"pacs|pacsée?s?|conclu un pacs")),
}

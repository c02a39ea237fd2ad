"""French: words that give a topic away by themselves, unless a clause is about others or is work: body and home."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_KIDS = r"(?:enfants?|gosses?|gamins?|petits|bébés?|fils|filles?|marmots|bambins?)"
_YOU = r"(?:avez|as|a|aviez|auriez|ont|aurait)(?:-vous|-tu|-t-(?:il|elle)| déjà)?"

NAMED_LIFE: Mapping[Topic, Words] = {
    Topic.DISABILITY_HEALTH: Words(
        signs="antidépresseur antidépresseurs asaffection asaffections asallergie asallergies ashandicap ashandicaps "
        "asmaladie asmaladies asthme* avezaffection avezaffections avezallergie avezallergies avezhandicap "
        "avezhandicaps avezmaladie avezmaladies bipolaire* bonne burn* cure deaffection deaffections deallergie "
        "deallergies dehandicap dehandicaps demaladie demaladies diabète* diabétiques douleur douleurs dyslexie* "
        "déficience* faible* inaptitude mal psychiques psychothérapeute restriction restrictions santé* schizophrén* "
        "sclérose* signe signes situation souffrez suivie tdah* traité traitée travail tuaffection tuaffections "
        "tuallergie tuallergies tuhandicap tuhandicaps tumaladie tumaladies vaccinal vaccinal* vih* vousaffection "
        "vousaffections vousallergie vousallergies voushandicap voushandicaps vousmaladie vousmaladies épileptique "
        "épileptiques état été "
        "maladie* malade malades médicament* traitement* dépression* dépressi* psy psychologue psychiatre "
        "psycholog* "
        "psychiatri* dos genoux santé handicap* rqth cancer* diabète diabétique épileps* burn burnout addiction* "
        "trouble* "
        "arrêt* arrêté invalid* opération* opéré* hospitalis* souci* médica* mdph autis* tdah dys fauteuil mental* "
        "mentaux anxi* accident* infirmité* bégaie* mi thérap* fragil*",
        named=any_of(
            rf"(?:souvent|déjà|été|tombée?|êtes|es|est|gravement|longtemps|parfois) malades?|{_YOU} (?:\w+ ){{0,3}}"
            r"(?:maladies?|dépression|burn-?out|cancer|opérations?|accident)|maladies? (?:chroniques?|graves?|"
            r"professionnelles?|longue durée|mentales?)|(?:d'une|la|une|de|par la|cause de|ou|longue) maladie(?! "
            r"(?:du|des|"
            r"de la) (?:bois|plantes?|vigne|pomme))",
            r"médicaments?|(?:sous|un|suit un|suivez un|prend un) traitement(?! (?:de texte|des données|de surface|"
            r"thermique))|antidépresseurs?|dépressi(?:on|f|ve)s?|burn-?out|(?:un |votre |le |par un |chez un |chez le )"
            r"psy(?:chologue|chiatre|chothérapeute)?(?= |\W*$)|(?:suivie?|suivi|traitée?) (?:par un|psy\w+|médica\w+)|"
            r"problèmes? psy\w+|(?:soucis?|problèmes?|mal|douleurs?|faible\w*|fragil\w+) (?:au|aux|de|du) (?:dos|"
            r"genoux?|"
            r"cœur|coeur|épaules?|nerfs|ventre|tête)",
            r"(?:votre|ton|son|sa|de|la|bonne|mauvaise) santé(?! (?:et sécurité|au travail|publique|animale|sexuelle))|"
            r"(?:état|soucis?|problèmes?|raisons?|questions?|fragilités?) de santé|handicap(?:ée?s?|s)?|rqth|mdph|"
            r"travailleurs? handicapés?|invalidité|inaptitude|(?:cancer|diabète|épilepsie|sclérose|vih|asthme|autisme|"
            r"tdah|dyslexie|bipolaire|schizophrén\w+)s?|autistes?|diabétiques?|épileptiques?",
            r"(?:arrêts?|congés?|absences?) (?:de travail|maladie|pour maladie|médica\w+|pour raisons? de santé)|"
            r"(?:été |en |jours d'|longs? )arrêts?(?= |\W*$|,)(?! (?:de (?:la |l'|jeu|production|bus)|d'urgence|sur "
            r"image|"
            r"automatique))|mi-temps thérapeutique|(?:troubles?|signes?) (?:\w+ )?(?:mental|mentaux|psy\w+|anxieux|de "
            r"l'attention|du comportement|dys)|addictions?|(?:hospitalisée?|opérée?)s?(?= |\W*$|,)|(?:antécédents?|"
            r"suivi|"
            r"dossier|certificat|questionnaire) médica(?:l|ux)|bégaiement|en fauteuil(?: roulant)?|(?:déficience|"
            r"infirmité)s?|cure de désintoxication",
        ),
        harmless=any_of(
            r"santé (?:et (?:de )?sécurité|au travail|publique|animale)|mutuelle|complémentaire santé|"
            r"professionnels? de "
            r"(?:la )?santé|données de santé|arrêt (?:maladie )?(?:des|du) (?:salariés?|personnel)|(?:chariot|circuit) "
            r"(?:de |du )?médicaments?|signes? d'avc|premiers secours",
        ),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="attache bambin bambins civil famil* habites habitez maritale* marmots moitié mère* ménage parent* "
        "préférence père* séparé séparée uniquement vis vit vivez état "
        "marié* mari femme époux épouse conjoint* célibataire* divorcé* veuf veuve couple compagnon compagne "
        "copain "
        "copine enfant* gosse* gamin* petits bébé* fils fille filles famille* familia* foyer seul seule accompagné* "
        "quelqu "
        "mademoiselle madame mère père maman papa situation matrimonial* fiancé* concubin* attaches parent vie",
        named=any_of(
            r"mari(?:ée?s?)?(?= |\W*$|,|:)|(?:votre|ton|sa|ta) (?:femme|épouse|époux|mari|moitié|compagnon|compagne|"
            r"copain|"
            r"copine|conjointe?|ménage|foyer)|conjointe?s?|célibataires?|divorcée?s?|veu(?:f|ve)|fiancée?s?|"
            r"concubin\w*|"
            r"en couple|vie (?:de couple|de famille|familiale|sentimentale|amoureuse|privée)|(?:situation|état) "
            r"(?:matrimonial\w*|familiale?|de famille|civil)|mademoiselle ou madame|madame ou mademoiselle|nom de "
            r"jeune "
            r"fille",
            rf"(?:{_YOU}|avoir|vos|tes|ses|leurs|des|d'|d’|sans|ses|les|beaucoup d'|nombre d'|combien d'|ou) {_KIDS}"
            rf"(?= |\W*$|,|:)(?! (?:de la crèche|dans (?:votre|la|une) (?:classe|groupe|section)|autistes?|de \w+ "
            rf"ans|en "
            rf"difficulté|hospitalisés?))|{_KIDS} (?:à charge|en bas âge|à la maison|chez vous|à élever)|(?:d'|les "
            rf")enfants"
            rf"(?=\W*$)",
            r"(?:vivez|vis|vit|habitez|habites)(?:-vous|-tu)? (?:\w+ )?(?:seule?|accompagnée?|en couple|maritalement|"
            r"avec "
            r"(?:quelqu'un|votre|un|une|vos|tes|sa|son|ses))|quelqu'un (?:dans (?:votre|ta|sa) vie|à la maison|qui "
            r"vous "
            r"attend)|(?:sans|aucune|des) attaches?|(?:mère|père|parent)s? (?:célibataires?|isolée?s?|de famille|au "
            r"foyer|"
            r"d'enfants)|(?:êtes|es|est|jeune) (?:\w+ )?(?:maman|papa|mère|père|parent)(?= |\W*$|,)|(?:sur le|du|son|"
            r"le) "
            r"foyer(?! (?:d'accueil|de jeunes|logement))|contraintes? famil\w+|(?:votre|sa|ta|fonder une) "
            r"famille(?= |"
            r"\W*$)(?! (?:de produits|d'accueil|du patient|de (?:la|l'|votre client)))",
        ),
        harmless=any_of(
            r"entreprises? familiales?|famille (?:de produits|de métiers|d'accueil)|(?:travailler|travaillé|travail|"
            r"travaillez) (?:avec|auprès) (?:des |les |d')?(?:\w+ )?(?:enfants|familles|parents)|d'enfants (?:aviez|"
            r"avez|as|"
            r"avait)[- ](?:vous|tu) (?:dans|en charge|gardé|accueilli|par)[\w ' -]{0,30}",
        ),
    ),
    Topic.PREGNANCY: Words(
        signs="devenir futur future "
        "enceinte* grossesse* bébé* maternité maternel mat parental paternité accouch* allait* maman enfant "
        "enfants "
        "famille événement naissance",
        named=any_of(
            r"enceintes?|grossesses?|(?:un|de|du|le|avoir un|votre|ce) bébé(?= |\W*$|,)(?! (?:cadum|de))|congés? "
            r"(?:mat|"
            r"maternité|parental|parentaux|paternité|de naissance)|(?:accouche\w*|allait\w+)|heureux événement|"
            r"(?:envie|"
            r"désir|projet|compt\w+|prévo\w+|prévu|pens\w+|envisag\w+|souhait\w+|voul\w+|rêv\w+)(?:-vous|-tu)? (?:\w+ "
            r"){0,2}(?:d'avoir |avoir |faire |d')?(?:des |un |d'|de nouveaux )?(?:enfants?|bébés?)|(?:fonder|agrandir) "
            r"(?:une|la|votre|sa) famille|devenir (?:mère|père|parent|maman|papa)|future? (?:maman|mère)|attend "
            r"(?:un|une) "
            r"(?:enfant|heureux)",
        ),
        harmless=any_of(
            r"(?:service|maison|école|soins|cahier) de maternité|(?:remplacement|remplacer|couvrir|couverture) "
            r"(?:d'un |"
            r"un |de |pour )?congés? (?:maternité|parental)|femmes? enceintes? (?:avant|pendant|après|suivie)"
        ),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="pilule contracepti* avort* ivg fiv pma fausse couche* ménopaus* stérilis* règles infertil* fertilité "
        "stérilet gpa vasectomie",
        named=any_of(
            r"(?:la )?pilule|contracepti\w+|avort\w+|ivg|fiv|pma|gpa|fausses? couches?|ménopaus\w+|stérilisée?|vos "
            r"règles"
            r"(?! (?:de|du))|infertil\w+|(?:votre|sa) fertilité|stérilet|vasectomie",
        ),
    ),
    Topic.CARING: Words(
        signs="charges cherche* dépos* emmène* famil* famille famille* gardent gardera garderait mère* occup* "
        "occupe* occupera occupiez parent* personne* proche* père* récupère* récupérer "
        "garde garder gardez faites enfants petits charge proche proches parent parents dépendant* aidant* école "
        "crèche nounou nourrice sortie contraintes familial* baby*",
        named=any_of(
            rf"(?:garde|garder|gardent|garderait|occupe\w*|cherche\w*|chercher|récupère\w*|récupérer|emmène\w*|"
            rf"dépos\w+) "
            rf"(?:de |vos |tes |ses |les |des |d'un |d'une |un |une )+{_KIDS}|(?:mode|moyen|solution|problèmes?) de "
            rf"garde|"
            r"(?:proche|parent|mère|père|(?<=une )personne|famille)s? (?:\w+ )?(?:à charge|dépendante?s?|malades?|"
            r"âgée?s?)(?= "
            r"|\W*$|,"
            r"|:)|(?:à|sans|de|une|des) charges? (?:de famille|familiales?)|aidante?s?(?: familia\w+)?|proche aidant|"
            r"sorties? d'école|(?:place en |la |une )crèche(?= |\W*$)(?! (?:où|qui|municipale|dans laquelle))|nounou|"
            r"nourrice|baby-?sitt\w+|(?:contraintes?|obligations?|charges?|responsabilités) famil\w+|occup\w+ "
            r"(?:seule? )?"
            r"d'un (?:parent|proche|adulte)",
        ),
        harmless=any_of(
            r"aidants? (?:que|qui|des patients)|chargée? de famille d'accueil|garde (?:de nuit|d'enfants à)"
        ),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="manutentionner marche* "
        "porter soulever kg kilos charges debout forme physique* robuste costaud* canne fauteuil escaliers "
        "marche "
        "marcher constitution force endurance",
        named=any_of(
            r"(?:de |pouvoir |peut |doit |pouvez-vous |vous )?(?:porter|soulever|manutentionner) (?:[\w',]+ "
            r"){0,4}(?:\d+ ?"
            r"(?:kg|kilos)|charges(?: lourdes)?|poids)|(?:rester|tenir|station) debout(?: (?:toute|longtemps|"
            r"plusieurs))?|"
            r"(?:forme|condition|force|capacités?|constitution|aptitude|endurance|limitations?|contraintes?) "
            r"physiques?|"
            r"constitution (?:robuste|solide)|costaude?s?|sans canne|en fauteuil|(?:monter|monte) (?:\w+ )?escaliers|"
            r"marche\w* (?:sans|normalement|correctement)",
        ),
        harmless=any_of(
            r"(?:poste|travail|métier) (?:demande|comprend|implique|exige|consiste)[^.?!]{0,60}|gestes? et postures?",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="attirant* attirante* coiffure couleur gross* grosse* joli* jolie* mince* pèse "
        "mesurez mesures pesez pèses taille poids photo* tatouage* piercing* physique* silhouette visage mince "
        "minces "
        "obèse* obésité surpoids beau belle jolie joli prestance présentation apparence look imc cheveux barbe charme "
        "séduisant* gros grosse corpulence",
        profile=any_of(
            r"(?:physique|visage|apparence) (?:agréable|avantageux|attrayante?|soignée?)|(?:présentation|prestance) "
            r"(?:impeccable|irréprochable|parfaite) et physique|excellente présentation physique",
        ),
        named=any_of(
            r"(?:mesurez|mesures|pesez|pèses|pèse)(?:-vous|-tu)?(?=\W*$| et| \?)|combien (?:mesurez|pesez|tu mesures|"
            r"tu "
            r"pèses|vous mesurez|vous pesez)|(?:votre|sa|ta) (?:taille|silhouette|corpulence|poids|coiffure)(?= |"
            r"\W*$|,)"
            r"(?! d'entreprise)|(?:votre|son|ton) poids|photos? (?:en pied|de vous|d'identité|de plain-pied|récente|"
            r"\W*$)|"
            r"tatouages?|piercings?|(?:le |son |du |votre |beau |bon )physique(?= |\W*$|,|:)(?! (?:chimie|et "
            r"chimie))|(?:belle|"
            r"jolie) (?:silhouette|prestance|allure|gueule|femme|plante)|(?:joli|beau) (?:visage|sourire|garçon)|"
            r"minces?|"
            r"obèses?|obésité|(?:en )?surpoids|imc|séduisante?s?|(?:belle|bonne|excellente) présentation|prestance|"
            r"grosse?s?"
            r"(?=\W*$|,| :)",
        ),
        harmless=any_of(r"photos? (?:du|des|de (?:vos|votre)) (?:travaux|chantiers?|produits?|réalisations?|projets?)"),
    ),
    Topic.AI_EMOTION: Words(
        signs="air analyse* apparaît bafouille déduit* détecte* expression gestes interprète* juge* lit* mesure* "
        "note* parait paraît rougit semble évalue* "
        "mimiques regard visage expressions voix émotion* sourit sourire* souriant* stressé* nerveu* nervosité "
        "tremble* "
        "intonation sincérité gestuelle posture contact humeur soupir* transpire*",
        profile=any_of(
            r"(?:analyse|détecte|mesure|évalue|lit|juge|note|déduit|interprète)\w* (?:vos|votre|les|l'|son|ses|leurs|"
            r"d'après "
            r"vos)? ?(?:[\w']+ ){0,2}(?:émotions?|expressions?|visage|voix|regard|humeur|sincérité|mimiques|"
            r"gestuelle|ton)"
            r"(?= |\W*$|,)(?! (?:de voix des clients|off))|(?:émotions?|sincérité|personnalité|honnêteté|humeur|"
            r"stress|nervosité) (?:\w+ ){0,3}(?:à partir|d'après|selon|via|par|à travers|grâce à)(?: de)? (?:de "
            r")?(?:votre|vos|la|le|son|sa|ses) (?:visage|voix|regard|"
            r"expressions?|mimiques)",
        ),
        named=any_of(
            r"(?:à|par|d'après|selon|sur) (?:ses|son|sa|leurs?) (?:mimiques|regard|visage|voix|gestes|expressions?|ton|"
            r"posture)|mimiques|gestuelle|langage (?:corporel|du corps|non verbal)|contact visuel|expressions? (?:du "
            r"visage|"
            r"faciales?)|micro-?expressions?",
        ),
        scored=any_of(
            r"(?:sourit|souriante?|sourires?|soutient le regard|regard (?:fuyant|franc|droit)|fuit le regard)(?! au "
            r"client)|"
            r"(?:semble|paraît|a l'air|parait|apparaît) (?:\w+ )?(?:stressée?|nerveu(?:x|se)|triste|heureu(?:x|se)|"
            r"tendue?|"
            r"anxieu(?:x|se)|sincère|fatiguée?|détendue?|mal à l'aise)|voix (?:\w+ )?(?:tremble|tremblante|monotone|"
            r"hésitante|chevrotante|assurée|posée|chaleureuse)|(?:transpire|rougit|soupire|bafouille)",
        ),
    ),
}

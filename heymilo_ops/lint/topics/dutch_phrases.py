"""Dutch: further ways to ask and judge who somebody is and how somebody lives."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.dutch_forms import ARE, HAVE, YOU, YOUR
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

OLD = r"(?:2[5-9]|[3-6]\d|dertig|veertig|vijftig|zestig)"
GAP = r"(?:[\w',/-]+ ){0,6}"
ILLNESS = (
    r"(?:burn-?out|depressie|depressief|ziekte(?:verzuim|verleden)?|therapie|chronische? \w+|handicap|"
    r"arbeidsbeperking|medisch verleden|verzuim|adhd|autisme|epilepsie|reuma|rugklachten|psychische \w+|"
    r"arbeidsongeschikt\w*|ziek|aandoening(?:en)?)"
)

PHRASES: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="bouwjaar geboortejaar pensioen middelbareschool* diploma* eindexamen* ouder jonger boven onder "
        "oud schoolverlater* "
        "tussen leeftijd* generatie jonge jong frisse school",
        asked=any_of(
            r"(?:welk|wat is je|wat is uw|jouw) (?:bouwjaar|geboortejaar)",
            rf"(?:hoeveel jaar|hoe lang|wanneer) {GAP}pensioen",
            rf"(?:in welk jaar|wanneer) {GAP}(?:middelbareschool\w*|middelbare school|diploma|eindexamen|school)",
            r"(?:bij|tot) welke (?:generatie|leeftijdsgroep|leeftijdscategorie)",
            r"op (?:uw|jouw|je) leeftijd",
        ),
        profile=any_of(
            rf"tussen (?:de )?{OLD} en (?:de )?{OLD}(?: jaar)?(?! (?:procent|euro|uur|seconden|minuten|kilo))",
            r"jonge (?:[\w-]+ )?(?:collega's?|kandidaten|medewerkers?|honden|vrouw\w*|kerel\w*|gasten)",
            rf"(?:ouder|jonger) dan {OLD}",
        ),
        instruction=any_of(r"hoe oud (?:[\w-]+ ){0,4}(?:is|zijn)|(?:schat|raad|bereken) (?:[\w-]+ ){0,4}leeftijd"),
        scored=any_of(
            rf"(?:boven|onder|ouder dan|jonger dan|voorbij) (?:de )?{OLD}(?! (?:procent|euro|uur|seconden|"
            rf"minuten|kilo))",
            r"(?:frisse |jonge )?schoolverlater\w*|oudere kandidaten|bijna met pensioen|te oud|te jong",
        ),
        label=r"(?:geboortedatum|leeftijd|geboortejaar|geboortedag)(?:\W+(?:dd.mm.jjjj|verplicht|dd|mm|jjjj|en "
        r"geboorteplaats))*",
    ),
    Topic.AI_EMOTION: Words(
        signs="gezicht* stem* emotie* zenuwachtig* onoprecht lichaamstaal mimiek oogcontact nerveus* toon "
        "glimlach* blik",
        profile=any_of(
            rf"(?:ai|software|systeem|camera|algoritme) {GAP}(?:gezichtsuitdrukking\w*|emotie\w*|lichaamstaal|"
            rf"mimiek|stemgeluid|gezicht|stem)",
        ),
        instruction=any_of(
            rf"(?:lees|leid|let|kijk|herken|bepaal|noteer) {GAP}(?:gezicht|stem|emotie\w*|zenuwachtig|nerveus|"
            rf"onoprecht|glimlach\w*|blik)",
        ),
        scored=any_of(
            r"(?:stem (?:trilt|hapert)|trillende stem|rustige stem|glimlacht\w*|zenuwachtig|nerveus|emotionele "
            r"stabiliteit|"
            r"oogcontact|onoprecht)"
        ),
    ),
    Topic.AFFILIATION: Words(
        signs="lidmaatschap* studentencorps corps serviceclub* rotary lions vrijmetsel* studentenvereniging* "
        "vereniging*",
        asked=any_of(
            rf"(?:{ARE}|zit je|zat je|was je|zit u|zat u) {GAP}(?:corps|studentencorps|studentenvereniging|"
            rf"rotary|serviceclub|"
            r"vrijmetsel\w+|loge|vereniging)"
        ),
        scored=any_of(
            r"(?:studentencorps|serviceclub|corpslid|serviceclub\w*|rotary|vrijmetsel\w*|studentenvereniging|"
            r"lidmaatschap van een \w+)"
        ),
        instruction=any_of(r"(?:studentencorps|studentenvereniging|serviceclub|vrijmetsel\w*)"),
    ),
    Topic.CARING: Words(
        signs="kinderen kind mantelzorg* opvang oppas* kleintjes kroost zorgtaken",
        asked=any_of(
            rf"wie (?:haalt|past|zorgt|vangt|brengt|blijft) {GAP}(?:de kinderen|kinderen|je kind|uw kind|de "
            rf"kleintjes|kroost|de kleine)",
            rf"(?:verleent|verleen|geeft|geef|doet|doe) {YOU} {GAP}mantelzorg",
            rf"(?:als|wanneer) {YOUR} kind(?:eren)? {GAP}(?:ziek|koorts|vrij)",
            rf"(?:is|hoe is|heb je|hebt u|heeft u) (?!ervaring){GAP}(?:opvang|oppas|kinderopvang)(?= |\?)",
            rf"(?:zorgt|zorg) {YOU} {GAP}(?:ouders?|moeder|vader|familielid|partner)",
        ),
        instruction=any_of(
            rf"(?:hoe|wie|of) {GAP}(?:opvang|oppas|mantelzorg\w*|kinderen) {GAP}(?:geregeld|regelt|heeft|"
            rf"verleent|zorgt|is)"
        ),
        scored=any_of(r"(?:jonge|kleine|thuiswonende) kinderen(?: (?:heeft|hebben))?|mantelzorg\w*|zorgtaken"),
    ),
    Topic.CITIZENSHIP: Words(
        signs="nationaliteit* paspoort* verblijf* staatsburger* genaturaliseerd nederlanders",
        asked=any_of(
            r"(?:tweede|andere|dubbele|oorspronkelijke) nationaliteit",
            rf"{HAVE} {GAP}(?:nationaliteit|verblijfsvergunning|verblijfsstatus|paspoort)(?= |\?)",
        ),
        profile=any_of(rf"(?:alleen|uitsluitend|enkel) {GAP}(?:nederlands|belgisch|europees|eu-?) ?-?paspoort"),
        scored=any_of(
            r"(?:nationaliteit|(?:geen |een )?(?:nederlands|belgisch|buitenlands|eu-?) ?-?paspoort|"
            r"staatsburger\w*|genaturaliseerd)"
        ),
        label=r"(?:nationaliteit(?:en)?|verblijfsstatus|staatsburgerschap)(?:\W+\w+){0,3}",
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="politie justitie opgepakt veroordeeld veroordeling* strafblad* gearresteerd detentie "
        "vastgezeten gevangenis vast bajes cel",
        asked=any_of(
            r"(?:politie|justitie)(?: of justitie| of politie)? in aanraking",
            r"ooit (?:[\w-]+ ){0,2}(?:opgepakt|veroordeeld|gearresteerd|aangehouden|vastgezeten)",
            rf"(?:{HAVE}|{ARE}|zat je|zat u) {GAP}(?:strafblad|veroordeeld|opgepakt|gearresteerd|vastgezeten|"
            rf"gevangenis|detentie|de cel)",
            rf"{YOUR} (?:\w+ )?(?:strafblad|veroordeling|strafrechtelijk verleden)",
        ),
        instruction=any_of(
            rf"(?:of|waarvoor) {GAP}(?:strafblad|veroordeeld|opgepakt|justitie|vastgezeten|gearresteerd)"
        ),
        scored=any_of(r"(?:veroordeling\w*|strafblad|veroordeeld|ooit opgepakt|arrestatie|detentie|vastgezeten)"),
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="ziek* burn* wia wajong ziektewet chronisch* aandoening* beperking* therapie* medisch* handicap* "
        "arbeidsbeperking* "
        "verzuim* depress* psychisch* rugklachten adhd autisme epilepsie reuma klachten arbeidsongeschikt* "
        "gezondheid* medicijn* "
        "rolstoel* gehandicapt* kwaal uitgevallen",
        asked=any_of(
            rf"(?:{HAVE}|{ARE}|was je|was u|zit je|zit u|zat je|zat u|zit of zat je|zit of zat u) "
            rf"(?:(?!ervaring|gewerkt|mensen|cliënten)[\w',-]+ ){{0,6}}(?:{ILLNESS}|ziek gemeld|ziekgemeld|wia|"
            rf"wajong|ziektewet|uitgevallen)",
            r"(?:in de|of in de) (?:wia|wajong|ziektewet)",
            rf"(?:was|is|kwam) (?:dat|het|er)(?: door)? (?:een )?{ILLNESS}(?= ?\?)",
            rf"hoe (?:vaak|lang) {GAP}(?:ziek|ziekgemeld|verzuimd)",
            rf"(?:hoe is het met|hoe staat het met|wat mankeert) {GAP}(?:gezondheid|{YOU})(?= ?\?)",
            rf"{YOUR} (?:\w+ )?(?:gezondheid|ziekteverleden|handicap|beperking|verzuim|klachten)",
        ),
        instruction=any_of(
            rf"(?:of|hoe vaak|waarom|vraag bij) (?:[\w',-]+ ){{0,8}}(?:{ILLNESS}|klachten|medicijnen|"
            rf"gehandicapt|beperking)",
            rf"(?:vraag|noteer|achterhaal|informeer|check) {GAP}{ILLNESS}",
        ),
        scored=any_of(
            rf"(?:{ILLNESS}|nooit ziek|vaak ziek|gezondheidsproblemen|(?:in|met) een rolstoel|gehandicapt\w*|"
            rf"medicijngebruik)"
        ),
        label=r"(?:(?:chronische )?(?:aandoeningen|beperkingen|ziektes?|ziekten|handicap|arbeidsbeperking|"
        r"allergieën|medicijngebruik)"
        r"(?: ?(?:/|,|en|of) ?|\W*))+",
        harmless=any_of(r"(?:fysio|ergo)therap\w+", r"ziektebeeld\w*"),
    ),
    Topic.LANGUAGE: Words(
        signs="accent* moedertaal thuis dialect",
        asked=any_of(
            r"(?:hoor|horen) (?:[\w-]+ ){0,3}accent",
            rf"waar {GAP}accent",
            rf"welke ta(?:al|len) {GAP}thuis",
            r"thuis (?:[\w-]+ ){0,3}nederlands",
        ),
        scored=any_of(r"(?:moedertaal\w*|gebrekkig accent|dialect)"),
    ),
    Topic.LIFESTYLE: Words(
        signs="glazen drink* drinkt rook* alcohol biertjes borrel* sigaretten roker*",
        asked=any_of(
            rf"hoeveel (?:glazen|biertjes|sigaretten|drank) {GAP}{YOU}",
            rf"hoe vaak {GAP}(?:drink|drinkt|rook|rookt) {YOU}",
            rf"(?:rook|rookt|drink|drinkt) {YOU}(?! (?:koffie|thee))(?= |\?)",
        ),
        scored=any_of(r"(?:niet-?)?roker(?:s)?|rookt|drinkt alcohol|alcoholgebruik"),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="partner* kinderen thuis getrouwd relatie gezin* alleenstaand* vriend vriendin gescheiden "
        "samenwonend kids man vrouw",
        asked=any_of(
            rf"(?:heb je|hebt u|heeft u|is er|zijn er|wacht er) {GAP}(?:partner|kinderen|kids|relatie|"
            rf"gezin)(?= ?[?,])",
            rf"wat (?:vindt|zegt) {YOUR} (?:man|vrouw|partner|vriend|vriendin|gezin)",
        ),
        instruction=any_of(
            rf"(?:of|is er|zijn er|heeft) {GAP}(?:partner|kinderen|getrouwd|gezin|relatie|alleenstaand\w*)(?! "
            rf"heeft gewerkt)",
            r"(?:gezinssituatie|thuissituatie|privésituatie|burgerlijke staat)",
        ),
        scored=any_of(
            r"(?:alleenstaande (?:moeder|vader|ouder)\w*|kinderloos|getrouwd|gehuwd|gescheiden|heeft kinderen|"
            r"geen kinderen|"
            r"burgerlijke staat|gezinssituatie)"
        ),
        label=r"(?:burgerlijke staat|gezinssamenstelling|aantal kinderen|kinderen)(?:\W+\w+){0,3}",
    ),
}

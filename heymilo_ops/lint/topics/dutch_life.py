"""Dutch: how somebody lives: family, beliefs, record, money, free time."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.dutch_forms import ARE, FAITHS, GAP, HAVE, KIDS, PAST, PAY, WERE, YOU, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

LIFE: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="vereniging* club* lidmaatschap* loge*",
        asked=any_of(
            rf"(?:van|bij|in) welke (?:verenigingen|clubs?|organisaties|vereniging|loges) {GAP}(?:lid|actief|"
            r"bent|ben)",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}lid van (?:een|welke) (?:\w+ )?(?:vereniging|club|loge)",
            rf"{YOUR} lidmaatschap(?:pen)?",
        ),
        instruction=instructed(r"lidmaatschap(?:pen)? van (?:verenigingen|clubs)"),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis wiet drugs joint* blow* hasj marihuana",
        sure=any_of(
            rf"(?:gebruikt|gebruik|rookt|rook|blowt) {YOU} (?:[\w',-]+ ){{0,4}}(?:cannabis|wiet|drugs|joints?|"
            r"hasj|marihuana)",
            rf"(?:blowt|blow) {YOU}",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:cannabis|wiet|drugs|geblowd|marihuana)",
            rf"{YOUR} (?:cannabis|drugs)gebruik",
        ),
        instruction=instructed(r"cannabisgebruik|drugsgebruik|wiet|cannabis"),
        scored=any_of(r"cannabisgebruik"),
    ),
    Topic.CARING: Words(
        signs="opvang* kinderopvang* mantelzorg* zorgtaken past zorgt zorg oppas* zorgverplicht*",
        sure=any_of(
            rf"wie (?:past|zorgt|let|haalt) (?:[\w'-]+ ){{0,2}}(?:op|voor) {YOUR} (?:kinderen|kind|ouders?|"
            r"moeder|vader)",
            rf"{YOUR} (?:\w+ )?(?:kinderopvang|oppas|opvang)",
            r"(?:hoe|heb je|hebt u|heeft u) (?:[\w'-]+ ){0,4}kinderopvang (?:[\w'-]+ ){0,2}(?:geregeld|regelt|"
            r"regel)",
        ),
        asked=any_of(
            rf"{ARE} (?:\w+ )?mantelzorger",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:zorgtaken|mantelzorgtaken|zorgverplichtingen)",
            rf"(?:zorgt|zorg) {YOU} (?:[\w'-]+ ){{0,3}}(?:voor )?(?:een )?(?:zieke? )?(?:ouders?|familielid|"
            r"partner|moeder|vader|kinderen)",
        ),
        instruction=instructed(r"kinderopvang|mantelzorg\w*|zorgtaken"),
        scored=any_of(r"(?:geen|heeft|zonder) (?:zorgtaken|mantelzorgtaken|zorgverplichtingen)"),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="partnerschap samenlevingscontract* samenwonend samen",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:geregistreerd partnerschap|samenlevingscontract)",
            rf"{ARE} (?:\w+ )?(?:samenwonend)",
            rf"(?:woont|woon) {YOU} (?:\w+ )?samen",
            r"geregistreerd partnerschap",
        ),
        instruction=instructed(r"geregistreerd partnerschap|samenwon\w+"),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="strafblad* veroordeeld* gearresteerd* gevangenis* justitie* aangehouden strafrechtelijk* vog opgepakt",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:strafblad|veroordeling(?:en)?|vastgezeten|in de gevangenis)",
            rf"(?:{WERE}|bent u ooit) (?:[\w'-]+ ){{0,3}}(?:veroordeeld|gearresteerd|aangehouden|opgepakt)",
            r"in aanraking (?:geweest |gekomen )?met (?:justitie|de politie)",
            r"strafrechtelijk verleden",
        ),
        instruction=instructed(r"strafblad|veroordeling(?:en)?|strafrechtelijk\w*"),
        scored=any_of(r"(?:geen|heeft een|zonder) strafblad"),
        required=any_of(r"(?:geen|zonder|blanco) strafblad"),
        label=r"strafblad",
    ),
    Topic.FINANCIAL: Words(
        signs="schulden* schuld bkr* krediet* failliet* schuldsanering* loonbeslag* huurt koopwoning huurwoning bank",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:schulden|bkr-(?:registratie|notering)|bkr registratie|loonbeslag|"
            r"een koophuis)",
            rf"(?:zit|zat) {YOU} (?:[\w'-]+ ){{0,3}}(?:schuldsanering|schulden)",
            rf"(?:{ARE}|bent u ooit) (?:[\w'-]+ ){{0,3}}failliet",
            rf"{YOUR} (?:\w+ )?(?:schulden|kredietwaardigheid|bkr-registratie|financiële situatie)",
            rf"(?:huurt|huur|bezit) {YOU} (?:[\w'-]+ ){{0,3}}(?:huis|woning)",
        ),
        instruction=instructed(r"schulden|bkr-?\w*|kredietwaardigheid|financiële situatie"),
        scored=any_of(r"(?:geen|heeft) schulden"),
        label=r"(?:schulden|bkr-registratie)",
    ),
    Topic.LIFESTYLE: Words(
        signs="rook* roker* alcohol drinkt drink",
        sure=any_of(
            rf"(?:rookt|rook) {YOU}",
            rf"{ARE} (?:\w+ )?(?:niet-?)?roker",
            rf"(?:drinkt|drink) {YOU} (?:[\w'-]+ ){{0,3}}alcohol",
            r"hoeveel alcohol",
            rf"{YOUR} (?:alcoholgebruik|rookgedrag)",
        ),
        profile=any_of(r"niet-?rokers?(?: gezocht| bij voorkeur)?"),
        instruction=instructed(r"rookt|rookgedrag|alcoholgebruik"),
        harmless=any_of(r"rook(?:melder|test|detector)\w*"),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="kind kinderen kids baby zoon zonen dochter* getrouwd gehuwd gescheiden single vrijgezel* alleenstaand* "
        "burgerlijke man vrouw echtgeno* partner vriend vriendin gezin* meisjesnaam familie* thuissituatie "
        "moeder vader "
        "verloofd trouwen",
        sure=any_of(
            rf"{HAVE} (?:(?!met |ervaring)[\w',-]+ ){{0,3}}{KIDS}",
            rf"(?:hoeveel|hoe oud zijn) (?:{YOUR} )?kinderen(?: (?:heeft|heb|hebt) (?:u|je|jij))?(?=\W*$)",
            rf"{YOUR} (?:kinderen|kind|zoon|dochter|man|vrouw|echtgeno(?:ot|te)|gezinssituatie|gezinsleven|"
            r"burgerlijke staat|meisjesnaam|thuissituatie|gezin)",
            rf"{ARE} (?:\w+ )?(?:getrouwd|gehuwd|gescheiden|single|vrijgezel|alleenstaand|verloofd|moeder|"
            r"vader|weduwe|weduwnaar)",
            rf"{HAVE} (?:\w+ )?(?:een )?(?:vaste )?(?:vriend of (?:een )?vriendin|vriendin of (?:een )?vriend|"
            r"relatie|partner)",
            rf"(?:wat doet|waar werkt) {YOUR} (?:partner|man|vrouw)",
            r"burgerlijke staat",
        ),
        profile=any_of(r"(?:ongebonden|kinderloze?|vrijgezelle?) (?:\w+ )?(?:gezocht|bij voorkeur)"),
        asked=any_of(rf"{YOUR} (?:familie|partner)"),
        instruction=instructed(
            r"gezinssituatie|(?:het |zijn |haar )gezin|(?:de |zijn |haar )(?:familie|partner)|burgerlijke "
            r"staat|thuissituatie|"
            r"kinderen|getrouwd"
        ),
        scored=any_of(
            r"(?:geen|weinig|zonder|heeft) (?:gezinsverplichtingen|familieverplichtingen|kinderen|gezin)",
            r"(?:is|alleenstaande?) (?:getrouwd|alleenstaand|single|moeder|kinderloos)",
        ),
        required=any_of(r"(?:alleenstaand|kinderloos|geen kinderen)"),
        label=r"(?:burgerlijke staat|gezinssituatie|(?:aantal )?kinderen|meisjesnaam)",
        harmless=any_of(
            r"(?:familie)(?:bedrijf|bedrijven|hotel)\w*",
            r"kinder(?:opvang|dagverblijf|garten|ziekenhuis|boek|afdeling|arts)\w*",
            r"moeder(?:bedrijf|maatschappij)",
            r"childproces\w*",
        ),
    ),
    Topic.MILITARY: Words(
        signs="dienstplicht* militair* leger veteraan* reservist* defensie",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:dienstplicht|in het leger|militaire dienst|in dienst gezeten)",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}(?:reservist|veteraan|militair)",
            rf"{YOUR} (?:militaire (?:dienst|verleden)|dienstplicht)",
        ),
        instruction=instructed(r"dienstplicht|militaire (?:dienst|verleden)|veteraan\w*"),
        label=r"(?:dienstplicht|militaire dienst)",
    ),
    Topic.POLITICS: Words(
        signs="politiek* partij* gestemd stemt stem",
        sure=any_of(
            r"op (?:wie|welke partij) (?:[\w'-]+ ){0,3}(?:gestemd|stemt|stem)",
            rf"(?:op wie|op welke partij) (?:{HAVE}|stemt u|stem je)",
            rf"{YOUR} politieke (?:voorkeur|overtuiging|mening|opvattingen|kleur)",
            rf"{ARE} (?:[\w'-]+ ){{0,2}}lid van (?:een )?(?:welke )?(?:politieke )?partij",
        ),
        instruction=instructed(r"politieke (?:voorkeur|overtuiging|opvattingen)"),
        scored=any_of(r"politieke (?:voorkeur|overtuiging|opvattingen)"),
        label=r"(?:politieke (?:voorkeur|partij))",
    ),
    Topic.POLYGRAPH: Words(
        signs="leugendetector* polygraaf*",
        sure=any_of(r"leugendetector(?:test)?", r"polygraaf(?:test)?"),
    ),
    Topic.PREGNANCY: Words(
        signs="zwanger* kinderwens* ouderschapsverlof* zwangerschapsverlof* gezinsplanning* gezin kinderen baby "
        "gezinsuitbreiding",
        sure=any_of(
            rf"{ARE} (?:[\w'-]+ ){{0,3}}zwanger",
            rf"(?:wilt|wil|plant|plan|denkt|denk|verwacht|overweegt) {YOU} (?:[\w',-]+ ){{0,6}}(?:kinderen|"
            r"gezin|zwanger|baby|kind)",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:kinderwens|plannen voor (?:kinderen|een gezin))",
            rf"{YOUR} (?:kinderwens|zwangerschap|gezinsplanning|zwangerschapsverlof|ouderschapsverlof)",
            rf"(?:was|bent|ging|ben) {YOU} (?:[\w'-]+ ){{0,3}}(?:met|op) (?:zwangerschaps|ouderschaps)verlof",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:zwangerschaps|ouderschaps)verlof",
        ),
        instruction=instructed(r"zwanger\w*|kinderwens|gezinsplanning|(?:zwangerschaps|ouderschaps)verlof"),
        scored=any_of(
            r"(?:geen|heeft|zonder|door|vanwege) (?:\w+ )?(?:kinderwens|zwangerschap|zwangerschapsverlof|"
            r"ouderschapsverlof)",
            r"zwanger(?:e)?",
        ),
        label=r"(?:zwanger(?:schap)?|kinderwens)",
        harmless=any_of(
            r"vervanging (?:wegens|voor|van) (?:\w+ )?(?:zwangerschaps|ouderschaps)verlof",
            r"(?:zwangerschaps)vervanging",
        ),
    ),
    Topic.RELIGION: Words(
        signs="religi* geloof* geloven gelooft gelovig kerk moskee synagoge bid bidt vast ramadan "
        "christen* christelijk* moslim* "
        "joods katholiek* protestant* hindoe* atheïst* sabbat* hoofddoek feestdagen levensovertuiging vasten",
        sure=any_of(
            rf"(?:{YOUR}|welke?) (?:\w+ )?(?:religie|geloof|geloofsovertuiging|levensovertuiging|godsdienst)",
            rf"{ARE} (?:\w+ )?{FAITHS}",
            rf"(?:gaat|ga|bezoekt|bezoek) {YOU} (?:[\w'-]+ ){{0,4}}(?:kerk|moskee|synagoge)",
            rf"(?:bidt|bid|vast) {YOU}",
            rf"(?:houdt|hou|viert|vier|doet|doe) {YOU} (?:[\w'-]+ ){{0,4}}(?:ramadan|sabbat|religieuze "
            r"feestdagen|vasten)",
            r"welke (?:religieuze )?feestdagen (?:viert|vier|houdt)",
            rf"draag(?:t)? {YOU} (?:[\w'-]+ ){{0,2}}hoofddoek",
            rf"(?:gelooft|geloof) {YOU} in god",
        ),
        instruction=instructed(r"religie|geloof|godsdienst|kerkgang|levensovertuiging"),
        scored=any_of(r"(?:christelijk|religieus|gelovig)(?:e)?", r"(?:religie|geloofsovertuiging)"),
        label=r"(?:religie|geloof|godsdienst|levensovertuiging)",
        harmless=any_of(r"(?:officiële |nationale )feestdagen", r"te goeder trouw"),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="anticonceptie* abortus* pil ivf vruchtbaarheid*",
        sure=any_of(
            rf"(?:gebruikt|gebruik|slikt|slik) {YOU} (?:[\w'-]+ ){{0,3}}(?:anticonceptie|pil)",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:abortus|ivf\w*|vruchtbaarheidsbehandeling)",
            rf"{YOUR} (?:anticonceptie|vruchtbaarheid\w*|ivf-\w+)",
        ),
        instruction=instructed(r"anticonceptie|abortus|vruchtbaarheid\w*"),
    ),
    Topic.RESIDENCE: Words(
        signs="postcode* adres* wijk woont woon auto rijbewijs woonplaats*",
        asked=any_of(
            rf"(?:wat is |wat zijn )?{YOUR} (?:postcode|huisadres|privéadres|woonadres)",
            rf"in welke (?:wijk|buurt|stad) (?:woont|woon) {YOU}",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:eigen )?auto",
        ),
        scored=any_of(
            r"(?:woont|afkomstig) (?:in|uit) (?:[\w'-]+ ){0,2}(?:wijk|buurt)",
            r"(?:heeft|bezit) (?:een )?(?:eigen )?auto",
        ),
        required=any_of(r"(?:eigen auto|in het bezit van (?:een )?(?:eigen )?auto)", r"woonachtig in [\w'-]+"),
        label=r"(?:postcode|huisadres|privéadres|woonadres)",
    ),
    Topic.SALARY_HISTORY: Words(
        signs="salaris* jaarsalaris* maandsalaris* loon* loonstro* verdien* inkomen* jaarinkomen* bonus beloning* "
        "basissalaris* brutosalaris* bruto* nettosalaris* vergoeding",
        sure=any_of(
            rf"(?:{YOUR}|het|de) (?:\w+ )?{PAST} (?:\w+ )?{PAY}",
            rf"{PAST} (?:verdiende )?(?:salaris|loon|bonus)",
            rf"(?:wat|hoeveel) (?:verdient|verdien|verdiende) {YOU}",
            rf"(?:wat|hoeveel) {HAVE} (?:[\w',-]+ ){{0,5}}verdiend",
            r"(?:loonstroo?k(?:en|je|jes)?|salarisstroo?k(?:en|je|jes)?)",
            r"(?:salarisgeschiedenis|loonverleden|salarishistorie)",
            rf"wat (?:is|was) {YOUR} (?:\w+ )?(?:\w*salaris|loon|bonus|\w*inkomen)",
            rf"{PAY} (?:[\w',-]+ ){{0,4}}(?:{PAST} (?:baan|werkgever|functie)|vorig jaar|afgelopen jaar)",
        ),
        instruction=instructed(rf"{PAST} {PAY}|wat (?:iemand|hij|zij|ze) (?:nu )?verdient|salarisgeschiedenis"),
        scored=any_of(rf"{PAST} {PAY}"),
        label=rf"{PAST} {PAY}",
        harmless=any_of(
            r"salaris(?:verwachting|wens|indicatie|schaal|schalen|administratie|verwerking|eis)\w*",
            r"(?:gewenste?|verwachte?) (?:\w*salaris|loon|inkomen)",
        ),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="instagram facebook tiktok twitter snapchat social sociale wachtwoord* inloggegevens",
        sure=any_of(
            r"(?:wachtwoord(?:en)?|inloggegevens) (?:[\w',-]+ ){0,4}(?:instagram|facebook|tiktok|twitter|"
            r"snapchat|social media|sociale media)",
            rf"{YOUR} (?:[\w'-]+ ){{0,2}}(?:instagram|facebook|tiktok|twitter|snapchat|social media|sociale "
            r"media)\S*",
            r"log (?:[\w'-]+ ){0,3}in op (?:[\w'-]+ ){0,2}(?:instagram|facebook|tiktok|social\w*|sociale)",
        ),
        instruction=instructed(r"(?:privé ?)?(?:instagram|facebook|tiktok)\S*|privéaccounts?"),
        harmless=any_of(r"(?:ons|onze) (?:\w+ )?(?:instagram|facebook|tiktok|social media|sociale media)\S*"),
    ),
    Topic.UNION: Words(
        signs="vakbond* fnv cnv ondernemingsraad gestaakt staking*",
        sure=any_of(
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:lid van (?:een |de )?(?:vakbond|fnv|cnv)|vakbondslid)",
            rf"{YOUR} vakbonds\w+",
            rf"wat (?:vindt|vind) {YOU} van (?:de )?vakbonden",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:gestaakt|aan een staking)",
            r"(?:van|bij) welke vakbond",
        ),
        instruction=instructed(r"vakbond\w*|lidmaatschap van (?:een )?vakbond"),
        scored=any_of(r"vakbondslid(?:maatschap)?"),
        label=r"(?:vakbond|vakbondslidmaatschap)",
    ),
}

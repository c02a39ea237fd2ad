"""Dutch: who somebody is: age, body, health, origin, sex."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.dutch_forms import ARE, HAVE, ILL, YOU, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="oud ouder leeftijd* geboren geboorte* jong* pensioen* jaar eindexamen* diploma digital afgestudeerd* "
        "verjaardag* schoolverlater* jaren",
        sure=any_of(
            r"hoe oud (?:bent u|ben je|ben jij|u bent|je bent|jij bent|(?:de kandidaat|hij|zij|ze|iemand|de "
            r"sollicitant) is)",
            rf"wat is {YOUR} (?:exacte |huidige )?leeftijd",
            rf"(?:{YOUR} |de )?(?:geboortedatum|geboortejaar|geboortedag)",
            rf"(?:wanneer|in welk jaar) (?:{ARE}|werd u|werd je) (?:\w+ )?geboren",
            rf"(?:wanneer|in welk jaar) {HAVE} (?:[\w'-]+ ){{0,4}}(?:eindexamen|diploma|school|afgestudeerd)",
            rf"(?:wanneer|in welk jaar) {ARE} (?:[\w'-]+ ){{0,3}}afgestudeerd",
            r"(?:wanneer|hoe lang|over hoeveel jaar) (?:[\w',-]+ ){0,6}(?:met|tot (?:uw|je)?) ?pensioen",
        ),
        profile=any_of(
            r"jong(?:e)?,? (?:en )?(?:dynamische?|enthousiaste?|energieke?|gemotiveerde?|fanatieke?|"
            r"ambitieuze?)",
            r"(?:digital natives?)",
            r"(?:jonge|jong) (?:honden|hond|talent gezocht|collega gezocht)",
            r"(?:alleen|bij voorkeur|uitsluitend|liefst) (?:pas afgestudeerden?|schoolverlaters?|jongeren|"
            r"jonge \w+|recent afgestudeerden?)",
            r"(?:jonger dan|niet ouder dan|maximaal|tot|onder de) (?:25|30|35|40|45|50)(?: jaar)?(?: oud)?",
        ),
        asked=any_of(
            rf"{YOUR} (?:\w+ )?leeftijd",
            rf"(?:wilt|wil|gaat|ga|denkt|denk|bent|ben) {YOU} (?:[\w',-]+ ){{0,5}}(?:met )?(?:vroeg)?pensioen",
            r"te (?:oud|jong) voor",
        ),
        instruction=instructed(r"(?:de |zijn |haar )?leeftijd|geboorte\w+|pensioen\w*|hoe oud"),
        scored=any_of(r"(?:is|oogt|lijkt|klinkt) (?:\w+ )?(?:te )?(?:jong|oud|jeugdig)", r"jeugdig(?:e)?"),
        required=any_of(r"(?:minimaal|ten minste|minstens|ouder dan) (?:25|30|35|40) jaar(?: oud)?"),
        label=r"(?:uw |je )?(?:leeftijd|geboortedatum|geboortejaar)",
        harmless=any_of(
            r"(?:minimaal|ten minste|minstens|ouder dan|boven de) (?:16|18|21)(?: jaar)?(?: oud)?(?: of "
            r"ouder)?",
            r"(?:16|18|21) jaar(?: oud)?(?: of ouder)?",
            r"meerderjarig",
            r"leeftijds(?:controle|check|verificatie)\w*|leeftijds(?:groep|groepen|categorie)\w* (?:van (?:de "
            r")?)?(?:klanten|kinderen|"
            r"leerlingen|bewoners)",
            r"de leeftijd van (?:een |de )?(?:klant|koper|gast)\w*",
            r"jaar oude? (?:bedrijf|code|systeem)",
        ),
    ),
    Topic.AI_EMOTION: Words(
        signs="oogcontact lichaamstaal gezichtsuitdrukking* mimiek toon stem emotie* zenuw* nerveus "
        "gespannen intonatie "
        "stemgeluid enthousiast onzeker",
        instruction=any_of(
            r"(?:beoordeel|analyseer|detecteer|meet|let|bekijk|herken|scoor|interpreteer)\w* (?:[\w',-]+ ){0,6}"
            r"(?:oogcontact|lichaamstaal|gezichtsuitdrukking\w*|mimiek|intonatie|stemgeluid|toon van de stem|"
            r"emoties|zenuwen)",
        ),
        scored=any_of(
            r"(?:maakt|goed|houdt|vermijdt|weinig|geen) (?:[\w'-]+ ){0,2}oogcontact",
            r"(?:lichaamstaal|gezichtsuitdrukking\w*|mimiek|intonatie)",
            r"(?:klinkt|oogt|lijkt|komt) (?:\w+ )?(?:nerveus|zenuwachtig|gespannen|onzeker|enthousiast)(?: "
            r"over)?",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="lang lengte weegt weeg gewicht foto* pasfoto* uiterlijk* haarkleur* tatoeage* hoofddoek* verzorgd* "
        "aantrekkelijk* representatie* knap* slank* selfie",
        sure=any_of(
            r"hoe (?:lang|groot|zwaar) (?:bent u|ben je|ben jij)",
            rf"hoeveel (?:weegt|weeg) {YOU}",
            rf"{YOUR} (?:lengte|gewicht|uiterlijk|haarkleur|oogkleur|kledingmaat)",
            r"(?:foto|pasfoto|selfie) van (?:uzelf|jezelf|u zelf)",
            r"(?:stuur|upload|voeg|lever) (?:[\w'-]+ ){0,3}(?:pas)?foto",
        ),
        profile=any_of(
            r"(?:aantrekkelijke?|knappe?|slanke?) (?:uitstraling|verschijning|voorkomen|gastvrouw\w*|"
            r"\w*medewerk\w+)",
            r"(?:goed|verzorgd|representatief|aantrekkelijk) (?:verzorgd )?(?:uiterlijk|voorkomen)",
        ),
        asked=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:tatoeages?|piercings?)",
            rf"draag(?:t)? {YOU} (?:[\w'-]+ ){{0,2}}hoofddoek",
        ),
        instruction=instructed(r"(?:het |zijn |haar )uiterlijk|lengte en gewicht"),
        scored=any_of(r"(?:verzorgd|aantrekkelijk|goed) (?:uiterlijk|voorkomen)", r"aantrekkelijk(?:e)?"),
        label=r"(?:lengte|gewicht|pasfoto|foto)",
        harmless=any_of(r"aantrekkelijke? (?:aanbieding\w*|prijs|prijzen|arbeidsvoorwaarden|salaris)"),
    ),
    Topic.CASTE: Words(
        signs="kaste*",
        sure=any_of(r"(?:tot )?welke kaste", rf"{YOUR} kaste"),
        instruction=instructed(r"kaste"),
        label=r"kaste",
    ),
    Topic.CITIZENSHIP: Words(
        signs="nationaliteit* paspoort* staatsburger* verblijf* nederlander* nederlandse belg belgische visum* "
        "burgerschap genaturaliseerd eu",
        sure=any_of(
            rf"(?:{YOUR}|welke) (?:nationaliteit|staatsburgerschap|verblijfsstatus|verblijfsvergunning|"
            r"visumtype|paspoort)",
            rf"{ARE} (?:\w+ )?(?:nederlander|nederlandse?|belg|belgische?|eu-burger|genaturaliseerd|"
            r"staatsburger)",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:nederlands|belgisch|europees|eu-?)[- ]?paspoort",
            r"(?:wat voor|welk) (?:soort )?(?:visum|paspoort|verblijfsvergunning)",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:nederlandse|belgische) nationaliteit",
        ),
        profile=any_of(
            r"(?:alleen|uitsluitend) (?:voor )?(?:nederlanders|belgen|eu-burgers|nederlandse staatsburgers)",
            r"(?:nederlandse|belgische|\w+) nationaliteit (?:vereist|verplicht|noodzakelijk)",
        ),
        instruction=instructed(r"nationaliteit|verblijfsstatus|verblijfsvergunning|staatsburgerschap"),
        required=any_of(r"(?:nederlandse|belgische|\w+) nationaliteit"),
        label=r"(?:nationaliteit|verblijfsstatus|staatsburgerschap)",
        harmless=any_of(r"werkvergunning", r"(?:mag|mogen|gerechtigd) (?:[\w'-]+ ){0,4}werken"),
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="handicap* beperking* arbeidsbeperking* ziek* ziekte* ziekteverzuim* aandoening* gezond* gezondheid* "
        "medicijn* medicatie* burn* psych* depress* chronisch* allergi* gevaccineerd* vaccinatie* therapie* "
        "stotter* "
        "medisch* klachten lichamelijk* verzuim* behandeling opgenomen diagnose*",
        sure=any_of(
            rf"(?:{HAVE}|lijdt u|lijd je|kampt u|kamp je) (?:(?!ervaring|gewerkt|mensen|cliënten)[\w',-]+ )"
            rf"{{0,4}}{ILL}",
            rf"{ARE} (?:[\w'-]+ ){{0,3}}(?:gehandicapt|arbeidsongeschikt|chronisch ziek|gezond|gevaccineerd|"
            r"ingeënt|depressief|onder behandeling|"
            r"in therapie|fit|overspannen|opgenomen)",
            rf"hoe (?:vaak|lang) (?:was|ben|bent) {YOU} (?:[\w',-]+ ){{0,5}}ziek\w*",
            rf"(?:hoeveel (?:ziektedagen|dagen (?:was|bent|ben) {YOU} ziek)|{YOUR} (?:\w+ )?(?:ziekteverzuim|"
            r"verzuim|gezondheid|gezondheidstoestand|medisch dossier|"
            r"vaccinatiestatus|handicap|beperking|diagnose))",
            rf"(?:gebruikt|gebruik|slikt|slik|neemt|neem) {YOU} (?:[\w'-]+ ){{0,3}}(?:medicijnen|medicatie)",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:burn-?out|depressie) (?:\w+ )?gehad",
            r"welke (?:medicijnen|aandoeningen|beperkingen)",
        ),
        instruction=instructed(
            rf"{ILL}|ziekteverzuim|(?:de |zijn |haar )gezondheid|gezondheidstoestand|medicijnen|medicatie|"
            r"vaccinatie\w*"
        ),
        scored=any_of(
            r"(?:geen|heeft|zonder|weinig|laag) (?:\w+ )?(?:handicap|beperking(?:en)?|aandoening|"
            r"ziekteverzuim|gezondheidsproblemen)",
            r"stotter\w*",
        ),
        required=any_of(r"(?:goede gezondheid|gezond|gevaccineerd)", r"geen \w*aandoeningen"),
        label=r"(?:handicap|beperking|arbeidsbeperking|gezondheid|vaccinatiestatus)",
        harmless=any_of(
            r"gezondheids(?:zorg|centrum|sector|data|app)\w*",
            r"ziekenhuis\w*",
            r"zieken(?:verzorgende|huizen)\w*",
            r"(?:met of zonder|al dan niet met) (?:redelijke )?aanpassing(?:en)?",
            r"veiligheid en gezondheid",
        ),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="transgender* transitie* trans geslachtsverander* geboortegeslacht* transseksueel",
        sure=any_of(
            rf"{ARE} (?:\w+ )?(?:transgender|trans|transseksueel|in transitie)",
            rf"{HAVE} (?:[\w'-]+ ){{0,4}}(?:geslachtsverander\w+|transitie)",
            rf"{YOUR} (?:geboortegeslacht|transitie|geslacht bij geboorte)",
        ),
        instruction=instructed(r"geslachtsverander\w+|geboortegeslacht|transgender"),
        scored=any_of(r"(?:is|lijkt) (?:trans|transgender)"),
    ),
    Topic.GENETIC: Words(
        signs="genetisch* erfelijk* dna* familie*",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:genetische? (?:test|onderzoek)|dna-test)",
            rf"(?:komt|komen|is|zijn|heeft) (?:[\w',-]+ ){{0,6}}in {YOUR} familie (?:[\w',-]+ ){{0,4}}"
            r"(?:kanker|ziektes?|diabetes|aandoening\w*)?",
            rf"(?:kanker|ziektes?|diabetes|aandoeningen|ziekten) (?:\w+ ){{0,2}}in {YOUR} familie",
            r"erfelijke (?:ziektes?|ziekten|aandoening(?:en)?)",
        ),
        instruction=instructed(r"erfelijke \w+|genetische? \w+"),
        harmless=any_of(r"genetische? (?:algoritme\w*|data|laboratorium)"),
    ),
    Topic.LANGUAGE: Words(
        signs="moedertaal* accent* thuis dialect* native accentloos*",
        sure=any_of(
            rf"(?:wat is )?(?:{YOUR}|welke) moedertaal",
            rf"welke ta(?:al|len) (?:spreekt|spreek|spreken|wordt er|wordt) (?:{YOU} )?(?:[\w'-]+ ){{0,2}}"
            r"thuis",
            rf"waar komt (?:{YOUR}|dat|het) accent",
        ),
        profile=any_of(
            r"(?:nederlands|engels|\w+) (?:is|als) (?:je |uw |jouw )?moedertaal",
            r"(?:native|moedertaal)(?:-| )?sprekers?",
            r"(?:native) (?:nederlands|engels|speaker|level|niveau)",
            r"accentloos\w*",
            r"(?:zonder|geen) (?:\w+ )?accent",
        ),
        instruction=instructed(r"moedertaal|accent"),
        scored=any_of(r"(?:sterk|zwaar|licht|buitenlands|hoorbaar|duidelijk)e? (?:\w+ )?accent", r"accent"),
        label=r"moedertaal",
        harmless=any_of(r"(?:legt|leggen|ligt|leg) (?:de|het) (?:nadruk|accent)"),
    ),
    Topic.MONITORING: Words(
        signs="vrijwillig* statistiek* statistisch* diversiteit* anoniem*",
        sure=any_of(
            r"(?:vrijwillig|statistiek|statistisch|diversiteitsmonitor|diversiteitsonderzoek)\w* (?:[\w',-]+ )"
            r"{0,10}"
            r"(?:etnische?|afkomst|religie|geaardheid|gender|beperking)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="afkomst* komt kom vandaan geboren geboorte* migratieachtergrond* opgegroeid wortels "
        "roots herkomst* ouders "
        "achtergrond allochtoon",
        sure=any_of(
            rf"waar (?:komt|kom) {YOU} (?:oorspronkelijk|eigenlijk|echt) vandaan",
            rf"waar (?:komen|kwamen) {YOUR} (?:ouders|familie|wortels|roots) (?:\w+ )?vandaan",
            rf"waar {ARE} (?:\w+ )?(?:geboren|opgegroeid)",
            rf"waar (?:is|zijn) {YOUR} ouders geboren",
            rf"{YOUR} (?:\w+ )?(?:afkomst|geboorteplaats|geboorteland|herkomst|land van herkomst|"
            r"migratieachtergrond|wortels|roots)",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}migratieachtergrond",
            r"van welke afkomst",
        ),
        profile=any_of(r"(?:zonder|geen) migratieachtergrond", r"van (?:nederlandse|autochtone) (?:afkomst|komaf)"),
        instruction=instructed(
            r"(?:de |zijn |haar )?(?:afkomst|herkomst)|geboorteplaats|geboorteland|migratieachtergrond"
        ),
        scored=any_of(r"(?:met|zonder|heeft) migratieachtergrond", r"buitenlandse (?:afkomst|achtergrond|komaf)"),
        label=r"(?:afkomst|herkomst|geboorteplaats|geboorteland)",
        harmless=any_of(r"herkomst van (?:de |het )?(?:data|producten|product|ingrediënten|goederen)"),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="tillen kg kilo staan lichamelijk* fysiek* bukken dragen",
        asked=any_of(
            rf"(?:kunt|kun|kan) {YOU} (?:[\w',-]+ ){{0,4}}(?:\d+ )?(?:kg|kilo) (?:[\w'-]+ ){{0,3}}(?:tillen|"
            r"dragen)",
            rf"(?:kunt|kun|kan) {YOU} (?:[\w',-]+ ){{0,6}}(?:uur|dienst|dag) (?:[\w'-]+ ){{0,3}}staan",
            rf"{ARE} (?:\w+ )?(?:fysiek|lichamelijk) (?:sterk|in staat)",
        ),
        required=any_of(
            r"(?:kan )?(?:[\w',-]+ ){0,3}(?:\d+ )?(?:kg|kilo) (?:\w+ ){0,2}(?:tillen|dragen)",
            r"(?:fysiek|lichamelijk) (?:sterk|fit)",
            r"goede (?:lichamelijke|fysieke) conditie",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="etnisch* etniciteit* huidskleur* ras zwart wit blank aziatisch* donker",
        sure=any_of(
            rf"(?:{YOUR}|welke) (?:etnische (?:afkomst|achtergrond|herkomst)|etniciteit|huidskleur|ras)",
            rf"{ARE} (?:\w+ )?(?:zwart|wit|blank|aziatisch|getint)",
            r"tot welke (?:etnische groep|bevolkingsgroep)",
        ),
        instruction=instructed(r"etnische? \w+|etniciteit|huidskleur"),
        scored=any_of(r"huidskleur", r"etnische (?:afkomst|achtergrond)"),
        label=r"(?:etniciteit|etnische (?:afkomst|achtergrond)|huidskleur)",
        harmless=any_of(r"zwart[- ]wit"),
    ),
    Topic.SEX_GENDER: Words(
        signs="geslacht* gender* man mannen vrouw vrouwen vrouwelijk* mannelijk* meisje* jongen* dames heren",
        sure=any_of(
            rf"(?:wat is )?(?:{YOUR}|welk) (?:geslacht|gender|genderidentiteit)",
            rf"{ARE} (?:een )?(?:man|vrouw)",
            r"als (?:enige )?(?:vrouw|man|moeder)",
        ),
        profile=any_of(
            r"(?:alleen|uitsluitend|enkel) (?:voor )?(?:mannen|vrouwen|dames|heren|mannelijke|vrouwelijke)(?: "
            r"\w+)?",
            r"(?:zoeken|gezocht|voorkeur voor) (?:[\w'-]+ ){0,2}(?:een (?:man|vrouw)|(?:jonge )?(?:vrouw|man|"
            r"dame)|mannelijke|vrouwelijke|meisje)",
            r"(?:mannelijke?|vrouwelijke?) (?:collega|kandidaat|kandidaten|medewerker) (?:\w+ )?(?:gezocht|"
            r"bij voorkeur)",
        ),
        instruction=instructed(r"(?:het |zijn |haar )geslacht|genderidentiteit"),
        scored=any_of(r"(?:is|lijkt|oogt) (?:\w+ )?(?:mannelijk|vrouwelijk)"),
        label=r"(?:geslacht|gender|genderidentiteit)",
        harmless=any_of(r"\(?[mv]/[vm](?:/x)?\)?"),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="homo homoseksueel hetero heteroseksueel lesbisch* biseksueel* geaardheid* seksuele queer",
        sure=any_of(
            rf"{ARE} (?:\w+ )?(?:homo|homoseksueel|hetero|heteroseksueel|lesbisch|biseksueel|queer)",
            rf"(?:{YOUR}|welke) (?:seksuele (?:geaardheid|voorkeur|oriëntatie|gerichtheid)|geaardheid)",
        ),
        instruction=instructed(r"(?:seksuele )?(?:geaardheid)|seksuele (?:voorkeur|oriëntatie)"),
        scored=any_of(r"(?:is|lijkt) (?:homo|homoseksueel|lesbisch)"),
        label=r"(?:seksuele )?geaardheid",
    ),
}

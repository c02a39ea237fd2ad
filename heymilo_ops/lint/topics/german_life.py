"""German: how somebody lives: family, beliefs, record, money, free time."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.german_forms import FAITHS, GAP, KIDS, PAST, PAY, STATES, YOU, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

LIFE: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="verein* club* verband* verbände* mitglied* loge*",
        asked=any_of(
            rf"(?:welchen|welchem|in welchen) {GAP}(?:vereinen|vereins|clubs|klubs|verbänden|organisationen) "
            rf"{GAP}"
            r"(?:gehören|mitglied|sind|bist|engagieren|gehörst)",
            r"sind sie (?:\w+ )?(?:in einem verein|vereinsmitglied|mitglied in einem (?:verein|club))",
            rf"{YOUR} (?:vereins\w+|mitgliedschaften in vereinen)",
        ),
        instruction=instructed(r"vereinsmitgliedschaft(?:en)?|mitgliedschaft(?:en)? in vereinen"),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis kiff* marihuana thc joint* gras haschisch drogen*",
        sure=any_of(
            rf"(?:konsumieren|rauchen|nehmen|kiffen|kiffst|nutzen) {YOU} {GAP}(?:cannabis|marihuana|gras|thc|"
            r"haschisch|"
            r"joints?)",
            rf"(?:kiffen|kiffst) {YOU}",
            rf"{YOUR} (?:\w+ )?(?:cannabiskonsum|drogenkonsum)",
            rf"(?:haben sie|hast du) {GAP}(?:cannabis|marihuana|gekifft)",
        ),
        instruction=instructed(r"cannabis(?:konsum)?|marihuana|drogenkonsum"),
        scored=any_of(r"cannabis(?:konsum)?"),
    ),
    Topic.CARING: Words(
        signs="kind* mutter vater eltern pfleg* betreu* kinderbetreuung* angehörig*",
        sure=any_of(
            rf"wer (?:passt|betreut|kümmert sich|schaut|sorgt|holt) {GAP}(?:auf |um |nach |für )?{YOUR} "
            r"(?:\w+ )?(?:kind\w*|eltern|angehörige\w*|mutter|vater)",
            rf"{YOUR} (?:\w+ )?kinderbetreuung",
            rf"(?:wie ist|haben sie|ist) (?:\w+ ){{0,2}}(?:kinderbetreuung|betreuung {YOUR} kinder)",
        ),
        asked=any_of(
            rf"(?:pflegen|betreuen|versorgen) {YOU} (?:[\w',-]+ ){{0,4}}(?:angehörige\w*|eltern|"
            r"familienmitglied\w*|"
            r"mutter|vater|kinder)",
            r"(?:haben|hast) (?:sie|du) (?:[\w',-]+ ){0,3}(?:pflegebedürftige\w*|betreuungspflichten|"
            r"pflegeverpflichtung\w*)",
            r"müssen sie (?:\w+ ){0,4}(?:angehörige\w*|eltern|kinder) (?:\w+ )?(?:pflegen|betreuen|versorgen)",
        ),
        instruction=instructed(
            r"kinderbetreuung|betreuungspflichten|pflegebedürftige\w* angehörige\w*|angehörige\w* "
            r"pfleg\w*"
        ),
        scored=any_of(r"(?:ohne|keine|hat) (?:betreuungspflichten|pflegeverpflichtungen|kinderbetreuung)"),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="lebenspartnerschaft* lebenspartner* verpartnert",
        sure=any_of(
            r"(?:leben|lebst|sind|bist) (?:sie|du) (?:[\w',-]+ ){0,4}(?:lebenspartnerschaft|verpartnert)",
            rf"{YOUR} (?:eingetragene\w* )?(?:lebenspartner\w*)",
        ),
        instruction=instructed(r"lebenspartnerschaft\w*|lebenspartner\w*"),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="vorbestraft* vorstrafe* verhaftet* verurteilt* gefängnis* haft straftat* führungszeugnis* "
        "ermittlungsverfahren strafverfahren polizei* festgenommen inhaftiert",
        sure=any_of(
            r"(?:sind sie|bist du) (?:\w+ )?vorbestraft",
            r"(?:haben|hast|gibt es) (?:\w+ ){0,3}vorstrafen",
            r"(?:wurden sie|sind sie|wurdest du|bist du) (?:[\w',-]+ ){0,3}(?:verhaftet|verurteilt|"
            r"festgenommen|inhaftiert|"
            r"straffällig|angeklagt)",
            r"(?:waren sie|warst du|saßen sie) (?:\w+ ){0,2}(?:im gefängnis|in haft)",
            r"(?:läuft|laufen|lief) (?:[\w',-]+ ){0,3}(?:gegen sie|gegen dich) (?:[\w',-]+ ){0,3}\w*verfahren",
            r"(?:läuft|laufen|lief) (?:[\w',-]+ ){0,3}(?:ermittlungs|straf)verfahren",
        ),
        instruction=instructed(r"vorstrafen?|straftat(?:en)?|verurteilung(?:en)?|vorbestraft"),
        scored=any_of(r"(?:keine|hat|ohne) vorstrafen?", r"(?:nicht )?vorbestraft"),
        required=any_of(r"(?:einwandfreies|sauberes|leeres) führungszeugnis", r"straffrei"),
        label=r"vorstrafen?",
        harmless=any_of(
            r"führungszeugnis (?:[\w',-]+ ){0,4}(?:nach (?:der|dem)|vor (?:der )?einstellung|"
            r"vorzulegen)"
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="schufa* schulden* verschuld* kredit* bonität* insolvenz* privatinsolvenz* pfänd* bankverbindung* "
        "lohnpfändung* eigentum miete eigenheim vermögen",
        sure=any_of(
            r"(?:haben sie|hast du) (?:[\w',-]+ ){0,3}(?:schulden|schufa-einträge?|pfändungen|"
            r"lohnpfändung(?:en)?)",
            rf"(?:{YOUR}|eine) (?:\w+ )?(?:schufa(?:-auskunft| auskunft)?|bonität|schulden|"
            r"vermögensverhältnisse|"
            r"finanzielle\w* verhältnisse)",
            r"(?:sind sie|waren sie) (?:\w+ ){0,2}(?:verschuldet|überschuldet|insolvent|in privatinsolvenz)",
            r"(?:privatinsolvenz|insolvenz) (?:\w+ )?angemeldet",
            r"(?:wohnen sie|leben sie) (?:\w+ ){0,2}(?:zur miete|im eigenheim|in (?:einer )?eigentumswohnung)",
        ),
        instruction=instructed(r"schufa\w*|schulden|bonität|vermögensverhältnisse\w*|privatinsolvenz"),
        scored=any_of(r"(?:keine|hat|ohne) (?:schulden|schufa-einträge?)"),
        label=r"(?:schufa|schulden|bonität)",
    ),
    Topic.LIFESTYLE: Words(
        signs="rauch* raucher* alkohol* trink* privat* freizeit hobby* hobbys",
        sure=any_of(
            r"(?:rauchen sie|rauchst du)",
            r"(?:sind sie|bist du) (?:\w+ )?(?:nicht)?raucher(?:in)?",
            r"(?:trinken sie|trinkst du|konsumieren sie) (?:[\w',-]+ ){0,3}alkohol",
            r"wie viel alkohol",
            rf"{YOUR} (?:\w+ )?(?:alkoholkonsum|rauchverhalten)",
        ),
        profile=any_of(r"(?:nur )?nichtraucher(?:in|innen)?(?: bevorzugt| gesucht)?"),
        instruction=instructed(r"rauch\w*|alkoholkonsum"),
        harmless=any_of(r"rauch(?:melder|test|tests|abzug|warnmelder)\w*"),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="kind* kinder* nachwuchs sohn söhne tochter töchter verheirat* ledig geschieden verwitwet single "
        "alleinstehend* alleinerziehend* verlobt ehe* famili* familienstand mann frau ehemann ehefrau "
        "ehepartner* "
        "geburtsname* mädchenname* partner partnerin freund freundin heirat* mutter vater eltern beziehung",
        sure=any_of(
            rf"(?:haben|hast|bekommen) {YOU} (?:(?!mit |erfahrung)[\w',-]+ ){{0,3}}{KIDS}",
            rf"(?:wie viele|wie alt sind) (?:{YOUR} )?kinder(?: (?:haben|hast) {YOU})?(?=\W*$)",
            rf"{YOUR} (?:kind(?:er|ern)?|söhne|töchter|ehemann|ehefrau|ehepartner(?:in)?|familienstand|"
            r"mädchenname|"
            r"geburtsname|familiensituation|familienplanung|familienverhältnisse|mann|frau)",
            rf"(?:sind|bist) {YOU} (?:\w+ )?{STATES}",
            r"(?:sind|bist) (?:sie|du) (?:\w+ )?(?:mutter|vater)",
            r"(?:leben|sind|bist|lebst) (?:sie|du) (?:\w+ )?in einer (?:\w+ )?(?:beziehung|partnerschaft)",
            r"(?:haben|hast) (?:sie|du) (?:\w+ )?(?:einen freund|eine freundin|einen partner|eine partnerin)",
            r"(?:wie ist|was ist) ihr familienstand",
            rf"(?:was|wo) (?:macht|arbeitet) {YOUR} (?:\w+ )?(?:partner(?:in)?|mann|frau) ?(?:beruflich)?",
            rf"(?:heiraten|heiratest) {YOU}",
        ),
        profile=any_of(r"(?:ledig|ungebunden|kinderlos|familiär ungebunden)(?:e|er|en)?"),
        asked=any_of(rf"{YOUR} (?:familie|partner(?:in)?)"),
        instruction=instructed(
            r"(?:die|der|ihrer|seiner|ihre|seine|nach) familie|familienstand|familiensituation|familiäre\w*|"
            rf"{KIDS}|"
            r"ehepartner\w*|ehestand|partnerschaft"
        ),
        scored=any_of(
            r"(?:familiäre|familiären) (?:verpflichtungen|pflichten|bindungen|umstände)",
            r"(?:ist|alleinerziehend|hat) (?:\w+ )?(?:alleinerziehend|verheiratet|ledig|kinder|kinderlos)",
            r"(?:ledig|kinderlos|alleinerziehend|ungebunden)(?:e|er|en)?",
        ),
        label=r"(?:familienstand|kinder|anzahl (?:der )?kinder|geburtsname|mädchenname|ehepartner)",
        harmless=any_of(
            r"kind(?:er)?prozess\w*",
            r"(?:familien)(?:unternehmen|betrieb|freundlich\w*|zimmer|hotel)\w*",
            r"kinder(?:garten|tagesstätte|arzt|krankenhaus|buch|zimmer|pflege|schutz)\w*",
            r"(?:mutter|tochter)(?:gesellschaft|konzern|unternehmen)\w*",
            r"geschäftspartner\w*",
        ),
    ),
    Topic.MILITARY: Words(
        signs="wehrdienst* bundeswehr* zivildienst* gedient militär* entlassung* reservist* soldat* veteran*",
        sure=any_of(
            r"(?:haben sie|hast du) (?:[\w',-]+ ){0,4}(?:wehrdienst|zivildienst|militärdienst|gedient)",
            r"(?:sind sie|waren sie|bist du|warst du) (?:[\w',-]+ ){0,3}(?:reservist(?:in)?|veteran(?:in)?|"
            r"soldat(?:in)?|"
            r"bei der bundeswehr)",
            rf"{YOUR} (?:\w+ )?(?:wehrdienst|militärdienst|entlassung aus der (?:bundeswehr|armee))",
        ),
        instruction=instructed(r"wehrdienst|militärdienst|veteran\w*"),
        label=r"(?:wehrdienst|militärdienst|veteran(?:in|enstatus)?)",
    ),
    Topic.POLITICS: Words(
        signs="partei* politisch* gewählt wählen wähl* afd cdu spd grüne grünen",
        sure=any_of(
            r"(?:welche|welcher) partei (?:[\w',-]+ ){0,3}(?:wählen|gewählt|gehören|angehören|nahe|"
            r"sympathisieren|wählst)?",
            rf"{YOUR} (?:politisch\w+ (?:einstellung|ansichten|meinung|überzeugung(?:en)?|haltung)|"
            r"parteizugehörigkeit)",
            r"(?:sind sie|bist du) (?:\w+ )?(?:mitglied (?:in )?einer partei|parteimitglied|in einer partei|"
            r"politisch (?:links|rechts|aktiv))",
            r"(?:wen|was) (?:haben sie|hast du|wählen sie|wählst du) (?:[\w',-]+ ){0,4}(?:gewählt|wahl)",
            r"wie stehen sie politisch",
        ),
        instruction=instructed(r"politische\w* (?:einstellung|ansichten|meinung|überzeugung)|parteizugehörigkeit"),
        scored=any_of(r"politische (?:einstellung|ansichten|gesinnung)"),
        label=r"(?:partei|parteizugehörigkeit)",
    ),
    Topic.POLYGRAPH: Words(
        signs="lügendetektor* polygraph*",
        sure=any_of(r"lügendetektor(?:test|tests)?", r"polygraph(?:en)?(?:test|tests)?"),
    ),
    Topic.PREGNANCY: Words(
        signs="schwanger* elternzeit mutterschutz mutterschaft* familienplanung kinderwunsch baby* kinder familie",
        sure=any_of(
            r"(?:sind|bist|waren|werden) (?:sie|du) (?:[\w',-]+ ){0,3}schwanger",
            r"(?:planen|möchten|wollen|beabsichtigen|planst|wünschen) (?:sie|du) (?:sich )?(?:[\w',-]+ ){0,5}"
            r"(?:kinder|familie zu gründen|"
            r"schwangerschaft|nachwuchs|ein kind|elternzeit|eine familie|baby)",
            r"(?:haben|hast) (?:sie|du) (?:[\w',-]+ ){0,3}(?:kinderwunsch|schwangerschaft)",
            rf"{YOUR} (?:\w+ )?(?:familienplanung|kinderwunsch|schwangerschaft|elternzeit|mutterschutz)",
            r"(?:waren|gehen|gingen|nehmen|nahmen|sind) (?:sie|du) (?:[\w',-]+ ){0,4}(?:elternzeit|"
            r"mutterschutz)",
            r"erwarten sie (?:\w+ )?(?:ein kind|ein baby|nachwuchs)",
        ),
        instruction=instructed(r"schwanger\w*|familienplanung|kinderwunsch|elternzeit|mutterschutz"),
        scored=any_of(
            r"(?:keine|plant|ohne|wegen|war in|aufgrund von) (?:\w+ )?(?:schwangerschaft|elternzeit|"
            r"kinderwunsch|familienplanung)",
            r"schwanger(?:e|en)?",
            r"(?:lücken?|pausen?) (?:[\w',-]+ ){0,3}(?:elternzeit|mutterschutz)",
        ),
        label=r"(?:schwanger(?:schaft)?|kinderwunsch|familienplanung)",
        harmless=any_of(r"elternzeitvertretung", r"vertretung (?:\w+ ){0,2}(?:elternzeit|mutterschutz)"),
    ),
    Topic.RELIGION: Words(
        signs="religi* glaube* glauben konfession* kirche* moschee* synagoge* bete* beten fasten "
        "ramadan christ* muslim* "
        "jüd* jude katholisch* evangelisch* hindu* atheist* sabbat* kopftuch feiertag* kirchenmitglied*",
        sure=any_of(
            rf"(?:{YOUR}|welche[rmns]?) (?:\w+ )?(?:religion(?:szugehörigkeit)?|konfession|glauben?srichtung|"
            r"glaubensgemeinschaft)",
            rf"{YOUR} glauben?",
            rf"(?:sind|bist) {YOU} (?:\w+ )?{FAITHS}",
            r"(?:gehen|besuchen|gehst) (?:sie|du) (?:[\w',-]+ ){0,4}(?:kirche|moschee|synagoge|"
            r"gottesdienst\w*)",
            r"(?:beten|betest) (?:sie|du)",
            r"(?:halten|feiern|begehen|fasten) (?:sie|du) (?:[\w',-]+ ){0,4}(?:sabbat|ramadan|fastenzeit|"
            r"religiöse\w* feiertage)",
            r"(?:fasten|fastest) (?:sie|du)",
            r"welche (?:religiösen )?feiertage (?:begehen|feiern|halten)",
            r"(?:tragen sie|trägst du) (?:\w+ ){0,3}kopftuch",
        ),
        instruction=instructed(r"religion\w*|konfession|(?:ihrem|dem|den|ihren) glauben?|kirche|kirchenmitglied\w*"),
        scored=any_of(r"(?:christlich|religiös|gläubig)(?:e|er|es|en)?", r"religionszugehörigkeit"),
        label=r"(?:religion|konfession|religionszugehörigkeit|glaube)",
        harmless=any_of(r"(?:gesetzliche\w* )feiertage\w*", r"religionsunterricht\w*"),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="verhüt* abtreib* kinderwunschbehandl* künstlich* schwangerschaftsabbruch* fruchtbarkeit* pille",
        sure=any_of(
            r"(?:verhüten|verhütest) (?:sie|du)",
            r"(?:nehmen sie|nimmst du) (?:\w+ )?(?:die )?pille",
            r"(?:haben|hatten|hast) (?:sie|du) (?:[\w',-]+ ){0,4}(?:abtreibung|abgetrieben|"
            r"schwangerschaftsabbruch|"
            r"kinderwunschbehandlung|fruchtbarkeitsbehandlung)",
            rf"{YOUR} (?:\w+ )?(?:verhütung\w*|kinderwunschbehandlung|fruchtbarkeit)",
        ),
        instruction=instructed(r"verhüt\w*|abtreibung\w*|kinderwunschbehandlung"),
    ),
    Topic.RESIDENCE: Words(
        signs="postleitzahl* plz adresse* wohnen wohnst wohnviertel stadtteil* auto* pkw wohnort*",
        asked=any_of(
            rf"(?:{YOUR}|wie lautet ihre) (?:\w+ )?(?:postleitzahl|plz|privatadresse|wohnadresse|"
            r"wohnanschrift)",
            r"(?:in welchem|welchem) (?:stadtteil|viertel|bezirk) (?:wohnen|leben|wohnst)",
            r"(?:haben|besitzen|hast) (?:sie|du) (?:[\w',-]+ ){0,2}(?:eigenes )?(?:auto|pkw)",
        ),
        scored=any_of(r"(?:besitzt|hat|mit) (?:ein )?(?:eigenes |eigenem )?(?:auto|pkw)", r"wohnt (?:in|im) \w+"),
        required=any_of(r"(?:eigenes auto|eigener pkw|wohnort in \w+)"),
        label=r"(?:postleitzahl|plz|privatadresse|wohnadresse|wohnanschrift)",
    ),
    Topic.SALARY_HISTORY: Words(
        signs="gehalt* gehälter verdien* vergütung* lohn* lohns bezahlung bonus einkommen gehaltsabrechnung* "
        "jahresgehalt* bruttogehalt* monatsgehalt* gehaltshistorie grundgehalt* festgehalt* stundenlohn* "
        "jahreseinkommen "
        "bruttoverdienst* jahresverdienst* bruttolohn* lohnabrechnung* wunschgehalt* zielgehalt* nettogehalt*",
        sure=any_of(
            rf"(?:{YOUR}|das|dem|des) {PAST} (?:\w+ )?{PAY}",
            r"(?:was|wie viel|wieviel) (?:verdienen|verdienten|verdienst) (?:sie|du)",
            r"(?:was|wie viel|wieviel) (?:haben sie|hast du) (?:[\w',-]+ ){0,6}verdient",
            r"(?:gehaltshistorie|gehaltsabrechnung(?:en)?|lohnabrechnung(?:en)?|gehaltsnachweise?)",
            rf"{PAY} (?:[\w',-]+ ){{0,3}}(?:letzten|vorherigen|bisherigen|früheren|aktuellen|jetzigen) (?:\w+ "
            r")?"
            r"(?:arbeitgeber|stelle|job|position|unternehmen|jahr)",
            r"wie hoch (?:war|ist) (?:ihr|dein) (?:\w+ )?(?:\w*gehalt|\w*lohn|bonus|\w*verdienst|\w*einkommen)",
            rf"{YOUR} (?:\w+ )?(?:bonus|gehalt) (?:im |in den |aus dem )?(?:letzten|vergangenen|vorigen) jahr",
        ),
        instruction=instructed(rf"{PAST} (?:\w+ )?{PAY}|gehaltshistorie|was (?:er|sie) (?:\w+ )?verdient"),
        scored=any_of(rf"{PAST} (?:\w+ )?{PAY}"),
        label=rf"(?:{PAST} )(?:\w*gehalt|vergütung|\w*lohn|einkommen|verdienst)",
        harmless=any_of(
            r"(?:wunsch|ziel)gehalt",
            r"gehalts(?:vorstellung|wunsch|erwartung|rahmen|band|bänder|spanne|vorstellungen|wünsche)\w*",
            r"(?:gewünschte\w*|angestrebte\w*|erwartete\w*) \w*gehalt",
        ),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="instagram facebook tiktok social soziale* sozialen passwort passwörter zugangsdaten twitter snapchat "
        "benutzername* profil* account*",
        sure=any_of(
            r"(?:passwort|passwörter|zugangsdaten|login) (?:[\w',-]+ ){0,5}(?:instagram|facebook|tiktok|"
            r"twitter|snapchat|"
            r"social[- ]media\w*|sozialen? \w+)",
            rf"{YOUR} (?:\w+ ){{0,2}}(?:instagram|facebook|tiktok|twitter|snapchat|social[- ]media)\w*(?:-| )?"
            r"(?:account|profil|konto|konten|benutzername|name|passwort|zugangsdaten|profile)?\w*",
            r"(?:loggen|melden) sie sich (?:[\w',-]+ ){0,6}(?:instagram|facebook|tiktok|social[- ]media\w*|"
            r"sozialen? \w+)",
            r"(?:benutzernamen?|nutzernamen?|accounts?|profile?) (?:[\w',-]+ ){0,4}(?:instagram|facebook|"
            r"tiktok|snapchat)",
        ),
        instruction=instructed(r"(?:privaten? )?(?:instagram|facebook|tiktok)\w*|private\w* (?:profile?|accounts?)"),
        harmless=any_of(r"(?:unser|unsere|unserem|unseren) (?:\w+ )?(?:instagram|facebook|tiktok|social-media)\S*"),
    ),
    Topic.UNION: Words(
        signs="gewerkschaft* betriebsrat* verdi ver.di streik* gestreikt",
        sure=any_of(
            r"(?:sind|bist|waren|warst) (?:sie|du) (?:[\w',-]+ ){0,4}(?:gewerkschaft\w*|betriebsrat\w*)",
            rf"{YOUR} (?:\w+ )?gewerkschafts\w+",
            r"(?:haben|hast) (?:sie|du) (?:[\w',-]+ ){0,4}(?:gestreikt|an (?:einem )?streik\w*)",
            r"(?:wie stehen sie|was halten sie) (?:zu|von) (?:\w+ )?(?:gewerkschaften|betriebsräten|streiks)",
            r"welcher gewerkschaft",
        ),
        instruction=instructed(r"gewerkschaft\w*"),
        scored=any_of(r"gewerkschafts(?:mitglied\w*|nah\w*|zugehörigkeit)", r"(?:kein )?gewerkschaftsmitglied"),
        label=r"gewerkschaft(?:szugehörigkeit|smitglied)?",
    ),
}

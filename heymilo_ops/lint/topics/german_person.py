"""German: who somebody is: age, body, health, origin, sex."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.german_forms import GAP, ILL, YOU, YOUR, instructed
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="alt alter alters älter jung* geburt* geboren jahrgang rente renten* pensionier* ruhestand jahr digital* "
        "abitur* jünger* berufsanfänger* schulabschluss*",
        sure=any_of(
            r"wie alt (?:sind sie|bist du|sie sind|du bist|(?:ist|sind) (?:der|die) (?:kandidat|bewerb|person)\w*)",
            rf"(?:{YOUR}|das) (?:genaue |aktuelle )?(?:geburtsdatum|geburtsjahr|geburtstag|lebensalter)",
            r"(?:wann|in welchem jahr|welches jahr) (?:wurden sie|wurdest du|sind sie|bist du) (?:\w+ "
            r")?geboren",
            r"welcher jahrgang sind sie",
            r"(?:wann|in welchem jahr) (?:haben sie|hast du|machten sie) (?:\w+ ){0,4}(?:abitur|"
            r"schulabschluss|schule)"
            r" ?(?:gemacht|abgelegt|abgeschlossen|beendet|verlassen)?",
            r"(?:wann|in wie vielen jahren|wie lange) (?:[\w',-]+ ){0,7}(?:in (?:die |den )?(?:rente|"
            r"ruhestand|pension)|bis zur"
            r" rente)",
        ),
        profile=any_of(
            r"jung(?:e|er|es|en)?,? (?:und )?(?:dynamisch|motiviert|engagiert|belastbar|flexib|hungrig|"
            r"frisch)\w*",
            r"(?:digital natives?|digital native)",
            r"(?:junges|junge) (?:\w+ )?(?:team sucht|gesichter|talente gesucht|leute|kolleg\w+ gesucht)",
            r"(?:nur|bevorzugt|gerne) (?:berufsanfänger\w*|junge \w+|bewerber unter \d+)",
            r"(?:unter|nicht älter als|höchstens|maximal|bis) (?:30|35|40|45|50|dreißig|vierzig|fünfzig)(?: "
            r"jahren?| jahre"
            r" alt)",
            r"nicht älter als (?:\d+|\w+ig)",
            r"jünger als (?:\d+|\w+ig)",
        ),
        asked=any_of(
            rf"{YOUR} (?:genaues |aktuelles |genaue )?alter",
            rf"(?:planen|wollen|möchten|denken) {YOU} {GAP}(?:rente|ruhestand|pension\w*)",
            rf"(?:fühlen|trauen) {YOU} (?:\w+ ){{0,4}}zu alt",
            r"(?:zu alt|zu jung) für",
        ),
        instruction=instructed(r"(?:das|dem|ihr|sein|genaue[sn]?) alter|geburts\w+|renten\w+|jahrgang|wie alt"),
        scored=any_of(r"(?:wirkt|ist|erscheint|klingt) (?:\w+ )?(?:jung|alt|zu alt|jugendlich)", r"jugendlich\w*"),
        required=any_of(r"(?:mindestens|über|ab) (?:25|30|35|40|45|50) jahren?(?: alt)?"),
        label=rf"(?:{YOUR} )?(?:alter|geburtsdatum|geburtsjahr|geburtstag|jahrgang)",
        harmless=any_of(
            r"(?:mindestens|über|ab) (?:16|18|21)(?: jahren?(?: alt)?)?(?: alt| oder älter)?",
            r"(?:16|18|21) jahre(?: alt)?(?: oder älter)?",
            r"volljährig",
            r"alters(?:prüfung|kontrolle|freigabe|verifi\w+)|altersgruppen? (?:der|von|bei) (?:kund|kinder|schüler|"
            r"bewohner|gäste)\w*",
            r"das alter (?:von|der|des) (?:kund\w+|gäste\w*|kinder\w*|käufer\w*)",
        ),
    ),
    Topic.AI_EMOTION: Words(
        signs="mimik gestik körpersprache blickkontakt augenkontakt gesichtsausdr* stimmlage tonfall emotion* gefühl* "
        "nervös* nervosität stimme mikroexpression* ehrlichkeit* lüg* lügt",
        instruction=any_of(
            r"(?:bewert|beurteil|analysier|erkenn|erfass|miss|acht|einschätz|schließ|deut)\w* "
            r"(?:[\w',-]+ ){0,6}(?:mimik|gestik|körpersprache|blickkontakt|augenkontakt|gesichtsausdr\w+|"
            r"stimmlage|"
            r"tonfall|emotionen|gefühlslage|mikroexpressionen|nervosität)",
            r"(?:mimik|gestik|körpersprache|blickkontakt|augenkontakt|gesichtsausdr\w+|stimmlage|tonfall|"
            r"gefühlslage|mikroexpressionen|nervosität) (?:[\w',-]+ ){0,5}(?:bewerten|beurteilen|analysieren|"
            r"erkennen|"
            r"erfassen|messen|einschätzen)",
            r"an (?:der stimme|stimme|der mimik) (?:[\w',-]+ ){0,5}(?:erkennen|ob)",
        ),
        scored=any_of(
            r"(?:hält|guter|gutem|stabiler|fester|fehlender|kein|wenig|meidet|vermeidet|sucht) "
            r"(?:[\w',-]+ ){0,2}(?:blickkontakt|augenkontakt)",
            r"(?:offene|positive|selbstbewusste|sichere|freundliche|nervöse) (?:mimik|gestik|körpersprache|"
            r"stimme)",
            r"(?:klingt|wirkt|erscheint) (?:\w+ )?(?:nervös|unsicher|ängstlich|fröhlich|begeistert|gestresst)",
            r"(?:mimik|körpersprache|gesichtsausdruck|stimmlage|gefühlslage)",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="groß größe wiegen gewicht foto* bild* aussehen äußer* gepflegt* attraktiv* haarfarbe* kopftuch tattoo* "
        "hübsch* gutaussehend* figur schlank* lichtbild*",
        sure=any_of(
            r"wie (?:groß|schwer) sind sie",
            r"wie viel (?:wiegen sie|wiegst du)",
            rf"{YOUR} (?:körpergröße|größe und|gewicht|haarfarbe|augenfarbe|kleidergröße)",
            rf"(?:foto|lichtbild|bild|selfie) von (?:sich|dir|{YOU})",
            rf"(?:bewerbungsfoto|lichtbild|passfoto) {GAP}(?:hoch|hochladen|senden|beifügen|mitschicken|"
            r"anhängen)",
        ),
        profile=any_of(
            r"(?:attraktiv|gutaussehend|hübsch|schlank)(?:e|er|es|en)?",
            r"(?:gepflegtes|ansprechendes) "
            r"äußere\w*",
        ),
        asked=any_of(r"(?:haben|tragen) sie (?:\w+ ){0,2}(?:tattoos?|tätowierungen|piercings?|kopftuch|bart)"),
        instruction=instructed(r"(?:das|ihr|sein) (?:aussehen|äußere)|körpergröße"),
        scored=any_of(r"(?:gutes|gepflegtes|attraktives) (?:aussehen|äußere\w*|erscheinungsbild)", r"attraktiv\w*"),
        label=r"(?:körpergröße|größe|gewicht|(?:bewerbungs|pass|porträt)?foto)",
        harmless=any_of(r"attraktive (?:angebote?|preise?n?|gehälter|ziele?)", r"portfolio(?:bild|foto)\w*"),
    ),
    Topic.CASTE: Words(
        signs="kaste* varna jati dalit",
        sure=any_of(
            rf"(?:welcher|welche) kaste (?:gehören|sind|gehört|haben) {YOU}?",
            rf"{YOUR} (?:kaste|jati|varna)",
            r"kastenzugehörigkeit",
        ),
        instruction=instructed(r"kaste\w*"),
        label=r"kaste",
    ),
    Topic.CITIZENSHIP: Words(
        signs="staatsbürger* staatsangehörig* aufenthaltstitel* aufenthaltsstatus visum* visa green eingebürgert "
        "pass einbürgerung nationalität deutsch* österreich* schweiz* eu us",
        sure=any_of(
            rf"(?:{YOUR}|welche) (?:\w+ )?(?:staatsbürgerschaft|staatsangehörigkeit|nationalität)",
            r"(?:sind sie|bist du) (?:\w+ )?(?:deutsche[r]?|österreicher(?:in)?|schweizer(?:in)?|"
            r"eu-bürger(?:in)?|us-bürger(?:in)?"
            r"|\w+ staats(?:bürger|angehörige)(?:in|r)?)",
            r"(?:welche\w*|was für ein\w*|ihr\w*|dein\w*) (?:\w+ )?(?:aufenthaltstitel|aufenthaltsstatus|"
            r"visum|visumstyp)",
            r"(?:sind sie|wurden sie|wann wurden sie) eingebürgert",
            r"(?:haben|besitzen) sie (?:\w+ ){0,3}(?:deutschen|österreichischen|schweizer|eu-|europäischen) "
            r"?pass",
        ),
        profile=any_of(
            r"nur (?:für )?(?:(?:deutsche|schweizer) bewerb\w+|eu-bürger\w*|\w+ staats(?:bürger|"
            r"angehörige)\w*)",
            r"(?:deutsche|österreichische|schweizer) (?:staatsbürgerschaft|staatsangehörigkeit) "
            r"(?:erforderlich|nötig|"
            r"zwingend|vorausgesetzt)",
        ),
        instruction=instructed(
            r"staatsbürgerschaft|staatsangehörigkeit|nationalität|aufenthaltstitel|aufenthaltsstatus"
        ),
        required=any_of(r"(?:deutsche|österreichische|schweizer|\w+) (?:staatsbürgerschaft|staatsangehörigkeit)"),
        label=r"(?:staatsbürgerschaft|staatsangehörigkeit|nationalität|aufenthaltstitel|aufenthaltsstatus)",
        harmless=any_of(
            r"(?:gültige |unbefristete )?(?:arbeitserlaubnis|arbeitsgenehmigung)",
            rf"(?:dürfen|berechtigt) (?:{YOU} )?(?:\w+ ){{0,4}}arbeiten",
        ),
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="behinder* schwerbehind* krank* erkrank* vorerkrank* gesund* medikament* krankheitstag* krankmeldung* "
        "krankgeschrieb* therapie* psych* depress* chronisch* allergi* operation* operiert* geimpft impf* "
        "fehlzeit* "
        "impfstatus stotter* diagnos* rollstuhl arzt ärztlich* einschränkung* beschwerden",
        sure=any_of(
            rf"(?:haben sie|hast du|leiden sie|leidest du|bestehen(?: bei ihnen)?|gibt es bei ihnen) "
            rf"(?:(?!mit |menschen|personen|erfahrung)[\w',-]+ ){{0,4}}{ILL}",
            r"(?:sind sie|bist du) (?:[\w',-]+ ){0,2}(?:schwer)?behindert",
            r"(?:sind sie|bist du) (?:\w+ ){0,2}(?:gesund|chronisch krank|körperlich fit|geimpft|depressiv|"
            r"gesundheitlich (?:\w+ )?eingeschränkt)",
            r"wie (?:oft|viele tage|lange) (?:waren|warst|sind|fehlten) (?:sie|du) (?:[\w',-]+ ){0,5}"
            r"(?:krank\w*|krankgeschrieben)",
            rf"(?:wie viele (?:krankheitstage|fehltage)|{YOUR} (?:\w+ )?(?:krankheitstage|fehlzeiten|"
            r"krankenakte|impfstatus|"
            r"gesundheitszustand|krankengeschichte|diagnose))",
            r"(?:nehmen sie|nimmst du) (?:[\w',-]+ ){0,3}medikamente",
            r"(?:waren sie|warst du|sind sie|haben sie|befinden sie sich) (?:[\w',-]+ ){0,4}"
            r"(?:psychotherap\w+|therapie|"
            r"psychiatrisch\w*|psychologischer behandlung)",
            r"(?:grad der behinderung|schwerbehindertenausweis)",
            r"welche (?:medikamente|behinderung|diagnose|vorerkrankungen)",
            r"wie (?:ist|geht es) (?:mit )?ihrer gesundheit",
        ),
        profile=any_of(r"(?:nur |keine )?(?:kerngesund|gesunde und belastbare)\w*"),
        instruction=instructed(
            rf"{ILL}|krankheitstage\w*|gesundheitszustand\w*|gesundheitliche\w*|medikamente\w*|fehlzeiten "
            r"wegen krankheit|"
            r"impfstatus|(?:der|ihrer|seiner) gesundheit"
        ),
        scored=any_of(
            r"(?:hat|ohne|keine) (?:[\w',-]+ ){0,2}(?:behinderung(?:en)?|vorerkrankungen|krankheitstage|"
            r"fehltage wegen krankheit)",
            r"stotter\w*",
            r"(?:ist|wirkt) (?:\w+ )?(?:gesund|krank|psychisch \w+)",
            r"kerngesund\w*",
        ),
        required=any_of(r"(?:gesund|kerngesund|geimpft|körperlich gesund)", r"keine \w*erkrankungen"),
        label=r"(?:behinderung(?:en)?|grad der behinderung|gesundheitszustand|impfstatus|schwerbehinderung)",
        harmless=any_of(
            r"gesundheitswesen",
            r"gesundheits(?:und kranken|amt|branche|daten|app|sektor|zentrum|system)\w*",
            r"kranken(?:haus|häuser|pflege|schwester|kasse|versicherung|wagen|pfleger)\w*",
            r"arbeitssicherheit und gesundheit\w*",
            r"anpassungen",
        ),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="geschlechtsangleich* geschlechtsumwandl* transition* trans transgender transsexuell* transident* "
        "geburtsgeschlecht deadname",
        sure=any_of(
            r"(?:sind sie|bist du) (?:\w+ )?(?:trans|transgender|transsexuell|transident)",
            r"(?:haben sie|hatten sie|planen sie|hast du) (?:[\w',-]+ ){0,4}(?:geschlechtsangleich\w+|"
            r"geschlechtsumwandl\w+|"
            r"transition)",
            rf"{YOUR} (?:geburtsgeschlecht|deadname|geschlechtsangleich\w+|früherer vorname|transition)",
        ),
        instruction=instructed(r"geschlechtsangleich\w+|geburtsgeschlecht|transgender|transident\w*"),
        scored=any_of(r"(?:ist|wirkt) trans(?:gender|sexuell|ident)?"),
    ),
    Topic.GENETIC: Words(
        signs="genetisch* gentest* erbkrank* familie* erblich* dna*",
        sure=any_of(
            r"(?:haben sie|hatten sie|hast du) (?:[\w',-]+ ){0,4}(?:gentest|genetisch\w+ (?:test|"
            r"untersuchung))",
            r"(?:gibt es|liegen|treten|kommen|hat jemand) (?:[\w',-]+ ){0,5}familie (?:[\w',-]+ ){0,4}"
            r"(?:krebs|diabetes|"
            r"\w*krank\w*|erbkrank\w*)",
            rf"(?:krebs|diabetes|\w*krankheiten|erkrankungen) in {YOUR} familie",
            r"(?:familiäre|familien)(?:n)? ?(?:krankengeschichte|anamnese)",
            r"erbkrankheit(?:en)?",
        ),
        instruction=instructed(r"gentest\w*|erbkrankheit\w*|familienanamnese"),
        harmless=any_of(r"genetische (?:algorithm\w+|daten\w*|labor\w*)"),
    ),
    Topic.LANGUAGE: Words(
        signs="muttersprach* muttersprache akzent* dialekt* zuhause hause akzentfrei*",
        sure=any_of(
            rf"(?:{YOUR}|welche) muttersprache",
            r"welche sprache(?:n)? (?:sprechen sie|sprichst du|wird|werden|spricht man|spricht ihre familie) "
            r"(?:\w+ ){0,3}(?:zu hause|zuhause|daheim)",
            r"(?:sind sie|bist du) (?:\w+ )?muttersprachler(?:in)?",
            rf"woher (?:kommt|haben sie|stammt) {YOUR}?(?:den|dein|ihr)? ?akzent",
        ),
        profile=any_of(
            r"(?:nur |ausschließlich )?\w*muttersprachler(?:in|innen)?(?: gesucht| bevorzugt)?",
            r"(?:deutsch|englisch|\w+) als muttersprache",
            r"akzentfrei\w*",
            r"(?:ohne|kein(?:en)?) (?:\w+ )?akzent",
            r"auf muttersprachlichem niveau",
            r"muttersprachliche\w* (?:niveau|kenntnisse)",
        ),
        instruction=instructed(r"(?:der|die|ihre|seine) muttersprache|akzent"),
        scored=any_of(
            r"(?:starke[rn]?|leichte[rn]?|hörbare[rn]?|fremde[rn]?|ausländische[rn]?|deutliche[rn]?) (?:\w+ "
            r")?(?:akzent|dialekt)",
            r"akzent",
        ),
        label=r"muttersprache",
    ),
    Topic.MONITORING: Words(
        signs="vielfaltsmonitoring diversität* ethnisch* statistisch* statistik* monitoring freiwillig*",
        sure=any_of(
            r"(?:freiwillig|statistisch|statistik|monitoring)\w* (?:[\w',-]+ ){0,8}(?:ethnisch\w*|herkunft|"
            r"religion|"
            r"sexuelle\w* orientierung|geschlecht|behinderung)",
            r"(?:diversitätsmonitoring|vielfaltsmonitoring|diversitätsumfrage)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="herkunft* stammen stammst kommen ursprünglich wurzeln migrationshintergrund geburtsort* geburtsland* "
        "aufgewachsen heimatland* geboren abstammung",
        sure=any_of(
            r"(?:woher|wo) (?:kommen|stammen|kommst|stammst) (?:sie|du) (?:ursprünglich|eigentlich|wirklich)"
            r"(?: her)?",
            r"woher (?:stammen|kommen) (?:ihre|deine) (?:eltern|familie|vorfahren|wurzeln)",
            r"wo (?:wurden sie|sind sie|bist du|wurdest du) (?:geboren|aufgewachsen)",
            rf"{YOUR} (?:\w+ )?(?:herkunft|herkunftsland|geburtsort|geburtsland|heimatland|abstammung|wurzeln|"
            r"migrationshintergrund)",
            r"(?:haben sie|hast du) (?:\w+ ){0,2}(?:migrationshintergrund|ausländische wurzeln)",
            r"woher stammt ihr (?:name|nachname|familienname)",
        ),
        profile=any_of(r"(?:ohne|kein(?:en)?) migrationshintergrund"),
        instruction=instructed(
            r"(?:die|der|ihre|seine|ihrer) herkunft|geburtsort|geburtsland|migrationshintergrund|"
            r"herkunftsland"
        ),
        scored=any_of(r"(?:mit|ohne|hat) migrationshintergrund", r"(?:ausländische|fremde) herkunft"),
        label=r"(?:herkunft|geburtsort|geburtsland|herkunftsland|migrationshintergrund)",
        harmless=any_of(r"herkunft (?:der|des|von) (?:daten|ware|waren|zutaten|produkte|produkts|lebensmittel)"),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="heben tragen stehen kg kilo kilogramm körperlich* belastbar* bücken",
        asked=any_of(
            r"(?:können|kannst) (?:sie|du) (?:[\w',-]+ ){0,4}(?:\d+ )?(?:kg|kilo|kilogramm) (?:[\w',-]+ ){0,3}"
            r"(?:heben|tragen)",
            r"(?:können|kannst) (?:sie|du) (?:[\w',-]+ ){0,6}(?:stunden|schicht) (?:[\w',-]+ ){0,3}stehen",
            r"(?:sind|bist) (?:sie|du) (?:\w+ )?körperlich (?:voll )?(?:belastbar|leistungsfähig)",
        ),
        required=any_of(
            r"(?:kann )?(?:[\w',-]+ ){0,3}(?:\d+ )?(?:kg|kilo|kilogramm) (?:\w+ ){0,2}(?:heben|tragen)(?: "
            r"können)?",
            r"(?:körperlich|voll) (?:voll )?belastbar",
            r"körperliche (?:belastbarkeit|fitness)",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="ethnisch* ethnie* hautfarbe* rasse* weiß schwarz* asiatisch* dunkelhäutig* hellhäutig* roma sinti",
        sure=any_of(
            rf"(?:{YOUR}|welche[rn]?) (?:\w+ )?(?:hautfarbe|ethnie|ethnische\w* (?:herkunft|zugehörigkeit|"
            r"gruppe|abstammung)|rasse)",
            r"(?:sind|bist) (?:sie|du) (?:\w+ )?(?:weiß|schwarz|asiatisch|schwarzafrikaner(?:in)?|"
            r"dunkelhäutig|hellhäutig)",
            r"welcher (?:ethnie|ethnischen gruppe|rasse)",
        ),
        instruction=instructed(r"hautfarbe|ethnie|ethnische\w*"),
        scored=any_of(r"hautfarbe", r"ethnische (?:herkunft|zugehörigkeit)"),
        label=r"(?:ethnie|ethnische (?:herkunft|zugehörigkeit)|hautfarbe)",
    ),
    Topic.SEX_GENDER: Words(
        signs="geschlecht* männlich* weiblich* mann männer frau frauen mädchen junge herren damen dame divers pronomen "
        "geschlechtsidentität",
        sure=any_of(
            rf"(?:{YOUR}|welches) (?:\w+ )?(?:geschlecht|geschlechtsidentität)",
            r"(?:sind|bist) (?:sie|du) (?:\w+ )?(?:männlich|weiblich|divers|ein mann|eine frau)",
            r"als (?:frau|mann|mutter|einzige frau)",
            r"(?:unter|mit|neben) (?:lauter |so vielen )männern",
        ),
        profile=any_of(
            r"nur (?:für )?(?:männer|frauen|damen|herren|männliche|weibliche)(?: \w+)?",
            r"(?:suchen|gesucht|bevorzugt|bevorzugen)(?: wird)? (?:\w+ ){0,2}(?:einen mann|eine frau|"
            r"männliche[nr]?|weibliche[nr]?|"
            r"eine dame|einen jungen mann|eine junge frau|frauen|männer)",
            r"(?:einen mann|eine frau|männliche\w*|weibliche\w*) (?:\w+ )?(?:gesucht|bevorzugt)",
            r"(?:männer|frauen) bevorzugt",
        ),
        instruction=instructed(r"(?:das|dem|ihr|sein) geschlecht|geschlechtsidentität"),
        scored=any_of(r"(?:ist|wirkt) (?:\w+ )?(?:männlich|weiblich|feminin|maskulin)"),
        label=r"(?:geschlecht|geschlechtsidentität)",
        harmless=any_of(r"\(?m/w/d\)?", r"geschlechter(?:gerecht\w*|vielfalt)", r"frauenquote\w*"),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="schwul* lesbisch* homosexuell* heterosexuell* bisexuell* sexuell* orientierung hetero homo queer freund "
        "freundin",
        sure=any_of(
            r"(?:sind|bist) (?:sie|du) (?:\w+ )?(?:schwul|lesbisch|homosexuell|heterosexuell|bisexuell|hetero|"
            r"queer)",
            rf"(?:{YOUR}|welche) (?:\w+ )?(?:sexuelle\w* (?:orientierung|ausrichtung|identität)|sexualität)",
            r"(?:haben sie|hast du) (?:\w+ )?(?:einen freund oder eine freundin|eine freundin oder einen "
            r"freund)",
        ),
        instruction=instructed(r"sexuelle\w* (?:orientierung|ausrichtung)"),
        scored=any_of(r"(?:wirkt|ist) (?:\w+ )?(?:schwul|lesbisch|homosexuell)"),
        label=r"sexuelle (?:orientierung|ausrichtung)",
    ),
}

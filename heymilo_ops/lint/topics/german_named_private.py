"""German: words that give a topic away by themselves, unless a clause is about others or is work: belief and means."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_PAY = (
    r"(?:(?:\w+)?gehalts?|(?:\w+)?gehälter|(?:brutto|netto|stunden|monats)?lohn|verdiensts?|vergütung|einkommen|bezüge|"
    r"(?:gehalts|lohn|verdienst)(?:abrechnung|zettel|bescheinigung)\w*|jahresbrutto|monatsbrutto|boni)"
)
_PAST = (
    r"(?:aktuell|derzeitig|jetzig|bisherig|letzt|früher|vorherig|momentan|gegenwärtig|heutig|vorig|alt)(?:e|er|es|en|"
    r"em)"
)

NAMED_PRIVATE: Mapping[Topic, Words] = {
    Topic.SALARY_HISTORY: Words(
        signs="aktuell aktuell* aktuellen alt* ansprechen bekam bereits bezahlt* bisher bisherig* bisherige* "
        "bisherigen bislang chef derzeit derzeitig* erfragen erkundigen ermitteln festhalten firma fragen früher* "
        "früheren gegenwärtig* gerade gezahlt* grundeinkommen grundlohn grundverdienst herausfinden heute heutig* "
        "hoch jahresbrutto* jahreslohn jetzig* jetzigen jetzt klären kriegt letzt* letzte* letzten moment momentan "
        "momentan* monatseinkommen monatslohn monatsverdienst notieren prüfen schon vorherig* vorherigen vorig* "
        "zahlte zahlten zuletzt zurzeit "
        "gehalt* gehälter lohn* bruttolohn* nettolohn* stundenlohn* monatsgehalt* jahresgehalt* bruttogehalt* "
        "grundgehalt* "
        "festgehalt* verdien* vergütung* einkommen bezüge gehaltsabrechnung* lohnabrechnung* lohnzettel* "
        "verdienstbescheinigung* "
        "jahresbrutto monatsbrutto boni zahlt zahlen bezahlt bekommt bekommen bekommst gezahlt kriegst kriegen "
        "fixgehalt* "
        "ausgangsgehalt*",
        named=any_of(
            rf"{_PAST} (?:\w+ )?{_PAY}|(?:gehalts|lohn|verdienst)(?:abrechnung|zettel|bescheinigung|historie|"
            rf"nachweis)\w*|(?:ihr|dein|sein) "
            r"(?:jahres|monats|brutto|netto|grund)?(?:gehalt|lohn|verdienst|einkommen)(?= |\W*$|,)(?! (?:wunsch|"
            r"vorstell))|jahresbrutto|"
            r"monatsbrutto",
            r"(?:verdien(?:en|st|t|ten|test|te)|bekommen|bekommst|bekommt|kriegen|kriegst|bekamen|bekamst)(?: sie| "
            r"du| er| die person| jemand)? "
            r"(?:\w+ )?(?:zurzeit|aktuell|derzeit|jetzt|heute|momentan|im moment|zuletzt|bisher|bislang|schon über|"
            r"gerade|bereits)|(?:was|wie "
            r"viel|wieviel) (?:geld )?(?:verdien\w+|bekommst du|kriegst du|bekommen sie|zahlt|zahlen|zahlte|"
            r"zahlten)(?= |\W*$)(?! (?:kunden|"
            r"die kundschaft|man für|unsere))|(?:wo|bei wie viel|wie hoch) (?:lagen|liegen|lagst|liegst|lag) (?:sie|"
            r"du|ihr|dein)(?: [\w]+){0,4} "
            r"(?:gehalt|lohn|verdienst)|was (?:[\w]+ ){0,4}(?:heute|jetzt|derzeit|aktuell|zuletzt|bisher) (?:bekommt|"
            r"verdient|bekam|verdiente|"
            r"kriegt)|verdient (?:schon|bereits|mehr|über|unter)",
        ),
        harmless=any_of(
            r"gehalts(?:vorstellung|wunsch|spanne|rahmen|erwartung|band|abrechnung für|abrechnungen (?:der|für|"
            r"erstell))\w*|lohn(?:programm|"
            r"software|buchhaltung|abrechnung (?:für|der|mit)|abrechnungs(?:programm|software))\w*|verdient gemacht|"
            r"(?:geld )?zurück bekommen",
        ),
    ),
    Topic.RELIGION: Words(
        signs="begehen fastest fastet feiern gemeinde halten hidschab hijab katholi* katholik* katholiken* "
        "katholikin* kirchgänger* kirchlich konfirmiert moslem moslem* praktizierend* protestant* scientolog* zeuge "
        "religi* kirche* moschee* synagoge* gläubig* glaube glaubst glauben gott beten gebet* fasten ramadan "
        "kopftuch* konfession* "
        "christ* muslim* jude juden jüdin jüdisch* katholisch* evangelisch* protestantisch* atheist* hindu* "
        "buddhist* schweinefleisch "
        "halal koscher* getauft gottesdienst* kippa turban feiertage zeugen sabbat freikirch* kreuz kette",
        named=any_of(
            r"religi(?:on|onen|ös)\w*|(?:in die|zur|in der|welche[rn]?|aus der|einer) (?:kirche|moschee|synagoge|"
            r"gemeinde (?:an|gehören))(?= |"
            r"\W*$|,)|kirchgänger\w*|kirchensteuer\w*|gläubig\w*|(?:glauben|glaubst|glaubt)(?: sie| du)? an gott|"
            r"(?:ihr|dein|ihren|deinen|"
            r"welchen|seinen|zum|im) glauben?(?= |\W*$|,)|beten|betet|gebets?(?:zeit|pause|raum|teppich)?\w*|(?:im |"
            r"zum )?ramadan|(?:fasten|"
            r"fastest|fastet)(?: sie| du)?(?= |\W*$)|kopftuch\w*|kippa|turban|konfession\w*|christ(?:en|in|"
            r"lich\w*)?(?= |\W*$|,|:)|muslim\w*|"
            r"jud(?:e|en)|jüdi(?:n|sch)\w*|katholi(?:k|ken|kin|sch)\w*|evangelisch\w*|protestant\w*|atheist\w*|"
            r"hindu\w*|buddhist\w*|"
            r"schweinefleisch|halal|koscher|getauft|gottesdienst\w*|zeugen jehovas|freikirch\w*|sabbat",
        ),
        harmless=any_of(
            r"(?:gewölbe|turm|dach|orgel|sanierung|restaurierung|fassade)[\w ]{0,15} kirche\w*|"
            r"religions(?:unterricht|lehr|wissenschaft)\w*|"
            r"(?:halal|koscher)\w*(?: und \w+)? (?:speisen|gerichte|küche|menü|ware)\w*",
        ),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="bundeszentralregister festnahme* gegen inhaft inhaftstrafe jugendstrafe* untersuchungshaft "
        "untersuchungshaftstrafe "
        "vorbestraft* vorstraf* gefängnis* haft* inhaftiert* polizei* verurteil* anzeige* angezeigt bewährung* "
        "führungszeugnis* "
        "straf* strafregister* verhaftet festgenommen gericht* ermittl* ermittelt delikt* justiz* knast gesetz "
        "verfahren einträge eintrag",
        named=any_of(
            r"vorbestraft\w*|vorstrafen?\w*|(?:im|ins|aus dem) (?:gefängnis|knast)|(?:in|untersuchungs|"
            r"u-)?haft(?:strafe)?(?= |\W*$|,|:)(?! "
            r"pflicht)|inhaftiert|(?:ärger|probleme?|kontakt|konflikt\w*|schwierigkeiten|zu tun) (?:\w+ )?mit (?:der|"
            r"dem) (?:polizei|justiz|"
            r"gesetz|gericht)|(?:mit|in konflikt mit) (?:der|dem) (?:polizei|justiz|gesetz|gericht) (?:\w+ )?(?:zu "
            r"tun|in konflikt|ärger|"
            r"probleme)|verurteil(?:t|ung)\w*|(?:straf)?anzeigen?(?= |\W*$|,)(?! (?:schalt|gestalt|im|auf|bei "
            r"google))|(?:auf|mit|oder|erwähnt|"
            r"zur) bewährung(?! (?:in der|shilfe))|(?:eintrag|einträge|im|polizeiliches|ihr) (?:\w+ "
            r")?(?:führungszeugnis|strafregister|"
            r"bundeszentralregister)|verhaftet|festgenommen|straf(?:verfahren|register|tat|taten|fällig)\w*|(?:gegen|"
            r"gegen sie|gegen die person|"
            r"gegen ihn) (?:\w+ )?ermittelt|ermittlungs?verfahren|delikte?(?= |\W*$)",
        ),
        harmless=any_of(
            r"bewährungshilfe\w*|straf(?:recht|sachen|verteidig|prozess)\w*|haft(?:pflicht|ung|bar|notiz)\w*|"
            r"stellenanzeigen?|fehleranzeige\w*",
        ),
    ),
    Topic.UNION: Words(
        signs="bce gestreik gestreiken gestreiks gestreikst ver* vertrauensleute "
        "gewerkschaft* streik* gestreikt betriebsrat* betriebsräte verdi ver ig metall betriebsratsmitglied "
        "arbeitskampf* "
        "tarifkommission vertrauensmann vertrauensfrau personalrat*",
        named=any_of(
            r"gewerkschaft(?:en|er|erin|lich\w*|s\w+)?(?= |\W*$|,|:)|(?:ge)?streik(?:t|en|s|st)?(?= |\W*$|,)|"
            r"arbeitskampf\w*|(?:im|in den|"
            r"ehemalige\w*|mitglied im|mitglied des|für den|ein) (?:betriebsrat|personalrat)\w*|"
            r"betriebsratsmitglied\w*|(?:gründung|wahl) (?:\w+ "
            r")?betriebsrat\w*|ig metall|ver\.?di(?=\W|$)|tarifkommission|vertrauens(?:mann|frau|leute)",
        ),
        harmless=any_of(
            r"(?:verhandl|gespräch|zusammenarbeit|abstimm|dialog|kommunikation)\w*(?: mit (?:dem|den|der))? "
            r"(?:betriebsrat|gewerkschaft|"
            r"personalrat)\w*|mit (?:dem |den |der )?(?:betriebsrat|gewerkschaft|personalrat)\w* (?:[\w]+ "
            r"){0,3}(?:verhandelt|verhandl|"
            r"zusammen|gesprochen)\w*"
        ),
    ),
    Topic.POLITICS: Words(
        signs="angekreuzt bundesregierung denken denkst finden findest halten hältst mitglied stehen stehst "
        "politi* links rechts partei* wähl* gewählt wahl afd cdu spd grüne grünen fdp linke linken regierung "
        "kanzler* demo* "
        "demonstr* aktivist* parteimitglied* bundestagswahl*",
        named=any_of(
            r"(?:eher |politisch |weit |zu )(?:links|rechts)(?= |\W*$|,)|links oder rechts|rechts oder links|"
            r"politisch\w* (?:haltung|meinung|"
            r"einstellung|ansicht|überzeugung|aktiv|engagier|richtung|gesinnung|orientier|interess|lager)\w*|(?:über|"
            r"von|zur) politik(?= |\W*$|,)"
            r"|(?:welche|einer|ihre|deine|mitglied einer) partei(?= |\W*$|,|:)|parteimitglied\w*|parteibuch|(?:haben|"
            r"hast|wen|was|würden)(?: sie| "
            r"du)? (?:[\w]+ ){0,4}(?:gewählt|wählen)(?=\W*$)|(?:der|die) (?:regierung|bundesregierung|"
            r"kanzlerin?)(?=\W*$)|(?:der|zur|bei der|die) "
            r"(?:afd|cdu|spd|fdp|grünen|linken|linke|csu)(?= |\W*$|,|:)|afd|(?:auf|zu|bei) (?:\w+ )?(?:demos?|"
            r"demonstrationen)(?= |\W*$)|aktivist"
            r"(?:in|en)?(?= |\W*$|,)|bundestagswahl",
        ),
        harmless=any_of(
            r"(?:unternehmens|personal|preis|datenschutz|sicherheits|büro)politik|politische\w* (?:themen|bildung|"
            r"bericht|redaktion)\w*|"
            r"parteiprogramme?|vertragspartei\w*",
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="gehaltspfändung* kontoauszüg* kontostand leben ratenzahlung* verbraucherinsolvenz vermögen* "
        "vermögensverhältnisse vermögensverhältnisse* wohnen überschuld* überschuldet "
        "schulden* schufa* kredit* hypothek* ersparniss* insolven* privatinsolvenz* pfänd* gepfändet finanz* "
        "geld monatsende konto "
        "bonität* verschuld* dispo* lohnpfändung* vermögen pleite",
        named=any_of(
            r"(?:haben|hast|hat|privat|ihre|deine|ohne|mit|keine|und|hohe)(?: sie| du)? (?:\w+ )?schulden(?= |\W*$|,|"
            r":)|verschuldet|überschuld\w*"
            r"|schufa\w*|(?:haben|hast|hat|laufende|private|ihre|oder|offene)(?: sie| du)? (?:\w+ )?(?:kredite?|"
            r"hypothek(?:en)?|ersparnisse)(?= |"
            r"\W*$|,)|(?:nach|ihre|von) (?:\w+ )?(?:hypothek|ersparnissen?)|(?:privat|verbraucher)insolvenz|(?:lohn|"
            r"gehalts)?pfändung\w*|gepfändet"
            r"|finanziell\w* (?:situation|verhältnis|lage|problem|schwierig|probleme|sorgen|engpass)\w*|geldsorgen|"
            r"(?:bis (?:zum|ans) )"
            r"monatsende|ihre? (?:bonität|kontoauszüg|vermögen)\w*|kreditwürdig\w*|im dispo",
        ),
        harmless=any_of(
            r"(?:baufinanzierung|kredit(?:antrag|anträge|abteilung|berat|vergabe|prüfung))\w*|technische schulden|"
            r"schuldnerberat\w*|insolvenz(?:"
            r"recht|verwalt)\w*|finanzielle lage (?:eines|der|des) (?:unternehm|kund|firma)\w*",
        ),
    ),
    Topic.RESIDENCE: Words(
        signs="eigentumswohnung leben lebst lebt ortsteil privat* privatwagen problemviertel straße "
        "wohnen wohnst wohnt wohngegend* stadtteil* viertel* bezirk auto adresse anschrift postleitzahl* plz "
        "miete mieten eigenheim* "
        "eigentum brennpunkt* sozialwohnung* siedlung* wohnort* eltern privatadresse* gegend kiez fahrzeug "
        "stadtviertel*",
        named=any_of(
            r"(?:welchem|welcher|ihr|ihrem|deinem|im|gute|schlechte|guter|aus dem|der) (?:\w+ )?(?:stadtteil|viertel|"
            r"kiez|wohngegend|bezirk|"
            r"wohnviertel|stadtviertel|brennpunkt\w*|wohnort)(?= |\W*$|,|:)|wohngegend\w*|brennpunkt\w*|(?:ihre|"
            r"deine|private|genaue|vollständige"
            r"|komplette) (?:\w+ )?(?:anschrift|adresse|wohnadresse)(?= |\W*$|,)(?! (?:per|für die e-mail))|"
            r"(?:privat|wohn)(?:adresse|anschrift)|"
            r"anschrift(?= |\W*$)(?! des kunden)|postleitzahl|(?:eigenes|ein eigenes|ein|privates) auto(?= |\W*$|,)|"
            r"zur miete|(?:miete|mieten)"
            r"(?: sie)? oder (?:eigentum|besitzen|kaufen)|eigenheim|eigentumswohnung|sozialwohnung|(?:bei|mit) "
            r"(?:den|ihren|deinen|seinen) eltern "
            r"(?:wohn|leb)\w*|(?:wohnt|lebt) (?:\w+ )?(?:im|in|bei|außerhalb|zur) (?:[\w-]+ ?){1,3}|(?:wo|wie) "
            r"(?:wohnen|wohnst|leben|lebst) "
            r"(?:sie|du)(?=\W*$| (?:genau|denn|eigentlich|zur))|wie weit (?:wohnen|wohnst)",
        ),
        harmless=any_of(
            r"e-?mail-?adresse\w*|liefer(?:adresse|anschrift)|rechnungs(?:adresse|anschrift)|"
            r"ip-adresse\w*|lebt in (?:der cloud|code)"
        ),
    ),
    Topic.GENETIC: Words(
        signs="analyse* familiäre* genanalyse* genuntersuchung* geschwister liegen liegt test* untersuchung* "
        "gentest* genetisch* erbkrank* erblich* dna gene eltern großeltern familie vater mutter gestorben "
        "verstorben familiengeschichte* "
        "krebs",
        profile=any_of(r"(?:gen|dna)-?(?:test|analyse)s? (?:gehört|ist|wird|vor|für|bei)"),
        named=any_of(
            r"(?:gen|dna)-?(?:test|analyse|untersuchung)\w*|genetische\w* (?:veranlag|vorbelast|test|untersuch|"
            r"erkrank|risik|disposition|defekt)\w*|"
            r"erb(?:krank|lich vorbelast|liche erkrank|liche krank|liche vorbelast)\w*|(?:eltern|großeltern|vater|"
            r"mutter|familie|geschwister|"
            r"verwandten)(?: oder \w+)? (?:[\w]+ ){0,5}(?:gestorben|verstorben|krebs|diabetes|demenz|alzheimer|"
            r"erkrank\w*|krankheit\w*|herz\w*)"
            r"(?= |\W*$|,)|(?:gestorben|krebs|krankheiten|demenz) (?:[\w]+ ){0,3}(?:in (?:ihrer|deiner|der) "
            r"(?:familie|verwandtschaft))|woran "
            r"(?:[\w]+ ){0,3}(?:eltern|großeltern|vater|mutter)",
        ),
        harmless=any_of(
            r"genetische\w* (?:proben?|algorithm|labor|berat)\w*|gentests? (?:[\w]+ "
            r"){0,3}(?:durchgeführt|ausgewertet)"
        ),
    ),
}

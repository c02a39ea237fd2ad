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
_SECRETLY = (
    r"(?:unbemerkt|heimlich|verdeckt|im geheimen|ohne (?:es |das |dies |ihn |sie |etwas |dass )?(?:[\w]+ ){0,3}(?:zu "
    r"sagen|zu informieren|wissen|hinweis|bescheid|merkt|bemerkt))"
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
    Topic.LIFESTYLE: Words(
        signs="gerauchen geraucher geraucherin gerauchst geraucht nachts "
        "rauch* raucher* nichtraucher* alkohol* trinken trinkst trinkt feiern feierst party* partys kneipe* "
        "zigarett* vape* "
        "wochenende freizeit glücksspiel* abends nächte",
        profile=any_of(
            r"(?:nicht)?raucher\w* (?:nein|unerwünscht|ausgeschlossen|bevorzugt|gesucht|nur)|(?:nur|"
            r"keine) (?:nicht)?raucher\w*"
        ),
        named=any_of(
            r"(?:ge)?rauch(?:en|st|t|er|erin)(?= |\W*$|,|:)(?! (?:alarm|melder|wird))|nichtraucher\w*(?! ?(?:bereich|"
            r"zone|gebäude))|zigaretten?|"
            r"(?:trinken|trinkst|trinkt)(?: sie| du| er)?(?:\W*$|,| (?:[\w]+ ){0,4}(?:alkohol|bier|wein|nicht|gern|"
            r"viel|oft|wochenende))|alkohol"
            r"(?:konsum|problem|kontroll)?(?= |\W*$|,)(?! (?:verlangt|ausschank|verkauf|an jugend))|(?:viel|oft|"
            r"gerne?|gehst du|gehen sie) (?:\w+ "
            r")?(?:feiern|auf partys|weg abends|in die kneipe)|partygänger\w*|glücksspiel|(?:was|wie) (?:machen|"
            r"verbringen|machst|verbringst) "
            r"(?:sie|du) (?:[\w]+ ){0,3}(?:abends|am wochenende|in der freizeit|nachts)",
        ),
        harmless=any_of(
            r"(?:verkauf|ausschank|abgabe) von alkohol\w*|alkohol (?:verkauf|ausschenk|an )\w*|nicht geraucht|"
            r"rauch(?:verbot|melder|abzug|frei)\w*|"
            r"geräuchert\w*"
        ),
    ),
    Topic.CANNABIS: Words(
        signs="gekifft seit cannabis kiff* gras joint* haschisch hasch thc drogen* drogentest* marihuana",
        named=any_of(
            r"cannabis|kiff(?:en|st|t|er)|(?:konsumiert|raucht|rauchen|konsumieren)(?: sie)? (?:\w+ )?(?:gras|"
            r"haschisch|hasch)|(?:einen |mal einen "
            r")?joints?(?= |\W*$)|marihuana|thc|drogen(?:test|tests|konsum|screening)?(?= |\W*$|,)(?! (?:abhängig|"
            r"beratung))",
        ),
        harmless=any_of(
            r"medizinisch\w* cannabis|cannabis (?:auf rezept|in der apotheke)|drogen(?:beratung|hilfe|"
            r"markt|abhängig)\w*"
        ),
    ),
    Topic.POLYGRAPH: Words(
        signs="polygraf* lügendetektor* polygraph* wahrheitstest*",
        profile=any_of(r"lügendetektor\w*|polygra(?:ph|f)\w*|wahrheitstest\w*"),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="checken durchforsten durchsuchen heißen heißt insta* konten* lautet lesen login nachrichten "
        "partyfotos persönlich* prüfen scannen schauen sehen sichten twitter* welchem welchen werten "
        "facebook* instagram* tiktok* twitter snapchat* passwort* profil* profile konto konten privat* "
        "sozialen social "
        "freundschaftsanfrage* zugangsdaten whatsapp zugang",
        profile=any_of(
            r"(?:zugang zu|sehen uns|durchsuchen|prüfen|lesen|schauen) (?:\w+ )?(?:ihre|ihren|deine|deinen|"
            r"private\w*) (?:\w+ )?(?:konten|profile?|"
            r"accounts?|social[- ]media\w*|nachrichten)",
        ),
        named=any_of(
            r"(?:\w+-)?passw(?:ort|örter)(?= |\W*$|,)(?! (?:zurück|vergess))|(?:facebook|instagram|tiktok|snapchat|"
            r"twitter|insta)-?(?: )?(?:profil"
            r"|konto|account|passwort|zugang|login|seite|name)\w*(?= |\W*$|,)|(?:private[ns]?|persönliche[ns]?|ihre|"
            r"deine|ihren|deinen) (?:\w+ )?"
            r"(?:profile?|konten|accounts?|nachrichten|zugangsdaten)(?= |\W*$|,)|freundschaftsanfrage|(?:ihr|dein) "
            r"(?:facebook|instagram|tiktok|"
            r"twitter)(?= |\W*$)",
        ),
        harmless=any_of(
            r"(?:firmen|unternehmens|marken|kunden)(?:konten|konto|profil|account|seite|accounts)\w*|"
            r"(?:xing|linkedin)[- ]?profil"
        ),
    ),
    Topic.MILITARY: Words(
        signs="beim kriegsdienst* kriegsdienstverweiger* kriegsveteran kriegsveteranen kriegsveteranin wehrübung* "
        "wehrdienst* bundeswehr zivildienst* reservist* reserve soldat* wehrpflicht* militär* armee gedient "
        "grundwehrdienst* "
        "ausgemustert musterung entlassen veteran*",
        named=any_of(
            r"(?:grund)?wehrdienst\w*|wehrpflicht\w*|zivildienst\w*|reservist\w*|(?:die|der|aus der|bei der|zur|in "
            r"der) (?:bundeswehr|armee)(?= |"
            r"\W*$|,)(?! (?:als (?:kunde|auftraggeber)))|gedient(?=\W*$|,)|ausgemustert|(?:beim|zum|vom) militär|"
            r"militärdienst|(?:kriegs)?veteran"
            r"(?:en|in)?(?= |\W*$)",
        ),
        harmless=any_of(
            r"(?:aufträge\w*|ausschreibung\w*|liefer\w*|projekte\w*) (?:der|für die|mit der) "
            r"(?:bundeswehr|armee)"
        ),
    ),
    Topic.AFFILIATION: Words(
        signs="country* golf* lions* lionsclub rotary* schützenverein tennis* welchem welchen yacht* "
        "verein* vereinen freimaurer* loge* rotary lions golfclub* club* ehrenamt* mitglied* burschenschaft* "
        "verbindung* "
        "glaubensgemeinschaft* gemeinde* studentenverbindung*",
        named=any_of(
            r"(?:welche[nm]?|in|alle|den|selben|gleichen|einem|ihre) (?:\w+ )?verein(?:e|en|s)?(?= |\W*$|,|:)(?! "
            r"(?:trainier|als|mit kindern))|"
            r"freimaurer\w*|(?:einer |der )?loge(?= |\W*$)|rotary\w*|lions[- ]?club|(?:golf|tennis|yacht|"
            r"country)club\w*|(?:privat\w* |alle )"
            r"mitgliedschaften|(?:ihr|welches|sich|wo|deren) (?:[\w]+ ){0,4}ehrenamt\w*|ehrenamtlich\w* (?:engagier|"
            r"aktiv|tätig)\w*|"
            r"burschenschaft\w*|studentenverbindung\w*|"
            r"glaubensgemeinschaft\w*",
        ),
        harmless=any_of(
            r"(?:berufs|fach)(?:verband|verbände|verein|vereinigung)\w*|(?:pflege|ärzte|handwerks|"
            r"anwalts)kammer|verein(?:bar|fach|t)\w*"
        ),
    ),
    Topic.MONITORING: Words(
        signs="akzeptieren bereit einverstanden geheimen handy mails maus mithört mitliest monitoring* nachrichten "
        "ohne per raum stimmen tastenanschläge umgebung weiterhin wohnung zustimmen "
        "filmt filmen aufzeichn* zeichn* auf aufnehm* aufgezeichnet überwach* bildschirm* webcam kamera zimmer "
        "heimlich unbemerkt "
        "verdeckt mitschneid* schneid* tastatur* standort* weiter merkt nimm mikrofon",
        profile=any_of(
            r"(?:filmt|filmen|überwacht|überwachen|erfasst|erfassen|zeichnet|zeichnen|beobachtet|verfolgt|trackt|"
            r"protokolliert) (?:\w+ ){0,2}(?:"
            r"ihr|ihren|ihre|das|den|die|dein|deinen) (?:\w+ )?(?:zimmer|bildschirm|webcam|wohnung|umgebung|raum|"
            r"tastatur|standort|handy|maus)",
            rf"{_SECRETLY} (?:[\w]+ ){{0,6}}(?:auf|mit|gefilmt|aufgezeichnet|überwacht|film\w*|zeichn\w*|"
            rf"überwach\w*)(?= |\W*$|,)|(?:film|zeichn|"
            rf"überwach|nimm|nehmen|schneid|beobacht)\w* (?:[\w,]+ ){{0,9}}{_SECRETLY}",
            r"(?:nimm|zeichne|nehmen|zeichnen|filme|filmen) (?:\w+ ){0,5}(?:weiter auf|weiterhin auf|weiter)(?= |"
            r"\W*$|,)|(?:kamera|webcam|mikrofon) "
            r"(?:bleibt|läuft) (?:\w+ ){0,4}(?:an|weiter|eingeschaltet)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="lebenspartnerschaft* eingetragen* verpartner*",
        named=any_of(r"(?:eingetragene\w* )?lebenspartnerschaft\w*|verpartnert"),
    ),
}

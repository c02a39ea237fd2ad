"""German: further ways to ask about convictions, money and the private side, beside ``german_life.py``."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.german_forms import GAP, YOU, YOUR
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

SOCIETY_PHRASES: Mapping[Topic, Words] = {
    Topic.MILITARY: Words(
        signs="wehrdienst* bundeswehr* zivildienst* reserve* reservist* grundwehr* bund verweiger* armee "
        "militär* gedient soldat*",
        asked=any_of(
            rf"(?:waren|warst|haben|hast|sind|bist) {YOU} {GAP}(?:beim bund|bundeswehr|beim militär|"
            rf"wehrdienst\w*|zivildienst|"
            r"reservist\w*|kriegsdienst\w*|verweigert|gedient|in der armee)(?! (?:beliefert|beraten|als kunde))",
            r"(?:wehrpflicht|grundwehrdienst|reserveübung\w*|wehrübung\w*|militärdienst)(?: \w+){0,4}\?",
        ),
        scored=any_of(
            r"(?:reservist\w*|wehrdienst\w*|reserveübung\w*|gedient|kriegsdienstverweiger\w*|zivildienst\w*|"
            r"militärdienst)"
        ),
        label=r"(?:wehrdienst|wehr-? ?(?:/|oder|und) ?zivildienst|militärdienst)",
    ),
    Topic.POLITICS: Words(
        signs="partei* politi* wahl* gewählt wählen wähl* afd cdu csu spd fdp grüne* linke demo* stimme "
        "demonstr* kreuz",
        asked=any_of(
            r"(?:wen|was|welche partei|wo|für wen) (?:[\w',-]+ ){0,6}(?:gewählt|wählen|wählst|wahl|angekreuzt|"
            r"bundestagswahl|kreuz)",
            rf"(?:sind|bist|waren|warst|stehen|stehst|gehören|engagierst|engagieren) {YOU} {GAP}(?:partei|"
            rf"parteimitglied|afd|cdu|csu|spd|fdp|"
            r"den grünen|der linken|politisch\w*)",
            r"(?:was|wie) (?:halten|hältst|denken|denkst|stehen|stehst|finden|findest) (?:sie|du) (?:[\w',-]+ "
            r"){0,4}(?:afd|cdu|csu|spd|fdp|"
            r"grünen|regierung|bundesregierung|partei\w*|kanzler\w*|politik)",
            rf"{YOUR} politisch\w* \w+",
        ),
        instruction=any_of(
            r"(?:ob|wen|welche|wie|welcher) (?:[\w',-]+ ){0,6}(?:partei\w*|afd|politisch \w+|gewählt|wählt|"
            r"linken|grünen)",
            r"politische\w* (?:haltung|gesinnung|einstellung|ansichten|richtung|heimat|lager)",
        ),
        scored=any_of(
            r"(?:politische\w* (?:haltung|gesinnung|meinung|richtung|nähe|engagement|aktivität\w*)|parteibuch|"
            r"parteimitglied\w*|"
            r"(?:mitglied|sympathien?|anhänger\w*|wähler\w*) (?:\w+ )?(?:der|einer|für die) (?:partei|afd|"
            r"linken|grünen|spd|cdu))"
        ),
    ),
    Topic.PREGNANCY: Words(
        signs="mutterschutz schwanger* elternzeit kind kinder kinderwunsch nachwuchs umständen "
        "familienplanung* baby* babypause "
        "familie* erwartet unterwegs",
        asked=any_of(
            r"(?:mutterschutz|babypause|elternzeit|schwangerschaft)(?: \w+){0,3} (?:rechnen|geplant|planen|an|"
            r"anstehen|bevor)",
            r"(?:rechnen|müssen|planen|steht|stehen|ist|kommt|droht) (?:wir |sie |du |bei )*(?:[\w',-]+ "
            r"){0,8}(?:mutterschutz|babypause|"
            r"elternzeit|nachwuchs|schwangerschaft|baby|familienzuwachs)",
            rf"(?:sind|bist) {YOU} {GAP}(?:in anderen umständen|guter hoffnung|schwanger|in elternzeit)",
            r"(?:nachwuchs|baby|kind|familienzuwachs) (?:\w+ ){0,2}(?:unterwegs|in planung|geplant|erwartet)",
            rf"(?:erwarten|erwartest) {YOU} {GAP}(?:kind|baby|nachwuchs)",
            rf"(?:wollen|willst|möchten|möchtest|wünschen|wünschst|planst|planen) {YOU} {GAP}(?:kinder|kind|"
            rf"nachwuchs|baby|familie|"
            r"mama werden|elternzeit)(?=\W)(?! (?:betreuen|unterrichten))",
            r"wie (?:[\w',-]+ ){0,4}(?:mit der |mit dem )?(?:familienplanung|kinderwunsch)",
        ),
        instruction=any_of(
            r"(?:ob|wann|dass) (?:[\w',-]+ ){0,8}(?:schwanger|nachwuchs|kinder|kind|baby|elternzeit|familie) "
            r"(?:[\w',-]+ ){0,2}"
            r"(?:planen|plant|geplant|will|wollen|wünscht|erwartet|möchte|möchten|ist|gründen|haben will)",
            r"(?:familienplanung|kinderwunsch\w*|schwangerschaft\w*|elternzeit|mutterschutz)",
        ),
        scored=any_of(
            r"(?:in elternzeit|elternzeit\w*|erwartet (?:ein kind|nachwuchs|ein baby)|schwanger\w*|"
            r"mutterschutz|babypause|kinderwunsch|"
            r"familienplanung|nachwuchs geplant)"
        ),
    ),
    Topic.RELIGION: Words(
        signs="kopftuch* gebet* beten bete* ramadan kirche* moschee* glaub* gläubig* religi* konfession* "
        "getauft kippa kreuz* "
        "kirchensteuer freitagsgebet schabbat sabbat halal koscher muslim* christ* jüdisch* zeugen sekte "
        "scientology* islam*",
        asked=any_of(
            rf"(?:würden|würdest|können|könnten|könntest|tragen|trägst|legen|legst|nehmen|verzichten) {YOU} "
            rf"{GAP}(?:kopftuch|kippa|"
            r"kreuz|gebet\w*|turban|hidschab|hijab)",
            rf"(?:sind|bist) {YOU} {GAP}(?:gläubig|getauft|konfirmiert|aus der kirche ausgetreten|in der "
            rf"kirche|religiös|kirchlich|moslem|"
            r"muslim\w*|christ\w*|zeuge jehovas|scientolog\w*|praktizierend\w*)(?=\W)",
            r"(?:welcher|welchen|an welche\w*|woran|zu welcher) (?:[\w',-]+ ){0,2}(?:glaub\w*|konfession|"
            r"kirche|gott|religion\w*)",
            rf"(?:glauben|glaubst) {YOU} an (?:gott|allah|jesus|einen gott)",
            rf"(?:brauchen|brauchst|benötigen|wollen|müssen|musst) {YOU} {GAP}(?:gebetspause\w*|beten|gebet\w*|"
            rf"religiöse\w* \w+)",
            rf"(?:zahlen|zahlst) {YOU} {GAP}kirchensteuer",
            rf"{YOUR} (?:\w+ )?(?:glaube\w?|religion\w*|konfession|kirchen\w+|kopftuch)",
        ),
        instruction=any_of(
            r"(?:ob|welche\w?|wie|woran) (?:[\w',-]+ ){0,6}(?:religiös|gläubig|kirche|moschee|betet|fastet|"
            r"kopftuch|glauben?|"
            r"konfession|religion|muslim\w*|christ\w*)(?=\W|$)"
        ),
        scored=any_of(
            r"(?:kopftuch\w*|kippa|(?:streng|tief|sehr|aktiv) (?:gläubig|religiös)\w*|muslim\w*|"
            r"kirchenmitglied\w*|kirchenaustritt|"
            r"konfession\w*|religiöse\w* (?:symbol\w*|überzeugung\w*|kleidung|gründe\w*|feiertage)|getauft|"
            r"gläubig\w*|"
            r"christliche\w* (?:glaube\w*|werte\w*)|betet|fastet|gebetspausen)"
        ),
        profile=any_of(r"(?:nur|ausschließlich|keine) (?:\w+ )?(?:christ|muslim|katholi|moslem)\w*"),
        label=r"(?:religion|konfession|religionszugehörigkeit|kirchensteuermerkmal)(?:\W+\w+){0,3}",
    ),
    Topic.REPRODUCTIVE: Words(
        signs="verhüt* pille abtreib* kinderwunsch* künstlich* nachwuchs fruchtbar* fehlgeburt* ivf "
        "schwangerschaftsabbruch* sterilis*",
        asked=any_of(
            r"(?:fehlgeburt|abtreibung|schwangerschaftsabbruch|kinderwunschbehandlung|kinderwunschklinik|"
            r"künstliche\w* befruchtung|"
            r"sterilisiert|eizellen einfrieren|unfruchtbar)(?: \w+){0,4}\?",
            r"(?:ob|wann) (?:[\w',-]+ ){0,6}(?:nachwuchs plan\w*|verhütet|die pille|kinderwunschbehandlung|"
            r"abgetrieben)",
        ),
        scored=any_of(
            r"(?:kinderwunsch\w*|künstliche\w* befruchtung|verhütet|abtreibung\w*|fehlgeburt\w*|verhütung\w*)"
        ),
    ),
    Topic.RESIDENCE: Words(
        signs="stadtteil* wohn* postleitzahl* plz adresse* viertel kiez bezirk auto* pkw miete eigentum "
        "anschrift zieh*",
        asked=any_of(
            r"(?:in welchem|welchem|aus welchem|welcher|in welcher) (?:\w+ )?(?:stadtteil|viertel|bezirk|kiez|"
            r"ortsteil|gegend|straße) "
            r"(?:[\w',-]+ ){0,3}(?:wohn\w+|leb\w+|komm\w+|zu hause)",
            rf"(?:wo genau|wie weit|wo) (?:wohnen|wohnst) {YOU}",
            rf"(?:wohnen|wohnst) {YOU} {GAP}(?:zur miete|eigentum|eltern|eigenheim|wg|sozialwohnung|in der nähe)",
            rf"(?:besitzen|besitzt|haben|hast|fahren|fährst) {YOU} {GAP}(?:auto|privatwagen|privat-pkw|pkw)(?= ?\?)",
        ),
        instruction=any_of(r"(?:wo|in welchem|wie weit) (?:[\w',-]+ ){0,6}(?:wohnt|stadtteil|wohnviertel|viertel)"),
        scored=any_of(
            r"(?:postleitzahl\w*|plz|wohnort|wohngegend|stadtteil|wohnviertel|problemviertel|wohnt (?:\w+ "
            r")?(?:weit|in|nicht|außerhalb|"
            r"weiter|mehr))"
        ),
    ),
    Topic.SALARY_HISTORY: Words(
        signs="verdien* gehalt* gehälter lohn* bekommen bekommst brutto* netto* vergütung* gehaltszettel* "
        "arbeitgeber jahresbrutto "
        "bezahlt gezahlt kriegst",
        asked=any_of(
            r"(?:was|wie viel|wieviel) (?:[\w',-]+ ){0,6}(?:verdient|verdienst|verdienen sie|verdienten|"
            r"gezahlt|bezahlt|brutto|netto) ?"
            r"(?:haben|hast|bekommen|derzeit|aktuell|gerade|bisher|zuletzt|bei)?(?! wollen)",
            r"(?:was|wie viel|wieviel) (?:[\w',-]+ ){0,3}(?:zahlt|zahlte|bezahlt) (?:[\w',-]+ "
            r"){0,5}(?:arbeitgeber|chef|firma)",
            rf"{YOUR} (?:\w+ )?(?:gehaltszettel|jahresbrutto|letzte\w* (?:gehalt|lohn|brutto\w*)|bisherige\w* "
            rf"(?:gehalt|lohn|brutto\w*))",
            r"(?:letzte[nrs]?|aktuelle[nrs]?|bisherige[nrs]?|vorige[nrs]?|frühere[nrs]?|derzeitige[nrs]?) "
            r"(?:\w+ )?(?:gehaltszettel|"
            r"jahresbrutto\w*|brutto\w*|gehaltsabrechnung\w*|jahresgehalt|gehälter|vergütung\w*)",
        ),
        instruction=any_of(
            r"(?:was|wie viel|wieviel) (?:[\w',-]+ ){0,8}(?:verdient\w*|bekam|bekommen hat|gezahlt\w*|bekommt)",
            r"(?:bisherige\w*|letzte\w*|aktuelle\w*|vorige\w*|frühere\w*) (?:\w+ )?(?:gehalt\w*|gehälter|lohn|"
            r"vergütung|verdienst|bezüge)",
        ),
        scored=any_of(
            r"(?:verdiente|verdient) (?:[\w',-]+ ){0,4}(?:bisher|zuletzt|bereits|vorher|derzeit|aktuell|"
            r"weniger|mehr|unter|über)",
            r"(?:zuletzt|bisher|derzeit|aktuell|bisheriges|letztes|aktuelles) (?:[\w',-]+ ){0,4}(?:verdient\w*|"
            r"gehalt|jahresgehalt|lohn)",
        ),
        harmless=any_of(
            r"(?:möchten|möchtest|wollen|willst|würden|würdest) (?:sie|du) (?:[\w',-]+ ){0,5}verdienen",
            r"lohnabrechnung(?:en)? (?:mit|für|von|in) (?:[\w',-]+ ?){1,4}",
            r"lohn- und gehaltsabrechnung\w*",
        ),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="instagram* facebook* tiktok* social passwort* private* privat* linkedin xing account* profil* "
        "twitter snapchat konten "
        "soziale* sozialen whatsapp zugangsdaten",
        asked=any_of(
            r"(?:instagram|facebook|tiktok|twitter|snapchat|social[- ]media)\S* (?:[\w',&/-]+ "
            r"){0,4}(?:passwort|passwörter|zugangsdaten|login)",
            r"(?:unter welchem|wie lautet|welchen|wie heißt|wie heißen) (?:[\w',-]+ ){0,5}(?:instagram|"
            r"facebook|tiktok|twitter|snapchat|"
            r"social[- ]media|sozialen)\S*",
            r"(?:dürfen|können|zeigen|zeigst|öffnen|öffne|geben|gib|nennen|nenn|verrat\w*|lassen|lass|"
            r"schick\w*|folg\w*|füge?\w*|nimm|nehmen) "
            r"(?:[\w',-]+ ){0,8}(?:privat\w* |dein\w* |ihr\w* )+(?:[\w-]+ )?(?:instagram|facebook|tiktok|"
            r"profil\w*|account\w*|konten|"
            r"social[- ]media)\S*",
            r"privat\w* (?:instagram|facebook|tiktok|social[- ]media)\S*",
        ),
        profile=any_of(
            rf"(?:prüfen|durchsuchen|checken|sichten|sehen|schauen|werten|durchforsten|scannen) (?:wir "
            rf")?(?:[\w',-]+ ){{0,5}}(?:{YOUR}|"
            r"private\w*) (?:[\w-]+ ){0,3}(?:instagram|facebook|tiktok|profile?|konten|accounts?|social[- "
            r"]media|netzwerke\w*|kanäle)\S*",
        ),
        instruction=any_of(
            r"(?:durchsuch\w*|such\w*|sieh|schau\w*|prüf\w*|check\w*|google|durchforst\w*|scann\w*|frag\w*) "
            r"(?:[\w',&/-]+ ){0,8}(?:instagram|"
            r"facebook|tiktok|social[- ]media|sozialen (?:netzwerk\w*|medien)|privat\w* (?:profil\w*|"
            r"account\w*|konten))\S*",
        ),
        scored=any_of(
            r"(?:privat\w*|persönlich\w*) (?:[\w-]+ )?(?:instagram|facebook|tiktok|profil|account|social[- "
            r"]media)\S*",
            r"(?:partyfotos|private posts|private\w* beiträge)",
        ),
        label=r"(?:(?:instagram|facebook|tiktok|twitter|snapchat)\S*(?: ?(?:/|,|und|&) ?)?)+(?:name|profil|"
        r"account|benutzername|konto)?",
    ),
    Topic.UNION: Words(
        signs="verdi ver ig gewerkschaft* betriebsr* streik* gestreikt dgb igbce tarif*",
        asked=any_of(
            rf"(?:sind|bist|waren|warst|gehören|gehörst|haben|hast|saßen|saßt|wollen|würden|würdest) {YOU} "
            rf"(?:(?!als|mit|verhand)[\w',-]+ ){{0,5}}"
            r"(?:ver\.?di|ig metall|ig bce|dgb|gewerkschaft\w*|betriebsrat\w*|streik\w*|gestreikt)(?! "
            r"(?:verhandelt|zusammen))",
            r"(?:wie|was) (?:stehen|stehst|halten|hältst|denken|denkst) (?:sie|du) (?:[\w',-]+ "
            r"){0,4}(?:gewerkschaft\w*|betriebsr\w+|streik\w*)",
        ),
        instruction=any_of(
            r"(?:ob|wie|dass) (?:[\w',-]+ ){0,6}(?:betriebsrat\w*|gewerkschaft\w*|gestreikt|streik\w*|ver\.?di|"
            r"ig metall)"
        ),
        scored=any_of(
            r"(?:gewerkschaft(?:lich\w*|smitglied\w*|er\w*|snah\w*)|sympathie\w* (?:für|mit) (?:[\w-]+ "
            r")?(?:streik\w*|gewerkschaft\w*|"
            r"betriebsr\w*)|betriebsrat (?:gründen|gegründet|war|saß)|betriebsratsmitglied\w*|ehemalige\w* "
            r"betriebsr\w*|"
            r"streik(?:t|s|teilnahme|beteiligung)?|gestreikt|ver\.?di|ig metall)"
        ),
        label=r"(?:gewerkschaft(?:szugehörigkeit|smitglied(?:schaft)?)?)(?:\W+\w+){0,2}",
    ),
}

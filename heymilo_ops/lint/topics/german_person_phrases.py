"""German: further ways to ask and judge who somebody is, beside ``german_person.py``."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.german_forms import GAP, YOU, YOUR
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

ILLNESS = (
    r"(?:burn-?out|depression(?:en)?|krankheit(?:en|sbedingt\w*)?|\w*erkrankung(?:en)?|behinderung(?:en)?|"
    r"schwerbehinderung|therapie|reha|klinikaufenthalt\w*|panikattacken|angststörung(?:en)?|adhs|autismus|epilepsie|"
    r"diabetes|rheuma|rückenprobleme\w*|rückenleiden|bandscheibenvorfall|psychische\w* (?:probleme?n?|krise\w*|"
    r"belastung\w*)|suchterkrankung|gesundheitliche\w* \w+|chronische\w* \w+|krankheitstage\w*|fehltage\w*|"
    r"krankmeldungen)"
)
PEOPLE = r"(?:person(?:en)?|bewerb\w+|kandidat\w*|leute\w?|kolleg\w+|frau\w*|männer\w?|mitarbeiter\w*)"
OLD = r"(?:2[5-9]|[3-6]\d|dreißig|vierzig|fünfzig|sechzig)"

PERSON_PHRASES: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="jahrgang* geburtsdatum geburtsjahr schule schulabgang schulabschluss schulzeit abi abitur altersmäßig "
        "älteste* jüngste* jung junge* jünger älter ältere* über unter mitte ende anfang zwischen ab alter alters* "
        "rente* ruhestand pension* geburtstag* generation boomer millennial* formbar* berufsjahre runden mitte "
        "lebensjahr",
        asked=any_of(
            rf"(?:welcher|welchen|was für ein|ihr|dein) (?:jahrgang|baujahr)(?: (?:sind|bist) {YOU}| (?:sie|"
            rf"du) \w+)?",
            r"(?:altersmäßig|vom alter her)",
            rf"(?:wann|in welchem jahr) (?:{GAP})?(?:schule|schulabschluss|abi|abitur|matura|schulzeit)",
            r"wie (?:viele jahre|lange) (?:[\w',-]+ ){0,6}(?:rente|ruhestand|pension)",
            r"(?:der|die|mit abstand der|mit abstand die) (?:älteste|jüngste)n?(?: \w+){0,2}\?",
            rf"(?:wie|wann) {GAP}(?:{YOUR}|runden) geburtstag",
            rf"{YOUR} (?:\w+ )?(?:altersgruppe|generation)",
            r"(?:zu welcher|welcher|in welche|in welcher) (?:generation|altersgruppe|altersklasse)",
            r"in (?:ihrem|deinem) alter",
        ),
        profile=any_of(
            rf"zwischen {OLD} und {OLD}(?: jahren?)?(?=\W|$)(?! (?:prozent|euro|stunden|sekunden|kg|minuten))",
            rf"{OLD} bis {OLD} jahren? alt",
            rf"jung\w* (?:[\w-]+ ){{0,2}}{PEOPLE}",
            rf"(?:bewerb\w+|kandidat\w*|personen|leute) (?:\w+ )?(?:über|unter|ab|jenseits der|älter als|"
            rf"jünger als) {OLD}",
            r"(?:im )?(?:alter|altersgruppe) (?:von |zwischen |bis |unter )+\d\d",
            r"höchstalter|altersgrenze \d\d",
            r"(?:altersdurchschnitt|durchschnittsalter) (?:\w+ ){0,4}\d\d",
        ),
        instruction=any_of(
            r"(?:wie alt|welcher jahrgang|welchen jahrgang|welches alter)",
            r"(?:schätz|schließ|rechne|leit|errat|ermittl|ermittel)\w* (?:[\w',-]+ ){0,8}(?:alter|jahrgang|"
            r"geburtsjahr)",
        ),
        scored=any_of(
            rf"(?:über|unter|ab|älter als|jünger als|jenseits der|bis) (?:mitte |anfang |ende )?{OLD}"
            r"(?! (?:prozent|euro|stunden|sekunden|kg|minuten|tage|punkte|jahren? (?:berufs\w*|erfahrung|"
            r"praxis)|[\w-]+ "
            r"(?:fälle|"
            r"kunden|projekte))|[.,]\d|\s*%)",
            r"(?:ab|über|unter|anfang|ende) (?:mitte|anfang|ende) (?:20|30|40|50|zwanzig|dreißig|vierzig|fünfzig)",
            r"(?:wenn|ist|sehr|noch|eher|wirkt|weil) (?:noch |sehr |zu |eher )?(?:jung|alt)(?: genug)?",
            r"(?:noch )?formbar",
            r"(?:zu |etwas )?(?:nah an der rente|kurz vor der rente|rentennah\w*|rentenalter)",
            r"ältere\w* (?:bewerb\w+|kandidat\w*|personen|semester)",
        ),
        label=rf"(?:{YOUR} )?(?:alter|geburtsdatum|geburtsjahr|geburtstag|jahrgang|lebensalter|altersgruppe)"
        r"(?: in jahren)?(?:\W+(?:pflichtfeld|pflichtangabe|tt.mm.jjjj|optional|bitte angeben|und geburtsort))*",
    ),
    Topic.AI_EMOTION: Words(
        signs="gesichtsausdruck* gesicht* mimik stimm* tonlage tonfall emotional* emotion* gefühl* nervös* "
        "nervosität "
        "blickkontakt augen* körpersprache lächel* zitter* angst aufgeregt stress* fühlen",
        profile=any_of(
            r"(?:ki|software|system|kamera|algorithmus|programm|tool|assistent) (?:[\w',-]+ "
            r"){0,8}(?:gesichtsausdr\w+|mimik|"
            r"emotion\w*|stimmung|gefühl\w*|körpersprache|stimmlage|tonfall|stimme|blickkontakt)",
            r"(?:erkennt|analysiert|misst|wertet|erfasst|liest) (?:[\w',-]+ ){0,7}(?:gesichtsausdr\w+|mimik|"
            r"emotion\w*|"
            r"gefühl\w*|körpersprache|stimmlage|tonfall|ihre stimme|deine stimme)",
            r"(?:mimik|gesichtsausdr\w+|emotionen|stimmlage|körpersprache) (?:[\w',-]+ ){0,6}(?:ausgewertet|"
            r"analysiert|"
            r"gemessen|erfasst|erkannt|bewertet)",
        ),
        instruction=any_of(
            r"(?:lies|achte|schließ\w*|erkenn\w*|beobacht\w*|leite|deute|stell\w*|bewert\w*|notier\w*) "
            r"(?:[\w',-]+ ){0,8}"
            r"(?:gesicht|stimme|mimik|blick|nervös|nervosität|aufgeregt|emotion\w*|gefühle|lächel\w*|stimmung)",
            r"(?:am|an der|aus der|aus dem|anhand der|anhand des) (?:gesicht\w*|stimme|mimik|blick|tonfall|augen)",
        ),
        scored=any_of(
            r"(?:tonlage|stimmzittern|stimmlage|stimmfarbe|gesichtszüge|mimik|augenbewegung\w*|sprechtempo und "
            r"stimme)",
            r"(?:stimme|hände|blick) (?:\w+ )?(?:zittert|zittern|weicht|bricht|schwankt)",
            r"(?:zitternde|ruhige|unsichere|feste|bebende|warme|angenehme) stimme|(?:ruhiger|fester|sicherer) "
            r"(?:die |der )?"
            r"(?:stimme|blick)",
            r"emotionale\w* (?:stabilität|verfassung|zustand\w*|ausdruck)",
            r"lächelt\w*(?: \w+)?",
            r"(?:wirkt|klingt|scheint) (?:[\w',-]+ ){0,3}(?:nervös|ängstlich|angespannt|traurig|gestresst|"
            r"unehrlich|gereizt)",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="körpergröße gewicht haarfarbe größe konfektionsgröße kleidergröße foto* lichtbild* bild selfie "
        "tattoo* "
        "tätowier* piercing* hübsch* attraktiv* aussehen figur übergewicht* dick* schlank* bmi äußere* "
        "äußerlich* groß schwer wiegst",
        asked=any_of(
            r"wie (?:groß|schwer) (?:bist du|sind sie)",
            rf"{YOUR} (?:\w+ )?(?:konfektionsgröße|bmi|figur|aussehen|körpergröße|körpergewicht)",
            r"(?:foto|ganzkörperfoto|bild|selfie|lichtbild|bewerbungsfoto) (?:[\w',-]+ ){0,4}(?:schicken|"
            r"senden|hochladen|"
            r"beifügen|anhängen|mitschicken)",
            r"(?:schick\w*|send\w*|lade\w*|füge\w*) (?:[\w',-]+ ){0,5}(?:ganzkörper|bewerbungs|porträt|"
            r"pass)?(?:foto|lichtbild|"
            r"selfie)s?(?: von (?:dir|ihnen|sich))?",
            rf"(?:haben|hast|tragen|trägst) {YOU} {GAP}(?:tattoos?|tätowierungen|piercings?)",
        ),
        scored=any_of(
            r"(?:übergewicht\w*|schlank\w*|hübsch\w*|gutaussehend\w*|gut aussehend\w*|sichtbare\w* (?:tattoos?|"
            r"tätowierung\w*|"
            r"piercings?)|(?:das )?äußere\w*|bmi|aussehen|attraktiv\w*)"
        ),
        label=r"(?:(?:körpergröße|größe|gewicht|haarfarbe|augenfarbe|konfektionsgröße|figur|foto|"
        r"lichtbild)(?:,| und|/| )*)"
        r"{1,4}(?: in cm)?",
    ),
    Topic.CITIZENSHIP: Words(
        signs="pass pässe reisepass staatsangehörig* staatsbürger* nationalität* aufenthalt* eingebürgert "
        "einbürgerung "
        "deutsche* schweizer* österreich* ausländer* visum eu inländer*",
        asked=any_of(
            r"(?:welchen|welche|was für einen|wie viele|einen zweiten|mehrere) (?:\w+ )?(?:pass|pässe|reisepass)",
            r"(?:zweite|doppelte|weitere|andere|frühere)\w* (?:staatsangehörigkeit|staatsbürgerschaft|nationalität)",
            rf"(?:haben|hast|besitzen|besitzt) {YOU} {GAP}(?:deutschen|österreichischen|schweizer|eu-|anderen|"
            rf"zweiten) ?-?pass",
            rf"(?:haben|hast|besitzen|besitzt) {YOU} {GAP}(?:staatsangehörigkeit|staatsbürgerschaft|nationalität)",
            rf"(?:seit wann|wann) {GAP}(?:eingebürgert|deutsche[rn]?|schweizer\w*|österreicher\w*)(?=\W)",
            rf"(?:sind|bist) {YOU} {GAP}(?:deutscher? staats\w+|ausländer(?:in)?|eingebürgert|gebürtige\w* \w+)",
        ),
        profile=any_of(
            r"(?:nur|ausschließlich) (?:[\w-]+ ){0,2}(?:mit )?(?:deutsche[mn]|österreichische[mn]|schweizer|"
            r"eu-?|europäische[mn]) ?-?"
            r"(?:pass|staats\w+)",
            r"(?:nur|ausschließlich) (?:an |für )?(?:deutsche|österreicher|schweizer|inländer|"
            r"eu-bürger)(?:\w*)(?= |$)",
            r"(?:keine|ohne) ausländer\w*",
        ),
        scored=any_of(
            r"(?:staatsangehörigkeit|staatsbürgerschaft|nationalität|eingebürgert)",
            r"(?:deutsche[nrm]?|österreichische[nrm]?|schweizer|eu-?|ausländische[nrm]?|nicht-deutsche[nrm]?) "
            r"?-?pass",
            r"(?:kein|keine|nicht) (?:deutscher?|schweizer|österreicher|eu-bürger)\w*(?= |$)",
            r"ausländer(?:in|innen|n)?(?!\w)",
        ),
        label=r"(?:staatsangehörigkeit|nationalität|staatsbürgerschaft)(?:en)?(?:\W+(?:\w+ ?){1,3})?",
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="krank* krankgeschrieben burnout burn depression* therapie* reha* rücken allergi* behinder* "
        "schwerbehind* "
        "vorerkrankung* erkrank* klinik* gesund* behandlung diabetes panik* angststörung* adhs autis* "
        "epilepsie rheuma "
        "bandscheibe* psychisch* psycholog* sucht* chronisch* fehltage* diagnose* medikament* tabletten "
        "raucher rollstuhl* "
        "hörgerät* leiden* gebrechen arbeitsunfähig* au wehwehchen geimpft impf* seelisch* attest* beschwerden",
        asked=any_of(
            rf"(?:waren|warst|sind|bist|fehlten|fehltest) {YOU} (?:[\w',-]+ ){{0,8}}(?:krankgeschrieben|krank "
            rf"gemeldet|"
            r"krankgemeldet|arbeitsunfähig|in behandlung|in (?:einer )?(?:klinik|reha|therapie|kur)|krank)",
            rf"(?:waren|warst|sind|bist|haben|hast|hatten|hattest|leiden|leidest|nehmen|nimmst|machten|machst) {YOU} "
            rf"(?:(?!menschen|patient|kindern|begleitung|betreuung|umgang|erfahrung|gearbeitet)[\w',-]+ "
            rf"){{0,6}}{ILLNESS}",
            rf"(?:wegen|aufgrund|durch|an) (?:\w+ )?{ILLNESS} {GAP}(?:behandlung|ausgefallen|gefehlt|gelitten|"
            rf"pausiert)",
            r"(?:zwickt|fehlt|drückt|plagt) (?:[\w',-]+ )?(?:ihnen|dir|sie|dich) (?:[\w',-]+ ){0,3}(?:etwas|"
            r"was|irgendwas)?",
            rf"(?:wie viele|an wie vielen) (?:[\w-]+ ){{0,2}}(?:tage\w*|kranken?tage\w*|fehltage\w*) "
            rf"{GAP}(?:krank\w*|gefehlt|"
            r"arbeitsunfähig)",
            rf"(?:wie oft|wie häufig|wie lange) {GAP}(?:krank|krankgeschrieben|krankgemeldet|krank gemeldet)",
            rf"(?:war|ist|steckt|steckte|lag) (?:das |es |da |die lücke |der grund )?(?:[\w',-]+ ){{0,4}}{ILLNESS}\?",
            rf"{YOUR} (?:\w+ )?(?:gesundheit\w*|krankengeschichte|krankheiten?|behinderung|psyche|erkrankung|"
            rf"beschwerden)",
            r"(?:gesundheitlich|psychisch|seelisch) (?:[\w',-]+ ){0,6}(?:bei (?:ihnen|dir)|fit|gut|stabil|"
            r"belastbar|"
            r"angeschlagen|eingeschränkt|alles)",
            r"bei (?:ihnen|dir) (?:[\w',-]+ ){0,6}(?:gesundheitlich\w*|psychisch\w*|krankheiten|"
            r"vorerkrankungen|allergien|diagnose)",
            rf"(?:müssen|musst|nehmen|nimmst|brauchen|brauchst) {YOU} {GAP}(?:medikamente|tabletten|hörgerät|"
            rf"rollstuhl|antidepressiva)",
            r"(?:rücken|knie|allergien|bandscheibe)(?:, (?:\w+))+",
        ),
        instruction=any_of(
            rf"(?:ob|wenn|bis|dass|wie oft|woran|warum|wegen) (?:[\w',-]+ ){{0,8}}(?:{ILLNESS}|krank|gesund|"
            rf"schwerbehindert|"
            r"behindert|krankgeschrieben|in behandlung|medikamente)",
            rf"(?:frag\w*|kläre|hak\w*|erkundig\w*|find\w*|sprich|bring\w*|notier\w*|erfrag\w*) (?:[\w',-]+ "
            rf"){{0,8}}{ILLNESS}",
        ),
        scored=any_of(
            ILLNESS,
            r"(?:rollstuhlfahrer\w*|schwerbehindert\w*|behindert\w*|vorerkrankung\w*|krankgeschrieben|häufig "
            r"krank|oft krank|nie "
            r"krank|selten krank|gehörlos\w*|psychisch (?:labil|instabil|stabil|krank)|in behandlung)",
        ),
        label=r"(?:(?:chronische |bekannte )?(?:krankheiten|erkrankungen|vorerkrankungen|behinderung(?:en)?|"
        r"allergien|"
        r"schwerbehinderung|medikamente|grad der behinderung)(?: ?(?:/|,|und|oder|\() ?|\W*))+(?:bitte \w+|welche)?",
        harmless=any_of(
            r"(?:physio|ergo|logo)therap\w+",
            r"therapie(?:plan|pläne|ziele|konzept|hund)\w*",
            r"schwerbehinderte menschen werden (?:[\w',-]+ ){0,8}(?:bevorzugt|berücksichtigt)",
            r"(?:krankheits|krank)(?:bilder|bild|heitslehre|vertretung)\w*",
        ),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="transition* trans transfrau transmann geschlecht* früher* anders umoperiert hormone deadname "
        "geburtsname "
        "vorname* biologisch*",
        asked=any_of(
            rf"(?:hießen|hießt|hieß|hiessen|hiessest) {YOU} {GAP}(?:anders|transition)",
            r"(?:transition|geschlechtsangleichung|geschlechtseintrag|geburtsgeschlecht|"
            r"personenstandsänderung)(?= ?\?)",
            rf"(?:haben|hast|hatten|sind|bist|wurden|wurdest|lebten|lebtest) {YOU} {GAP}(?:umoperiert|"
            rf"transition\w*|geschlecht "
            r"(?:gewechselt|geändert|angepasst|angleichen)\w*|geschlechtseintrag|transfrau|transmann|trans\W)",
            r"(?:biologisch|bei (?:der )?geburt) (?:[\w',-]+ ){0,4}(?:mann|frau|geschlecht|männlich|weiblich)",
            rf"{YOUR} (?:alter|früherer|ursprünglicher|eigentlicher) (?:vorname|name vor)",
        ),
        instruction=any_of(
            r"(?:ob|wenn) (?:[\w',-]+ ){0,6}(?:trans|transfrau|transmann|transition|geschlechtsangleich\w+)"
        ),
        scored=any_of(r"(?:transition|transfrau|transmann|transperson(?:en)?|transsexuell\w*|transgender)"),
    ),
}

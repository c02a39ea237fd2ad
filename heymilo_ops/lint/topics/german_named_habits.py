"""German: words that give a topic away by themselves, unless a clause is about others or is work: habits and means."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_SECRETLY = (
    r"(?:unbemerkt|heimlich|verdeckt|im geheimen|ohne (?:es |das |dies |ihn |sie |etwas |dass )?(?:[\w]+ ){0,3}(?:zu "
    r"sagen|zu informieren|wissen|hinweis|bescheid|merkt|bemerkt))"
)

NAMED_HABITS: Mapping[Topic, Words] = {
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

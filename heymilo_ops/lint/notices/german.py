"""German."""

# ruff: noqa: E501  (patterns read better whole)

from __future__ import annotations

from heymilo_ops.lint.notices.notice import NAME, Notice, NoticeWords
from heymilo_ops.lint.topics.language import any_of

_AI = r"(?:ki|künstlichen? intelligenz|ai)"
_PERSON = (
    r"(?:ein(?:e[rm]?)? )?(?:\w+ )?(?:mensch(?:en)?|person(?:en)?|mitarbeiter\w*|kolleg\w+|team|recruiter\w*|"
    r"personalabteilung|führungskr\w+|jemand|wir)"
)
_WORK = r"(?:antwort\w*|bewerbung\w*|gespräch\w*|interview\w*|ergebnis\w*|bericht\w*|lebensl\w+|unterlagen)"

GERMAN = NoticeWords(
    code="de",
    signs={
        Notice.AI: any_of(
            rf"(?:einer?|eines|mit|von|durch|unsere[rm]?|die|der) (?:\w+ )?{_AI}",
            r"ki-\w+",
            r"ki(?: |-)?(?:gestützt\w*|basiert\w*|assistent\w*|interviewer\w*|system\w*)",
            r"künstlichen? intelligenz",
            r"(?:automatisiert\w*|virtuell\w*|digital\w*) (?:interview\w*|assistent\w*|gespräch\w*)",
            r"chatbot",
        ),
        Notice.CAMERA: any_of(r"\w*kamera\w*", r"\w*video\w*", r"gefilmt"),
        Notice.CHEAT_DETECTION: any_of(
            r"täusch\w+",
            r"betrug\w*",
            r"(?:seite|tab|fenster|browser)\w* (?:\w+ ){0,3}(?:verlass\w*|wechsel\w*|gewechselt)",
            r"(?:verlass\w*|wechsel\w*) (?:\w+ ){0,3}(?:seite|tab|fenster)\w*",
            r"abgelesen\w*|vorgelesen\w*",
            r"auffällig\w*",
            r"weitere personen",
        ),
        Notice.CONTACT: any_of(
            r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+",
            r"(?:schreib\w*|antwort\w*|ruf\w*|meld\w*|wend\w*|frag\w*|sprech\w*|bitt\w*|mitteil\w*|sag\w*)\b[^.?!]{0,60}?"
            r"(?:menschen?|person|jemand\w*|anpassung\w*|vorkehrung\w*|unterstützung|alternativ\w*)",
            r"(?:menschen?|person|anpassung\w*|vorkehrung\w*|unterstützung|alternativ\w*)\b[^.?!]{0,60}?"
            r"(?:schreib\w*|antwort\w*|ruf\w*|meld\w*|wend\w*|frag\w*|bitt\w*|sag\w*)",
        ),
        Notice.DECISION: any_of(
            r"(?:menschen?|person\w*|team|software|ki|system|algorithm\w*|wir|mitarbeiter\w*)\b[^.?!]{0,50}?"
            r"(?:entscheid\w*|sortiert\w*|aussortiert|sortieren|ablehn\w*|abgelehnt)",
            r"(?:entscheid\w*|entschieden|sortiert|aussortiert|abgelehnt)\b[^.?!]{0,50}?"
            r"(?:menschen?|person\w*|team|software|ki|automatisch\w*|automatisiert\w*|algorithm\w*)",
            rf"{_PERSON} (?:\w+ )?(?:liest|lesen|prüft|prüfen|sieht|sehen) (?:\w+ )?(?:jede\w*|alle\w*|ihre\w*|deine\w*) {_WORK}",
        ),
        Notice.PHONE: any_of(
            rf"(?:telefon\w*|anruf\w*|anrufen|ruft)\b[^.?!]{{0,60}}?{_AI}",
            rf"{_AI}\b[^.?!]{{0,60}}?(?:telefon\w*|anruf\w*|anrufen|ruft|angerufen)",
        ),
        Notice.RECORDING: any_of(
            r"aufgezeichnet\w*",
            r"aufgenommen",
            r"mitgeschnitten",
            r"(?:ton|stimme|audio|video|gespräch|abschrift)\w*\b[^.?!]{0,40}? (?:gespeichert|aufbewahrt|festgehalten)",
            r"(?:speichern|bewahren)\b[^.?!]{0,40}? (?:ton|stimme|audio|video|gespräch|abschrift)\w*",
            r"transkribiert\w*",
            r"(?:zeichnen|nehmen|schneiden)\b[^.?!]{0,40}? (?:auf|mit)",
            r"(?:aufzeichnung|aufnahme|mitschnitt)\w*",
        ),
        Notice.SMS: any_of(r"stopp?", r"abmeld\w+", r"abbestell\w+", r"beend\w+"),
    },
    denied=any_of(
        rf"(?:keine?[rnms]?|nichts?|nie|niemals|ohne)(?: \w+){{0,3}}? (?:{_AI}|aufgezeichnet|aufgenommen|transkribiert|"
        r"aufzeichnung|aufnahme|kamera|video)",
    ),
    about=any_of(
        r"sie", r"ihre?[nrms]?", r"du", r"dich", r"dir", r"deine?[nrms]?", r"gespräch\w*", r"interview\w*",
        r"bewerb\w+", r"antwort\w*",
    ),
    promises=any_of(
        rf"{_PERSON} (?:\w+ )?(?:liest|lesen|prüft|prüfen|sieht|sehen|bewertet|bewerten) (?:\w+ )?(?:jede\w*|alle\w*|ihre\w*|deine\w*) {_WORK}",
        rf"(?:jede\w*|alle\w*|ihre\w*|deine\w*) {_WORK} (?:wird|werden) (?:\w+ )?von (?:\w+ )?(?:menschen?|person\w*|team) (?:gelesen|geprüft|gesehen|bewertet)",
        r"menschen,? (?:und )?(?:nicht|keine) (?:\w+ ){0,3}?\w+,? entscheiden",
        r"(?:menschen|personen|ein mensch|unser team) entscheide[nt](?!\b[^.?!]{0,40}?(?:einstell|eingestellt))",
        r"(?:keine entscheidung|niemand)\b[^.?!]{0,40}?(?:allein von|nur von|automatisch|von einer software|von einer ki|von software)",
        r"(?:software|die ki|ki) (?:entscheidet|lehnt|sortiert)\b[^.?!]{0,30}?(?:nicht|nie|niemanden?|nichts)",
    ),
    partial=any_of(
        r"auf (?:wunsch|anfrage|nachfrage|bitte)", r"wenn (?:sie|du)", r"nicht (?:alle|jede\w*)", r"außer",
        r"(?:die|der) weiter\w*", r"alles andere", r"(?:die|alle) übrigen", r"kann (?:\w+ )?bitten", r"können (?:\w+ )?bitten",
    ),
    senders=(
        rf"\b(?i:hier|ich bin|dies|guten (?:tag|morgen|abend)|hallo|moin|servus|grüezi|grüß|nachricht\w*|sms|ki|assistent\w*)"
        rf"\b[^.?!]{{0,60}}?\b(?:von|bei|für|namens) (?:der |dem |den )?{NAME}"
        rf"|\b(?i:hier ist|hier schreibt|dies ist|wir sind) (?:die |der |das )?{NAME}"
        rf"|{NAME} (?:schreibt|sendet|schickt)\b"
    ),
    sender="Hier ist der KI-Assistent von {company}.",
    wording=(
        "Bewerbungen, die {rejects}, sortiert eine Software aus; auf Wunsch sieht ein Mensch noch einmal hin. "
        "Alle übrigen lesen Menschen."
    ),
    proposals={
        Notice.AI: "Sie sprechen mit einer KI, die allen dieselben Fragen stellt.",
        Notice.CAMERA: "Während des Gesprächs ist die Kamera an, und das Video wird aufgezeichnet.",
        Notice.CHEAT_DETECTION: "Eine Software vermerkt, wenn Sie die Seite verlassen oder eine Antwort abgelesen klingt; ein Mensch sieht sich das an.",
        Notice.CONTACT: "Wenn Sie eine Anpassung brauchen oder lieber mit einem Menschen sprechen, antworten Sie auf die Einladung.",
        Notice.DECISION: "Eine Software bewertet die Antworten; Menschen entscheiden, wer eingestellt wird.",
        Notice.PHONE: "Wenn Sie das Telefon wählen, ruft eine KI Sie an.",
        Notice.RECORDING: "Ihre Stimme wird aufgezeichnet und verschriftlicht.",
        Notice.SMS: "Antworten Sie STOP, um diese Nachrichten zu beenden.",
    },
    either="oder",
    by={"knockout": "eine Mindestanforderung nicht erfüllen", "pass_mark": "unter der Punktgrenze liegen"},
)  # fmt: skip

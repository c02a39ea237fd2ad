"""Dutch."""

# ruff: noqa: E501  (patterns read better whole)

from __future__ import annotations

from heymilo_ops.lint.notices.notice import NAME, Notice, NoticeWords
from heymilo_ops.lint.topics.language import any_of

_AI = r"(?:ai|kunstmatige intelligentie)"
_PERSON = r"(?:een |onze |de )?(?:\w+ )?(?:mens(?:en)?|persoon|personen|medewerkers?|collega's?|team|recruiters?|manager|iemand|wij|we)"
_WORK = r"(?:antwoord\w*|sollicitatie\w*|gesprek\w*|interviews?|resulta\w+|verslag\w*|cv's?)"

DUTCH = NoticeWords(
    code="nl",
    signs={
        Notice.AI: any_of(
            rf"(?:een|met|door|onze|van|de) (?:\w+ )?{_AI}",
            r"ai-\w+",
            r"kunstmatige intelligentie",
            r"(?:geautomatiseerde?|virtuele|digitale) (?:interviewer|assistent\w*|gesprek\w*)",
            r"chatbot",
        ),
        Notice.CAMERA: any_of(r"\w*camera\w*", r"\w*video\w*", r"gefilmd"),
        Notice.CHEAT_DETECTION: any_of(
            r"fraude\w*", r"valsspel\w*", r"(?:pagina|tabblad|venster|scherm)\w* (?:\w+ ){0,3}(?:verla\w+|wissel\w*)",
            r"(?:verla\w+|wissel\w*) (?:\w+ ){0,3}(?:pagina|tabblad|venster)\w*", r"voorgelezen|opgelezen",
            r"verdacht\w*|ongebruikelijk\w*", r"andere (?:personen|mensen|stemmen)",
        ),
        Notice.CONTACT: any_of(
            r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+",
            r"(?:schrijf\w*|mail\w*|antwoord\w*|bel\w*|vraag\w*|vragen|spreek\w*|spreken|meld\w*|laat)\b[^.?!]{0,60}?"
            r"(?:mens|persoon|iemand|aanpassing\w*|alternatief)",
            r"(?:mens|persoon|iemand|aanpassing\w*|alternatief)\b[^.?!]{0,60}?"
            r"(?:schrijf\w*|mail\w*|antwoord\w*|bel\w*|vraag\w*|vragen|meld\w*|laat)",
        ),
        Notice.DECISION: any_of(
            r"(?:mens(?:en)?|persoon|team|software|ai|systeem|algoritme|wij|we|medewerkers?|recruiters?|\w*leiders?|"
            r"leidinggevenden?|managers?|directeur|chef)\b[^.?!]{0,50}?"
            r"(?:beslis\w*|besluit\w*|beslui\w*|afgewezen|afwijz\w*|wijst|opzij)",
            r"(?:beslis\w*|besluit\w*|afgewezen)\b[^.?!]{0,50}?"
            r"(?:mens(?:en)?|persoon|team|software|ai|automatisch\w*|geautomatiseerd\w*|algoritme)",
            rf"{_PERSON} (?:\w+ )?(?:leest|lezen|bekijkt|bekijken|beoordeelt|beoordelen) (?:elke?|ieder\w*|alle|je|uw|jouw) {_WORK}",
        ),
        Notice.PHONE: any_of(
            rf"(?:telefo\w+|bel\w*|gebeld)\b[^.?!]{{0,60}}?{_AI}",
            rf"{_AI}\b[^.?!]{{0,60}}?(?:telefo\w+|belt|bellen|gebeld)",
        ),
        Notice.RECORDING: any_of(
            r"opgenomen", r"getranscribeerd", r"(?:geluids|video)?opnames?", r"uitgeschreven", r"vastgelegd",
            r"nemen (?:\w+ ){0,4}op",
            r"(?:geluid|stem|audio|video|gesprek|transcript)\w*\b[^.?!]{0,40}? (?:bewaard|opgeslagen)",
            r"(?:bewaren|slaan)\b[^.?!]{0,40}? (?:geluid|stem|audio|video|gesprek|transcript)\w*",
        ),
        Notice.SMS: any_of(r"stop", r"afmeld\w*", r"uitschrijv\w*"),
    },
    denied=any_of(
        rf"(?:geen|niets?|nooit|zonder)(?: \w+){{0,3}}? (?:{_AI}|opgenomen|getranscribeerd|opnames?|camera|video)",
    ),
    about=any_of(r"je", r"jij", r"jouw", r"u", r"uw", r"gesprek\w*", r"interviews?", r"sollicit\w+", r"antwoord\w*"),
    promises=any_of(
        rf"{_PERSON} (?:\w+ )?(?:leest|lezen|bekijkt|bekijken|beoordeelt|beoordelen) (?:elke?|ieder\w*|alle|je|uw|jouw) {_WORK}",
        rf"(?:elke?|ieder\w*|alle|je|uw|jouw) {_WORK} wordt? (?:\w+ )?door (?:\w+ )?(?:mens(?:en)?|persoon|team|medewerker) (?:gelezen|bekeken|beoordeeld)",
        r"mensen,? (?:en )?(?:niet|geen) (?:\w+ ){0,2}?\w+,? (?:beslissen|besluiten|bepalen)",
        r"(?:mensen|een mens|ons team) (?:beslissen|beslist|besluiten|bepalen|bepaalt)(?!\b[^.?!]{0,30}?(?:aangenomen|aannemen))",
        r"(?:geen (?:enkel )?besluit|geen beslissing|niemand)\b[^.?!]{0,40}?(?:door software|door ai|door een computer|automatisch|alleen door)",
        r"(?:software|de ai|ai) (?:beslist|besluit|wijst)\b[^.?!]{0,20}?(?:niet|nooit|niemand|niets)",
    ),
    partial=any_of(
        r"op verzoek", r"als (?:je|u|jij)", r"niet (?:alle|elke?|ieder\w*)", r"behalve", r"tenzij", r"(?:al )?het andere",
        r"alle andere", r"de overige", r"(?:kunt|kan|kun) (?:\w+ )?vragen",
    ),
    senders=(
        rf"\b(?i:hier|met|ik ben|dit is|hoi|hallo|dag|goedendag|berichten?|sms\w*|assistent\w*|ai)"
        rf"\b[^.?!]{{0,60}}?\b(?:van|bij|namens|voor) (?:de |het )?{NAME}"
        rf"|\b(?i:hier is|dit is|wij zijn) (?:de |het )?{NAME}"
        rf"|{NAME} (?:stuurt|sms't|appt|schrijft)\b"
    ),
    sender="Dit is de AI-assistent van {company}.",
    wording=(
        "Software legt sollicitaties opzij die {rejects}; op verzoek kijkt een mens opnieuw. De overige worden door "
        "mensen gelezen."
    ),
    proposals={
        Notice.AI: "Je praat met een AI, die iedereen dezelfde vragen stelt.",
        Notice.CAMERA: "Tijdens het gesprek staat de camera aan, en de video wordt opgenomen.",
        Notice.CHEAT_DETECTION: "Software noteert wanneer je de pagina verlaat of een antwoord voorgelezen klinkt; een mens kijkt daarnaar.",
        Notice.CONTACT: "Heb je een aanpassing nodig of praat je liever met een mens, antwoord dan op de uitnodiging.",
        Notice.DECISION: "Software beoordeelt de antwoorden; mensen beslissen wie wordt aangenomen.",
        Notice.PHONE: "Als je de telefoon kiest, belt een AI je.",
        Notice.RECORDING: "Je stem wordt opgenomen en uitgeschreven.",
        Notice.SMS: "Antwoord STOP om deze berichten te beëindigen.",
    },
    either="of",
    by={"knockout": "niet aan een harde eis voldoen", "pass_mark": "onder de minimumscore blijven"},
)  # fmt: skip

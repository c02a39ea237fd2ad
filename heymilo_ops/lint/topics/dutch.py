"""Dutch: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.dutch_life import LIFE
from heymilo_ops.lint.topics.dutch_named import NAMED_PERSON
from heymilo_ops.lint.topics.dutch_named_life import NAMED_LIFE
from heymilo_ops.lint.topics.dutch_named_private import NAMED_PRIVATE
from heymilo_ops.lint.topics.dutch_needs import NEEDS
from heymilo_ops.lint.topics.dutch_person import PERSON
from heymilo_ops.lint.topics.dutch_phrases import PHRASES
from heymilo_ops.lint.topics.dutch_society_phrases import SOCIETY_PHRASES
from heymilo_ops.lint.topics.language import Language, any_of, joined

_FIRST = joined({**LIFE, **PERSON}, {**PHRASES, **SOCIETY_PHRASES})

DUTCH = Language(
    code="nl",
    name="Dutch",
    topics=joined(_FIRST, {**NAMED_PERSON, **NAMED_LIFE, **NAMED_PRIVATE}),
    clause_ends=(
        r";|:|,? (?:maar|echter|terwijl|daarentegen)(?!\w)|,? en (?:dan )?(?=vraag|beoordeel|noteer|scoor|"
        r"controleer)| – | — "
    ),
    frames=any_of(
        r"(?:vraag|zeg|noteer|schrijf) (?:[\w'-]+ ){0,2}niets",
        r"laat (?:[\w',-]+ ){0,20}(?:rusten|met rust|buiten beschouwing|liggen)",
        r"tell?en? niet mee|telt niet|doen er niet toe|doet er niet toe|(?:is|zijn) niet van belang|"
        r"hebben geen (?:plaats|invloed)",
        r"(?:vraag|bespreek|beoordeel|noteer|scoor|stel|ga|let|kijk|weeg|leid|trek|vermeld|straf|begin|maak) "
        r"(?:[\w',-]+ ){0,5}(?:niet|nooit|geen)",
        r"(?:niet|nooit|geen) (?:[\w',-]+ ){0,6}(?:vragen|bespreken|beoordelen|noteren|meewegen|scoren|mee|"
        r"gevraagd|beoordeeld|meegewogen|aangesproken)",
        r"geen vragen (?:over|naar)",
        r"(?:vermijd|vermijden)",
        r"(?:ongeacht|los van|onafhankelijk van)",
        r"zonder (?:te letten op|rekening te houden met|te vragen|onderscheid)",
        r"in plaats van (?:[\w',-]+ ){0,4}(?:te )?vragen",
        r"gelijke kansen",
        r"(?:aanpassing(?:en)?|ondersteuning) (?:[\w',-]+ ){0,5}(?:gesprek|interview|sollicitatie\w*|"
        r"procedure)",
        r"(?:gaat|gaan) (?:\w+ )?niets aan|lever\w* geen punt\w*|(?:kost|kosten|zegt|zeggen|betekent) niets|niets te "
        r"zoeken|geen woord|"
        r"(?:blijft?|blijven|laat|houd) (?:\w+ ){0,3}(?:erbuiten|erbuiten|weg van|buiten het gesprek)|blijf weg|"
        r"(?:praat|spreek|begin) (?:\w+ ){0,3}niet|mogen niet ter sprake|mag niet ter sprake|geen "
        r"(?:minpunt|criterium|"
        r"reden|onderwerp|thema)|vergeet|(?:praten|spreken|vragen|hebben) we (?:\w+ ){0,3}niet|(?:mag|mogen|kan|"
        r"moet) (?:\w+ )?(?:geen|niet|"
        r"nooit) (?:[\w]+ ){0,4}(?:kosten|meetellen|tellen|wegen|meewegen|leiden|schelen|aftrek)",
        r"^\W*(?:is|als|komt|wanneer|indien|mocht|begint|noemt|meldt|vertelt|vraagt|zegt) (?:de kandidaat|iemand|er "
        r"(?:een kind|kinderen)|een "
        r"kandidaat|een kind|het accent|die|hij|zij|men)[^.?!]{1,80}?\b(?:bied|bedank|wacht|ga (?:daarna|dan|er|niet|"
        r"terug|verder)|pauzeer|stop "
        r"even|keer terug|stel gerust|herhaal|praat langzamer|wees|geef (?:tijd|ruimte|de)|reageer niet|stuur|verzet|"
        r"wens|zeg dat|rond af)",
        r"met of zonder (?:aanpassing|hulpmiddel|hulp)\w*",
        r"welkom",
        r"(?:speelt|spelen) geen rol",
        r"taboe",
        r"informeer (?:[\w',-]+ ){0,3}(?:niet|nooit)",
        r"(?:buiten beschouwing|telt niet|tellen niet|negeer)",
        r"(?:geen|zonder) (?:aftrek|punten aftrek|invloed|nadeel)",
        r"(?:alleen|uitsluitend) (?:de )?inhoud",
        r"(?:kijkt|kijken|bekijken|vragen|volgen|gebruiken|analyseert|analyseren|wordt|worden) (?:[\w',-]+ "
        r"){0,4}(?:niet|geen)",
    ),
    others=any_of(
        r"(?:klant|patiënt|cliënt|gast|bewoner|leerling|student|collega|gebruiker|bezoeker|reiziger|huurder|"
        r"teamleden|medewerker|"
        r"passagier|beller|oudere|deelnemer|kinderen (?:van (?!school|de opvang|de crèche)|met|in|uit)|mensen met)\w*",
        r"hoe (?:zou|zoudt|gaat|ga|heeft|heb|hebt|pakt|pak|helpt|help|legt|leg|reageert|reageer|begeleidt|"
        r"begeleid) (?:u|je|jij)",
        r"wat (?:zou u|zou je|doet u|doe je) ?(?:doen|als)?",
        r"(?:vertel|beschrijf|schets|noem) (?:ons |me |eens |een )*",
        r"(?:kent|beschrijft|begrijpt|adviseert|volgens (?:het protocol|de \w+ controle))|^\W*(?:\d\W+)?(?:goed "
        r"antwoord\W+)?(?:noemt|herkent|legt|stelt|checkt|respecteert|beschermt|kalmeert|weet|onderscheidt|betrekt|"
        r"signaleert|meldt|plant|toont (?=hoe|"
        r"een)|stemt)(?= )(?!.{0,25}(?:"
        r"kandida|taakstraf|celstraf|strafblad|ziekte|burn-?out|zwanger|eigen beperking|depress|handicap))",
        r"hoe (?!lang|oud|vaak|veel|hoog|groot|zwaar|ver\b|heet|heette|ga\b|gaat|woon|leef|voel|combineer|regel|is\b|"
        r"zijn\b|kom\b|sta\b|zit\b|denkt?\b|vindt?\b)"
        r"\w+ (?:je|jij|u|jullie)(?! (?:de opvang|je kinderen|je gezin))|hoe lang werk (?:je|u) al|waar let (?:u|je) "
        r"op|welke signalen",
        r"wat (?:vertel|bied|zeg|adviseer|geef|leg)\w* (?:je|u|jij)|wat (?:heb|hebt|heeft) (?:je|u|jij) als|wat "
        r"doet? (?:je|u|jij) (?:als|wanneer|om|met|"
        r"bij|tegen)",
        r"als (?:\w+)(?:werker|ist|arts|kundige|leider|leraar|docent|advocaat|verzorger|trainer|coach|begeleider|"
        r"adviseur|monteur)(?= |\W*$)",
        r"(?:verkocht|onderhandeld|geschreven|beheerd|begeleid|opgevangen|gewerkt|geleid|georganiseerd|ontwikkeld|"
        r"gebouwd|gerund|onderhouden|"
        r"ontworpen|gegeven|verdedigd|afgehandeld|gemaakt|geregeld|gecoacht|geserveerd|verzorgd (?=in|op)|"
        r"gerestaureerd|geïnstalleerd)(?=\W*$)",
        r"(?:bij|voor|van|met|aan) een (?:zwangere|paar|jongere|tiener|stel|gezin|echtpaar)|gedetineerde\w*|jongeren|"
        r"mantelzorgers|aan (?:het )?"
        r"werk te helpen|(?:wij|je|u) (?:werkt|werken|serveren|serveert|verzorgen|verkopen|verkoopt|begeleiden|"
        r"begeleidt) (?!hier)",
        r"ervaring(?:en)? (?:met|in|als|bij|van|op)",
    ),
    harmless=any_of(
        r"alcohol (?:te |mogen )*(?:verkopen|"
        r"schenken)",
        r"(?:native apps?|cloud[- ]native|react native)",
        r"single sign-?on",
    ),
    needs=NEEDS,
)

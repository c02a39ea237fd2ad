"""Dutch: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.dutch_life import LIFE
from heymilo_ops.lint.topics.dutch_needs import NEEDS
from heymilo_ops.lint.topics.dutch_person import PERSON
from heymilo_ops.lint.topics.dutch_phrases import PHRASES
from heymilo_ops.lint.topics.dutch_society_phrases import SOCIETY_PHRASES
from heymilo_ops.lint.topics.language import Language, any_of, joined

DUTCH = Language(
    code="nl",
    name="Dutch",
    topics=joined({**LIFE, **PERSON}, {**PHRASES, **SOCIETY_PHRASES}),
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
        r"passagier|beller|oudere|deelnemer|kinderen (?:van|met|in|uit)|mensen met)\w*",
        r"hoe (?:zou|zoudt|gaat|ga|heeft|heb|hebt|pakt|pak|helpt|help|legt|leg|reageert|reageer|begeleidt|"
        r"begeleid) (?:u|je|jij)",
        r"wat (?:zou u|zou je|doet u|doe je) ?(?:doen|als)?",
        r"(?:vertel|beschrijf|schets|noem) (?:ons |me |eens |een )*",
        r"(?:kent|noemt|beschrijft|begrijpt|adviseert|volgens het protocol)",
        r"ervaring(?:en)? (?:met|in|als|bij|van|op)",
    ),
    harmless=any_of(r"(?:native apps?|cloud[- ]native|react native)", r"single sign-?on"),
    needs=NEEDS,
)

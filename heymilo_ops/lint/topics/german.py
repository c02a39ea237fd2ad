"""German: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.german_life import LIFE
from heymilo_ops.lint.topics.german_life_phrases import LIFE_PHRASES
from heymilo_ops.lint.topics.german_needs import NEEDS
from heymilo_ops.lint.topics.german_origin_phrases import ORIGIN_PHRASES
from heymilo_ops.lint.topics.german_person import PERSON
from heymilo_ops.lint.topics.german_person_phrases import PERSON_PHRASES
from heymilo_ops.lint.topics.german_society_phrases import SOCIETY_PHRASES
from heymilo_ops.lint.topics.language import Language, any_of, joined

GERMAN = Language(
    code="de",
    name="German",
    topics=joined({**LIFE, **PERSON}, {**LIFE_PHRASES, **SOCIETY_PHRASES, **PERSON_PHRASES, **ORIGIN_PHRASES}),
    clause_ends=(
        r";|:|,? (?:aber|jedoch|allerdings|sondern|hingegen|während)(?!\w)|,? und (?:dann )?"
        r"(?=frag|bewert|ermitt|klär|notier)| – | — "
    ),
    frames=any_of(
        r"(?:sind|ist|bleib\w+) (?:[\w'-]+ ){0,2}(?:ohne belang|unerheblich|egal|belanglos|"
        r"nebensächlich)|zähl(?:t|en) (?:[\w'-]+ ){0,2}nicht|spielen? (?:[\w'-]+ ){0,2}keine rolle|"
        r"(?:bekommt|bekommen|hat|haben) (?:[\w'-]+ ){0,2}(?:alle )?zeit|frag\w* (?:[\w'-]+ ){0,2}nichts|"
        r"lass\w* (?:[\w',-]+ ){0,20}(?:außen vor|beiseite|ruhen|zeit)|nichts (?:zu|über|nach)|fließ\w+ nicht ein",
        r"(?:frag|sprich|sprech|erwähn|bewert|beurteil|berücksichtig|erfrag|stell|bezieh|acht|schließ|hak|"
        r"zieh|notier|vermut|bestraf|wert)\w* "
        r"(?:[\w',-]+ ){0,3}(?:nicht|nie|niemals|keine\w*|kein)",
        r"(?:nicht|nie|niemals|keinesfalls|auf keinen fall|keine\w*) (?:[\w',-]+ ){0,5}(?:fragen|ansprechen|"
        r"erfragen|bewerten|"
        r"beurteilen|berücksichtigen|berücksichtigt|bewertet|gefragt|erfragt|thematisieren|nachhaken|erwähnen|"
        r"schlussfolgern|abfragen|notieren|werten)",
        r"keine fragen (?:zu|nach|über|zur|zum)",
        r"(?:vermeide|vermeiden|unterlasse|unterlassen)",
        r"(?:unabhängig|ungeachtet) (?:von|des|der|vom|ihrer|ihres)",
        r"ungeachtet",
        r"ohne (?:rücksicht|ansehen|ansehung) (?:\w+ )?(?:auf|der|des)?",
        r"(?:anstatt|statt) (?:[\w',-]+ ){0,4}zu (?:fragen|bewerten)",
        r"spiel(?:t|en) (?:\w+ )?keine rolle",
        r"keine rolle",
        r"tabu",
        r"(?:außer acht|außen vor|unberücksichtigt|ignorier\w*)",
        r"(?:nur|allein|ausschließlich) (?:der |den |die )?inhalt\w*",
        r"(?:darf|dürfen|soll|sollen|hat|haben|fließt|fließen|wird|werden|zählt|zählen|führt|führen|ist|geh|gehe) "
        r"(?:[\w',-]+ ){0,5}(?:nicht|kein\w*|nie) (?:[\w',-]+ ){0,4}(?:beeinfluss\w*|einfluss|einfließen|ein|"
        r"gewertet|bewertet|abgewertet|abzug|abzügen|zählen|ausgewertet|erhoben|gespeichert|verwendet|überwacht|"
        r"ausgeschlossen|nachteil\w*|ausschluss\w*|darauf ein|analysiert|aufgezeichnet)",
        r"(?:kein|keine|keinen|ohne) (?:abzug|abzüge|punktabzug|auswertung|nachteil\w*|einfluss|überwachung)",
        r"(?:findet|finden) (?:\w+ )?keine",
        r"chancengleichheit",
        r"(?:angemessene |barrierefreie )?(?:anpassungen|vorkehrungen|unterstützung) (?:[\w',-]+ ){0,5}"
        r"(?:gespräch|interview|bewerbungsverfahren|bewerbung)\w*",
        r"willkommen",
        r"wir (?:freuen uns|begrüßen)",
    ),
    others=any_of(
        r"(?:kund|patient|klient|gäst|gast|bewohner|schüler|student|studierend|kolleg|nutzer|anwender|mandant|"
        r"mieter|"
        r"besucher|anrufer|mitarbeit|teammitglied|käufer|passagier|fahrgäst|senior|mitglieder|familien|eltern "
        r"mit)\w*",
        r"wie (?:würden|haben|gehen|sind|gingen|können|sollten|stellen|stell\w*|helfen|unterstützen|"
        r"erklär\w*) sie",
        r"wie (?:würdest|hast|gehst|bist|kannst) du",
        r"was (?:würden sie|würdest du|tun sie|machen sie, wenn)",
        r"(?:erzählen|erzähl|beschreiben|beschreib|schildern|berichten|erläutern|erklären)(?: sie)? (?:uns |"
        r"mir |bitte )*",
        r"(?:kennt|erklärt|nennt|erläutert|beschreibt|versteht|berät|empfiehlt)",
        r"(?:erfahrung|erfahrungen) (?:mit|in|im|bei|als)",
        r"mit (?:kindern|jugendlichen|menschen|personen) (?:mit |\w+ )?(?:behinderung\w*|gearbeitet|arbeiten)",
    ),
    harmless=any_of(
        r"(?:native|nativen?) (?:apps?|code|mobile)", r"cloud[- ]native\w*", r"single (?:sign-?on|point)\S*"
    ),
    needs=NEEDS,
)

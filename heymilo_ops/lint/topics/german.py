"""German: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.german_life import LIFE
from heymilo_ops.lint.topics.german_life_phrases import LIFE_PHRASES
from heymilo_ops.lint.topics.german_named import NAMED_PERSON
from heymilo_ops.lint.topics.german_named_habits import NAMED_HABITS
from heymilo_ops.lint.topics.german_named_life import NAMED_LIFE
from heymilo_ops.lint.topics.german_named_private import NAMED_PRIVATE
from heymilo_ops.lint.topics.german_needs import NEEDS
from heymilo_ops.lint.topics.german_origin_phrases import ORIGIN_PHRASES
from heymilo_ops.lint.topics.german_person import PERSON
from heymilo_ops.lint.topics.german_person_phrases import PERSON_PHRASES
from heymilo_ops.lint.topics.german_society_phrases import SOCIETY_PHRASES
from heymilo_ops.lint.topics.language import Language, any_of, joined

_FIRST = joined({**LIFE, **PERSON}, {**LIFE_PHRASES, **SOCIETY_PHRASES, **PERSON_PHRASES, **ORIGIN_PHRASES})

GERMAN = Language(
    code="de",
    name="German",
    topics=joined(_FIRST, {**NAMED_PERSON, **NAMED_LIFE, **NAMED_PRIVATE, **NAMED_HABITS}),
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
        r"nichts (?:zu suchen|verloren)|kein(?:erlei)? wort|geht (?:\w+ )?nichts an|gehen (?:\w+ )?nichts an|"
        r"(?:bring|kost|zähl|änder)\w* "
        r"(?:nichts|keine? punkte?|nicht)|finger weg|(?:nicht|nie) (?:geredet|gesprochen|gefragt|diskutiert|"
        r"thematisiert)|vergiss|"
        r"vergessen sie|bleib\w* draußen|privatsache|kein (?:minus|kriterium|grund|thema|makel|mangel)|(?:erkundig|"
        r"interessier|kümmer)\w* "
        r"(?:dich|sie sich) nicht|hält\w* (?:\w+ )?heraus|außer betracht",
        r"(?:darf|dürfen|soll|sollen|kann) (?:\w+ )?(?:keine? |nicht |nie )(?:[\w]+ ){0,4}(?:kosten|abzug|zählen|"
        r"ausschlaggebend|schaden|"
        r"rolle|abziehen|führen)",
        r"^\W*(?:wenn|falls|sollte|erwähnt|nennt|kommt|fragt|sagt|hört man|ist) (?:die person|jemand|der bewerber|"
        r"die bewerberin|ein kind|man|"
        r"kinder|der akzent|er|sie|die kandidatin|der kandidat)[^.?!]{1,80}?\b(?:biete|bieten sie|bedanke|danke|"
        r"warte|warten sie|mach (?:dann|"
        r"eine)|pausiere|geh (?:nicht|weiter|freundlich|zur)|wechsle|fahr\w* fort|beruhige|wiederhole|sprich "
        r"langsamer|sei freundlich|lass "
        r"(?:zeit|ihn|sie)|reagiere nicht|schick|verschieb|wünsch|entschuldige)",
        r"mit oder ohne (?:anpassung|hilfsmittel|unterstützung|hilfe)",
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
        r"(?:erfahrung|erfahrungen) (?:mit|in|im|bei|als|haben|hast|bringen|bringst)",
        r"wie (?!oft|alt|lange|viele?|hoch|groß|schwer|weit|gut|heiß\w+|hieß\w+|steh\w+|leb\w+|geht|ist|sind|waren|"
        r"verbring\w+|verhüt\w+|"
        r"vereinbar\w+|fühl\w+|wohn\w+|ernähr\w+)\w+ (?:sie|du|ihr|man)(?! (?:ihre|deine|ihren) (?:kinder|familie|"
        r"pflege))",
        r"(?:betreut|unterrichtet|geleitet|begleitet|beraten|verkauft|geschult|verhandelt|verteidigt|bearbeitet|"
        r"durchgeführt|gewartet|"
        r"geführt|berichtet|entwickelt|gebaut|organisiert|moderiert|programmiert|ausgebildet|eingestellt|übersetzt|"
        r"geplant (?=haben)|"
        r"restauriert|repariert|gemanagt|umgesetzt|ausgewertet|gekocht|installiert|vermittelt|saniert|benutzt)(?=\W*$)",
        r"in (?:ihrer|deiner|einer|der) (?:letzten |eigenen )?(?:klasse|gruppe|kita|station|praxis|schule|einrichtung)",
        r"(?:menschen|kinder|kindern|personen|jugendliche\w*) (?:mit|ohne|in|aus|von|zwischen)(?! (?:kindern|"
        r"anhang))|(?:ein|eine|einer|einem|"
        r"einen) (?:vater|mutter|kind|frau|mann|jugendlich\w*|paar|angehörige\w*|azubi|auszubildende\w*|"
        r"schwangere\w*) (?:kommt|fragt|ruft|"
        r"möchte|will|sagt|beschwert|weint|weigert|erzählt|hat|braucht|die|der|das|dass)",
        r"(?:wir|sie) (?:betreuen|pflegen|servieren|verkaufen|arbeiten mit|begleiten|beraten|unterrichten) (?!jemand|"
        r"angehörig|eltern|ihre)",
        r"wir (?:\w+ )?(?:kochen|servieren|anbieten|verkaufen|liefern|behandeln)",
        r"(?:antrag|anträge|ausschreibung|antragsstell\w*|verordnung|gesetz) (?:auf|von|für|zu|zur)|antwort (?:[\w]+ "
        r"){0,8}(?:eingeht|nennt|"
        r"beschreibt|enthält|erwähnt|zeigt)",
        r"^\W*(?:\d\W+)?(?:erkennt|bezieht|berücksichtigt|schlägt|achtet|prüft|zeigt (?=wie|einen|eine)|weiß|holt|"
        r"erläutert|schildert|"
        r"respektiert|schützt|passt (?=die|den|das)|meldet|unterscheidet|informiert|beruhigt|bindet|plant)(?= "
        r")(?!.{0,20}(?:bewerber|kandidat|"
        r"die person))",
        r"mit (?:kindern|jugendlichen|menschen|personen) (?:mit |\w+ )?(?:behinderung\w*|gearbeitet|arbeiten)",
    ),
    harmless=any_of(
        r"(?:native|nativen?) (?:apps?|code|mobile)", r"cloud[- ]native\w*", r"single (?:sign-?on|point)\S*"
    ),
    needs=NEEDS,
)

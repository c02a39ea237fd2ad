"""German: further ways to ask about origin, language and sex, beside ``german_person.py``."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.german_forms import GAP, YOU, YOUR
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

ORIGIN_PHRASES: Mapping[Topic, Words] = {
    Topic.GENETIC: Words(
        signs="gentest* erb* genetisch* familie* dna* veranlag* eltern verwandt* vererb*",
        asked=any_of(
            r"(?:in|aus) (?:ihrer|deiner) (?:\w+ )?(?:familie|verwandtschaft) (?:[\w',-]+ ){0,6}(?:krank\w*|"
            r"krebs|herz\w*|"
            r"demenz|diabetes|depression\w*|leiden|erblich\w*|gestorben)",
            r"(?:krebs|herz\w+|demenz|diabetes|\w*krankheit(?:en)?|huntington) (?:[\w',-]+ ){0,4}(?:in|aus) "
            r"(?:ihrer|deiner|der) "
            r"familie",
            r"(?:ergebnis\w*|resultat\w*) (?:[\w',-]+ ){0,4}(?:gentest\w*|dna-?\w*)",
            r"(?:liegt|liegen) (?:[\w',-]+ ){0,5}(?:in ihrer familie|in deiner familie|genetische veranlagung|"
            r"erbkrank\w*)",
            rf"{YOUR} (?:eltern|geschwister|großeltern) (?:[\w',-]+ ){{0,6}}(?:krebs|herz\w+|demenz|diabetes|"
            rf"erbkrank\w*)",
        ),
        scored=any_of(
            r"(?:erbkrankheit\w*|genetische\w* (?:veranlagung|risik\w+|test\w*)|gentest\w*|"
            r"erblich\w* \w+)"
        ),
        label=r"(?:erbkrankheiten|familienanamnese|erbkrankheiten in der familie)",
    ),
    Topic.LANGUAGE: Words(
        signs="sprache* sprach* akzent* dialekt* mutterspr* daheim zuhause deutsch",
        asked=any_of(
            r"welche sprache\w* (?:[\w',-]+ ){0,6}(?:zu hause|zuhause|daheim|in (?:der|ihrer|deiner) familie|"
            r"privat|mit (?:ihren|"
            r"deinen) (?:eltern|kindern)|als kind)",
            r"(?:zu hause|zuhause|daheim|in (?:ihrer|deiner) familie) (?:[\w',-]+ ){0,6}(?:deutsch|sprache)",
            rf"(?:woher|wo) {GAP}akzent",
            r"(?:ist|war) deutsch (?:[\w',-]+ ){0,3}(?:muttersprache|erste sprache|erstsprache)",
            rf"(?:{YOUR}|welche) (?:erstsprache|muttersprachen?|familiensprache)",
            r"(?:höre|hört) (?:[\w',-]+ ){0,5}akzent",
        ),
        scored=any_of(r"(?:mutterspr\w+|akzent\w*|dialekt|gebrochenes deutsch|ausländisch (?:klingt|klingend\w*))"),
    ),
    Topic.MONITORING: Words(
        signs="geortet ortung gps überwach* mitgelesen tastatur* keylogger standort* bildschirm* aufgezeichnet "
        "verfolgt "
        "privathandy privat* webcam screenshot* getrackt trackt mitgehört",
        asked=any_of(
            r"(?:einverstanden|zustimmen|akzeptieren|stimmen sie|bereit) (?:[\w',-]+ ){0,10}(?:überwach\w*|"
            r"ortung|gps\S*|"
            r"mitlesen|mitgelesen|keylogger\w*|getrackt)",
        ),
        profile=any_of(
            r"(?:privat|dienst)?(?:handy|handys|fahrzeug|gerät|smartphone|standort|aufenthaltsort|privathandy) "
            r"(?:[\w',-]+ ){0,8}"
            r"(?:geortet|überwacht|verfolgt|aufgezeichnet|getrackt)",
            r"(?:software|programm|app|system|kamera|webcam) (?:[\w',-]+ ){0,8}(?:überwacht|tastatur\w*|"
            r"tastenanschläge|mitliest|"
            r"screenshots|standort|mithört)",
            r"(?:mitarbeitende|beschäftigte|sie|bewerber\w*) (?:werden|wird) (?:[\w',-]+ ){0,6}(?:überwacht|"
            r"geortet|getrackt|"
            r"per gps\w*)",
            r"(?:tastenanschläge|tastatureingaben|private nachrichten|private mails|e-mails) (?:[\w',-]+ "
            r"){0,6}(?:aufgezeichnet|"
            r"erfasst|mitgelesen|überwacht|protokolliert)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="geburtsort geburtsland nachname* name namen familienname* herkunft* stammen stammt stammst "
        "wurzeln geboren "
        "migration* eltern aufgewachsen heimat* land ausländisch* woher kommen kommt flüchtling*",
        asked=any_of(
            r"(?:ihr|dein) (?:nachname|name|familienname|vorname) (?:[\w',-]+ ){0,4}(?:klingt|kommt|stammt|hört)",
            r"(?:klingt|hört sich) (?:[\w',-]+ ){0,4}(?:nicht deutsch|ausländisch|fremd|türkisch|polnisch|"
            r"arabisch|russisch)",
            r"(?:woher|aus welchem land|aus welcher region) (?:[\w',-]+ ){0,4}(?:ihr|dein|der|ihre|deine|ihren|"
            r"deinen) (?:[\w-]+ )?"
            r"(?:name|nachname|familienname|eltern|familie|großeltern|wurzeln|vorfahren)",
            rf"(?:aus welchem land|aus welchem kulturkreis|woher) (?:kommen|stammen|kommst|stammst|sind|bist) {YOU}",
            rf"(?:sind|bist|wurden|wurdest) {YOU} {GAP}(?:hier|in deutschland|im ausland|in österreich|in der "
            rf"schweiz) (?:\w+ )?"
            r"(?:geboren|aufgewachsen)",
            rf"{YOUR} (?:eltern|familie|großeltern) {GAP}(?:eingewandert|zugewandert|geboren|aus welchem land|"
            rf"geflüchtet)",
            r"(?:sind|wurden) (?:ihre|deine) eltern (?:[\w',-]+ ){0,3}(?:geboren|deutsche\w*|eingewandert)",
            rf"(?:seit wann|wie lange) (?:leben|lebst|sind|bist|wohnst|wohnen) {YOU} (?:\w+ )?(?:schon )?in "
            rf"(?:deutschland|österreich|"
            r"der schweiz)",
        ),
        instruction=any_of(
            r"(?:woher|aus welchem land|wo) (?:[\w',-]+ ){0,6}(?:stammt|stammen|geboren|aufgewachsen|eltern|familie)",
            r"(?:herkunft|geburtsland|geburtsort|migrationshintergrund|abstammung|wurzeln)",
        ),
        scored=any_of(
            r"(?:migrationshintergrund|ausländisch(?:er|e|em|en)? (?:name\w*|klingend\w*|wurzeln|herkunft|"
            r"abstammung)|fremd "
            r"klingend\w*|herkunft (?:des bewerbers|der person|aus)|deutsche\w* (?:name|wurzeln|herkunft|abstammung)|"
            r"geburtsort|geburtsland)",
            r"(?:nicht )?in deutschland (?:geboren|aufgewachsen)",
        ),
        label=r"(?:(?:geburtsort|geburtsland|herkunft|herkunftsland|geburtsstadt|geburtsdatum|heimatland)"
        r"(?: ?(?:/|,|und|oder|\() ?)?)+(?: ?der eltern| ?des vaters| ?der mutter)*",
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="körperlich* fitness fit belastbar* rollstuhl* treppen* stehen heben kilo kg tragen laufen bücken",
        profile=any_of(
            r"(?:absolut|voll|topfit|körperlich) (?:fit|belastbar)(?:e|en|er)? (?:personen|bewerb\w+|leute|menschen)"
        ),
        scored=any_of(
            r"(?:absolute )?(?:körperliche\w*) (?:fitness|belastbarkeit|einschränkung\w*|unversehrtheit)",
            r"(?:nicht |uneingeschränkt |voll )(?:körperlich )?belastbar",
            r"körperlich (?:fit|topfit|eingeschränkt|voll \w+|uneingeschränkt)",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="teint haut* volksgruppe* ethni* rasse dunkel* hell* schwarz* weiß* roma sinti asiat* afrika* "
        "arabisch* "
        "türkisch* halb* farbig* hautton hauttyp bevölkerungsgruppe* volk südländisch* kulturkreis*",
        asked=any_of(
            r"(?:dunkle\w*|helle\w*|ihr\w*|dein\w*) (?:\w+ )?(?:teint|hautton|hauttyp|haut)(?= |\?|,|$)(?! "
            r"(?:der|des))",
            r"(?:welcher|welche|zu welcher|einer|welchem) (?:\w+ )?(?:volksgruppe|bevölkerungsgruppe|ethnie|"
            r"rasse|volk|kulturkreis)",
            rf"(?:sind|bist) {YOU} {GAP}(?:halb ?\w+er(?:in)?|schwarz|weiß|farbig|südländer(?:in)?|asiate|"
            rf"asiatin|afrikaner(?:in)?|"
            r"araber(?:in)?|rom|romni|sinto|sintiza|afrodeutsch\w*|person of color|türkischer abstammung)(?=\W)",
        ),
        scored=any_of(
            r"(?:hautfarbe|hautton|ethnie|ethnisch\w*|südländisch\w*|dunkelhäutig\w*|hellhäutig\w*|weiße\w* "
            r"(?:kund\w+|bewerb\w+|"
            r"kandidat\w*|person\w*|team)|schwarze\w* (?:bewerb\w+|kandidat\w*|person\w*)|arabisch\w* aussehen)"
        ),
        profile=any_of(r"(?:nur|keine|ausschließlich) (?:weiße|schwarze|farbige|südländer)\w*"),
    ),
    Topic.SEX_GENDER: Words(
        signs="dame damen herr herren frau frauen mann männer weiblich* männlich* junge jungs mädel* kerl* "
        "sekretärin "
        "geschlecht männerdomäne bewerberin* bewerberinnen mütter bursche* mädchen",
        asked=any_of(
            r"(?:als|für) (?:eine |einzige |junge )?(?:frau|mann|mädchen|dame)(?= |\?|,)(?! (?:des|der))",
            r"in (?:einer|dieser|der) männerdomäne",
            r"(?:männer|frauen) als (?:chef|chefin|vorgesetzte\w*)|(?:von|unter) (?:einer frau|einem mann|"
            r"lauter männern|frauen)",
        ),
        profile=any_of(
            r"(?:gesucht|suchen|sucht|brauchen|wünschen)(?: wird| werden| wir| uns)? (?:[\w-]+ ){0,4}(?:dame|"
            r"damen|herrn?|mädchen|"
            r"mädels?|kerle?|jungs|männer|frauen|burschen?|frau|mann)(?! (?:und|oder|für die|bei))(?=\W|$)",
            r"(?:weibliche\w*|männliche\w*) (?:charme|note|hand|verstärkung|unterstützung|stimme|bewerb\w+|"
            r"kandidat\w*|"
            r"auszubildende\w*|kolleg\w+)",
            r"(?:nichts|keine|kein \w+) (?:arbeit |job |stelle )?für (?:frauen|männer|mädchen|damen|jungs)",
            r"(?:nur|ausschließlich|lieber|vorzugsweise|bevorzugt) (?:an |für |einen |eine |ein )?(?:männer|"
            r"frauen|damen|herren|mann|"
            r"frau|männlich\w*|weiblich\w*|mädels)(?= |$|,)",
        ),
        scored=any_of(
            r"(?:männer|frauen|bewerberinnen|weibliche \w+|männliche \w+) (?:[\w',-]+ ){0,5}(?:punkt\w*|abzug|"
            r"bevorzug\w*|abwert\w*|"
            r"höher|niedriger|aussortier\w*|ablehn\w*|besser|schlechter|scheiden|bekommen|erhalten)",
            r"(?:wenn|falls|sofern|weil) (?:[\w-]+ ){0,3}(?:frau|mann|weiblich|männlich)(?=\W|$)",
            r"(?:frau|mann|weiblich|männlich)(?= ?(?:=|→|->))",
            r"(?:zu |eher |sehr |wirkt )(?:weiblich|männlich|feminin|maskulin)",
        ),
        harmless=any_of(
            r"(?:frau(?:en)? (?:oder|und|/) (?:herrn?|männer|mann)|herr(?:n|en)? (?:oder|und) (?:frau|damen))"
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="männer frauen mann frau schwul* lesb* homo* hetero* bi queer sexuell* orientier* lgbt* partner "
        "geoutet outing "
        "freund freundin regenbogen*",
        asked=any_of(
            rf"(?:stehst|stehen|interessierst|interessieren) {YOU} (?:[\w',-]+ ){{0,4}}(?:auf|für) (?:männer|"
            rf"frauen|jungs|mädchen|"
            r"beides)",
            rf"{YOUR} (?:partner oder (?:ihre|deine|eine)?|partnerin oder) ?\w*",
            rf"(?:sind|bist|leben|lebst) {YOU} {GAP}(?:geoutet|schwul|lesbisch|homosexuell|bi|queer|hetero|"
            rf"gleichgeschlechtlich\w*|"
            r"mit (?:einem mann oder einer frau|einer frau oder einem mann))(?=\W)",
            r"(?:freund oder (?:eine |einer )?freundin|mann oder (?:mit )?(?:einer?|eine) frau|frau oder "
            r"(?:mit )?einem mann)",
        ),
        instruction=any_of(
            r"mit (?:einem mann|einer frau) oder (?:einer frau|einem mann)",
            r"(?:ob|dass|wenn) (?:[\w',-]+ ){0,6}(?:schwul|lesbisch|homosexuell|bisexuell|queer|geoutet|hetero\w*)",
        ),
        scored=any_of(r"(?:schwul\w*|lesbisch\w*|homosexuell\w*|bisexuell\w*|sexuelle\w* \w+|queere?r?)(?=\W|$)"),
        label=r"(?:sexuelle (?:orientierung|identität|ausrichtung))",
    ),
}

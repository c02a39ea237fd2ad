"""German: words that give a topic away by themselves, unless a clause is about others or is work: who somebody is."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_AGE = r"(?:2[2-9]|[3-7]\d|(?:\w+und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig))"
_NOT_YEARS = r"(?! (?:jahren? )?(?:berufs|erfahrung|im beruf|branchen|praxis|tätigkeit|in der branche|betriebs))"
_NO_UNIT = (
    r"(?! ?(?:kg|kilo|%|prozent|euro|sekunden|minuten|stunden|tage|wochen|monate|personen|leute|stück|anrufe|punkte|"
    r"kunden|"
    r"tonnen))"
)
_ARE = r"(?:sind sie|bist du|seid ihr|ist (?:er|sie|jemand|die person|der bewerber|die bewerberin)|person ist|ist)"

NAMED_PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="baujahr bewerb* bewerber durchschnittsalter höchstalter jugendlich kandidat* lebensalter leute "
        "personen wann "
        "alter alters altersgruppe* altersklasse* altersspanne* jahrgang* jahrgänge geboren geburtsdatum "
        "geburtsjahr* "
        "geburtstag* rente* ruhestand* pension* jung junge junger junges jünger* älter* über unter ab anfang mitte "
        "ende abi abitur "
        "schule schulabschluss* studium lehre ausbildung generation* zwanzig* dreißig* vierzig* fünfzig* sechzig* "
        "jahre jahren "
        "arbeiten aufhören berufseinstieg* digital* alt lange zwischen frisch* mittzwanzig* mittdreißig*",
        profile=any_of(
            r"zwischen (?:2\d|[3-6]\d) und \d\d(?: jahren?)?(?= |\W*$)(?! (?:kg|stunden|euro|uhr|%|prozent|personen|"
            r"minuten|"
            r"kilo|wochen|tage))|"
            r"(?:junge|jüngere)[rsn]? (?:und dynamische\w* )?(?:dame|mann|frau|männer|frauen|leute|kollegin|kollegen|"
            r"mitarbeiter\w*|"
            r"bewerber\w*|kandidat\w*)|(?:höchstens|maximal|nicht älter als) (?!(?:16|18|21)\b)\d\d jahre",
        ),
        named=any_of(
            r"(?:in welche[rmn]|ihr|dein|nach dem|sein|das|vom|wessen|welches) alter(?:s)?(?= |\W*$|,)(?! (?:der|des|"
            r"von|einer|eines) "
            r"(?:kund|maschin|anlage|gebäude|software|system|kinder|schüler|wein|produkt))|alters(?:gruppe|klasse|"
            r"spanne|grenze|bereich"
            r"|kohorte)n?(?! der (?:kund|kinder|schüler|bewohner))|(?:welcher|ihr|dein|welches|der|bis|vor) jahrgang|"
            r"jahrgang (?:19|20)"
            r"\d\d|jahrgänge|geburts(?:datum|jahr|tag|jahrgang)\w*",
            rf"(?:über|unter|ab|älter als|jünger als|mehr als|höchstens|maximal|bis|mitte|anfang|ende) (?!(?:16|18|"
            rf"21)\b){_AGE}(?: "
            rf"jahren?| j\.)?(?= |\W*$|[:,;=]){_NOT_YEARS}{_NO_UNIT}|(?!(?:16|18|21)\b){_AGE}(?:-?jährig\w*| jahre "
            rf"(?:alt|und älter|"
            r"oder (?:älter|jünger))|\+)|(?:oder|und) (?:älter|jünger)(?= |\W*$|:)|(?:mitt|end|anfangs?)(?:zwanzig|"
            r"dreißig|vierzig|"
            r"fünfzig)\w*",
            r"(?:in |zur |in den |bis zur |vor der |wann in |wann zur )(?:rente|ruhestand|pension(?:ierung)?)(?= |"
            r"\W*$|,)|(?:ruhestand|"
            r"rente|pension) (?:gehen|gehst|eintreten|geplant)|rentenalter|renteneintritt|frührente|wie lange "
            r"(?:wollen|möchten|willst|"
            r"möchtest|werden) (?:sie|du) (?:denn |eigentlich |noch )+(?:arbeiten|machen|im beruf)|(?:aufhören|"
            r"aufzuhören) zu arbeiten",
            r"(?:wann|in welchem jahr|wie lange ist es her)(?:,)? (?:[\w]+ ){0,4}(?:abi(?:tur)?|schule|"
            r"schulabschluss|studium|lehre|"
            r"ausbildung|uni|matura)(?= |\W*$)(?! (?:als lehrkraft|geleitet|gebaut))|(?:abi(?:tur)?|schul)(?:jahr|"
            r"abschluss)?jahr|jung und "
            r"(?:frisch|dynamisch|hungrig|motiviert|belastbar)|zu (?:alt|jung)(?= |\W*$)|generation(?= |\W*$)(?! von "
            r"(?:geräten|systemen))"
            r"|vom berufseinstieg|des berufseinstiegs|wie alt (?:sind|bist|seid) (?:sie|du|ihr)|wie alt (?:er|sie|"
            r"jemand|die person|der "
            r"bewerber|die bewerberin) (?:ist|sind)",
        ),
        harmless=any_of(
            r"wie alt (?:ist|war|sind|waren) (?:der|die|das|den|dieser|ihr|ihre|euer|eure) (?!person|bewerber|"
            r"kandidat)[\w, -]{0,60}|"
            r"mindestalter|volljährig|jugendschutz|altersvorsorge|altersheim\w*|alters(?:prüfung|kontrolle|"
            r"verifikation)|junge(?:n|s)? "
            r"(?:unternehmen|firma|marke)|über (?:\d\d )(?:bewohner|kinder|gäste)|pensionskassen?|"
            r"rentenversicherung\w*|\d\d jahre garantie",
        ),
    ),
    Topic.SEX_GENDER: Words(
        signs="brauchen brauchen* feminin gesucht gesucht* lauter maskulin mutter männern suchen suchen* sucht "
        "sucht* wünschen wünschen* "
        "mann frau männer frauen männlich* weiblich* geschlecht* dame damen herr herren kerl kerle mädchen "
        "junge jungs mädel* "
        "mannschaft frauensache männersache fräulein bursche*",
        profile=any_of(
            r"(?:kräftig|stark|nett|jung|hübsch|freundlich|tüchtig)\w* (?:\w+ )?(?:kerl|dame|mädchen|"
            r"bursche|mädel)(?= fürs| für| an|\W*$)",
            r"(?:suchen|gesucht|brauchen|sucht|wünschen)(?: wird| uns)?\W+(?:\w+ ){0,4}(?:kerle?|dame|damen|mädchen|"
            r"mädels?|jungs?|bursche"
            r"|herren|mann|männer|frau|frauen)(?= |\W*$|,)(?! (?:oder|und|für alle))|(?:nur|ausschließlich|"
            r"bevorzugt) (?:für )?(?:frauen|"
            r"männer|damen|herren)",
        ),
        named=any_of(
            r"mann oder (?:eine )?frau|frau oder (?:ein )?mann|als (?:frau|mann|dame|mädchen)(?= |\W*$|,)|m ?/ "
            r"?w(?=\W*$)|geschlecht(?=\W*$|"
            r":)|männlich oder weiblich|frau oder fräulein"
        ),
        scored=any_of(
            r"(?:männer|frauen|männlich\w*|weiblich\w*|damen|herren|mädchen|jungs|kerle?)(?! (?:schuh|beruf|haus|"
            r"arzt))|(?:ist|bewerber|"
            r"kandidat\w*|person|muss|kein|keine|eine|ein) (?:eine |ein |keine |kein )?(?:mann|frau)(?= |\W*$|:|,)"
        ),
        harmless=any_of(
            r"(?:damen|herren|frauen|männer)(?:schuh|mode|abteilung|bekleidung|haus|arzt|gesundheit|fußball)\w*|"
            r"männer und frauen|frauen und "
            r"männer|m ?/ ?w ?/ ?d|w ?/ ?m ?/ ?d|(?:weibliche|männliche) (?:form|anrede|patienten)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="bewerber bewerberinnen kandidaten leute menschen personen "
        "familie fremd geburtsstadt gekommen hört klingt lange mutter name* namen* region vater vorname "
        "welchem zuwanderer* "
        "herkunft* ursprünglich woher wurzeln geburtsort* geburtsland* geboren name namen nachname* akzent "
        "eltern großeltern "
        "ausländ* einwander* migrant* migration* stammt stammst stammen kommen kommst deutschland land heimat* "
        "abstammung seit "
        "aufgewachsen",
        named=any_of(
            r"woher (?:kommen|kommst|stammen|stammst|stammt|kommt|ist|sind|hat|haben)(?: denn| eigentlich)? (?:sie|"
            r"du|der|die|das|ihr|ihre|"
            r"dein|deine|er|dieser)(?= |\W*$|,)(?! (?:daten|idee|fehler|strom|ware|zutaten|gäste|kunden|fleisch|"
            r"produkte|rohstoffe))|"
            r"ursprünglich (?:her|kommen|stammen|aus|kommst)|(?:ihre|deine|die|der|seine) (?:\w+ )?(?:herkunft|"
            r"wurzeln|abstammung|heimat)(?= "
            r"|\W*$|,|:)(?! (?:der|des|von|einer|eines) )|herkunftsl(?:and|änder)\w*|heimatland|geburts(?:ort|land|"
            r"stadt)",
            r"(?:hier|in deutschland|im ausland|in österreich|in der schweiz|nicht|wo) (?:sind sie |bist du |wurden "
            r"sie |in \w+ )?(?:"
            r"geboren|zur welt gekommen)|(?:eltern|großeltern|familie|vater|mutter) (?:[\w]+ ){0,4}(?:geboren|"
            r"stammen|kommen|her|"
            r"eingewandert|zugewandert)|wo (?:sind|wurden) (?:ihre|deine) (?:eltern|großeltern)|(?:name|nachname|"
            r"namen|familienname)(?: "
            r"klingt| ist| hört)?[\w ,]{0,30}(?:woher|herkunft|ausländisch|exotisch|fremd)\w*|ausländisch "
            r"(?:klingend|aussehend)\w*|(?:seit "
            r"wann|wie lange) (?:leben|lebst|sind|bist|wohnen) (?:sie|du) (?:schon )?(?:in (?:deutschland|österreich|"
            r"der schweiz)|hier im "
            r"land)|(?:bewerber|bewerberinnen|kandidaten|personen|leute|menschen) (?:aus|von) (?:\w+ )?(?:nordafrika|"
            r"afrika|asien|osteuropa|südosteuropa|polen|rumänien|bulgarien|syrien|afghanistan|indien|arabischen|dem "
            r"balkan|der türkei|dem ausland|dem osten|dem nahen osten)|migrationshintergrund|(?:einwanderer|migrant|"
            r"zuwanderer|ausländer)\w*",
        ),
        harmless=any_of(
            r"herkunfts(?:nachweis|bezeichnung|angabe)\w*|(?:herkunft|ursprung) (?:der|des|von|einer|eines) "
            r"(?!bewerb|person|kandidat|"
            r"familie)\w+|ausländische\w* (?:kund|märkt|gäst|liefer|partner)\w*|(?:datei|produkt|marken|benutzer|"
            r"nutzer|domain)namen?",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="afrodeutsch* herkunft* person rom romni sintiza sinto zugehörigkeit* "
        "rasse* ethni* hautfarbe* schwarz* weiß* dunkel* afrikan* araber* asiat* roma sinti zigeuner* südländ* "
        "arabisch* "
        "orientalisch* türk*",
        named=any_of(
            r"(?:ihre|deine|welche|welcher|seine|der) rasse(?= |\W*$|,)|ethni(?:e|sch)\w*|hautfarbe|(?:sind sie|bist "
            r"du|ist|wirkt|sieht|"
            r"überwiegend|vorwiegend|person|bewerber|ob jemand) (?:[\w]+ )?(?:schwarz|weiß|dunkelhäutig|asiatisch|"
            r"afrikanisch|arabisch|"
            r"südländisch|farbig|türkisch)\w*(?= |\W*$|,)|(?:sind sie|bist du) (?:\w+ )?(?:afrikaner|araber|asiat|"
            r"türke|schwarze)\w*|sinti|"
            r"roma(?= |\W*$|:)|zigeuner\w*|dunkelhäutig\w*|südländ(?:er|isch)\w*",
        ),
        harmless=any_of(
            r"(?:hunde|rinder|schaf|pferde|katzen|tier|hühner)rassen?|schwarz[- ]weiß\w*|(?:weiß|"
            r"schwarz)(?:wein|brot|e liste)"
        ),
    ),
    Topic.CASTE: Words(signs="kaste* brahman* dalit*", named=any_of(r"kasten?|brahmanen?|dalits?")),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="geboren geburt name personenstandsänderung transperson transpersonen "
        "trans transgender* transsexuell* transition* geschlechtsangleich* geschlechtsumwandl* "
        "geschlechtswechsel* vorname "
        "geburtsname* deadname hormon* geschlecht umwandlung transident*",
        named=any_of(
            r"trans(?:gender|sexuell\w*|ident\w*|frau|mann|person)?(?= |\W*$|,|:)|(?:vor|nach|ihre|deine|eine) "
            r"(?:der |ihrer |deiner )?"
            r"transition|geschlechts(?:angleich|umwandl|wechsel|anpass)\w*|geschlecht (?:gewechselt|geändert|bei der "
            r"geburt|angeglichen)|"
            r"(?:früherer|alter|ehemaliger|bei der geburt) (?:vor)?name|vornamen? (?:vor|bei der geburt)|hormone(?= |"
            r"\W*$)|als (?:mann|frau|"
            r"junge|mädchen) geboren",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="ausrichtung* identität* interessieren interessierst jungs mädchen partnerin sexualität "
        "schwul* lesbisch* homosexuell* heterosexuell* hetero bisexuell* queer* lgbt* sexuell* orientierung "
        "männer frauen "
        "stehen stehst freund freundin gleichgeschlechtlich* outing geoutet",
        named=any_of(
            r"schwul\w*|lesbisch\w*|homosexuell\w*|heterosexuell\w*|hetero(?= |\W*$)|bisexuell\w*|queer(?= |\W*$|,)|"
            r"sexuelle\w* "
            r"(?:orientierung|neigung|ausrichtung)|(?:auf|für) (?:männer|frauen|jungs|mädchen) oder (?:auf "
            r")?(?:frauen|männer|mädchen|jungs)|"
            r"freund oder (?:eine )?freundin|freundin oder (?:einen )?freund|gleichgeschlechtlich\w*|geoutet",
        ),
    ),
    Topic.CITIZENSHIP: Words(
        signs="anderenpass ausschließlich bewerb* bürger* bürgerin eingebürgerung* eupass europäischenpass "
        "gebürtige* nichtbürgert* nichtbürgerung* nichtgebürgert* nichtgebürgerung* nur staats* zweitenpass "
        "staatsangehörig* staatsbürger* nationalität* pass reisepass aufenthalt* eingebürgert* bürger ausländ* "
        "einbürger* visum "
        "deutsche* eu schweizer* österreich*",
        named=any_of(
            r"staatsangehörig\w*|staatsbürger\w*|nationalität\w*|(?:deutsch\w*|welchen|ihren|zweiten|eu|einen|"
            r"ausländisch\w*)[- ](?:\w+ )?"
            r"(?:reise)?pass(?= |\W*$|,)|aufenthalts(?:titel|status|erlaubnis|genehmigung|recht)\w*|(?:ein|"
            r"nicht)(?:ge)?bürger(?:t|ung)\w*|"
            r"(?:eu|schweizer|österreichische|deutsche)[- ](?:staats)?bürger\w*|(?:sind sie|bist du|ist|nur|"
            r"ausschließlich) (?:deutsche[rn]?|"
            r"inländer|schweizer\w*|österreicher\w*)(?= |\W*$|,|:)(?! (?:sprache|kund|muttersprach))|ausländer\w*(?= "
            r"|\W*$|:)|welches visum",
        ),
        harmless=any_of(
            r"arbeits(?:erlaubnis|genehmigung)\w*|bürger(?:amt|büro|service|anfragen|meister)\w*|ausländer(?:behörde|"
            r"amt)|passkontrolle|"
            r"ausländische\w* (?:kund|gäst|märkt)\w*"
        ),
    ),
    Topic.LANGUAGE: Words(
        signs="ausländisch eltern familie familiensprache kindern woher "
        "muttersprach* akzent* dialekt* sprache sprachen zuhause hause sprecht sprechen aufgewachsen "
        "erstsprache* "
        "herkunftssprache* zweisprachig* daheim akzentfrei*",
        profile=any_of(
            r"(?:als )?muttersprach(?:e|ler\w*|lich\w*)(?: (?:zwingend|erforderlich|vorausgesetzt|"
            r"gesucht))?"
        ),
        named=any_of(
            r"muttersprach\w*|erstsprache|herkunftssprache|akzent\w*|(?:starker|regionaler|breiter|seinen|ihren|"
            r"einen) dialekt|(?:sprechen|"
            r"spricht|sprecht|sprichst|redet|reden)(?: sie| du| ihr)? (?:[\w]+ ){0,4}(?:zu hause|zuhause|daheim|in "
            r"der familie|mit (?:ihren|"
            r"deinen|den) (?:eltern|kindern))|(?:zu hause|zuhause|daheim) (?:[\w]+ ){0,3}(?:gesprochen|sprache)|"
            r"sprachen? (?:[\w]+ ){0,3}"
            r"aufgewachsen|zweisprachig aufgewachsen",
        ),
        harmless=any_of(
            r"akzent(?:e|uier\w*)? (?:auf|setzen|gesetzt)|akzentfarben?|muttersprachliche\w* (?:kund|"
            r"korrektor)\w*"
        ),
    ),
}

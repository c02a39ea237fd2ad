"""German: further ways to ask and judge how somebody lives, beside ``german_life.py``."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.german_forms import GAP, YOU, YOUR
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

LIFE_PHRASES: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="verein* verbindung* loge* mitglied* rotary lions freimaurer* burschenschaft* studentenverbindung* club*",
        asked=any_of(
            rf"(?:sind|bist|waren|warst|gehören|gehörst) {YOU} {GAP}(?:freimaurer\w*|rotary\w*|lions\w*|"
            rf"burschenschaft\w*|"
            r"studentenverbindung|loge|verein|vereins\w+|schützenverein)",
            r"(?:in welche[mnr]|welche[mnr]?) (?:verein\w*|clubs?|logen?|verbindung\w*)",
        ),
        instruction=any_of(r"(?:vereins\w+|burschenschaft\w*|studentenverbindung\w*|freimaurer\w*|loge)"),
        scored=any_of(
            r"(?:mitglied\w* (?:in|im|einer|eines) (?:[\w-]+ )?(?:verein\w*|loge|burschenschaft\w*|verbindung)|"
            r"burschenschaft\w*|studentenverbindung\w*|rotary\w*|lions club|vereinsmitglied\w*)"
        ),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis* kiff* joint* gras drogen* marihuana thc drogentest*",
        asked=any_of(
            r"(?:wie oft|wann|schon mal|schon einmal|gelegentlich|privat) (?:[\w',-]+ ){0,6}(?:gekifft|kiffen|"
            r"kiffst|cannabis|joints?)",
            rf"(?:greifen|greifst|ziehst|ziehen|rauchst|nimmst|konsumierst) {YOU} {GAP}(?:cannabis|joints?|"
            rf"gras|drogen)",
            r"seit der (?:teil)?legalisierung (?:[\w',-]+ ){0,6}(?:cannabis|joints?|gras|kiff\w*)",
        ),
        instruction=any_of(r"(?:ob|wie oft|wann) (?:[\w',-]+ ){0,8}(?:kifft|cannabis|joints?|drogen)"),
        scored=any_of(r"(?:kifft|kiffer\w*|cannabis\w*|joints?|(?:positiver )?drogentest|drogenkonsum)"),
    ),
    Topic.CARING: Words(
        signs="kleinen kind kinder* kindern kita betreuung* pflege* pflegebedürftig* angehörig* müttern mütter "
        "eltern tagesmutter",
        asked=any_of(
            r"wer (?:[\w',-]+ ){0,6}(?:die kleinen|die kinder|das kind|den nachwuchs|die kids|ihre kinder|"
            r"deine kinder|den kleinen)",
            rf"(?:kümmern|kümmerst|sorgen|sorgst) {YOU} (?:[\w',-]+ ){{0,6}}(?:angehörige\w*|eltern|mutter|"
            rf"vater|kinder)",
            rf"(?:wie|ist|wo|wer|haben|hast) (?:[\w',-]+ ){{0,5}}(?:{YOUR}|die|eine) (?:\w+ "
            rf")?(?:kinderbetreuung|kita-?platz|"
            r"tagesmutter|betreuung (?:der|ihrer|deiner) kinder)",
            r"(?:wenn|falls|sobald) (?:ihr|dein|das|die|ihre|deine) kind(?:er)? (?:[\w',-]+ )?(?:krank|ferien|"
            r"fieber)\w*",
            rf"(?:pflegen|pflegst|betreust) {YOU} {GAP}(?:angehörige\w*|eltern|mutter|vater|jemanden)",
            r"(?:pflegefall|pflegebedürftige\w*) (?:[\w',-]+ ){0,4}(?:in (?:ihrer|deiner|der) familie|zu hause|"
            r"angehörige\w*)",
        ),
        instruction=any_of(
            r"(?:wer|wie|ob) (?:[\w',-]+ ){0,6}(?:betreuung|kind\w*|kita\w*|pflege\w*|angehörige\w*) "
            r"(?:[\w',-]+ ){0,4}(?:geregelt|"
            r"krank|betreut|gesichert|pflegt|aufpasst|abholt|hat|abgesichert)",
            r"(?:bei|für) müttern",
        ),
        scored=any_of(
            r"(?:pflegt|betreut|versorgt) (?:[\w',-]+ ){0,3}(?:angehörige\w*|eltern|kinder|mutter|vater) (?:zu "
            r"hause|privat|daheim)?",
            r"(?:betreuungspflicht\w*|pflegeverantwortung|kinderbetreuung (?:[\w-]+ )?(?:gesichert|ungeklärt|"
            r"geregelt)|pflegende\w* "
            r"angehörige\w*|private pflege\w*)",
            r"(?:wenn|weil|falls) (?:[\w',-]+ ){0,4}(?:kinder betreuen|angehörige pfleg\w*|kleine kinder)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="lebenspartner* verpartner* lebensgemeinschaft*",
        asked=any_of(
            rf"(?:sind|bist|leben|lebst|waren|haben|hast) {YOU} {GAP}(?:eingetragene\w* "
            rf")?(?:lebenspartnerschaft|verpartnert|"
            r"lebensgemeinschaft)",
        ),
        scored=any_of(r"(?:eingetragene\w* )?lebenspartner\w*|verpartnert"),
        label=r"(?:eingetragene )?lebenspartnerschaft",
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="gesetz polizei* führungszeugnis* vorstraf* vorbestraft* verurteil* straf* anzeige* angezeigt "
        "gericht* knast "
        "gefängnis* haft* festgenommen verhaftet bewährung* eintrag einträge angeklagt justiz",
        asked=any_of(
            r"(?:mit (?:dem gesetz|der polizei|der justiz)|mit dem strafrecht) (?:[\w',-]+ ){0,3}(?:konflikt|"
            r"zu tun|geraten|aneinander|"
            r"ärger|probleme)",
            r"(?:ärger|konflikt|probleme) mit (?:der polizei|dem gesetz|der justiz)",
            r"(?:hat|wurde|wurden|wurdest|sind|bist|war) (?:dich|sie|du|gegen sie|gegen dich) (?:[\w',-]+ "
            r"){0,7}(?:festgenommen|"
            r"verhaftet|angezeigt|verurteilt|ermittelt|angeklagt|vorbestraft)",
            r"(?:haben|hast|gibt es|steht|stehen|was steht) (?:[\w',-]+ ){0,5}(?:vorstrafen?|eintr\w+ im "
            r"(?:führungszeugnis|"
            r"strafregister|bundeszentralregister)|im führungszeugnis|im strafregister)",
            rf"(?:waren|warst|saßen|saßt|sitzen|standen|standest) {YOU} {GAP}(?:gefängnis|haft|knast|bewährung|"
            rf"vor gericht|"
            r"untersuchungshaft)",
            rf"{YOUR} (?:\w+ )?(?:vorstrafen?|strafregister\w*|führungszeugnis)",
        ),
        instruction=any_of(
            r"(?:ob|wann|wie oft|wofür) (?:[\w',-]+ ){0,7}(?:vorbestraft|polizei|verurteilt|vorstrafen?|"
            r"gefängnis|straffällig|"
            r"festgenommen|angezeigt|haft)"
        ),
        scored=any_of(
            r"(?:eintr\w+ im (?:\w+ )?(?:führungszeugnis|strafregister)|vorstrafe\w*|vorbestraft\w*|"
            r"verurteilung\w*|haftstrafe\w*|"
            r"festnahme\w*|gefängnis\w*|straffällig\w*|strafverfahren|ermittlungsverfahren|jugendstrafe\w*)"
        ),
        label=r"vorstrafen?(?:\W+(?:\w+\W*){1,4})?",
    ),
    Topic.FINANCIAL: Words(
        signs="kredit* pfändung* schulden* schufa* verschuldet insolvenz* privatinsolvenz* geldsorgen "
        "finanziell* bonität* "
        "lohnpfändung* dispo raten mietschulden gerichtsvollzieher",
        asked=any_of(
            r"(?:bei ihnen|bei dir|privat|ihnen|dir) (?:[\w',-]+ ){0,8}(?:kredite|pfändung\w*|schulden|"
            r"insolvenz|geldsorgen|schufa\w*)",
            rf"(?:haben|hast|hatten|müssen|stecken|steckst|zahlen|zahlst|sind|bist) {YOU} {GAP}(?:kredite?n?|"
            rf"schulden|geldsorgen|"
            r"lohnpfändung\w*|pfändung\w*|schufa\S*|privatinsolvenz|ratenzahlung\w*|überschuldet|verschuldet|"
            r"finanzielle\w* "
            r"(?:probleme|sorgen|schwierigkeiten))(?! (?:von|der) )",
            rf"{YOUR} (?:\w+ )?(?:schufa\S*|kredite|schulden|finanzielle\w* \w+|finanzen|kontostand|"
            rf"bonitätsauskunft)",
            r"wie (?:[\w',-]+ ){0,5}finanziell(?: \w+){0,3}",
            r"schufa-?auskunft (?:[\w',-]+ ){0,4}(?:hochladen|beifügen|vorlegen|einreichen)",
        ),
        instruction=any_of(
            r"(?:ob|wie|wie viel) (?:[\w',-]+ ){0,7}(?:schulden|verschuldet|schufa\S*|kredite?|pfändung\w*|"
            r"privatinsolvenz|"
            r"geldsorgen)"
        ),
        scored=any_of(
            r"(?:schufa\S*|schulden|(?:lohn)?pfändung\w*|privatinsolvenz|überschuldet|verschuldet|geldsorgen|bonität)"
        ),
        label=r"(?:schufa-?auskunft|schufa-?score|laufende kredite|schulden|privatinsolvenz)",
    ),
    Topic.LIFESTYLE: Words(
        signs="rauch* raucher* alkohol* trink* bier* wein glas gläser freizeit hobbys zigarette* saufen feiern "
        "vegan* wochenende",
        asked=any_of(
            r"wie (?:viel|viele|oft|häufig) (?:[\w',-]+ ){0,5}(?:alkohol|bier\w*|gläser|zigaretten|rauchen|"
            r"rauchst|trinken (?:sie|du)|"
            r"trinkst)",
            rf"(?:rauchen|rauchst|trinkst|trinken|greifst|greifen) {YOU} (?:[\w',-]+ ){{0,6}}(?:alkohol|bier|"
            rf"wein|zigarette\w*|privat|"
            r"freizeit|wochenende)",
            rf"(?:trinken|trinkst) {YOU}(?= ?\?)",
        ),
        instruction=any_of(r"(?:ob|wie viel|wie oft) (?:[\w',-]+ ){0,6}(?:raucht|trinkt|alkohol|zigaretten)"),
        scored=any_of(
            r"(?:nicht)?raucher(?:in|innen|n)?|raucht|trinkt (?:\w+ )?alkohol|alkoholkonsum|"
            r"partygänger\w*"
        ),
        label=r"(?:raucher(?:in)?|nichtraucher(?:in)?|raucher ?(?:/|oder) ?nichtraucher|alkoholkonsum)",
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="allein beziehung partner* verheirat* ledig* kind* kinder* familie* ehe* mann frau nachwuchs "
        "single* liiert vergeben "
        "geschieden* alleinerzieh* mütter müttern mutter vater väter heirat* hochzeit freund freundin "
        "sprösslinge privat*",
        asked=any_of(
            rf"(?:leben|lebst|wohnen|wohnst) {YOU} (?:[\w',-]+ ){{0,4}}(?:allein|beziehung|partner\w*|freund|"
            rf"freundin|familie)(?=\W)",
            rf"(?:sind|bist) {YOU} {GAP}(?:liiert|vergeben|in (?:festen|einer) \w+|in einer (?:\w+ )?beziehung|"
            rf"verheiratet|ledig|"
            r"geschieden|alleinerziehend|single|solo|verlobt|familienvater|mama|papa)(?=\W)",
            rf"(?:gibt es|wartet|warten|haben|hast) (?:{YOU} )?{GAP}(?:einen partner|eine partnerin|kinder|"
            rf"familie|einen mann|eine frau|"
            r"ehemann|ehefrau|nachwuchs) (?:[\w',-]+ ){0,3}(?:zu hause|daheim|auf sie|auf dich|an ihrer seite|"
            r"an deiner seite)",
            r"wie (?:viele|alt) (?:[\w',-]+ ){0,3}(?:kinder|kids|sprösslinge)(?! (?:haben|hast|hatten|"
            r"betreu\w+) (?:sie|du) (?:betreut|"
            r"unterrichtet|in))",
            rf"was (?:sagt|hält|meint) (?:[\w',-]+ ){{0,2}}(?:{YOUR}) (?:\w+ )?(?:mann|frau|partner(?:in)?|"
            rf"familie|freund(?:in)?)",
            rf"(?:wann|wollen|willst) {GAP}(?:heiraten|hochzeit)",
        ),
        instruction=any_of(
            r"(?:ob|wie viele) (?:[\w',-]+ ){0,6}(?:kinder|verheiratet|ledig|single|alleinerziehend|beziehung|"
            r"partner(?:in)?|geschieden|"
            r"familie (?:hat|haben|wartet))(?=\W|$)",
            r"(?:familienstand|familiensituation|familiäre\w* \w+|private\w* (?:situation|umfeld|verhältnisse)|"
            r"familienleben|privatleben)",
        ),
        scored=any_of(
            r"(?:alleinerzieh\w*|verheiratet\w*|ledig\w*|kinderlos\w*|geschieden\w*|(?:kleine|kleinen|"
            r"schulpflichtige\w*|eigene) kinder\w?|"
            r"familienstand|familienvater|familienväter|mütter(?:n)?|ohne kinder|keine kinder|hat kinder|mit "
            r"kindern(?! (?:arbeit|gearb)))"
            r"(?=\W|$)",
        ),
        label=r"(?:(?:familienstand|kinder|anzahl (?:der |ihrer )?kinder|ehepartner|alter der kinder|beruf des "
        r"ehepartners)"
        r"(?: ?(?:/|,|und|\() ?)?)+",
    ),
}

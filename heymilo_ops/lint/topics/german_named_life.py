"""German: words that give a topic away by themselves, unless a clause is about others or is work: body and home."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_KIDS = r"(?:kind(?:er|ern|es)?|kleinkind(?:er|ern)?|nachwuchs|söhne?|sohn|töchter|tochter|baby|babys|kleinen?)"

NAMED_LIFE: Mapping[Topic, Words] = {
    Topic.DISABILITY_HEALTH: Words(
        signs="antidepressiva asthma* augen beimpsychiater beimpsychologen beimpsychotherapie beimtherapeut* "
        "beimtherapie berufserkrankung* bipolar bring* burn* drückt einepsychiater einepsychologen "
        "einepsychotherapie einetherapeut* einetherapie erberkrankung* erfrag* erkundig* fehlt find* frag* gefehlt "
        "geisteserkrankung* gelitten grunderkrankung* hak* hiv hüfte inpsychiater inpsychologen inpsychotherapie "
        "intherapeut* intherapie ist keine kerngesund kerngesund* kläre lag legasthen* notier* ohren pausiert plagt "
        "rückenleiden* rückenproblem* rückenschmerz* schizophren* schulter schultern sprich stationär steckt steckte "
        "viele vielen war zumpsychiater zumpsychologen zumpsychotherapie zumtherapeut* zumtherapie zurpsychiater "
        "zurpsychologen zurpsychotherapie zurtherapeut* zurtherapie zwickt "
        "krank* krankheit* erkrank* medikament* burnout burn therap* rücken knie* behinder* schwerbehindert* "
        "gesundheit* "
        "psych* sucht* depress* angst* krebs* diabet* epilep* arzt fehlzeit* arbeitsunfähig* krankgeschrieben "
        "krankschreib* "
        "operation* operiert unfall rollstuhl* chronisch* autis* adhs allergi* behandlung* stotter* ausgefallen "
        "diagnos* kur reha "
        "beschwerden leiden körperlich* gdb herz* bandscheib* sehschwäche* hörgerät*",
        named=any_of(
            r"(?:sind|bist|waren|warst|oft|häufig|länger|schwer|chronisch|ernsthaft|dauerhaft|psychisch)(?: sie| "
            r"du)?(?: oft| häufig| "
            r"länger| viel)? (?:krank|erkrankt)(?= |\W*$|,|:)|krank(?:heit|heiten|geschrieben|gemeldet|meldungen|"
            r"schreibung\w*|heitsbeding\w*"
            r"|heitstage\w*|heitsfall|en?stand)(?= |\W*$|,|:)(?! (?:der|bei) (?:pflanz|tier|patient|reb))|(?:vor|"
            r"grund|sucht|geistes|erb|"
            r"berufs)?erkrankung\w*|medikament\w*|anti-?depressiva|burn-?out\w*|depress(?:ion|iv)\w*|(?:panik|"
            r"angst)(?:attacken|störung\w*|"
            r"zustände)",
            r"(?:zur|in|eine|eine psycho|psycho|beim|zum) ?(?:therapie|therapeut\w*|psychologen|psychiater|"
            r"psychotherapie)(?= |\W*$|,)|"
            r"psych(?:isch|olog|iatr|otherap)\w* (?:problem|belast|krank|erkrank|beschwerd|behandlung|gutacht|"
            r"auffällig|leiden|angeschlagen|"
            r"stabil|instabil|betreu)\w*|(?:am|mit dem|mit den|an den|im|vom) (?:rücken|knien?|herzen?|hüfte|"
            r"bandscheiben?|schultern?|"
            r"augen|ohren)(?= |\W*$|,)(?! (?:zur|an|gegen))|rücken(?:problem|schmerz|leiden)\w*|"
            r"(?:schwer)?behind(?:erung|erten|ert)\w*(?= |"
            r"\W*$|,|:)(?! (?:der|des|von) (?:verkehr|prozess|arbeit))",
            r"(?:ihre|deine|seine|ihrer|die|der|gute|schlechte|zur|über ihre) (?:\w+ )?gesundheit(?:szustand)?(?= |"
            r"\W*$|,)|gesundheitlich\w*|"
            r"gesundheitszustand\w*|krebs(?:erkrankung|leiden)?(?= |\W*$|,)(?! (?:suppe|fang|station))|diabet\w+|"
            r"epilep\w+|hiv|asthma\w*|"
            r"autis\w+|adhs|bipolar|schizophren\w*|legasthen\w*|fehlzeiten|fehltage|arbeitsunfähig\w*|(?:wurden|"
            r"waren|wurde|schon|bereits) "
            r"(?:\w+ )?(?:operiert|in behandlung|stationär)|im rollstuhl|rollstuhlfahrer\w*|sucht(?:problem|mittel|"
            r"krank|verhalten)\w*|oder "
            r"sucht(?= |\W*$)|(?:in|auf) (?:der )?(?:reha|kur)(?= |\W*$)|stottern?t?|hörgeräte?|allergien?",
        ),
        harmless=any_of(
            r"gesundheits(?:schutz|wesen|amt|tag|management|bereich|daten|fürsorge)\w*|kranken(?:pflege|haus|"
            r"schwester|kasse|wagen|transport|"
            r"versicherung|pfleg)\w*|(?:arbeits|gesundheits)(?:sicherheit|schutz)\w*|erste hilfe|medikamenten(?:gabe|"
            r"plan|schrank|runde)|"
            r"heilerziehung\w*|behindertengerecht\w*|physiotherap\w*|anzeichen (?:einer|eines|von) \w+",
        ),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="ansprechen arbeitet baby* babys* erfragen erkundigen ermitteln festhalten fragen herausfinden in kids "
        "kleine* kleinen* klären leben lebensgefährt* lebst lebt macht nachwuchs* notieren prüfen sohn* solo söhn "
        "söhn* söhne* tochter* töchter* wohnen wohnst "
        "verheiratet ledig* geschieden* verwitwet* single* alleinstehend* alleinerzieh* verlobt* mann frau "
        "ehemann ehefrau gatte "
        "gattin partner* freund freundin kind kinder kindern kindes nachwuchs familie* familien* sohn tochter söhne "
        "töchter fräulein "
        "eltern mutter vater mama papa allein ungebunden* anhang kleinkind* baby babys heirat* hochzeit* ehe "
        "beziehung* mädchenname* "
        "zuhause privat kleinen kleine",
        named=any_of(
            r"(?:frisch )?verheiratet\w*|ledig(?= |\W*$|,|:)|geschieden\w*|verwitwet\w*|alleinstehend\w*|"
            r"alleinerziehend\w*|verlobt\w*|single"
            r"(?= |\W*$|,|:)(?! (?:sign|point|page|source))|(?:ihr|dein|ihrem|deinem|ihrer|deiner|ihre|deine|ein|"
            r"einen|eine|fester?|feste|der|"
            r"kein|keinen|mit) (?:ehe)?(?:mann|frau|partner|partnerin|freund|freundin|gatte|gattin|"
            r"lebensgefährt\w*)(?= |\W*$|,)(?! (?:"
            r"unternehm|firma|am telefon|krüger|\w+ (?:aus|vom)))|ehe(?:mann|frau|partner\w*|schließung)|"
            r"familienstand|mädchenname|geburtsname"
            r"|heirat\w*|hochzeit(?= |\W*$)|fräulein|partner oder|von partner",
            rf"(?:hab\w*|hat|haben|hast|ihre|deine|ihren|deinen|keine|ohne|mit|eigene|kleine|kleiner|und|wie "
            rf"viele|oder|von|schulpflichtige"
            rf"|auf die|für)(?: sie| du)? (?:\w+ )?{_KIDS}(?= |\W*$|,|:)(?! (?:in (?:ihrer|deiner|der|einer) "
            rf"(?:letzten )?(?:gruppe|klasse|kita|"
            rf"schule)|betreut|unterrichtet|mit (?:behinderung|förder|autis|lern)|mit einer|im (?:grundschul|kita)|"
            rf"von \w+ jahren|prozess|"
            rf"schritt|runde|unternehmen|und jugend))|{_KIDS}\W*(?:anzahl|zahl)|(?:zahl|anzahl|alter)(?: und \w+)? "
            rf"der kinder|(?:eltern|mutter|vater) (?:kleiner|kleinen|von klein|mehrerer|von mehreren|von zwei|"
            rf"zweier)\w*",
            r"(?:leben|lebst|lebt|wohnen|wohnst)(?: sie| du| er)? (?:\w+ )?(?:allein|alleine|mit (?:partner|jemand|"
            r"ihr|dein|einem|einer|"
            r"familie))|(?:ungebunden|ohne anhang|in einer (?:festen )?beziehung)|familien(?:planung|situation|"
            r"verhältnisse|leben|pflichten|"
            r"angehörig\w*)|familiär\w* (?:situation|verpflicht|umständ|bindung|verhältnis|umfeld)\w*|(?:ihre|deine|"
            r"zur|von der|eine eigene|"
            r"über die) familie(?= |\W*$|,)(?! (?:des|der|eines|von) )|(?:sind sie|bist du|ist sie|junge|werdende) "
            r"(?:eine |ein )?(?:mutter|"
            r"vater|mama|papa)(?= |\W*$|,)|auf das zuhause|(?:über|auf) (?:ihr|das|dein) (?:zuhause|privatleben)|"
            r"privatleben",
        ),
        harmless=any_of(
            r"familien(?:unternehm|betrieb|recht|hilfe|freundlich|zentrum|kasse|pflege|arbeit)\w*|(?:arbeiten|arbeit|"
            r"gearbeitet|umgang|"
            r"erfahrung)(?: sie| du)? (?:gern |gerne )?mit (?:\w+ )?kindern|kinder(?:garten|gärten|pfleg|betreuung "
            r"in|station|arzt|prozess|"
            r"kleidung|buch|tagesstätte|krippe|schutz|menü)\w*|(?:eltern|müttern|vätern)(?:,| dass| von)[^.?!]{0,40} "
            r"kind\w*|(?:unternehmens|"
            r"vertriebs|geschäfts|ansprech|kooperations|handels)partner\w*|partner(?:unternehm|firm|programm|bank|"
            r"schule|betrieb)\w*",
        ),
    ),
    Topic.PREGNANCY: Words(
        signs="anderen guter mama "
        "schwanger* nachwuchs elternzeit* mutterschutz* mutterschaft* kinderwunsch* baby babys umständen "
        "familienplan* kinder kind "
        "stillen stillzeit entbindung* babypause* mutter schwangerschaft*",
        named=any_of(
            r"schwanger\w*|(?:nachwuchs|ein kind|kinder|ein baby|babys) (?:\w+ )?(?:geplant|planen|unterwegs|in "
            r"planung|erwarten|erwartet|"
            r"bekommen|wünschen|haben wollen|möchten)|(?:wollen|planen|möchten|wünschen|willst|möchtest|planst|"
            r"erwarten|erwartest|bekommen)(?: "
            r"sie| du| ihr)?(?: sich)? (?:\w+ ){0,3}(?:kinder|nachwuchs|ein kind|ein baby|babys|mutter werden|"
            r"familie gründen)|elternzeit(?= "
            r"|\W*$|,)(?! (?:vertretung|regel))|mutterschutz|mutterschaft\w*|babypause|kinderwunsch|in anderen "
            r"umständen|familie (?:zu )?"
            r"gründen|(?:baby|kind|nachwuchs) (?:unterwegs|im anmarsch)|stillzeit",
        ),
        harmless=any_of(
            r"elternzeitvertretung\w*|(?:kollegin|kollegen|mitarbeiterin)\w* in (?:elternzeit|mutterschutz)|"
            r"kinderwunsch(?:zentrum|klinik|praxis"
            r")|elterngeld"
        ),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="abgetrieben befruchtung einfrieren unfruchtbar unfruchtbar* "
        "pille verhüt* abtreib* fehlgeburt* kinderwunschbehandlung* künstlich* ivf wechseljahr* menopause "
        "periode sterilis* "
        "fruchtbar* spirale schwangerschaftsabbr* regelblutung",
        named=any_of(
            r"(?:die|mit der) pille|verhüt\w+|abtreib\w+|abgetrieben|fehlgeburt\w*|kinderwunschbehandlung\w*|"
            r"künstliche befruchtung|ivf|"
            r"wechseljahr\w*|menopause|ihre periode(?= |\W*$)|sterilis(?:iert|ation)(?= |\W*$)|unfruchtbar\w*|"
            r"schwangerschaftsabbr\w+",
        ),
        harmless=any_of(r"unfall(?:verhütung)|(?:unfall|brand|schadens)verhütung\w*|instrumente \w+ sterilisiert"),
    ),
    Topic.CARING: Words(
        signs="aufpass* bringt fürsorge* holen holt hüte* kleine krippe kümmern kümmert müssen passen sorge* "
        "versorgen versorgt wer "
        "pfleg* pflegen betreu* kita* kindergarten* kinder kindern kleinen angehörig* eltern häuslich* hüten "
        "aufpassen aufpasst "
        "passt tagesmutter oma opa abhol* babysitt* schulschluss betreuungspflicht*",
        named=any_of(
            r"(?:passt|passen|aufpass\w*|aufpasst|hüte\w*|kümmert|kümmern|betreut|betreuen|versorgt|holt|holen|"
            r"bringt)(?: sich)?(?: auf| um| "
            r"von)? (?:\w+ )?(?:ihre|deine|die|den|das|ihren|ihr)? ?(?:kinder|kind|kindern|kleinen|kleine|"
            r"nachwuchs)(?= |\W*$|,)|(?:pflegen|"
            r"pflegst|pflegt|betreuen|betreust|versorgen|kümmern)(?: sie| du)?(?: sich)? (?:um )?(?:[\w]+ "
            r"){0,3}(?:jemanden|angehörige\w*|"
            r"eltern|mutter|vater|familienmitglied\w*|verwandte\w*)|pflegebedürftige\w* (?:angehörig|eltern|person|"
            r"verwandt)\w*|(?:betreuungs|"
            r"pflege|fürsorge|sorge)(?:pflicht|verpflicht|aufgaben zu hause|aufwand)\w*|häusliche\w* (?:pflicht|"
            r"verpflicht|pflege|aufgab|"
            r"bindung)\w*|kita(?:-| )?(?:abhol|platz|schluss|zeiten)\w*|(?:aus|in|von) der (?:kita|krippe)(?= |\W*$)|"
            r"tagesmutter|babysitter\w*|"
            r"kinderbetreuung(?= |\W*$|,|:)(?! (?:in|im|als))|schulschluss",
        ),
        harmless=any_of(
            r"(?:alten|kranken|körper|grund|behandlungs)pflege\w*|pflege(?:dienst|heim|plan|grad|kraft|"
            r"kräfte|dokumentation)\w*"
        ),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="absolut form gebaut konstitution ohne schlecht topfit voll "
        "heben tragen kilo kg stehen körperlich* fit kräftig* stark körperbau statur stock rollstuhl treppen "
        "belastbar* kondition* "
        "lasten laufen gehen schwer* fitness",
        named=any_of(
            r"(?:\d+ ?(?:kg|kilo)|schwere (?:lasten|kisten|dinge|gegenstände|sachen)) (?:\w+ ){0,3}(?:heben|tragen|"
            r"bewegen|stemmen|schleppen)|"
            r"(?:heben|tragen|stemmen) (?:\w+ ){0,3}(?:\d+ ?(?:kg|kilo)|schwere lasten)|körperlich\w* (?:\w+ "
            r")?(?:fit|belastbar|belastbarkeit|"
            r"leistungsfähig|verfassung|fitness|einschränkung|eignung|gesund|kraft|stark|beeinträchtig)\w*|(?:den "
            r"ganzen tag|stundenlang|"
            r"dauernd|lange|8 stunden) (?:\w+ )?stehen|(?:kräftig|stark|robust|stämmig|athletisch)\w* (?:körperbau|"
            r"statur|gebaut|konstitution)|"
            r"ohne (?:geh)?stock|im rollstuhl|treppen (?:\w+ )?(?:steigen|steigt|laufen)|(?:gute|gut) (?:kondition|"
            r"in form)|schlecht zu fuß",
        ),
        harmless=any_of(r"(?:zur|zu der|bei der) arbeit gehör[^.?!]{0,60}|tragen von[^.?!]{0,40}"),
    ),
    Topic.APPEARANCE: Words(
        signs="ansehnlich* ansprechend* augenfarbe aussehend* bewerbungs* füge* ganzkörper* gutes körperfigur "
        "körperfrisur körpergewicht körperhaare körperkleidergröße lade* pass* porträt* schick* send* "
        "groß wiegen wiegst gewicht größe foto fotos ganzkörperfoto* bewerbungsfoto* passfoto* lichtbild "
        "tattoo* tätow* piercing* "
        "hübsch* attraktiv* schlank* dick* übergewicht* fettleibig* bmi aussehen äußer* figur haare frisur bart "
        "gepflegt* schön* optisch* "
        "ausstrahlung kleidergröße*",
        profile=any_of(
            r"(?:gepflegt|attraktiv|ansprechend|gutaussehend|ansehnlich)\w*,? (?:\w+ )?(?:äußere|aussehen|"
            r"erscheinung|erscheinungsbild|"
            r"auftreten und aussehen|optik)\w*|(?:hübsch|gutaussehend|attraktiv)e\w* (?:\w+ )?(?:frau|mann|dame|"
            r"person|leute|mitarbeiter|"
            r"bewerber|kandidat|mädchen)\w*",
        ),
        named=any_of(
            r"wie (?:groß|schwer) (?:sind|bist) (?:sie|du)|(?:was|wie viel|wieviel) (?:wiegen|wiegst)|(?:ihr|dein|"
            r"das) (?:körper)?gewicht(?= |"
            r"\W*$|,)(?! (?:der|des|von|auf))|(?:ihre|deine) (?:körper)?(?:größe|figur|haare|frisur|kleidergröße)|"
            r"(?:ganzkörper|bewerbungs|"
            r"pass|porträt)(?:foto|bild)\w*|(?:ein|aktuelles|ihr|neues) (?:foto|lichtbild)(?: von (?:ihnen|dir|"
            r"sich))?(?= |\W*$|,)(?! (?:der|"
            r"des|von (?!ihnen|dir|sich)))|tattoos?|tätowier\w*|piercings?|hübsch\w*|attraktiv(?:er?|en|es)?(?= |"
            r"\W*$|,|:)(?! (?:angebot|"
            r"gestalt|preis|auslag|schaufenster))|schlank(?:e|er)?(?= |\W*$|,|:)(?! (?:prozess|organis))|"
            r"übergewicht\w*|fettleibig\w*|bmi|"
            r"(?:gutes?|das|ihr|dein|vom|sein) aussehen|äußeres?(?= |\W*$|,)(?! (?:umständ|form))|(?:weibliche|tolle|"
            r"gute) (?:figur|"
            r"ausstrahlung)|optisch (?:ansprechend|attraktiv)",
        ),
        harmless=any_of(
            r"fotos? (?:der|ihrer|deiner|von) (?:arbeit|projekt|produkt|baustell|schäd|ware)\w*|"
            r"schlanke\w* (?:prozess|fertigung)\w*"
        ),
    ),
    Topic.AI_EMOTION: Words(
        signs="analysiert* angespannt begeistert beurteilt* bewertet* ehrlich entspannt erkennt* errötet erscheint "
        "fröhlich gelangweilt gestresst hände klingt liest* misst* prüft* scheint traurig unehrlich video* wertet* "
        "wirkt zappelt "
        "mimik* gestik* stimme stimm* tonfall tonlage lächel* blickkontakt* nervös* körpersprache* gefühl* "
        "emotion* gesicht* "
        "augenkontakt* zitter* unsicher* stimmung* schwitz* rot mikroexpression* blick",
        profile=any_of(
            r"(?:wertet|analysiert|erkennt|misst|liest|bewertet|beurteilt|prüft)\w*,? (?:[\w]+ ){0,3}(?:mimik|gestik|"
            r"stimme|gesicht\w*|gefühle|"
            r"emotionen|körpersprache|tonfall|stimmung|gemüt\w*|blick\w*|sprechweise)(?= |\W*$|,)(?! (?:der|des|von) "
            r"kund)|(?:gefühle|emotionen|ehrlichkeit|persönlichkeit|stimmung|stress|nervosität) (?:[\w]+ "
            r"){0,4}(?:aus|anhand|an|über|durch) (?:ihrer|ihrem|der|dem|ihren) "
            r"(?:stimme|gesicht\w*|mimik|"
            r"video\w*)",
        ),
        named=any_of(
            r"(?:an|aus|nach|anhand|über) (?:der |dem |den |seiner |ihrer )?(?:mimik|gestik|stimme|tonfall|"
            r"gesichtsausdruck|körpersprache|blick"
            r"|stimmlage)|körpersprache|blickkontakt|augenkontakt|mimik|gestik|mikroexpression\w*|gesichtsausdr\w+",
        ),
        scored=any_of(
            r"lächelt|lächeln(?= |\W*$)|(?:wirkt|scheint|erscheint|ist) (?:\w+ )?(?:nervös|traurig|angespannt|"
            r"unsicher|ehrlich|fröhlich|"
            r"gestresst|unehrlich|entspannt|gelangweilt|begeistert wirkend)|stimme (?:\w+ )?(?:zittert|bebt|fest|"
            r"monoton|stockt|brüchig)|"
            r"(?:zittrige|feste|warme|monotone|sichere) stimme|(?:schwitzt|errötet|zappelt|weicht dem blick)",
        ),
        harmless=any_of(r"stimme (?:des|der) kund\w*|emotionale intelligenz"),
    ),
}

"""Dutch: further ways to ask about convictions, origin and the private side."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.dutch_forms import ARE, HAVE, YOU, YOUR
from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

GAP = r"(?:[\w',/-]+ ){0,6}"

SOCIETY_PHRASES: Mapping[Topic, Words] = {
    Topic.MILITARY: Words(
        signs="reservist* dienstplicht* leger militair* veteraan*",
        scored=any_of(r"(?:reservist\w*|dienstplicht\w*|militaire dienst|veteraan|veteranen)"),
        asked=any_of(
            rf"(?:{ARE}|{HAVE}|was je|was u|zat je|zat u) {GAP}(?:reservist|leger|militaire dienst|"
            rf"dienstplicht\w*)(?= |\?)"
        ),
    ),
    Topic.MONITORING: Words(
        signs="locatie toetsaanslagen gps gevolgd meegelezen afgeluisterd webcam scherm* keylogger privételefoon",
        profile=any_of(
            rf"(?:software|systeem|app|we|wij|camera) {GAP}(?:{YOUR} |de )(?:locatie|toetsaanslagen|"
            rf"privételefoon|scherm|webcam)",
            r"(?:toetsaanslagen|keylogger|gps-tracker)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="geboren geboorteplaats geboorteland land ouders achternaam naam afkomst* herkomst roots vandaan "
        "migratieachtergrond opgegroeid",
        asked=any_of(
            rf"uit welk land (?:kom|komt|komen|kwam|zijn) {GAP}(?:{YOU}|ouders|familie|{YOUR} \w+)",
            rf"{ARE} {GAP}(?:hier|in nederland|in belgië)? ?(?:dus )?(?:niet )?(?:hier )?(?:geboren|opgegroeid)",
            rf"(?:waar|waarvandaan) (?:komt|kom|is) {GAP}(?:achternaam|naam|{YOUR} familie)(?= |\?)",
            rf"{YOUR} (?:\w+ )?(?:achternaam|naam) (?:klinkt|komt)",
            rf"{YOUR} (?:roots|afkomst|herkomst)",
        ),
        instruction=any_of(
            rf"(?:uit welk land|waar) {GAP}(?:ouders|vandaan|geboren|afkomstig|opgegroeid)",
            r"(?:afkomst|migratieachtergrond|geboorteland|geboorteplaats|roots) (?:van )?(?:de kandidaat|de "
            r"sollicitant)?",
        ),
        scored=any_of(
            r"(?:migratieachtergrond|buitenlandse (?:achter)?naam|niet in nederland geboren|afkomst van de "
            r"kandidaat|geboorteland)"
        ),
        label=r"(?:(?:geboorteplaats|geboorteland|afkomst|herkomst|land van herkomst)(?: ?(?:/|,|en|of) "
        r"?)?)+(?: ?van \w+(?: \w+)?)?",
    ),
    Topic.POLITICS: Words(
        signs="gestemd stem stemt kamerverkiezing* verkiezing* partij* pvv vvd politiek*",
        asked=any_of(
            rf"(?:wat|op wie|waarop) {GAP}gestemd",
            rf"(?:wat|hoe) (?:vind|vindt|denk|denkt|sta|staat) {YOU} {GAP}(?:pvv|vvd|kabinet|"
            r"politieke partij\w*)",
            rf"{ARE} {GAP}(?:politiek actief|links of rechts|partijlid)",
        ),
        instruction=any_of(rf"(?:of|op wie|waar) {GAP}(?:partij|stemt|gestemd|politiek actief|politiek staat)"),
        scored=any_of(
            r"(?:partijlid\w*|politieke (?:kleur|activiteit\w*|gezindheid|standpunten)|(?:stemt|sympathie) "
            r"(?:op|voor) \w+)"
        ),
    ),
    Topic.POLYGRAPH: Words(signs="leugendetector* polygraaf*", profile=any_of(r"(?:leugendetector|polygraaf)\w*")),
    Topic.PREGNANCY: Words(
        signs="verwachting kleintje gezinsuitbreiding zwanger* kinderwens* zwangerschapsverlof "
        "ouderschapsverlof baby* kinderen",
        asked=any_of(
            rf"{ARE} {GAP}(?:in verwachting|zwanger)",
            r"(?:gezinsuitbreiding|kleintje|zwangerschapsverlof|ouderschapsverlof|baby) (?:[\w-]+ "
            r"){0,4}(?:planning|aan|op komst|gepland|"
            r"onderweg|verwachten|aankomen)",
            rf"(?:wil|wilt|zou|zouden|denk|denkt|plan|plant) {YOU} {GAP}(?:kinderen|zwanger|gezinsuitbreiding|"
            rf"baby)(?= |\?)",
        ),
        instruction=any_of(r"(?:kinderwens|zwanger\w*|gezinsuitbreiding|gezinsplannen|kinderen wil)"),
        scored=any_of(r"(?:in verwachting|zwanger\w*|kinderwens|ouderschapsverlof|gezinsuitbreiding)"),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="half surinaams* turks* marokkaans* antilliaans* indisch* witte wit zwarte huidskleur* etnisch* "
        "etniciteit aziatisch",
        asked=any_of(
            rf"{ARE} {GAP}(?:half )?(?:surinaams|turks|marokkaans|antilliaans|indisch|aziatisch|afrikaans|"
            rf"chinees|arabisch)(?= |\?)"
        ),
        scored=any_of(
            r"(?:overwegend )?(?:witte|zwarte|gekleurde) (?:klant\w*|team|kandidaat|kandidaten|collega\w*|"
            r"mensen)|etniciteit"
        ),
        instruction=any_of(r"(?:huidskleur|etniciteit|etnische \w+)"),
    ),
    Topic.RELIGION: Words(
        signs="hoofddoek* keppel* kruis* geloof* gelovig kerk* moskee bid* gebed* gedoopt religi* islam* "
        "moslim* ramadan god",
        asked=any_of(
            rf"(?:zou|zal|wil|wilt|kun|kunt|draag|draagt|doe|doet) {YOU} {GAP}(?:hoofddoek|keppel\w*|kruisje|"
            rf"tulband)",
            rf"{ARE} {GAP}(?:gelovig|gedoopt|religieus|praktiserend|kerkelijk|moslim|christen)(?= |\?)",
            rf"(?:moet|wil|wilt|bid|bidt) {YOU} {GAP}(?:bidden|gebed\w*)",
        ),
        instruction=any_of(
            rf"(?:of|welk|welke|hoe) {GAP}(?:gelovig|religieus|kerk|moskee|hoofddoek|geloof|bidt|moslim)"
        ),
        scored=any_of(
            r"(?:hoofddoek\w*|keppel\w*|(?:streng )?gelovig\w*|moslim\w*|religieuze \w+|kerkelijk\w*|bidt|"
            r"gebedspauzes?)"
        ),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="ivf* vruchtbaarheid* abortus miskraam anticonceptie",
        asked=any_of(
            r"(?:loopt|ondergaat|onderga|zit|doe|doet|heb|hebt|heeft) (?:[\w',-]+ ){0,7}(?:ivf\S*|"
            r"vruchtbaarheids\w+|abortus|miskraam)(?= ?\??)"
        ),
        scored=any_of(r"(?:ivf\S*|vruchtbaarheids\w+|abortus|miskraam)"),
    ),
    Topic.SALARY_HISTORY: Words(
        signs="verdien* verdiende kreeg salaris* werkgever loon betaald baas",
        instruction=any_of(
            rf"wat (?:hij|zij|ze|iemand|de kandidaat|de sollicitant) {GAP}(?:verdien\w*|kreeg|krijgt|betaald)",
        ),
        asked=any_of(
            rf"(?:wat|hoeveel) (?:kreeg|krijg|krijgt|betaalt|betaalde) {GAP}(?:{YOU}|werkgever|baas) "
            rf"{GAP}(?:werkgever|baas|maand|betaald|baan)?",
            rf"wat {GAP}(?:vorige|laatste|huidige) (?:werkgever|baas|baan) (?:[\w-]+ ){{0,3}}(?:betaal\w*|"
            rf"verdien\w*)",
        ),
        scored=any_of(r"(?:verdient|verdiende) (?:nu|eerder|vorig|meer|minder|bij|momenteel|al)"),
    ),
    Topic.SEX_GENDER: Words(
        signs="mannen vrouwen man vrouw dames kerel* meiden jongens mannelijk* vrouwelijk* dame heren",
        profile=any_of(
            r"(?:zoeken|zoekt|gezocht|gewenst) (?:we )?(?:[\w-]+ ){0,3}(?:kerel|dame|dames|meid|meiden|man|"
            r"vrouw|mannen|vrouwen|jongens)(?= ?[,.]|$| )",
            r"(?:niet|niets) voor (?:vrouwen|mannen|dames|jullie)|(?:vrouwelijke|mannelijke) (?:uitstraling|"
            r"charme|hand|versterking)",
        ),
        scored=any_of(
            r"(?:mannen|vrouwen|mannelijke \w+|vrouwelijke \w+) (?:[\w-]+ ){0,4}(?:punt\w*|lager|hoger|"
            r"voorrang|afwij\w*|voorkeur|minder|meer)",
            r"(?:scoren|scoort|geef|voorkeur voor) (?:[\w-]+ ){0,2}(?:mannen|vrouwen|een man|een vrouw)",
            r"(?:als|indien) (?:[\w-]+ ){0,3}(?:man|vrouw)(?= |$)",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="mannen vrouwen homo* lesbisch* hetero* geaardheid vriend vriendin biseksueel",
        asked=any_of(
            rf"(?:val|valt) {YOU} {GAP}(?:mannen|vrouwen)",
            rf"{ARE} {GAP}(?:homo|lesbisch|hetero|bi|uit de kast)(?= |\?)",
        ),
        instruction=any_of(rf"(?:of|dat) {GAP}(?:homo|lesbisch|hetero|biseksueel)"),
        scored=any_of(r"(?:homo|homoseksueel|lesbisch\w*|biseksueel|seksuele \w+)"),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="instagram* facebook* tiktok* privé* inloggegevens wachtwoord* social sociale",
        asked=any_of(
            r"privé[ -]?(?:instagram|facebook|tiktok|account\w*|profiel\w*|social\w*)",
            rf"{YOUR} (?:wachtwoord|inloggegevens)",
        ),
        profile=any_of(
            rf"(?:bekijken|spitten|checken|doorzoeken|controleren|screenen|lezen|kijken) (?:we |wij "
            rf")?{GAP}(?:{YOUR}|privé) ?"
            r"(?:[\w-]+ )?(?:instagram|facebook|tiktok|social\w*|sociale|profiel\w*|account\w*)"
        ),
        instruction=any_of(
            rf"(?:zoek|bekijk|check|doorzoek|google|screen|kijk) {GAP}(?:instagram|facebook|tiktok|social "
            rf"media|sociale media)\S*"
        ),
    ),
    Topic.UNION: Words(
        signs="fnv cnv bond vakbond* meegestaakt gestaakt staak* staking* ondernemingsraad or",
        asked=any_of(
            rf"{ARE} {GAP}(?:fnv|cnv|vakbond\w*|andere bond|een bond)(?= |,|\?)",
            rf"{HAVE} {GAP}(?:meegestaakt|gestaakt)",
            rf"{HAVE} {GAP}(?:in de ondernemingsraad|lid van de or|in de or) gezeten",
        ),
        instruction=any_of(rf"(?:of|hoe) {GAP}(?:vakbond\w*|fnv|cnv|gestaakt|ondernemingsraad|staking\w*)"),
        scored=any_of(
            r"(?:vakbonds\w+|fnv|cnv|gestaakt|staakte|sympathie voor (?:\w+ )?(?:vakbond\w*|staking\w*)|stakingen?)"
        ),
    ),
}

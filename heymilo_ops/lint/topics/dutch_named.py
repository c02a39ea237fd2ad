"""Dutch: words that give a topic away by themselves, unless a clause is about others or is work: who somebody is."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_AGE = r"(?:2[2-9]|[3-7]\d|(?:\w+en|\w+ën)?(?:twintig|dertig|veertig|vijftig|zestig))"
_NO_UNIT = (
    r"(?! ?(?:kg|kilo|%|procent|euro|seconden|minuten|uur|dagen|weken|maanden|personen|mensen|stuks|telefoontjes|"
    r"punten|klanten|ton))"
)
_NOT_YEARS = r"(?! (?:jaar )?(?:ervaring|werkervaring|in het vak|in de branche|dienst))"
_YOUR = r"(?:je|jouw|uw|zijn|haar|hun|diens)"

NAMED_PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="alleen jeugdig jeugdige liefst maximaal minimaal minste minstens tot uitsluitend voorbij voorkeur "
        "vroegpensioen "
        "leeftijd* geboren geboorte* verjaar* bouwjaar pensioen* jong jonge jonger ouder oud generatie* school "
        "schooldiploma* "
        "opleiding studie diploma* twintig* dertig* veertig* vijftig* zestig* plusser plussers plus door werken "
        "stoppen jaar oudere ouderen "
        "eindexamen havo vwo mavo mbo middelbare afgestudeerd dertiger* veertiger* vijftiger* twintiger* aow tussen "
        "fris",
        profile=any_of(
            r"tussen (?:de )?(?:2\d|[3-6]\d) en (?:de )?\d\d(?: jaar)?(?= |\W*$)(?! (?:kg|uur|euro|%|procent|"
            r"personen|minuten|kilo|weken|dagen|"
            r"ton))|(?:jong|jonge) (?:en dynamische? )?(?:dame|man|vrouw|mannen|vrouwen|collega's|"
            r"medewerkers?|kandidaten|meid|vent)|"
            r"(?:hooguit|maximaal|niet ouder dan) (?!(?:16|18|21)\b)\d\d jaar(?! ervaring)",
        ),
        named=any_of(
            rf"(?:welke|{_YOUR}|de|naar de|op) leeftijd(?= |\W*$|,)(?! (?:van (?:de |het |een )?(?:klant|machine|"
            rf"gebouw|software|systeem|kinder|"
            rf"leerling|wijn|product)))|leeftijds?(?:categorie|groep|grens|klasse|opbouw)\w*(?! van (?:de )?(?:klant|"
            rf"kinder|leerling|bewoner))|"
            rf"geboorte(?:datum|jaar|dag)|(?:in welk jaar|wanneer|waar) (?:ben je |bent u |werd je )?geboren|geboren "
            rf"(?:voor|na|in|vóór|sinds) "
            rf"(?:19|20)\d\d|{_YOUR} verjaardag|(?:van )?welk bouwjaar|van (?:welke|de oude|de nieuwe) generatie|"
            rf"welke generatie",
            rf"(?:boven|onder|vanaf|ouder dan|jonger dan|meer dan|hooguit|maximaal|tot|rond|achter in|voor in) (?:de "
            rf")?(?!(?:16|18|21)\b){_AGE}"
            rf"(?: jaar)?(?= |\W*$|[:,;=]){_NOT_YEARS}{_NO_UNIT}|(?!(?:16|18|21)\b){_AGE}(?:-?plussers?|\+| jaar "
            rf"(?:of|en) (?:ouder|jonger)|"
            rf"-?jarigen?)|(?:of|en) (?:ouder|jonger)(?= |\W*$|:)(?! (?:software|systemen))|(?:twintig|dertig|"
            rf"veertig|vijftig|zestig)ers?",
            r"(?:met|tot|naar|voor|bij|tegen) (?:je |uw |het |zijn |haar |vervroegd )?pensioen(?= |\W*$|,)(?! "
            r"(?:fonds|product|"
            r"regeling))|pensioen(?:leeftijd|"
            r"datum|gerechtigd)\w*|(?:hoelang|hoe lang|tot wanneer) (?:[\w]+ ){0,3}(?:door te werken|doorwerken|"
            r"blijven werken|te werken|werken)"
            r"(?=\W*$)|(?:stoppen|ophouden) met werken|aow-?leeftijd",
            r"(?:wanneer|in welk jaar|welk jaar|hoelang geleden)(?:,)? (?:[\w]+ ){0,4}(?:school|middelbare school|"
            r"opleiding|studie|diploma|"
            r"eindexamen|havo|vwo|mavo|mbo|afgestudeerd)(?= |\W*$)(?! (?:gegeven|gebouwd|als leerkracht))|jong en "
            r"(?:fris|dynamisch|ambitieus|"
            r"enthousiast|hongerig)|te (?:oud|jong)(?= |\W*$)|hoe oud (?:ben|bent|is|zijn) (?:je|u|jij|iemand|de "
            r"kandidaat|hij|zij|ze)|hoe oud "
            r"(?:iemand|de kandidaat|hij|zij|ze) (?:is|zijn)|eerste baan(?= |\W*$)(?! (?:als|waar))",
        ),
        harmless=any_of(
            r"hoe oud (?:is|was|zijn|waren) (?:de|het|die|dat|jullie|uw) (?!kandida|persoon|sollicit)[\w, -]{0,60}|"
            r"minimumleeftijd|leeftijds?"
            r"(?:controle|verificatie)|pensioen(?:fonds|regeling|product|advies|premie)\w*|(?:bewoners?|kinderen|"
            r"leerlingen|gasten|cliënten) "
            r"(?:van|boven|onder|ouder dan) (?:de )?\d\d|ouderenzorg|jeugdzorg"
        ),
    ),
    Topic.SEX_GENDER: Words(
        signs="gezocht jongedame moeder voor voorkeur "
        "man vrouw mannen vrouwen mannelijk* vrouwelijk* geslacht* dame dames heer heren vent kerel meid "
        "meisje* jongen jongens m "
        "mevrouw juffrouw gender",
        profile=any_of(
            r"(?:zoeken|gezocht|zoekt|nodig|willen)\W+(?:naar )?(?:\w+ ){0,4}(?:kerels?|vent|dames?|meiden|meid|"
            r"meisjes?|jongens?|heren|man|"
            r"mannen|vrouw|vrouwen)(?= |\W*$|,)(?! (?:of|en|kracht))|(?:leuke|stevige|sterke|nette|vlotte|stoere|"
            r"vriendelijke|representatieve) "
            r"(?:\w+ )?(?:meid|vent|kerel|dame|meisje|jongen|jongedame)(?= |\W*$)|(?:alleen|uitsluitend|liefst|bij "
            r"voorkeur) (?:voor )?(?:een )?"
            r"(?:mannen|vrouwen|dames|heren|man|vrouw)",
        ),
        named=any_of(
            r"man of (?:een )?vrouw|vrouw of (?:een )?man|als (?:vrouw|man|meisje|dame)(?= |\W*$|,)|m ?/ ?v(?=\W*$)|"
            r"geslacht(?=\W*$|:)|gender"
            r"(?=\W*$|:)|mevrouw of juffrouw|mannelijk of vrouwelijk"
        ),
        scored=any_of(
            r"(?:mannen|vrouwen|mannelijke?|vrouwelijke?|dames|heren|meisjes|jongens|kerels?)(?! (?:schoen|mode|"
            r"afdeling))|(?:is|kandida\w+|moet|"
            r"geen) (?:een |geen )?(?:man|vrouw)(?= |\W*$|:|,)"
        ),
        harmless=any_of(
            r"(?:dames|heren|vrouwen|mannen)(?:schoen|mode|afdeling|kleding|arts|gezondheid|voetbal)\w*|mannen en "
            r"vrouwen|vrouwen en mannen|m ?/ ?v ?"
            r"/ ?x",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="kandidaten mensen personen sollicitanten "
        "familie hoelang komaf lang moeder naam* namen* oorsprong sinds vader "
        "afkomst* herkomst* vandaan oorspronkelijk roots wortels geboorteplaats* geboorteland* geboren naam "
        "achternaam* accent ouders "
        "grootouders buitenland* immigrant* migrant* migratie* allochto* land thuisland* nederland opgegroeid woon "
        "woont",
        named=any_of(
            rf"waar (?:kom|komt|komen|liggen|ligt)(?: je| jij| u| die| de| {_YOUR})* (?:[\w]+ ){{0,4}}(?:vandaan|"
            rf"oorsprong|roots|wortels)(?= |\W*$"
            rf"|,)|(?:echt|oorspronkelijk|eigenlijk) vandaan|{_YOUR} (?:\w+ )?(?:herkomst|afkomst|roots|wortels|land "
            rf"van herkomst)|(?:land|plaats) "
            r"van (?:herkomst|geboorte)|(?:welke|de|etnische|buitenlandse) afkomst|geboorte(?:plaats|land|grond)|"
            r"thuisland",
            r"(?:hier|in nederland|in belgië|in het buitenland|niet|waar)(?: ben je| bent u| zijn| is)?(?: "
            r"[\w]+){0,3} geboren(?= |\W*$)|(?:ouders|"
            r"grootouders|familie|vader|moeder) (?:[\w]+ ){0,4}(?:geboren|vandaan|afkomstig|komen uit|gevlucht|"
            r"geëmigreerd)|(?:naam|achternaam|"
            r"namen)(?:,| klinkt| is)?[\w ,]{0,25}(?:vandaan|herkomst|buitenlands|exotisch)\w*|buitenlands(?:e)? "
            r"(?:klinkende|uitziende|naam|namen)|"
            r"(?:hoelang|hoe lang|sinds wanneer) (?:woon|woont|ben|bent|leef) (?:je|u|jij) (?:al )?(?:in "
            r"(?:nederland|belgië)|hier)|(?:kandidaten|sollicitanten|mensen|personen) (?:uit|van) (?:\w+ "
            r")?(?:noord-afrika|afrika|azië|oost-europa|polen|roemenië|bulgarije|syrië|marokko|turkije|suriname|"
            r"india|het buitenland|het midden-oosten|de balkan)|migratieachtergrond|(?:immigrant|migrant|allochtoon|"
            r"allochtonen)(?:en)?(?= |\W*$)",
        ),
        harmless=any_of(
            r"(?:land van )?herkomst van (?:een |de |het )?(?!kandida|sollicit|persoon|naam)\w+|buitenlandse "
            r"(?:klanten|gasten|markten|leveranciers|"
            r"partners|vestigingen)|(?:bestands|gebruikers|domein|merk|product)na(?:am|men)|certificaten? van "
            r"oorsprong",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        sure=any_of(r"overwegend (?:wit|witte|blank|blanke) \w+"),
        signs="achtergrond* afkomst* arabisch arabisch* aziaat* bevolkingsgroep chinees surinaam* wit* "
        "ras etni* huidskleur* zwart* wit witte blank* donker* surinaams* antilliaan* marokkaan* turk* roma "
        "sinti zigeuner* aziat* "
        "afrikaan* gekleurd* getint*",
        named=any_of(
            rf"(?:{_YOUR}|welk|het) ras(?= |\W*$|,)|etni(?:sch|sche|citeit)\w*|huidskleur|(?:ben je|bent u|is|oogt|"
            rf"lijkt|overwegend|voornamelijk|"
            r"kandida\w+|iemand) (?:[\w]+ )?(?:zwart|wit|blank|donker|aziatisch|afrikaans|arabisch|surinaams|"
            r"antilliaans|marokkaans|turks|gekleurd|"
            r"getint)e?(?= |\W*$|,)|(?:surinaam|antilliaan|marokkaan|turk|aziaat|afrikaan)s?e?n? of \w+|sinti|"
            r"roma(?= |\W*$|:)|zigeuners?|"
            r"(?:witte|blanke|zwarte|donkere) (?:mensen|kandidaten|team|klanten|collega's)",
        ),
        harmless=any_of(
            r"(?:honden|koeien|schapen|paarden|katten|vee|kippen)rass?en?|ras(?:hond|echt)\w*|"
            r"zwart-?wit\w*|witte wijn|wit brood"
        ),
    ),
    Topic.CASTE: Words(signs="brahmanen kaste* brahmaan* dalit*", named=any_of(r"kasten?|brahmanen|brahmaan|dalits?")),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="geboorte* geboren geslachtsaanpass* geslachtsbevestig* oude* transman transpersoon transseksue* "
        "transvrouw vroegere* "
        "trans transgender* transseksueel* transitie* geslachtsverander* geslachtsoperatie* geslacht deadname "
        "geboortenaam* hormon* "
        "heette voornaam",
        named=any_of(
            r"trans(?:gender\w*|seksue\w+|vrouw|man|persoon)?(?= |\W*$|,|:)|(?:voor|na|je|jouw|haar|zijn|in) (?:je |"
            r"de |uw )?transitie(?= |\W*$)(?! "
            r"(?:naar|van))|geslachts(?:verander|operatie|aanpass|bevestig)\w*|geslacht (?:veranderd|gewijzigd|bij "
            r"(?:de )?geboorte)|(?:vroegere|"
            r"oude|geboorte) ?(?:voor)?naam|hormonen(?= |\W*$)|als (?:man|vrouw|jongen|meisje) geboren",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="bi geslacht jongens meisjes "
        "homo homo's homoseks* lesbisch* lesbi* hetero* biseks* queer* lhbt* seksuele geaardheid* mannen "
        "vrouwen val valt vriend vriendin "
        "kast gay",
        named=any_of(
            r"homo(?:seksu\w+|'s)?(?= |\W*$|,)|lesbi(?:sch|sche|enne)|hetero(?:seksu\w+)?(?= |\W*$|,)|biseksu\w+|"
            r"gay(?= |\W*$|,)|queer(?= |\W*$|,)|"
            r"seksuele (?:voorkeur|geaardheid|gerichtheid|oriëntatie)|geaardheid|(?:op|met) (?:mannen|vrouwen|"
            r"jongens|meisjes) of (?:op )?(?:vrouwen|"
            r"mannen|meisjes|jongens)|vriend of (?:een )?vriendin|vriendin of (?:een )?vriend|uit de kast|hetzelfde "
            r"geslacht",
        ),
    ),
    Topic.CITIZENSHIP: Words(
        signs="alleen belgen belgisch enkel nederlands nederlandseburger* nederlandseburgers* nederlandspaspoort "
        "uitsluitend "
        "nationaliteit* paspoort* burger* staatsburger* verblijfs* genaturaliseer* buitenlander* vreemdeling* "
        "nederlander* eu ingeburgerd "
        "inburgering visum verblijfsstatus",
        named=any_of(
            r"nationaliteit\w*|(?:nederlands|welk|tweede|eu|geldig nederlands|buitenlands|belgisch|europees) "
            r"paspoort|paspoort(?=\W*$)|(?:eu|staats|"
            r"nederlandse|belgische)[- ]?burgers?(?:schap)?(?= |\W*$|,|:)|staatsburgerschap|verblijfs(?:vergunning|"
            r"status|titel|document)\w*|"
            r"genaturaliseerd|(?:ben je|bent u|is|alleen|uitsluitend) (?:een )?(?:nederlander|nederlands "
            r"staatsburger|belg|nederlanders|belgen)(?= "
            r"|\W*$|,|:)|buitenlanders?(?= |\W*$|:)|welk visum|ingeburgerd",
        ),
        harmless=any_of(
            r"werkvergunning|tewerkstellingsvergunning|burger(?:zaken|loket|vragen|participatie|meester|"
            r"service)\w*|paspoort(?:controle|aanvra)\w*"
        ),
    ),
    Topic.LANGUAGE: Words(
        signs="familie gezin kinderen native* ouders "
        "moedertaal* accent* native thuistaal* taal talen thuis spreken spreek praat praten opgegroeid "
        "dialect* tweetalig*",
        profile=any_of(
            r"(?:als )?moedertaal(?:sprekers?)?(?: (?:vereist|verplicht|gezocht))?|native speakers? "
            r"(?:only|vereist|gezocht)"
        ),
        named=any_of(
            r"moedertaal\w*|thuistaal|native(?: speakers?)?(?= |\W*$|,|:)(?! (?:apps?|cloud))|accent(?:en)?(?= |\W*$|"
            r",|:)(?! (?:op|leggen|kleur))|"
            r"(?:sterk|regionaal|plat|zijn|haar|een) dialect|(?:spreken|spreek|spreekt|praten|praat)(?: je| jullie| "
            r"u| jij| ze)? (?:[\w]+ ){0,4}"
            r"(?:thuis|in het gezin|met (?:je|uw|hun) (?:ouders|kinderen|familie))|thuis (?:[\w]+ ){0,3}(?:gesproken|"
            r"taal|spreekt|spreken)|(?:taal|"
            r"talen) (?:[\w]+ ){0,3}opgegroeid|tweetalig (?:opgegroeid|opgevoed)",
        ),
        harmless=any_of(r"accent(?:en)? (?:op|leggen|gelegd)|accentkleur\w*"),
    ),
}

"""Dutch: words that give a topic away by themselves, unless a clause is about others or is work: body and home."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_KIDS = r"(?:kind(?:eren)?|kids|kleintjes?|kroost|baby's?|zoons?|zonen|dochters?|koters)"
_YOUR = r"(?:je|jouw|uw|zijn|haar|hun)"

NAMED_LIFE: Mapping[Topic, Words] = {
    Topic.DISABILITY_HEALTH: Words(
        signs="antidepressiva astma bipolair epilep* fit hiv hoeveel ingeënt last mankeert met paniek* pijn "
        "problemen rugpijn rugproblemen schizofreni* slechte zwakke "
        "ziek ziekte* zieke ziekmeld* ziekgemeld verzuim* medicijn* medicatie* burn burnout therap* psych* rug "
        "knie* handicap* beperking* "
        "arbeidsbeperk* gezond* wajong* wao wia verslav* depress* angst* kanker diabet* suikerziekte epileps* autis* "
        "adhd rolstoel* chronisch* "
        "aandoening* operatie* geopereerd ongeluk ziekenhuis* behandel* klachten stotter* hart allergie* overspannen "
        "arbeidsongeschikt* reuma dokter "
        "spanningsklachten slechthorend* slechtziend* dyslex*",
        named=any_of(
            r"(?:vaak|ooit|lang|langdurig|chronisch|ernstig|psychisch|ben je|bent u|was je|geweest|weleens)(?: vaak| "
            r"lang)? ziek(?= |\W*$|,|:)|"
            r"(?:door|wegens|een|van|om|bij|aan|langdurige|ernstige|of) ziektes?(?= |\W*$|,|:)(?! (?:bij|van) "
            r"(?:plant|dier|cliënt|patiënt|gewas))|"
            r"ziek(?:gemeld|meld\w+|teverzuim|tedagen|teverlof|te-uitkering)|(?:veel|hoog|je|uw|laag|frequent|"
            r"langdurig) verzuim(?= |\W*$|,)|verzuim"
            r"(?:cijfers?|historie|verleden|dagen)(?! van)|medicijn(?:en)?(?= |\W*$|,)(?! (?:delen|uitdelen|"
            r"toedienen|van (?:een )?(?:cliënt|bewoner)))"
            r"|medicatie(?= |\W*$|,)(?! (?:van|toedien|lijst))|antidepressiva",
            r"burn-?out\w*|overspannen|depressi(?:e|ef|eve|es)|(?:paniek|angst)(?:aanvallen|stoornis\w*|klachten)|"
            r"(?:in|een|onder|bij een|naar een) "
            r"(?:psycho)?(?:therapie|therapeut|psycholoog|psychiater|behandeling)(?= |\W*$|,)|psychi(?:sch|sche|"
            r"atrisch\w*) (?:klachten|problemen|"
            r"aandoening|ziek|stoornis|belast|behandeling|verleden)\w*|(?:last van|problemen met|pijn in|zwakke|"
            r"slechte) (?:je |uw |de )?(?:rug|"
            r"knie(?:ën)?|hart|heup|schouders?|ogen|oren)|rug(?:klachten|pijn|problemen)|handicap\w*|gehandicapt\w*|"
            r"(?:arbeids)?beperking(?:en)?(?= "
            r"|\W*$|,|:)(?! (?:van (?:het|de) (?:systeem|budget)|in het budget))",
            rf"(?:{_YOUR}|de|goede|slechte|over) gezondheid(?= |\W*$|,)|gezondheids(?:toestand|klachten|problemen|"
            rf"redenen|situatie|verklaring)|medische? "
            r"(?:klachten|verleden|geschiedenis|problemen|redenen|keuring|achtergrond|behandeling|aandoening\w*)|"
            r"wajong\w*|wia|wao|arbeidsongeschikt\w*|"
            r"kanker(?= |\W*$|,)|diabet\w+|suikerziekte|epilep\w+|hiv|astma|autis\w+|adhd|bipolair|schizofreni\w+|"
            r"dyslex\w+|(?:ooit|ben je|bent u) "
            r"(?:\w+ )?(?:geopereerd|opgenomen)|in een rolstoel|verslav(?:ing|ingen|d)(?= |\W*$|,)|stottert?(?:en)?|"
            r"chronische? \w+|aandoening(?:en)?"
            r"(?= |\W*$|,)",
        ),
        harmless=any_of(
            r"gezondheids(?:zorg|centrum|wet|beleid)\w*|zieken(?:huis|huizen|wagen|verzorg|zorg)\w*|verzuim(?:beleid|"
            r"begeleiding|gesprek|coördinat)\w*|"
            r"veilig(?:heid)? en gezond\w*|ehbo|verslavingszorg|gehandicaptenzorg|tekenen van een \w+|met een "
            r"(?:verstandelijke|lichamelijke) beperking"
        ),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="ouder "
        "gezocht kinderloos koters leef leeft staat* thuis* thuisfront vent voorkeur wederhelft woon woont zoons "
        "getrouwd gehuwd trouw* gescheiden samenwonend* samen vrijgezel* single alleenstaand* verloofd man "
        "vrouw echtgeno* partner vriend "
        "vriendin kind kinderen kids kleintje* kroost baby zoon zonen dochter* gezin* familie* juffrouw ouders "
        "moeder vader mama papa alleen "
        "meisjesnaam thuissituatie thuis relatie* burgerlijke weduw* huwelijk* verplichtingen privé* privéleven",
        named=any_of(
            rf"(?:pas )?getrouwd(?= |\W*$|,|:)|gehuwd|gescheiden(?= |\W*$|,|:)(?! (?:ouders|afval|inzamel|systemen))|"
            rf"samenwonend|vrijgezel\w*|"
            rf"alleenstaand\w*|verloofd|weduw(?:e|naar)|{_YOUR} (?:man|vrouw|partner|vriend|vriendin|echtgeno\w+|"
            rf"wederhelft|vent|relatie|huwelijk|"
            rf"privéleven)(?= |\W*$|,)(?! (?:\w+ )?(?:organisatie|bedrijf))|(?:een|vaste|geen|met|hebt u een) "
            rf"(?:vriendin|vriend|partner|echtgeno\w+|"
            rf"relatie)(?= |\W*$|,)(?! (?:met klanten|organisatie|beheer))|burgerlijke staat|meisjesnaam|"
            rf"huwelijk(?:se staat)?(?=\W*$)|juffrouw|echtgeno"
            rf"(?:ot|te)(?= |\W*$)|partner of",
            rf"(?:heb|hebt|heeft|hebben|{_YOUR}|geen|zonder|met|eigen|kleine|de|en|hoeveel|of|schoolgaande|op|"
            rf"voor)(?: je| u| jij| iemand)? (?:\w+ )?"
            rf"{_KIDS}(?= |\W*$|,|:)(?! (?:in (?:je|jouw|uw|de|een) (?:laatste )?(?:groep|klas|opvang|school)|met "
            rf"(?:een|autis|gedrag|leer|speciale)|van "
            rf"\w+ jaar|opgevangen|begeleid|had je|die (?:je|niet)|en jongeren|uit (?:de|een)))|(?:aantal|"
            rf"leeftijd\w*) (?:van )?(?:de )?kinderen|(?:ouders?|moeder|vader) van (?:kleine|jonge|schoolgaande|"
            rf"meerdere|twee|drie)",
            rf"(?:woon|woont|leef|leeft)(?: je| u| jij| iemand)? (?:\w+ )?(?:alleen|samen|bij je ouders|met "
            rf"(?:iemand|je|een partner|uw|een))(?= |\W*$|,)|"
            rf"(?:gezins|thuis|familie|privé)(?:situatie|omstandigheden|leven|verplichtingen|plannen|planning|"
            rf"uitbreiding)|{_YOUR} (?:gezin|familie|thuis)"
            rf"(?= |\W*$|,)(?! van (?:de|het))|(?:over|naar) (?:het )?(?:gezin|thuisfront)(?= |\W*$)|(?:ben je|bent "
            rf"u|is ze|jonge|aanstaande|alleenstaande) "
            rf"(?:een )?(?:moeder|vader|mama|papa)(?= |\W*$|,)|verplichtingen thuis|(?:gesprek )?op thuis|het "
            rf"thuisfront",
        ),
        harmless=any_of(
            r"familie(?:bedrijf|recht|zorg|hotel|restaurant|avond)\w*|gezins(?:huis|voogd|begeleid|coach)\w*|(?:werk|"
            r"werken|werkt|gewerkt|omgaan|omgang)"
            r"(?: je| u)? (?:graag |met plezier )?met (?:\w+ )?kinderen|kinder(?:opvang|dagverblijf|kleding|arts|"
            r"afdeling|boek|menu|boerderij)\w*|(?:ouders|moeders|vaders)(?:,| dat)[^.?!]{0,40} kind\w*|"
            r"(?:samenwerkings|handels|zaken|keten|"
            r"channel)partners?|partner(?:organisatie|bedrijf|"
            r"programma|school)\w*|gescheiden ouders",
        ),
    ),
    Topic.PREGNANCY: Words(
        signs="bevallen gezinsplannen ouderschaps* "
        "zwanger* verwachting kinderwens* kleintje baby zwangerschaps* bevalling* ouderschapsverlof* "
        "moederschaps* gezinsuitbreid* wieg borstvoed* "
        "kinderen kind moeder ouderverlof bevallingsverlof",
        named=any_of(
            r"zwanger(?:e|schap|schaps\w*)?(?= |\W*$|,|:)|in verwachting|(?:kleintje|baby|kind|wieg) (?:[\w]+ "
            r"){0,3}(?:op komst|onderweg|in huis|gepland)|"
            r"(?:wil|wilt|willen|plannen|plan|wensen|denk|denkt|hoop|hopen|verwacht)(?: je| u| jullie)? (?:[\w]+ "
            r"){0,4}(?:kinderen|een kind|een baby|een "
            r"gezin stichten|zwanger|moeder worden|gezinsuitbreiding)(?= |\W*$)|kinderwens|gezinsuitbreiding|"
            r"(?:zwangerschaps|bevallings|ouderschaps|"
            r"moederschaps|ouder)verlof(?= |\W*$|,)(?! (?:vervang|regel|aan))|bevalling(?= |\W*$)|borstvoeding",
        ),
        harmless=any_of(
            r"(?:collega|medewerker|medewerkster)\w* met (?:zwangerschaps|ouderschaps)verlof|vervanging \w+ "
            r"zwangerschapsverlof|zwangere (?:cliënt|patiënt|"
            r"vrouw in)\w*|verloskund\w*|ouderschapsverlof aan"
        ),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="miskramen "
        "pil anticonceptie* abortus* miskraam* ivf vruchtbaar* onvruchtbaar* overgang menopauze ongesteld* "
        "sterilis* gesteriliseerd spiraaltje* "
        "menstruat*",
        named=any_of(
            r"(?:de|aan de) pil(?= |\W*$|,)|anticonceptie|abortus\w*|miskra(?:am|men)|ivf|"
            r"(?:on)?vruchtbaar(?:heid\w*)?|de overgang(?=\W*$|,| (?:zit|bent|ben))"
            r"|in de overgang|menopauze|ongesteld\w*|gesteriliseerd(?= |\W*$)|spiraaltje|menstruatie\w*",
        ),
        harmless=any_of(r"vruchtbare (?:grond|bodem|samenwerking)|overgang naar \w+"),
    ),
    Topic.CARING: Words(
        signs="moet "
        "bejaarde kleine oude ouder zieke zorgplicht zorgplichten "
        "past oppas* opvang* kinderopvang* mantelzorg* zorg zorgt zorgtaken zorgtaak school haal haalt halen "
        "kinderen kids kleintjes ouders moeder vader "
        "thuis crèche gastouder* opa oma hulpbehoevend* zorgverlof* schoolplein*",
        named=any_of(
            r"(?:pas|past|let|haal|haalt|halen|breng|brengt|vangt|zorg|zorgt)(?: je| u| er| iemand)? (?:[\w]+ "
            r"){0,3}(?:kinderen|kids|kleintjes|kind|kroost)"
            r"(?= |\W*$|,)|(?:kinderen|kids|kleintjes) (?:van (?:school|de opvang|de crèche) )?(?:te )?(?:halen|"
            r"brengen|opvangen|ophalen)|mantelzorg\w*|"
            r"zorg(?:taken|taak|plicht|plichten|verlof|verplichting\w*)(?= |\W*$|,|:)(?! (?:in|op|van) (?:de|het) "
            r"(?:afdeling|huis))|(?:zorg|zorgt)(?: je| u)? "
            r"(?:\w+ )?voor (?:iemand|een|je|uw|zieke|hulpbehoevende) ?(?:\w+ )?(?:thuis|familielid|ouders?|moeder|"
            r"vader|partner|kind\w*|naaste)|(?:voor wie|waarvoor) je (?:moet zorgen|zorgt)|(?:zieke|hulpbehoevende|"
            r"oude|bejaarde) (?:ouders?|moeder|vader|partner|familie\w*)|kinderopvang(?= |\W*$|,)(?! "
            r"(?:gewerkt|waar|als))|crèche(?=\W*$)|"
            r"gastouder(?=\W*$)|van school(?=\W*$)|oppas(?= |\W*$)",
        ),
        harmless=any_of(
            r"mantelzorgers? (?:van (?:cliënt|bewoner|patiënt)\w*|ondersteun\w*)|zorg(?:dossier|plan|"
            r"verlener|instelling)\w*"
        ),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="been gebouwd gestel lijf "
        "tillen tilt kilo kg staan lichamelijk* fysiek* fit bouw stok rolstoel trap* conditie* zwaar zware "
        "lopen loopt sterk kracht* gespierd* sjouwen",
        named=any_of(
            r"(?:\d+ ?(?:kg|kilo)|zware (?:lasten|dozen|spullen|dingen)) (?:\w+ ){0,3}(?:tillen|dragen|sjouwen|"
            r"verplaatsen)|(?:tillen|sjouwen|dragen) (?:\w+ "
            r"){0,3}(?:\d+ ?(?:kg|kilo)|zware)|(?:lichamelijk|fysiek)e? (?:\w+ )?(?:fit|in orde|sterk|gezond|"
            r"conditie|beperking\w*|gesteldheid|belastbaar\w*|"
            r"klachten|in staat|kracht|goed)|(?:hele dag|urenlang|lang|8 uur) (?:\w+ )?(?:kunnen )?staan|(?:stevige?|"
            r"sterke?|gespierde?|fors) (?:bouw|gebouwd|"
            r"lijf|gestel)|zonder stok|in een rolstoel|trap(?:pen)? (?:kunnen )?(?:lopen|op|oplopen)|(?:goede|"
            r"slechte) conditie(?= |\W*$)(?! van)|slecht ter been",
        ),
        harmless=any_of(r"(?:bij dit werk|dit werk|de functie)[^.?!]{0,60}"),
    ),
    Topic.APPEARANCE: Words(
        signs="mollig* oogkleur portretfoto profielfoto zwaar "
        "lang weeg weegt gewicht lengte foto* pasfoto* tatoeage* tattoo* piercing* knap* mooi* aantrekkelijk* "
        "slank* dik dikke overgewicht* obesitas "
        "bmi uiterlijk* figuur haar kapsel baard verzorgd* uitstraling kledingmaat* groot voorkomen representatief",
        profile=any_of(
            r"(?:verzorgd|aantrekkelijk|representatief|goed|leuk)e?(?: en (?:verzorgd|aantrekkelijk|"
            r"representatief)e?)? (?:uiterlijk|voorkomen)|(?:knappe|"
            r"mooie|aantrekkelijke) (?:\w+ )?(?:vrouw|man|dame|mensen|medewerk\w+|kandida\w+|meid|meisjes)",
        ),
        named=any_of(
            r"hoe (?:lang|groot|zwaar) (?:ben|bent) (?:je|u|jij)(?= |\W*$)(?! (?:al|bezig|werkzaam|in dienst|"
            r"onderweg))|(?:wat|hoeveel) (?:weeg|weegt)(?= |\W*$)|"
            rf"{_YOUR} (?:gewicht|lengte|figuur|kapsel|kledingmaat|uiterlijk|haar)(?= |\W*$|,)|(?:pas|portret|"
            rf"profiel)foto|(?:een|recente) foto(?: van (?:jezelf|je|"
            r"uzelf|top tot teen|u))?(?= |\W*$|,)(?! (?:van (?:je werk|het|de|een)))|tatoeages?|tattoos?|piercings?|"
            r"knap(?:pe)?(?= |\W*$|,|:)(?! (?:werk|lastig))|"
            r"aantrekkelijk(?:e)?(?= |\W*$|,|:)(?! (?:aanbod|menu|etalage|prijs|ontwerp|voor))|slank(?:e)?(?= |\W*$|"
            r",|:)|overgewicht|obesitas|bmi|(?:goed|het|mooi) "
            r"uiterlijk|uiterlijk(?= |\W*$|,|:)(?! (?:op|in|om|voor) )|(?:dik|dikke|mollig\w*)(?=\W*$|:|,)",
        ),
        harmless=any_of(r"foto'?s? van (?:je|uw|het|de|een) (?:werk|project|product|bouwplaats|schade)\w*"),
    ),
    Topic.AI_EMOTION: Words(
        signs="analyseert* bekijkt* beoordeelt* bloost detecteert* eerlijk emotionele friemelt gestrest herkent* "
        "indruk kijkt leest* meet* micro micro* ongemakkelijk scant* scoort* verdrietig video vrolijk "
        "mimiek* gebaren stem stemgebruik* toon oogcontact* lach* glimlach* nerveus* zenuwachtig* "
        "lichaamstaal* emotie* gezicht* trilt trillende stemming* "
        "zweet* blik intonatie gezichtsuitdrukking*",
        profile=any_of(
            r"(?:leest|analyseert|herkent|meet|beoordeelt|detecteert|scoort|scant|bekijkt)\w* (?:[\w]+ "
            r"){0,3}(?:mimiek|gebaren|stem|gezicht\w*|emoties?|gevoelens|"
            r"lichaamstaal|stemming|toon|intonatie|blik)(?= |\W*$|,)(?! van (?:de |een )?(?:klant|cliënt))|"
            r"(?:emoties|eerlijkheid|persoonlijkheid|stemming|gevoelens|stress|zenuwen) (?:[\w]+ ){0,4}(?:uit|aan|op "
            r"basis van|via|door) (?:je|de|uw|zijn|haar) (?:stem|gezicht\w*|mimiek|"
            r"video)",
        ),
        named=any_of(
            r"(?:aan|uit|naar|op basis van|via) (?:de |het |zijn |haar |hun )?(?:mimiek|gebaren|stem|toon|"
            r"gezichtsuitdrukking\w*|lichaamstaal|blik|intonatie)|"
            r"lichaamstaal|oogcontact|mimiek|micro-?expressies?|gezichtsuitdrukking\w*",
        ),
        scored=any_of(
            r"(?:glim)?lacht(?= |\W*$|,)|(?:oogt|lijkt|komt over als|klinkt|is|maakt een) (?:\w+ )?(?:nerveus|"
            r"nerveuze indruk|verdrietig|gespannen|onzeker|eerlijk|"
            r"vrolijk|gestrest|zenuwachtig|ongemakkelijk)|stem (?:\w+ )?(?:trilt|beeft|hapert|vast|vlak|onvast)|"
            r"(?:trillende|vaste|warme|vlakke|monotone) stem|"
            r"(?:zweet|bloost|friemelt|kijkt weg)",
        ),
        harmless=any_of(r"stem van de klant|emotionele intelligentie"),
    ),
}

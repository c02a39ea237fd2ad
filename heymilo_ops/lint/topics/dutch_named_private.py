"""Dutch: words that give a topic away by themselves, unless a clause is about others or is work: belief and means."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_PAY = (
    r"(?:(?:\w+)?salaris(?:sen|strook|stroken)?|(?:bruto|netto|uur|maand)?loon(?:strook|stroken|strookje|strookjes)?|"
    r"verdiensten|inkomen|beloning|"
    r"jaarinkomen|brutoloon|bonus|vergoeding)"
)
_PAST = r"(?:huidige?|vorige|laatste|laatst|vroegere|eerdere|voorgaande|actuele|oude|laatstverdiende)"
_YOUR = r"(?:je|jouw|uw|zijn|haar|hun)"
_SECRETLY = (
    r"(?:stiekem|heimelijk|ongemerkt|ongezien|in het geheim|zonder (?:dat (?:[\w]+ ){1,4}(?:merk|merkt|weet|weten|"
    r"door heeft|doorheeft)|(?:het |iets )?te (?:zeggen|melden|laten weten)))"
)

NAMED_PRIVATE: Mapping[Topic, Words] = {
    Topic.SALARY_HISTORY: Words(
        signs="actuele afgelopen baan bedrag betalen eerdere functie hoeveel huidig huidige jaarloon laatst laatste "
        "laatstverdiende maandinkomen nettoinkomen oude voorgaande vorig vorige vroegere wat "
        "salaris* loon* brutoloon* nettoloon* uurloon* maandloon* jaarsalaris* maandsalaris* brutosalaris* "
        "verdien* verdienst* inkomen* beloning bonus "
        "loonstro* salarisstro* betaal* betaald krijg* kreeg zat hiervoor jaarinkomen* vergoeding jaaropgave* "
        "basissalaris*",
        named=any_of(
            rf"{_PAST} (?:\w+ )?{_PAY}|(?:loon|salaris)stro(?:ok|ken|okje|okjes)(?! (?:voor|van) (?:de )?(?:medewerk|"
            rf"klant))|jaaropgaven?|{_YOUR} (?:bruto|netto|"
            rf"jaar|maand)?(?:salaris|loon|inkomen)(?= |\W*$|,)(?! (?:wens|indicatie))|salaris(?:historie|"
            rf"geschiedenis|verleden)",
            r"(?:verdien|verdient|verdiende|krijg|krijgt|kreeg)(?: je| u| jij| iemand)? (?:\w+ )?(?:nu|momenteel|op "
            r"dit moment|tegenwoordig|vandaag|laatst|thans|"
            r"bij je|daar|al meer|al|per maand|meer dan|minder dan)(?= |\W*$|,)(?! (?:geld mee|klanten))|(?:wat|"
            r"hoeveel) (?:verdien\w*|krijg je|betaalt|betaalde|"
            r"betalen)(?= |\W*$)(?! (?:klanten|de klant|een klant|wij))|(?:op|aan) (?:hoeveel|welk bedrag|wat voor "
            r"bedrag) (?:zat|zit|zitten) (?:je|u|jij)|wat "
            r"(?:[\w]+ ){0,4}(?:nu|momenteel|laatst|op dit moment) (?:krijgt|verdient|kreeg|verdiende)|wat (?:iemand|"
            r"de kandidaat|hij|ze) (?:nu |op dit moment )?"
            r"(?:krijgt|verdient|verdiende|kreeg)",
        ),
        harmless=any_of(
            r"salaris(?:wens|indicatie|verwachting|schaal|administratie|software|pakket|verwerking)\w*|"
            r"loonadministratie|(?:gewenst|verwacht) salaris|terugverdien\w*"
        ),
    ),
    Topic.RELIGION: Words(
        signs="behoor godsdienst joden katholie* praktiserend "
        "geloof* gelovig* religi* kerk* moskee* synagoge* god bidden bid bidt gebed* vasten ramadan hoofddoek* "
        "kruisje christ* moslim* islam* jood joods* "
        "katholiek* protestant* atheïst* hindoe* boeddhist* varkensvlees halal koosjer gedoopt keppeltje tulband "
        "feestdagen sabbat jehova* dominee",
        named=any_of(
            rf"religi(?:e|es|eus|euze)|(?:{_YOUR}|welk|het|van|een|naar het|over het) geloof(?= |\W*$|,|:)(?! (?:in|"
            rf"dat) )|gelovig\w*|geloofsovertuiging|(?:naar|in|"
            r"welke|van|lid van) (?:de |een )?(?:kerk|moskee|synagoge|gemeente (?:behoor|kerk))(?= |\W*$|,)|"
            r"kerkganger\w*|(?:geloof|gelooft)(?: je| u)? in god|"
            r"bid(?:den|t)?(?= |\W*$|,)|gebeds?(?:tijd|ruimte|pauze)?\w*|(?:aan (?:de )?|tijdens (?:de )?|de "
            r")?ramadan|vasten(?= |\W*$)(?! (?:grond|planten))|vast (?:je|u)(?= |\W*$)|"
            r"hoofddoek\w*|keppeltje|tulband|christ(?:en|enen|elijk\w*)(?= |\W*$|,|:)|moslim\w*|islamitisch\w*|"
            r"jo(?:od|ods|odse|den)(?= |\W*$|,)|katholie\w+|"
            r"protestant\w*|atheïst\w*|hindoe\w*|boeddhist\w*|varkensvlees|halal|koosjer|gedoopt|jehova\w*|"
            r"(?:religieuze|christelijke|islamitische) feestdagen|"
            r"welke feestdagen",
        ),
        harmless=any_of(
            r"(?:gewelf|toren|dak|orgel|restauratie|gevel)[\w ]{0,15} kerk\w*|(?:halal|koosjer)(?: en \w+)? "
            r"(?:gerecht|menu|maaltijd|keuken|eten)\w*|godsdienst"
            r"(?:les|leraar|onderwijs)\w*|geloof je dat"
        ),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="aanraking bak contact gedoe last maken misdrijven probleme problemen strafbar strafbare werkstraf* "
        "strafblad* veroordeel* veroordeling* gevangenis* celstraf* cel vastgezeten vast detentie* politie "
        "justitie* aangehouden opgepakt gearresteerd* "
        "arrestatie* aangifte* taakstraf* strafbaar* delict* reclassering aantekening* vog verklaring misdrijf* "
        "criminee* proces* boete* straf",
        named=any_of(
            r"strafblad|(?:ooit |eerder )?veroordeeld(?= |\W*$|,)|veroordeling\w*|(?:in|uit) de (?:gevangenis|cel|"
            r"bak)|(?:cel|gevangenis|taak|werk)straf\w*|"
            r"vastgezeten|(?:problemen?|aanraking|last|gedoe|contact|te maken) (?:\w+ )?(?:gehad )?met (?:de "
            r")?(?:politie|justitie|rechter|wet)|(?:met|in "
            r"aanraking met) (?:de )?(?:politie|justitie) (?:te maken|in aanraking|gehad|geweest)|aangehouden(?= |"
            r"\W*$)|opgepakt(?= |\W*$)|gearresteerd|arrestatie"
            r"s?|aangiftes?n?(?= |\W*$|,)(?! (?:doen|ib|inkomsten|btw|opnemen))|strafbare? (?:feit|feiten|verleden)|"
            r"crimineel verleden|justitieel verleden|elke "
            r"aantekening|misdrijf|misdrijven|delicten(?= |\W*$)",
        ),
        harmless=any_of(
            r"straf(?:zaken|recht|zaak)\w*|aangiftes? (?:inkomsten|btw|ib|opgenomen|verwerk)\w*|uit detentie|in "
            r"detentie|reclassering\w*|vog (?:aan|na)",
        ),
    ),
    Topic.UNION: Words(
        signs="andere gestaak gestaakte gestaakten lidmaatschap staken staker stakers "
        "vakbond* gestaakt staak* staking* fnv cnv ondernemingsraad* or bond bondslid* kaderlid* actie "
        "actievoer*",
        named=any_of(
            r"vakbond\w*|(?:ge)?staak(?:t|te|ten)?(?= |\W*$|,)|stak(?:ing|ingen|en|er|ers)(?= |\W*$|,)|fnv|cnv|(?:in|"
            r"bij|voor|lid van) (?:de )?(?:ondernemingsraad|"
            r"or|bond)(?= |\W*$)|kaderlid|bondslid",
        ),
        harmless=any_of(
            r"(?:onderhandel|overleg|samenwerk|gesprek|afspra)\w*(?: met (?:de )?)(?:vakbond|ondernemingsraad)\w*|"
            r"met (?:de |een )?(?:vakbond|ondernemingsraad|or)"
            r"\w* (?:[\w]+ ){0,3}(?:onderhandel|overleg|gesprok)\w*|namens (?:een|de) werkgever"
        ),
    ),
    Topic.POLITICS: Words(
        signs="betogingen op sympathie voorkeur* "
        "politie* politiek* links rechts partij* stem* gestemd pvv vvd sp d66 cda pvda kabinet regering "
        "demonstr* activist* partijlid verkiezing* minister",
        named=any_of(
            r"(?:ben je|bent u|eerder|politiek|heel|is) (?:\w+ )?(?:links|rechts)(?= |\W*$|,)(?! van)|links of "
            r"rechts|rechts of links|politieke? (?:voorkeur|mening|"
            r"opvatting|overtuiging|kleur|actief|activiteit|ideeën|standpunt|gezindheid|betrokken)\w*|(?:over|in de|"
            r"van) (?:de )?politiek(?= |\W*$|,)|(?:welke|een|op "
            r"welke|lid van een|politieke) partij(?= |\W*$|,|:)|partijlid\w*|(?:heb je|hebt u|ga je|gaat u|stem je|"
            r"stemt u|wat stem|waarop)(?: [\w]+){0,4} "
            r"(?:gestemd|stemmen)(?=\W*$)|(?:stem|stemt)(?: je| u)(?=\W*$| (?:links|rechts|op))|(?:het|dit|deze|de) "
            r"(?:kabinet|regering)(?=\W*$)|pvv|vvd|pvda|d66|"
            r"(?:naar|bij) (?:\w+ )?(?:demonstraties?|betogingen)|activist(?:en|e)?(?= |\W*$|,)",
        ),
        harmless=any_of(
            r"politieke (?:onderwerpen|verslag|redactie|partijen in)\w*|(?:beleids|gemeente)politiek|"
            r"partij (?:groente|goederen|kleding)|derde partij\w*"
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="geldproblemen huis koophuis notering registratie registratie* vermogen woning "
        "schuld schulden lening* bkr hypotheek* spaargeld* schuldsanering* beslag* loonbeslag* rondkomen rond "
        "geldzaken geldzorg* financi* failliet* krediet* "
        "bankrekening* rood deurwaarder* maand wsnp",
        named=any_of(
            r"(?:heb|hebt|heeft|privé|je|uw|geen|met|zonder|hoge|of|problematische)(?: je| u)? (?:\w+ )?schulden(?= |"
            r"\W*$|,)|bkr\w*|(?:heb|hebt|heeft|je|uw|lopende|of)"
            r"(?: je| u)? (?:\w+ )?(?:leningen?|hypotheek|spaargeld|kredieten)(?= |\W*$|,)|(?:naar|over) (?:\w+ "
            r")?(?:hypotheek|spaargeld)|schuldsanering(?= |\W*$|:)|"
            r"wsnp|loonbeslag|beslag op (?:je|het|uw) loon|deurwaarders?|(?:kom|komt)(?: je| u)? (?:\w+ )?rond(?= |"
            r"\W*$)|rondkomen|geld(?:zaken|zorgen|problemen)|"
            r"financiële? (?:situatie|problemen|zorgen|moeilijkheden|positie|toestand)|kredietwaardig\w*|(?:je|uw) "
            r"(?:bankrekening|vermogen)|(?:persoonlijk )?failliet"
            r"(?= |\W*$)|rood staan",
        ),
        harmless=any_of(
            r"hypotheek(?:aanvra|advies|advis|verstrekk)\w*|krediet(?:aanvra|beoordel|risico)\w*|"
            r"technische schuld|schuldhulp\w*|financiële situatie van (?:de|een) \w+"
        ),
    ),
    Topic.RESIDENCE: Words(
        signs="achterstands* huisadres huurhuis huurwoning koop kracht* privéadres privéwoonadres probleem* "
        "thuisadres thuiswoonadres volks* volledigadres volledigwoonadres woonachtig woonadres woonwijk "
        "wijk* buurt* woon woont wonen auto adres* postcode* huur huurt huren koophuis* probleemwijk* "
        "achterstandswijk* ouders sociale woonplaats* buitenwijk* "
        "stadsdeel* straat",
        named=any_of(
            r"(?:welke|je|jouw|uw|goede|slechte|nette|een|de) (?:\w+ )?(?:wijk|buurt|woonwijk|stadsdeel)(?= |\W*$|,|"
            r":)(?! (?:sport|zorg|team|verpleg|agent))|"
            r"(?:probleem|achterstands|kracht|volks)(?:wijk|buurt)\w*|(?:je|jouw|uw|thuis|privé|volledig) ?(?:adres|"
            r"woonadres)(?= |\W*$|,)|adres en postcode|postcode"
            r"(?= |\W*$|,)(?! (?:van de klant|gebied))|(?:eigen|een) auto(?= |\W*$|,)(?! (?:van de zaak|repar|"
            r"onderdel))|(?:huur|koop)(?: je| u)?(?: nog)? of "
            r"(?:huur|koop|in een)|(?:huur|huurt)(?: je| u| iemand)?(?=\W*$| of)|koophuis|huurhuis|huurwoning|"
            r"sociale huur|bij (?:je|zijn|haar|hun) ouders (?:woon|"
            r"woont|wonen)|(?:woont|woon) (?:\w+ )?(?:in|bij|te|buiten|op) (?:[\w-]+ ?){1,3}|waar (?:woon|woont) "
            r"(?:je|u)(?=\W*$| precies)|hoe ver (?:woon|woont)",
        ),
        harmless=any_of(r"e-?mailadres\w*|(?:bezorg|factuur|aflever|ip-)adres\w*|wijk(?:verpleg|team|zorg|agent)\w*"),
    ),
    Topic.GENETIC: Words(
        signs="analyse* broer broers genanalyse* genonderzoek* onderzoek onderzoek* test test* tests zusse zussen "
        "dna* genetisch* erfelijk* gentest* ouders grootouders familie vader moeder overleden gestorven kanker",
        profile=any_of(r"(?:dna|gen|genetische)[- ]?tests? (?:hoort|is|wordt|voor|maakt|bij)"),
        named=any_of(
            r"(?:dna|gen)-?(?:test|onderzoek|analyse)\w*|genetische? (?:aanleg|test|onderzoek|aandoening|risico|"
            r"afwijking|ziekte)\w*|erfelijke? (?:ziekte|aandoening|"
            r"belast|afwijking|aanleg)\w*|(?:ouders|grootouders|vader|moeder|familie|broers?|zussen?)(?: of \w+)? "
            r"(?:[\w]+ ){0,5}(?:overleden|gestorven|kanker|"
            r"diabetes|dementie|alzheimer|hartziekte\w*|ziektes?)(?= |\W*$|,)|waaraan (?:[\w]+ ){0,3}(?:ouders|"
            r"grootouders|vader|moeder)|in (?:je|uw|de) familie(?= "
            r"(?:voor|kanker)|\W*$)",
        ),
        harmless=any_of(r"genetische (?:tests?|monsters?|algoritme\w*) (?:heb|hebt|in het|onderzoch)[\w ]{0,30}"),
    ),
    Topic.LIFESTYLE: Words(
        signs="alcoholgebruik alcoholprobleem avonds hoeveel nietroker nietrokers stap tijd "
        "rook rookt roken roker* gerookt niet-roker* drink drinkt drinken alcohol stappen feest* uitgaan "
        "kroeg* vape* sigaret* weekend vrije avonden gokken gokt",
        profile=any_of(
            r"(?:niet-)?rokers? (?:niet|ongewenst|uitgesloten|gezocht|only|afgewezen)|(?:alleen|geen) "
            r"(?:niet-)?rokers?"
        ),
        named=any_of(
            r"(?:rook|rookt|roken|rokers?|gerookt|niet-rokers?)(?= |\W*$|,|:)(?! (?:melder|zalm|vlees))|sigaretten?|"
            r"vape\w*|(?:drink|drinkt|drinken)(?: je| u| jij)?"
            r"(?:\W*$|,| (?:[\w]+ ){0,4}(?:alcohol|bier|wijn|niet|graag|veel|vaak|weekend))|alcohol(?:gebruik|"
            r"probleem)?(?= |\W*$|,)(?! (?:verko|schenk))|(?:veel|"
            r"vaak|ga je|graag) (?:\w+ )?(?:stappen|uitgaan|feesten|op stap|naar de kroeg)|feestbeest|gok(?:ken|"
            r"t)(?= |\W*$)|wat doe je (?:[\w]+ ){0,3}(?:in het "
            r"weekend|'s avonds|in je vrije tijd)",
        ),
        harmless=any_of(
            r"(?:verkoop|schenken|verkopen|schenkt|serveren) (?:van )?alcohol\w*|niet gerookt|"
            r"rook(?:melder|vrij|verbod|worst)\w*|gerookte? (?:zalm|vis|vlees)|drinkwater"
        ),
    ),
    Topic.CANNABIS: Words(
        signs="cannabisgebruik geblowd softdrugsgebruik softdrugstest softdrugstests "
        "cannabis blow* blowt wiet joint* hasj drugs* drugstest* thc stoned marihuana softdrugs",
        named=any_of(
            r"cannabis|blow(?:en|t|de)?(?: je| u)?(?= |\W*$|,)|wiet|(?:een )?jointjes?|joints?(?=\W*$| )|hasj|"
            r"(?:soft)?drugs(?:test|gebruik|tests)?(?= |\W*$|,)|thc|stoned|"
            r"marihuana",
        ),
        harmless=any_of(r"medicinale cannabis|drugs(?:hulp|preventie|beleid)\w*"),
    ),
    Topic.POLYGRAPH: Words(
        signs="polygraph* leugendetector* polygraaf* polygraf* waarheidstest*",
        profile=any_of(r"leugendetector\w*|polygra(?:af|fen|ph)\w*|waarheidstest\w*"),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="bekijken checken controleren doorzoeken insta* kijken lezen log media* screenen socials spitten "
        "toegang twitter* "
        "facebook* instagram* tiktok* twitter snapchat* wachtwoord* profiel* profielen account* privé* "
        "privéprofiel* sociale social vriendschapsverzoek* "
        "inloggegevens* whatsapp inloggen",
        profile=any_of(
            r"(?:toegang tot|bekijken|doorzoeken|lezen|kijken op|inloggen op) (?:je|jouw|uw|hun|alle) (?:\w+ "
            r")?(?:accounts?|profielen|social media|sociale media|"
            r"berichten|facebook|instagram)",
        ),
        named=any_of(
            r"(?:\w+-)?wachtwoord(?:en)?(?= |\W*$|,)(?! (?:vergeten|reset))|(?:facebook|instagram|tiktok|snapchat|"
            r"twitter|insta)[- ]?(?:profiel|account|wachtwoord|pagina|"
            r"naam|login)\w*(?= |\W*$|,)|privé(?:profiel|account|pagina)\w*|(?:privé|persoonlijke|je|jouw|uw|zijn|"
            r"haar) (?:\w+ )?(?:profielen|accounts|facebook|instagram|"
            r"tiktok|socials|inloggegevens)(?= |\W*$|,)|vriendschapsverzoek|inloggegevens",
        ),
        harmless=any_of(r"(?:bedrijfs|merk|klant|zakelijke )-?(?:accounts?|profielen|pagina)\w*|linkedin-?profiel"),
    ),
    Topic.MILITARY: Words(
        signs="dienst* landmacht veteran "
        "dienst dienstplicht* militair* leger defensie reservist* soldaat* veteraan* veteranen marine "
        "luchtmacht afgekeurd ontslag eervol oneervol",
        named=any_of(
            r"in (?:militaire )?dienst (?:gezeten|geweest|moeten|gegaan)|dienstplicht\w*|militaire (?:dienst|"
            r"loopbaan|verleden|achtergrond)|(?:het|uit het|bij het|in het) "
            r"leger(?= |\W*$|,)|(?:bij|uit|van) (?:defensie|de marine|de luchtmacht|de landmacht)(?= |\W*$|,)(?! "
            r"(?:als klant))|reservist\w*|veteran(?:en)?(?= |\W*$)|"
            r"veteraan|(?:on)?eervol ontsl\w+",
        ),
        harmless=any_of(
            r"leger des heils|(?:opdrachten|aanbested\w+|lever\w+|projecten) (?:voor|van|bij) "
            r"(?:defensie|het leger)"
        ),
    ),
    Topic.AFFILIATION: Words(
        sure=any_of(r"lidmaatschap van (?:een )?(?:studentencorps|serviceclub|rotary|loge)"),
        signs="corpslid country* golf* hockey* lionsclub organisaties rotary* service* tennis* "
        "vereniging* club* vrijmetsel* loge rotary lions golfclub* lid lidmaatschap* genootschap* "
        "studentencorps* corps kerkgenootschap* serviceclub* vrijwilliger*",
        named=any_of(
            r"(?:welke|van welke|alle|dezelfde|een|je|uw|bij een) (?:\w+ )?(?:verenigingen?|clubs?|"
            r"genootschap(?:pen)?)(?: of \w+)?(?= |\W*$|,|:)(?! (?:getraind|gecoacht|als "
            r"trainer))|vrijmetsela\w+|(?:een |de )?loge(?= |\W*$)|rotary\w*|lions(?: club|club)?(?= |\W*$)|(?:golf|"
            r"tennis|service|hockey|country)club\w*|studentencorps|"
            r"corpslid|lidmaatschappen(?= |\W*$)(?! van klanten)",
        ),
        harmless=any_of(r"(?:beroeps|branche|vak)(?:vereniging|organisatie)\w*|verenigings?(?:blad|werk)\w*|vve"),
    ),
    Topic.MONITORING: Words(
        signs="bekijkt bewaakt blijf blijven film geheim legt neemt ongezien registreren zonder "
        "filmt filmen opneem* opnemen neem nemen volgt volgen registreert scherm* webcam camera kamer stiekem "
        "heimelijk ongemerkt toetsaanslag* locatie* merkt "
        "afluister* microfoon",
        profile=any_of(
            r"(?:filmt|filmen|volgt|volgen|registreert|registreren|bekijkt|bewaakt|legt|neemt) (?:\w+ ){0,2}(?:je|"
            r"jouw|uw|de|het) (?:\w+ )?(?:kamer|scherm|webcam|huis|"
            r"omgeving|toetsenbord|toetsaanslagen|locatie|telefoon|muis|bureaublad)",
            rf"{_SECRETLY} (?:[\w]+ ){{0,6}}(?:op|mee|gefilmd|opgenomen|gevolgd|film\w*|volg\w*|opneem\w*)(?= |\W*$|"
            rf",)|(?:film|neem|neemt|nemen|volg|leg|registr)\w* (?:[\w,]+ "
            rf"){{0,9}}{_SECRETLY}",
            r"(?:neem|blijf|film|blijven) (?:[\w]+ ){0,5}(?:verder op|door op|opnemen|filmen|meekijken|meeluisteren)|"
            r"(?:camera|webcam|microfoon) (?:blijft|staat) (?:\w+ ){0,4}"
            r"(?:aan|lopen)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="samenwon* geregistreerd* partnerschap* samenlevingscontract*",
        named=any_of(r"geregistreerd partner\w*|partnerschap(?=\W*$)|samenlevingscontract"),
    ),
}

"""Origin: race, nation, language, citizenship, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_TONGUE = (
    r"(?:english|spanish|german|french|dutch|polish|mandarin|chinese|cantonese|arabic|hindi|urdu|punjabi|bengali|"
    r"tagalog|portuguese|italian|russian|ukrainian|turkish|romanian|japanese|korean|vietnamese|swedish|danish|"
    r"norwegian|finnish|greek|hebrew|farsi|persian|somali|tamil|welsh|irish|american|british|language)"
)
_NATION = (
    r"(?:u\.?s\.?a?\.?|united states|american|u\.?k\.?|british|e\.?u\.?|european|canadian|australian|"
    r"irish|german|french|dutch|"
    r"spanish|italian|polish|indian|chinese|pakistani|mexican|nigerian|swiss|austrian|belgian|new zealand|ukrainian|"
    r"russian|turkish|brazilian|filipino|english|scottish|welsh|romanian|israeli|iranian|syrian|swedish)"
)
_COUNTRY = (
    r"(?:this country|the (?:country|states|us|u\.s\.|usa|uk|eu|netherlands|united (?:states|kingdom))|"
    r"america|britain|england|"
    r"scotland|ireland|canada|australia|germany|france|spain|europe|here|abroad)"
)
_HUE = (
    r"(?:black|white|asian|hispanic|latin[oax]|african[- ]american|caucasian|bi-?racial|mixed[- ]race|indigenous|"
    r"native american|aboriginal|roma|arab|(?:a )?(?:person|people|man|woman) of colou?r|a minority|"
    r"(?:from|part of|a member of) (?:an? )?(?:ethnic|racial) (?:minority|group)\w*|south asian|afro-?caribbean|"
    r"gyps(?:y|ies)|a traveller)"
)

ORIGIN: dict[Topic, Words] = {
    Topic.CASTE: words(
        "caste* subcaste gotra jati varna dalit brahmin* community scheduled kshatriya",
        nouns=r"(?:sub-?)?caste(?! iron)|gotra|jati|varna|community certificate|caste certificate",
        be=r"(?:a |an )?(?:dalit|brahmin|(?:upper|lower|scheduled|forward|backward)[- ](?:caste|class)|kshatriya|"
        r"obc)|from (?:a|an|the) (?:\w+ )?caste",
        have=r"(?:a )?(?:caste|community) certificate",
        people=r"(?:dalits?|brahmins?|(?:upper|lower|scheduled|forward)[- ]castes?)(?: (?:candidates?|applicants?|"
        r"people))?",
        sure=(
            r"(?:which|what) (?:sub-?)?(?:caste|gotra|jati|varna)",
            r"(?:caste|community) do you belong",
            r"belong to (?:a |an |any |the )?(?:\w+ )?(?:caste|scheduled (?:caste|tribe))",
        ),
        instruction=(r"(?:sub-?)?castes?(?! iron)|gotra|jati",),
        scored=(r"(?:sub-?)?castes?(?! iron)|brahmins?|dalits?",),
        label=r"(?:sub-?)?caste|gotra|jati",
        harmless=(r"caste (?:discrimination|studies|systems? (?:in|of)|inequality|politics)",),
    ),
    Topic.CITIZENSHIP: words(
        "citizen* national nationals immigra* visa visas passport* green naturali* undocumented permanent legally "
        "residen* papers",
        nouns=r"citizenship(?: status)?|(?:immigration|residency|residence|visa) status|"
        r"(?:current )?visa(?! sponsorship)(?: (?:type|category|status))?|green card|passports?(?= \w+|\W*$)|"
        r"immigration (?:papers|documents|history)|naturali[sz]ation (?:papers|certificate)",
        be=rf"(?:an? )?(?:natural-born |native-born |born |full |dual )?(?:{_NATION}[ -])?(?:citizens?|"
        r"nationals?)(?: of (?:the )?[\w ]+)?|an? (?:lawful )?permanent resident|naturali[sz]ed|"
        r"(?:here )?on (?:an? )?(?:[\w-]+ )?visa|an? (?:green card|visa|work visa) holder|undocumented|"
        r"(?:here|in (?:the|this) \w+) (?:il)?legally|an? (?:h-?1b|opt|tier 2)(?: \w+)?",
        have=rf"(?:an? |the )?(?:{_NATION} )?(?:green cards?|citizenship|passports?|dual (?:citizenship|"
        r"nationality)|permanent residen(?:ce|cy)|residence permit|naturali[sz]ation papers)",
        people=rf"(?:{_NATION} )?(?:citizens|nationals)|non-citizens|green card holders|visa holders|"
        r"permanent residents",
        sure=(
            r"(?:what|which) (?:(?:kind|type|sort|category) of )?(?:\w+ )?(?:visa|passport|citizenship)s? (?:are|"
            r"do|does|have|did)",
            r"(?:what|which) (?:country|countries) (?:are you a|do you hold|issued|is your passport|.{0,20}citizen)",
            r"citizen of (?:what|which|another)",
            r"how (?:did|do) you (?:get|obtain|become|came) (?:\w+ ){0,3}(?:citizen\w*|green card|visa)",
            r"(?:when|how) (?:does|will|did) your (?:visa|residence permit|work permit) (?:expire|end|run out)",
        ),
        profile=(
            rf"{_NATION} (?:citizens?|nationals?|passport holders?) (?:only|required|preferred)|(?:must be|only|"
            rf"require\w*) (?:an? )?{_NATION} (?:citizens?|nationals?)|{_NATION} citizenship (?:is )?(?:required|"
            r"only|essential|needed|a must)|citizenship (?:is )?(?:required|essential)|(?:no|"
            r"only) (?:visa holders|green card holders|foreign nationals|citizens)",
        ),
        instruction=(
            r"(?:citizenship|immigration|visa|residency) (?:status|type|category|situation)|citizenship|"
            r"green card|(?:which|what|kind of|type of) (?:passport|visa)|naturali[sz]ed",
        ),
        scored=(
            rf"citizenship|{_NATION} (?:citizens?|nationals?|passport)|(?:immigration|visa|residency) status|"
            r"green card|permanent resident|visa holders?",
        ),
        required=(
            r"(?:holds?|has|have|must (?:be|hold|have)|is|"
            rf"possess(?:es)?) (?:an? )?(?:valid )?(?:{_NATION} )?(?:citizen(?:ship)?|national|green card|"
            rf"permanent residen\w+|passport)|^(?:{_NATION}) (?:citizen|national|passport)",
        ),
        label=r"citizenship(?: status)?|visa (?:status|type)|immigration status|passport (?:number|country)|"
        r"country of citizenship",
        harmless=(
            r"(?:authori[sz]ed|eligible|entitled|permitted|allowed|legally (?:able|authori[sz]ed|entitled|"
            r"eligible|allowed|permitted)|right|permission|authori[sz]ation|eligibility) (?:to|for) (?:work|"
            r"employment)[^.?!]{0,80}|"
            r"(?:legal|valid|unrestricted|necessary|required) (?:right|authori[sz]ation|permission|"
            r"permit)s?(?: to work)?|work (?:permits?|authori[sz]ation|visas?|eligibility)|"
            r"(?:visa |immigration |employment |employer |h-?1b )?sponsorship(?: \w+){0,8}|"
            r"sponsor\w*(?: \w+){0,6} visas?|require (?:a |an )?(?:work )?visa to work|citizen (?:developers?|"
            r"services?|science|portal|journalis\w+|engagement)|citizens'? (?:advice|assembly|portal|panel)|"
            r"corporate citizenship|visa (?:card|payments?|network|checkout|application (?:centre|team)|desk|"
            r"cases?)|valid passport (?:for|to) travel|passport (?:office|control|checks?)",
        ),
    ),
    Topic.LANGUAGE: words(
        "tongue native natively language languages accent accents accented speak speaks speaker speakers spoken learn "
        "learned learnt english broken flawless foreign bilingual fluently home grammar pronunc* dialect mother",
        nouns=r"(?:mother|native) tongues?|native languages?|first language|home language|foreign accent|"
        r"(?:\w+ )?accents?|dialect",
        be=rf"a (?:native|non-native) (?:[\w-]+ )?speakers?|native (?:in |{_TONGUE})",
        have=r"an? (?:\w+ )?accent|a (?:regional|foreign) dialect",
        people=r"(?:native|non-native) (?:[\w-]+ )?speakers?|(?:candidates|applicants|people|anyone|"
        r"those) with (?:an? )?(?:\w+ )?accents?",
        sure=(
            r"(?:which|what) languages? (?:do|does|did) (?:you|your (?:family|parents)) (?:\w+ )?(?:at home|"
            r"with your (?:family|parents|kids|children)|grow(?:ing)? up|in the home)",
            r"(?:how|where|when) did you (?:\w+ )?(?:learn|pick up|come) (?:to (?:speak|read|"
            rf"write) )?(?:your )?(?:such good |such )?{_TONGUE}",
            rf"is {_TONGUE} your (?:first|native|mother|home|main|only)",
            rf"(?:speak|use) {_TONGUE} (?:at home|with your (?:family|parents|kids|children))",
            r"(?:language|languages) (?:spoken|used|you speak) (?:at|in your) home",
            r"where (?:is|does) (?:that|your|the) (?:\w+ )?accent",
        ),
        profile=(
            r"native (?:[\w-]+[- ])?(?:speakers?|level(?= required| needed| only))(?: only)?(?! (?:of|not|is not))",
            rf"native {_TONGUE}(?= only| preferred| required|\W*$| speaker| level| fluency)|"
            rf"{_TONGUE} (?:mother tongue|as (?:a |your )?(?:mother tongue|first language|native))|"
            rf"mother[- ]tongue (?:level |quality )?{_TONGUE}|native(?:-level)? (?:fluency|proficiency|"
            r"command) (?:in|of)",
            r"(?:no|without(?: an?y?)?|neutral|free of|free from|reduced|"
            r"minimal) (?:\w+ )?accents?(?! (?:colou?rs?|wall|lights?|marks?))|accent[- ](?:free|neutral|less)",
        ),
        asked=(
            r"(?:heavy|strong|thick|foreign) accent",
            r"(?:do|did) you grow up (?:speaking|bilingual|with)",
            r"(?:is|was) (?:this|that|it) your (?:first|native) language",
        ),
        instruction=(
            r"(?:note|record|infer|guess|determine|detect|log|identify|listen for|check|ask about|comment on|rate|"
            r"judge|assess) (?:\w+ ){0,3}(?:accents?|mother tongue|native language|dialect|first language)",
            r"(?:which|what) language (?:they|the candidat"
            r"e|he|she) (?:speaks?|uses?) (?:at home|with)",
            r"where (?:they|the candidate|he|she) learned",
        ),
        scored=(
            r"(?:strong|heavy|thick|foreign|slight|noticeable|clear|local|regional|british|american|neutral|"
            r"standard|bad|difficult|hard|indian|native|pleasant|good|understandable) accents?",
            r"(?:speaks?|speaking|sounds?|talks?|english) (?:with|without|like) (?:an? |"
            r"any )?(?:[\w-]+ ){0,2}(?:accent|native(?: speaker)?)",
            r"accents?(?= (?:is|are|should|must|that|makes?|was)|\W*$|,| and| or)",
            r"sounds? (?:like a )?(?:native|foreign)|broken (?:english|german|french)|(?:perfect|flawless|native|"
            r"unaccented|accent-free|accentless|native-like|native-level|native-sounding) (?:english|german|"
            r"french|dutch|spanish|pronunciation|speech)|(?:bad|poor|incorrect|foreign) (?:pronunciation)|"
            r"speaks? (?:english )?natively",
        ),
        label=r"(?:mother|native) tongue|native language|first language|language spoken at home|home language",
        harmless=(
            r"(?:react|cloud|ai|mobile|digital)[- ]native|native (?:apps?|code|mobile|ios|android|modules?|"
            r"advertising|ads?|plants?|species|integrations?|support|features?|components?|libraries)|"
            r"(?:programming|query|scripting|markup|body|first programming|design|sign|plain) languages?|"
            r"accent (?:colou?rs?|wall|lights?|lighting|marks?|pieces?)|"
            r"(?:not|never|ignore|ignoring|nor|regardless of|whatever (?:the|their)|disregard\w*|irrespective of|"
            r"overlook) (?:the |their |any |for |on )*(?:[\w-]+,? (?:or |and )?){0,4}(?:accents?|fluency|grammar|"
            r"dialect)(?:,? (?:or|and|nor)? ?[\w-]+){0,4}",
        ),
    ),
    Topic.MONITORING: words(
        "monitoring equal equality diversity eeo eeoc self identify ethnic voluntary optional",
        asked=(
            r"(?:equal(?:ity)? (?:opportunit(?:y|ies) )?|diversity(?: and inclusion)? |ethnic(?:ity)? |"
            r"eeoc? )(?:and \w+ )?(?:monitoring|surveys?|questionnaires?|forms?|questions?|data)(?! (?:officer|"
            r"lead|team))",
            r"(?:voluntary|optional)(?:ly)? (?:self-identif\w+|self identif\w+|disclos\w+ (?:your|of) (?:race|"
            r"gender|disability|ethnic\w*))",
            r"self-identify (?:as|your)",
            r"(?:for|part of) (?:our )?(?:\w+ )?(?:monitoring|diversity|equality) (?:purposes|statistics|"
            r"reporting|data)",
        ),
        instruction=(
            r"(?:equal opportunit\w+|diversity|ethnic\w*|equality) (?:monitoring|data|questions?|survey)",
            r"(?:collect|record|note|capture) (?:\w+ ){0,4}(?:diversity|monitoring|eeo) (?:data|information|"
            r"answers)",
        ),
        scored=(
            r"(?:diversity|eeo|equal opportunit\w+) (?:monitoring|data|answers|status|points|quota|target)(?= |"
            r"\W*$)",
        ),
        label=r"(?:equal opportunit\w+|equality|diversity|ethnic(?:ity)?) monitoring|"
        r"voluntary self[- ]identification|eeo(?:c)?(?: survey| data)?|(?:i )?decline to (?:self-identify|"
        r"state)",
        harmless=(
            r"(?:build|built|design\w*|run|ran|implement\w*|analy[sz]e\w*|report\w*|manage\w*|"
            r"led) (?:\w+ ){0,4}(?:diversity|equality|equal opportunit\w+) (?:monitoring|surveys?|data)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: words(
        "nationality nationalities national birthplace born birth origin* ancest* homeland country native roots from "
        "foreign* immigrant* immigrat* emigrat* grow grew raised brought up parents grandparents name surname "
        "abroad locals local expat* descent originally accent",
        nouns=(
            r"nationalit(?:y|ies)|national origin|countr(?:y|ies) of (?:birth|origin)|place of birth|birth ?place|"
            r"birth country|ancestry|ancestors|homeland|home country|native country|ethnic roots|"
            r"(?:family'?s? )?(?:roots|origins?)|parents'? (?:country|nationality|origins?|birthplace|native)\w*|"
            r"country (?:you|were) (?:were )?born|migration (?:background|history)|immigrant background"
        ),
        be=r"(?:a |an )?(?:foreigner|foreign-born|immigrant|refugee|expat(?:riate)?|"
        r"first-generation (?:immigrant|american)|second-generation (?:immigrant|american)|migrant|"
        r"asylum seeker)(?! (?:support|services|charity))|originally from|born (?:in|here|abroad|outside|"
        r"overseas)(?! (?:the )?(?:company|startup))|from (?:another|a foreign|a different) country|"
        r"of (?:foreign|\w+) (?:descent|ancestry)",
        people=r"(?:foreigners|immigrants|migrants|refugees|foreign (?:candidates?|applicants?|nationals|workers|"
        r"students)|locals|native-born (?:\w+ )?|(?:candidates|applicants|people|anyone|those) (?:born|"
        r"raised) (?:in|outside|abroad|here)|(?:candidates|people|applicants|anyone|those) from (?:africa|"
        r"asia|india|china|eastern europe|russia|nigeria|pakistan|the middle east|mexico|latin america|abroad|"
        r"certain countries))",
        sure=(
            r"where (?:are|were|was) (?:you|your (?:parents|family|grandparents|mother|father)) (?:really |"
            r"originally |actually |all )*(?:from|born|raised|brought up)",
            r"where (?:do|did|does) (?:you|your (?:parents|family|ancestors|grandparents|name|surname|"
            r"last name)) (?:originally |really |actually )?(?:come from(?! (?:in|when|before))|grow up|emigrate|"
            r"immigrate|hail from|originate)",
            r"(?:were|was|are|is) (?:you|your (?:parents|mother|father|family)) born (?:in|here|abroad|outside|"
            r"overseas)",
            r"which country (?:were|are|do|did) you (?:\w+ )?(?:born|from|come|grow)",
            r"what (?:kind|sort|type) of (?:name|accent|surname) is",
            r"(?:origin|nationality|background|heritage|meaning) of your (?:\w+ )?(?:name|surname|accent)",
            r"your (?:last |sur|family |first )?name (?:sounds|comes? from|is (?:unusual|foreign|interesting|exotic))",
            rf"how long (?:have you|has your family) (?:lived|been|resided) in {_COUNTRY}",
            rf"when did you (?:\w+ )?(?:come|move|immigrate|emigrate|arrive)(?:d)? (?:to|in) {_COUNTRY}",
            r"you (?:don't|do not) (?:look|sound) (?:\w+ )?(?:american|british|english|german|french|local)",
        ),
        asked=(
            r"(?:is|are) (?:you|your family|your parents) (?:\w+ )?(?:from here|native to|immigrants)",
            r"what(?:'s| is) your (?:cultural|ethnic) background",
            r"(?:do|does|did) (?:you|your fa"
            r"mily) (?:still )?(?:have|visit|"
            r"celebrate) (?:\w+ ){0,3}(?:home country|back home|country of origin)",
        ),
        instruction=(
            r"where (?:the |a )?(?:candidate|applicant|they|he|she|their (?:parents|family|accent)|"
            r"the candidate's (?:parents|family|accent)) (?:is|are|was|were|grew|comes?|came|"
            r"hails?)(?: \w+)? ?(?:from|born|up|raised)",
            r"(?:note|record|infer|guess|determine|detect|log|capture|identify|ask|ask about|ask for|"
            r"find out) (?:\w+ ){0,3}(?:nationality|national origin|country of (?:birth|origin)|birthplace|"
            r"place of birth|ancestry|origins?(?= of)|immigrant background)",
        ),
        scored=(
            r"(?:sounds?|looks?|seems?|appears?) (?:\w+ )?(?:foreign|local|american|british|german|french)",
            r"foreign (?:name|background|origin|names|degree "
            r"holder)|(?:national|ethnic) origin|nationality|"
            r"country of (?:birth|origin)|born (?:and raised )?(?:in|abroad|outside)|(?:grew|raised|"
            r"brought) up (?:in|abroad)",
        ),
        required=(
            r"^(?:must be |is |be |was )?(?:born|"
            r"raised) (?:and raised )?(?:in|here)",
            r"^(?:must be |is |be )?(?:a )?(?:local|native)(?= of|\W*$)",
        ),
        label=r"nationality|country of (?:birth|origin)|place of birth|birthplace|national origin|town of birth",
        harmless=(
            r"where (?:are|were) you (?:based|located|working|now)|(?:country|place) of (?:origin|"
            r"birth) (?:labell?ing|rules?|marks?|field|declarations?)|certificates? of origin|(?:domestic|"
            r"cross)-?origins?(?: requests?)?|cross-origin|origin (?:server|stories|story)|grew (?:the|a|your)|"
            r"(?:business|revenue|team) grow\w*|ideas? come from|(?:local|international) (?:customers|markets?|"
            r"authorit\w+|government|suppliers?|team|shop|store)|national (?:curriculum|campaign|accounts?|"
            r"minimum wage|insurance|standards?)",
        ),
    ),
    Topic.RACE_ETHNICITY: words(
        "race racial* ethnic* skin complexion heritage tribe tribal hair black white asian hispanic latin* caucasian "
        "biracial bi mixed indigenous native aboriginal roma arab colour color colored coloured minority "
        "african afro* gyps* "
        "traveller dreadlock* braid* cornrow* south whites blacks asians",
        nouns=r"race|ethnicit(?:y|ies)|ethnic (?:origin|background|group|heritage|identity)|racial (?:background|"
        r"identity|origin|group)|skin (?:colou?r|tone)|complexion|(?:cultural |family |african |"
        r"asian )?heritage|tribe|tribal (?:affiliation|membership)|hair texture",
        be=rf"(?:of )?(?:a |an )?{_HUE}(?![-\w]| (?:box|paper|label|hat|goods|list|friday|belt|market))|"
        r"of (?:mixed|african|asian|arab|latin\w*|european|jewish|hispanic) (?:race|descent|origin|heritage|"
        r"background)",
        people=r"(?:black|white|asian|hispanic|latin[oax]|african[- ]american|caucasian|ethnic|minority|arab|roma|"
        r"bame|non-white|brown) (?:candidates?|applicants?|people|men|women|persons|workers)|whites|blacks|"
        r"asians|latinos|hispanics|(?:ethnic )?minorities",
        sure=(
            r"(?:which|what) (?:ethnic|racial|race|ethnicity)(?: (?:group|background|category))? (?:do|are|would|"
            r"best)",
            r"what race (?:are|do)",
            r"(?:touch|wear|change|straighten) your (?:natural )?hair",
        ),
        asked=(
            r"(?:ethnic|racial|ethnicity|race) (?:group|background|category|origin)s? (?:do you|are you|"
            r"you belong|best describes)",
        ),
        instruction=(
            r"(?:note|record|infer|guess|determine|detect|log|capture|identify|estimate) (?:\w+ ){0,3}(?:race|"
            r"ethnicity|skin colou?r|ethnic (?:background|origin|group))",
            r"(?:based on|by|from) (?:their |the candidate's )?(?:race|ethnicity|skin colou?r|name)(?=\W*$)",
        ),
        scored=(
            r"(?:sounds?|looks?|seems?|appears?) (?:\w+ )?(?:black|white|asian|ethnic|foreign|hispanic|indian|"
            r"african)(?! (?:and|box))",
            r"ethnic(?:-| )(?:sounding|name|looking)|(?:ghet"
            r"to|urban|black|ebonics) (?:accent|speech|slang|"
            r"english)|dreadlocks|cornrows|afros?|(?:unprofessional|unkempt|natural|braided) hair(?:styles?)?",
        ),
        label=r"race|ethnicity|ethnic (?:origin|group|background)|race ?(?:/|and) ?ethnicity|skin colou?r",
        harmless=(
            r"(?:data |arms |horse |boat |road |cycle |relay |rat |foot |bike |drag )?(?:race|"
            r"racing) (?:conditions?|day|track|hazards?|detect\w*|team|to|against|car)|(?:data|arms|horse|boat|"
            r"road|cycle|relay|rat|foot|bike|drag|two-horse|human|sack) races?|black(?:-| )?(?:box|list|friday|"
            r"belt|out|board)|white(?:-| )?(?:paper|label|list|box|board|goods|space|glove)|(?:cultural|natural|"
            r"world|architectural|industrial|brand) heritage (?:sites?|sector|management|trust|objects?|"
            r"buildings?)|heritage (?:sites?|sector|brand|railway|buildings?|centre)",
        ),
    ),
}

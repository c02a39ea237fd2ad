"""English: words that give a topic away by themselves, unless a clause is about others or is work: who somebody is."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy)"
_AGE = rf"(?:2[2-9]|[3-7]\d|{_TENS}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
_NO_UNIT = (
    r"(?! ?(?:%|kg|kilos?|lbs?|pounds|k|euros?|dollars?|seconds|minutes|hours|days|weeks|months|miles|km|people|staff))"
)
_KIN = r"(?:mum|mom|dad|mother|father|parents|grandparents|grandmother|grandfather|family|ancestors|folks)"

NAMED_IDENTITY: dict[Topic, Words] = {
    Topic.AGE: words(
        "age* are band bracket date down education gcses group in keep least more new range recent retir* senior "
        "studies turn up when year "
        "age aged ages birthday birth born old older younger young twenties thirties forties fifties sixties teens "
        "20s 30s 40s 50s 60s retire* school college university uni degree levels graduated graduate diploma over under "
        "above below past decade generation boomer boomers millennial millennials youthful youth youngster* hill tooth "
        "birthdays first europe ways boots hat it day working left career packing winding",
        profile=(
            r"(?:still |ideally )?in (?:their|your|his|her) (?:early |mid[- ]?|late )?(?:teens|twenties|thirties|"
            r"20s|30s)",
        ),
        named=(
            r"birthdays?(?= |\W*$)(?! (?:parties|party|cakes?|cards?))|(?:year|when) did you (?:get|pass|take|buy|"
            r"have) your first (?:driving|"
            r"licen[cs]e|car|phone|computer|job)",
            rf"(?:over|under|above|below|past|older than|younger than|beyond|aged|more than|less than) "
            rf"(?:the age of )?(?!(?:16|18|21)\b){_AGE}(?= (?:years old|or |and |at )|\W*$|[:,;?=→-]| "
            rf"[-–→=]){_NO_UNIT}",
            rf"(?:aged|they're|age|applicant is|candidate is|applicants are|person is) (?!(?:16|18|21)\b){_AGE}(?: "
            rf"or| and|\+)? ?(?:older|over|above|younger|"
            r"under|up)?(?= (?:→|=|years)|\W*$|:|,(?!\d))(?! (?:points|%))",
            rf"{_AGE} (?:or|and) (?:older|over|above|younger|under|up)(?= |\W*$)(?! (?:points|stars|out of))",
            r"in (?:their|your|his|her) (?:early |mid[- ]?|late )?(?:teens|twenties|thirties|forties|fifties|sixties|"
            r"20s|30s|40s|50s|60s)",
            r"(?:age|birth) ?(?:bracket|range|group|band|date|day|year|limit|cohort)|(?:date|year|month|day) of birth|"
            r"year (?:you|they) were born|(?:your|their|his|her|candidate's|applicant's|person's) age|"
            r"how (?:old|young) (?:are you|you are|they are|they look|he|she|the (?:candidate|applicant|person))|"
            r"what age (?:are|is|you|they)",
            r"(?:to|from|until|till|near|close to|before|off|towards|approaching|nearing|reach|thinking about|"
            r"considering|your|about|on|from|of) (?:early )?(?:retire(?:ment)?|retiring)(?! (?:home|village|"
            r"community|product|fund|plan|account|living|complex|savings))",
            r"(?:packing (?:it|work) in|hang(?:ing)? up (?:your|their) (?:boots|hat|gloves|apron)|call(?:ing)? it a day"
            r"(?: for good)?|wind(?:ing)? down(?= |\W*$)(?! (?:a|the) (?:project|company|business|system|shift))|"
            r"stop(?:ping)? working(?: (?:for good|altogether))?)",
            r"(?:working )?years (?:[\w']+ ){0,3}(?:left in you|left (?:to|before|until)|have you got left|until you "
            r"(?:stop|retire)|do you (?:intend|plan|want|expect|hope) to (?:keep )?work)",
            r"(?:did|when) (?:you|they) (?:\w+ )?(?:left|leave|finish(?:ed)?|complete[d]?|graduat(?:e|ed)|get|got|"
            r"start|"
            r"started|take|took|sit|sat) (?:from )?(?:your |their |the )?(?:high |primary |secondary |grammar )?"
            r"(?:school|college|university|uni|degree|a[- ]levels|o[- ]levels|gcses|diploma|first job)(?= |\W*$)"
            r"(?! (?:about|project|board))",
            r"(?:graduat(?:ed|ion|e)|left school|finished school|school[- ]leaving|born) (?:date|year|before|after|in|"
            r"since|earlier than|prior to|on)(?: or (?:before|after))?(?: (?:19|20)\d\d)?",
            r"(?:youthful\w*|youngsters?|over the hill|long in the tooth|set in (?:their|his|her|your) ways|"
            r"gen(?:eration)?[- ]?[xyz](?:er)?|millennials?|baby boomers?|old[- ]timers?|too (?:old|young)|"
            r"(?:which|what) (?:generation|decade) (?:are|were|do) you)",
        ),
        harmless=(
            r"how old (?:is|are|was|were) (?:the|your|that|those|our|its) (?!candidate|applicant|person|parents|kids|"
            r"children)[\w' -]{0,30}",
            r"over[- ]\d\ds? (?:club|league|team|lounge)|(?:residents|pensioners|members|patients|guests|customers|"
            r"pupils) (?:aged "
            r"|who are )?(?:over|under) \d\d|(?:for|with|among) (?:the )?(?:people |adults |men |women |children "
            r")?(?:aged )?"
            r"(?:over|under)[- ]\d\ds?",
            r"(?:\d+|ten|five|two|three) (?:or|and) (?:older|over) (?:versions|releases|systems)",
        ),
    ),
    Topic.SEX_GENDER: words(
        "among being binary bossy feminin* friendly handyman hard leading madam managing masculin* nice pretty "
        "reliable reporting salesgirl sir smart strapping strong taking working young "
        "male males female females feminine masculine manly womanly ladylike woman women man men girl girls boy "
        "boys "
        "lad lads lass ladies lady gentleman gentlemen bloke guy waitress hostess",
        profile=(
            r"(?:strong|nice|young|strapping|pretty|friendly|smart|reliable|hard-working) (?:lad|lads|lass|bloke|"
            r"gentleman|lady|girl|girls|guy|boy|man|woman)(?= (?:for|to|who|wanted|needed)|\W*$)",
            r"(?:girls|boys|ladies|lads|gentlemen|females?|males?|women|men) (?:only|preferred|wanted|please)|"
            r"(?:we're after|we want|we need|looking for|seeking) (?:an? )?(?:\w+ ){0,2}(?:lad|lass|bloke|lady|girl|"
            r"girls|gentleman|man|woman|men|women)(?= |\W*$)(?! (?:power|hours|friday))",
        ),
        named=(
            r"(?:male or female|female or male|man or (?:a )?woman|woman or (?:a )?man|feminine|masculine|manly|"
            r"womanly|"
            r"ladylike|m ?/ ?f)(?= |\W*$|[,:])",
            r"(?:as a|for a|being a|only) (?:woman|man|girl|lady|female|male|bloke)",
        ),
        scored=(
            r"(?:wom[ae]n|m[ae]n|girls?|boys?|lads?|lad(?:y|ies)|gentlem[ae]n|males?|females?)(?! (?:connector|plug|"
            r"socket|hours?|power|days|the|their))",
        ),
        harmless=(
            r"(?:wo)?men's (?:\w+ )?(?:wear|clothing|shoes|fashion|health|department|section|football|team|shelter|"
            r"refuge|products)|female (?:patients?|customers?|connectors?)|man(?:ning)? (?:a|the) \w+|"
            r"gender[- ](?:neutral|inclusive) \w+",
        ),
    ),
    Topic.NATIONAL_ORIGIN: words(
        "someone "
        "actually american anyone applicants arrive* back background british candidates come* french german hail "
        "here home in land long look migrant migrants migration move move* moved people really refugee refugees "
        "seeker sound surnames those where "
        "mum mom dad mother father parents grandparents grandmother grandfather family ancestors folks surname "
        "name "
        "accent from born birth origin* foreign roots ancestry heritage birthplace immigrant immigrants immigrated "
        "country abroad overseas names sounding",
        named=(
            rf"(?:your|their|his|her|the) (?:\w+ and )?{_KIN}(?: and {_KIN})? (?:\w+ ){{0,2}}(?:from|born|come|came|"
            rf"originate|emigrate|immigrate)",
            rf"(?:where|which country|what country) (?:\w+ ){{0,3}}(?:your|their) (?:\w+ and )?{_KIN}(?:'s)?",
            r"(?:surname|last name|family name|first name|accent|name)[!?,. ]+(?:[\w']+ ){0,4}(?:from|origin\w*|"
            r"country)",
            r"where(?:'s| is| does| did) (?:that|it|this|your (?:sur|last |family )?name|your accent|that name|that "
            r"surname|that accent) (?:\w+ )?(?:from|come from|originate)",
            r"(?:that|it)(?:'s| is) (?:an? )?(?:\w+ ){0,3}(?:name|surname|accent)(?=,|\W*$| [-–])",
            r"where (?:are|were|do|did) (?:you|they) (?:\w+ ){0,2}(?:from|born|come from|grow up|hail from|originate)"
            r"(?= |\W*$)(?! (?:in your career|professionally))",
            r"(?:country|place|city|town) of (?:birth|origin)|birthplace|(?:not )?born (?:and (?:bred|raised) "
            r")?(?:here|"
            r"abroad|overseas|outside|in (?:the )?(?:uk|us|usa|eu|country|this)|in an?other)",
            r"(?:applicants|candidates|people|anyone|someone|those) from (?:\w+ )?(?:europe|africa|asia|india|"
            r"pakistan|poland|romania|mexico|"
            r"china|nigeria|abroad|overseas|the middle east|latin america|the balkans|the caribbean)",
            r"foreign[- ](?:sounding|born|looking)|(?:sounding|exotic|ethnic|foreign|unusual) (?:sur|last |first )?"
            r"names?",
            r"(?:your|their|his|her|family) (?:\w+ )?(?:ancestry|heritage|roots|origins?|homeland|home country|native "
            r"country)",
            r"(?:came|come|moved?|immigrat\w+) to (?:this|the|our) (?:country|uk|us|states)|(?:lived|been|living) in "
            r"(?:this country|the country|the uk|the us|the states|britain|america)",
            r"(?:an? )?(?:immigrants?|foreigners?)(?= |\W*$)(?! (?:customers?|communit\w+|services?|families|support))",
        ),
        harmless=(
            r"country of origin (?:of|label\w*|for|on|rules?|certificat\w+)|(?:certificates?|rules) of origin|"
            r"file names?|user ?names?|brand names?|domain names?|product names?",
        ),
    ),
    Topic.RACE_ETHNICITY: words(
        "accent applicant applicants candidate candidates caucasians colo* colou* descent english foreign hairstyle "
        "hairstyles hispanics indian men minorities name origin people persons slang speech women workers "
        "race racial ethnic* skin complexion mixed biracial caucasian hispanic latino latina latinx african black "
        "white "
        "asian brown oriental gypsy gypsies traveller travellers roma romani afro dreadlocks colour color indigenous "
        "aboriginal native",
        named=(
            r"(?:your|their|his|her|by|candidate's|applicant's|person's|on) (?:race|racial \w+|ethnic\w*)(?= |\W*$)"
            r"(?! (?:condition|time|results))",
            r"skin (?:colou?r|tone|shade)|complexion|mixed[- ]race|bi-?racial|caucasians?|hispanics?|latin[oax]s?|"
            r"african[- ](?:american|thing|looking)|afro(?:-\w+| hair)?|dreadlocks|(?:wo)?men of colou?r|people of "
            r"colou?r|person of colou?r|ethnic(?:ity)?(?: (?:background|origin|group|minorit\w+|appearance))?",
            r"(?:look(?:s|ing)?|is|are|being|mostly|predominantly|all[- ]|largely|mainly|overwhelmingly|you|they're) "
            r"(?:white|black|asian|brown|oriental|arab|african|south asian|east asian)(?= |\W*$|,|-)(?! (?:belt|"
            r"box|hat|label|paper|and white|friday|market|list))",
            r"(?:white|black|asian|brown)(?: or|,) (?:white|black|asian|brown|mixed|other)",
            r"(?:no |any |are you |is )?(?:gyps(?:y|ies)|roma(?:ni)? (?:people|traveller|or|family|communit\w+)|"
            r"travellers? (?:or|and) gyps\w+)",
            r"(?:black|white|asian) (?:people|candidates|applicants|clientele|customers preferred|team|neighbou?rhood)",
        ),
        harmless=(
            r"white (?:label|paper|box|goods|balance|wine|space|board)s?|black (?:box|friday|and white|belt|tie)|"
            r"race (?:against|to the|track|day|car|meeting)s?|ethnic (?:food|cuisine|restaurant)s?",
        ),
    ),
    Topic.CASTE: words(
        "class dalits subcastes subgotra subjati subvarna caste castes jati brahmin dalit gotra varna sc obc scheduled",
        named=(r"castes?|jati|brahmins?|dalits?|gotra|scheduled (?:castes?|tribes?)|sc/st|obc(?= |\W*$)",),
        harmless=(r"caste (?:studies|research|history|system)",),
    ),
    Topic.GENDER_REASSIGNMENT: words(
        "boy change dead* female girl male man name same woman "
        "trans transgender* transsexual* transition* gender sex deadname dead birth born hormones hormone always",
        named=(
            r"trans(?:gender(?:ed)?|sexuals?|[- ](?:wom[ae]n|m[ae]n|person|people|candidates?|applicants?))?(?= |"
            r"\W*$|,)"
            r"(?! (?:atlantic|fats?|-))",
            r"(?:have|has|had|you|they|she|he|before|since|after|fully|recently) (?:you |they |she |he )?(?:ever )?"
            r"transition(?:ed|ing)(?! (?:to|from|into|a|the|between) )",
            r"gender (?:reassign\w+|transition|dysphoria|confirm\w+|affirm\w+|recognition)|sex (?:change|reassign\w+)|"
            r"(?:chang\w+|switch\w*) (?:your |their |his |her )?(?:sex|gender)|dead ?names?",
            r"(?:born|always been|used to be|were you|biologically|really) (?:as )?(?:an? )?(?:male|female|man|woman|"
            r"boy|girl)|(?:name|sex|gender) (?:\w+ ){0,3}at birth|birth (?:name|sex|gender)|(?:taking|on|take) "
            r"hormones",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: words(
        "boys gays girls guys "
        "gay lesbian* bisexual homosexual heterosexual queer lgbt* sexual* sexuality same straight dates dating "
        "date "
        "attracted boyfriend girlfriend closet out men women husband wife",
        named=(
            r"(?:gay|lesbians?|bisexuals?|homosexuals?|heterosexuals?|queer|lgbt\w*)(?= |\W*$|,)(?! (?:rights|bar|"
            r"pride|charity|network|communit\w+|magazine))",
            r"sexual (?:orientation|preferences?)|(?:your|their|his|her) sexuality|same[- ]sex|(?:gay|bi|queer) or "
            r"straight|straight or (?:gay|bi)",
            r"(?:boyfriend|husband|girlfriend|wife) or (?:is it |do you have |have you got )?(?:an? )?(?:boyfriend|"
            r"husband|girlfriend|wife)",
            r"(?:dates?|dating|attracted to|sleep with|into|like|likes|prefer) (?:men|women|guys|girls|boys)"
            r"(?: or)?(?= |\W*$)|come out (?:as|at work|to)|(?:in|out of) the closet|(?:men|guys) or (?:women|girls)",
        ),
    ),
}

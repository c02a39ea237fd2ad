"""Private life, and what is guessed from face and voice, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_PLATFORM = (
    r"(?:facebook|instagram|twitter|tiktok|snapchat|youtube|social[- ]media|social networks?|whatsapp|"
    r"reddit|threads)"
)
_FELT = (
    r"(?:anxious|bored|cheerful|confident|emotional|energetic|enthusiastic|excited|happy|hesitant|insecure|nervous|"
    r"passionate|shaky|stressed|tense|timid|unhappy|upbeat|calm|sincere|honest|trustworthy|truthful|warm|friendly|"
    r"relaxed|agitated|angry|uncomfortable|evasive|comfortable|motivated|sure of themselves|assertive)"
)
_SIGNAL = (
    r"(?:emotions?|emotional (?:state|tone|reactions?|cues|responses?)|moods?|facial (?:expressions?|"
    r"cues?|movements?|reactions?)|"
    r"micro-? ?expressions?|body[ -]language|eye[ -]?contact|nervousness|tone of (?:their |the |his |"
    r"her )?voice|vocal tone|voice tone|"
    r"(?:vocal|voice) (?:pitch|cues|tremors?|stress|energy|confidence|quality|inflection)|stress levels?|sincerity|"
    r"truthfulness|intonation|gestures?|posture|smil(?:e|es|ing)|gaze|blinking|facial|pitch of|tremors? in|"
    r"sentiment|expressions? on|demeanou?r|fidget\w*|blush\w*|sweat\w*|deception)"
)

PRIVATE: dict[Topic, Words] = {
    Topic.AI_EMOTION: words(
        "emotion* mood* facial micro* body eye eyecontact nervous* voice vocal tone stress sincer* truthful* "
        "intonation gesture* "
        "posture smil* gaze blink* expression* face pitch tremor* sentiment demean* fidget* blush* sweat* "
        "decept* lying facially "
        "sounds seem* sound anxious",
        instruction=(
            r"(?:detect|infer|assess|judge|rate|score|measure|evaluat|analy[sz]|look for|watch|read|note|observ|"
            r"monitor|record|track|pay attention to|consider|weigh|gauge|check|interpret|flag|deduct|lower|reward|"
            rf"give|use|base)\w*[^.?!]{{0,60}}\b{_SIGNAL}",
            rf"how {_FELT} (?:they|the candidate|he|she|their voice|the candidate's (?:voice|tone(?: of voice)?|"
            r"face))(?: \w+)? ?(?:sounds?|looks?|seems?|appears?|is|are)",
            r"(?:detect|infer|guess|read) (?:\w+ ){0,4}(?:how they feel|feelings|state of mind|personality|"
            r"character)(?= from|\W*$)",
        ),
        scored=(
            r"(?:detect|infer|assess|judge|rate|score|measure|evaluat|analy[sz]|look for|watch|read|note|observ|"
            r"monitor|record|track|pay attention to|consider|weigh|gauge|check|interpret|flag|deduct|lower|reward|"
            rf"give|use|base)\w*[^.?!]{{0,60}}\b{_SIGNAL}",
            r"(?:voice|tone(?: of voice)?|face|expression) (?:\w+ )?(?:is|sounds?|seems?|shows?|conveys?|appears?|"
            rf"reveals?|betrays?) (?:\w+ )?(?:{_FELT}|confidence|enthusiasm|nervousness|passion|warmth|energy|"
            r"emotions?|stress|sincerity)",
            rf"{_FELT}(?:,? (?:and |or )?\w+)? (?:tone of voice|voice|vocal tone|intonation|facial expression|face|"
            r"smile|body language)",
            r"(?:shows?|displays?|signs of|visible|visibly|betrays?) (?:\w+ )?(?:nervous(?:ness)?|anxiety|stress|"
            r"emotions?|fear)(?= (?:in|on|while|when|during|through)|\W*$)",
        ),
        required=(
            r"(?:eye[ -]?contact|facial[ -](?:expressions?|cues?)|micro-? ?expressions?|body[ -]language|"
            r"emotional (?:state|tone)|tone of voice|vocal (?:tone|energy|confidence|stress)|voice (?:stress|"
            r"tremors?|tone|pitch)|intonation|smil(?:es|ing)(?= (?:at|during|when|while|often|throughout|"
            r"naturally)|\W*$)|gaze|posture)",
        ),
        harmless=(
            r"emotional intelligence|(?:customer|client|patient|guest|user|child|pupil|caller|colleague|resident|"
            r"animal|other|audience|player|reader|brand|team|people)(?:s|'s|s'|en's)? (?:\w+ )?(?:emotions?|"
            r"moods?|tone of voice|body language|facial expressions?|sentiment|voice|feelings)|"
            r"(?:brand )?tone of voice (?:guide\w*|document|for)|brand(?:'s)? (?:tone of )?voice|"
            r"voice of the customer|voice (?:over|mail|assistants?|call|control|actors?|interviews?|conversation|"
            r"bots?|recognition|apps?)|(?:sentiment|stress|facial recognition|market|emotion) (?:analysis|tests?|"
            r"testing|software|systems?|recognition|detection|models?)|facial recognition|(?:face|facial) (?:to|"
            r"treatments?|massage)|pitch (?:decks?|to|the|a|meeting)|sales pitch|eye for|watch (?:list|tower)|"
            r"body of|"
            r"(?:your(?! facial)|the interviewer's|a|in a|use a|keep a|with a|keep the|keep your|"
            r"speak in a) (?:\w+,? (?:and )?){0,3}(?:tone|voice)(?: of voice)?|micro-?services?",
        ),
    ),
    Topic.CANNABIS: words(
        "marijuana cannabis weed pot thc cbd joint",
        nouns=r"(?:marijuana|cannabis|weed|thc) (?:use|consumption|habits?|test results?)|medical (?:marijuana|"
        r"cannabis)(?: card)?",
        be=r"(?:an? )?(?:marijuana|cannabis|weed|pot|medical marijuana) (?:users?|smokers?|patients?)",
        have=r"(?:a )?medical (?:marijuana|cannabis) (?:card|prescription)",
        do=r"(?:use|used|smoke|smoked|consume|consumed|take|taken|try|tried|vape|grow|enjoy|eat)(?: any|"
        r" recreational| medical)? (?:marijuana|cannabis|weed(?! out)|pot(?=\W*$| at| on| off| outside|"
        r" recreationally)|thc|cbd|a joint|edibles)|test(?:ed)? positive for (?:marijuana|cannabis|thc)",
        people=r"(?:marijuana|cannabis|weed|pot) (?:users|smokers)|(?:anyone|candidates|people|those) who (?:uses?|"
        r"smokes?) (?:marijuana|cannabis|weed|pot)",
        instruction=(
            r"(?:marijuana|cannabis|thc)(?! (?:industry|retail|compliance))|(?:smokes?|uses?) (?:weed|pot|"
            r"cannabis|marijuana)",
        ),
        scored=(
            r"(?:uses?|smokes?|use of|off-duty|recreational|outside work,? uses?) (?:\w+ )?(?:marijuana|cannabis|"
            r"weed|pot)|(?:marijuana|cannabis) use",
        ),
        required=(
            r"(?:no|never|not|does not|doesn't|free of|negative|pass\w*) (?:\w+ ){0,4}(?:marijuana|cannabis|weed|"
            r"thc)",
        ),
        label=r"(?:cannabis|marijuana) use",
        harmless=(
            r"(?:cannabis|marijuana|cbd) (?:industry|retail|dispensar\w+|products?|plants?|cultivation|compan\w+|"
            r"sector|stores?|compliance|brands?|sales|regulations?|laws?|strains?)|weed(?:s|ed|ing)? (?:out|"
            r"control|killer)|pot (?:plants?|wash\w*)|melting pot",
        ),
    ),
    Topic.LIFESTYLE: words(
        "smoke* smoking vape* vaping drink* alcohol* tobacco nicotine gambl* drug drugs vegetarian* vegan* "
        "teetotal party partying "
        "lifestyle smoker* nonsmok* cigarette* weekend* hobbies diet hangover sober",
        nouns=r"(?:smoking|drinking|drug|gambling|eating|sleeping|party\w*) (?:habits?|status|history|use)|"
        r"alcohol (?:use|consumption|intake|habits?)|drug use|tobacco use|nicotine use|lifestyle(?! (?:brand|"
        r"products?|magazine))",
        be=r"(?:an? )?(?:heavy |occasional |social |regular )?(?:(?:non-?)?smoker|(?:non-)?drinker|vaper|gambler|"
        r"teetotal(?:l?er)?|vegetarian|vegan|drug user)(?! (?:friendly|brand|menu))|sober(?=\W*$)",
        have=r"(?:a |an )?(?:drinking|drug|gambling|smoking) (?:problem|habit)s?",
        do=r"smoke(?! tests?| (?:marijuana|cannabis|weed|pot)\b)|vape|drink(?! (?:coffee|tea|"
        r"water))(?: (?:alcohol|at (?:home|weekends)|socially|"
        r"much|a lot|often|to excess))?(?=\W*$| (?:alcohol|socially|or|and|on|at|outside|when|every|during))|"
        r"(?:use|take|tried|try|used|taken) (?:any )?(?:tobacco|nicotine|illegal drugs|recreational drugs|"
        r"drugs(?=\W*$| recreationally| at))|gamble|party(?: (?:a lot|hard|often|much))?(?=\W*$| a lot| at)|"
        r"eat meat|drink alcohol",
        people=r"(?:(?:non-?)?smokers|drinkers|vegans|vegetarians|teetotall?ers|vapers|drug users)",
        sure=(
            r"how (?:often|much|many) (?:\w+ ){0,3}(?:do|did) you (?:\w+ )?(?:drink(?= |\W*$)(?! (?:coffee|tea|"
            r"water))|smoke|vape|gamble)",
        ),
        profile=(
            r"(?:non-?smokers?|smokers?) (?:only|preferred|need not)|(?:must|should) (?:not smoke|"
            r"be (?:a )?non-?smokers?)|no smokers|(?:only|prefer\w*) (?:a )?non-?smokers?",
        ),
        asked=(
            r"what do you do (?:at|on) (?:the )?(?:weekends?|in your (?:free|spare) time)(?= .{0,40}(?:drink|"
            r"party|church))",
        ),
        instruction=(
            r"(?:if|whether|that|how often|how much) (?:they|the candidate|he|she) (?:\w+ )?(?:smokes?|vapes?|"
            r"drinks?|gambles?|takes? drugs|uses? (?:tobacco|drugs))|(?:smoking|drinking|drug|gambling) habits|"
            r"(?:alcohol|tobacco|drug|nicotine) use",
        ),
        scored=(
            r"(?:non-?)?smokers?|smoking habits?|(?:drinks?|smokes?|vapes?|smoking|drinking)(?=\W*$| (?:alcohol|"
            r"habits?|outside))|alcohol (?:use|consumption)|(?:healthy|clean|active) lifestyle",
        ),
        required=(r"^(?:is |must be |be |does not |doesn't )?(?:an? )?(?:non-?smoker|smoke|drink|teetotal)",),
        label=r"smoker|do you smoke|smoking status|smoker ?/ ?non-?smoker|alcohol use",
        harmless=(
            r"smoke(?:-| )(?:tests?|testing|detectors?|alarms?|free|screens?|machines?)|(?:soft|hot|"
            r"energy) drinks?|drinks? (?:menu|orders?|service|industry|brands?|stock|station|responsibly|sector|"
            r"trade)|alcohol (?:sales|licen[cs]\w*|service|products?|awareness|brands?|team)|drug (?:discovery|"
            r"development|safety|trials?|delivery|dispensing|round|interactions?|treatment|policy|company|rounds)|"
            r"(?:third|first|working) part(?:y|ies)|party (?:planning|bookings?|wall|supplies|packages?)|"
            r"vegan (?:menu|products?|options?|dishes|range|recipes)|smok(?:e|ed|ing) (?:meats?|fish|salmon|"
            r"cessation|areas?)",
        ),
    ),
    Topic.POLYGRAPH: words(
        "polygraph* lie detector voice truth honesty integrity",
        nouns=r"polygraph(?: (?:test|exam\w*|results?))?|lie[- ]detector(?: (?:test|results?))?",
        sure=(
            r"(?:take|sit|submit to|agree to|undergo|pass|consent to|willing to|do|had|taken|done|sat|complete|"
            r"face|failed|fail|refuse\w*) (?:an?y? |the |our )?(?:polygraph|lie[- ]detector|truth verification|"
            r"voice[- ]stress)(?! (?:operators?|examiners?|equipment))",
        ),
        asked=(r"(?:polygraph|lie[- ]detector|voice[- ]stress (?:test|analys\w+))",),
        instruction=(
            r"(?:polygraph|lie[- ]detector|voice[- ]stress|(?:detect|spot|flag|check for|look for|"
            r"identify) (?:lies|lying|deception|dishonesty|untruths)(?= (?:in|from) (?:their|the) (?:voice|face|"
            r"eyes|tone))|(?:is|are) lying|tell(?:ing)? (?:a lie|lies))",
        ),
        scored=(
            r"(?:polygraph|lie[- ]detector|voice[- ]stress|passes? (?:the |a )?(?:honesty|integrity) (?:scan|"
            r"detector))",
        ),
        required=(r"(?:polygraph|lie[- ]detector)",),
        label=r"polygraph(?: test)?(?: consent)?",
        harmless=(r"polygraph (?:operators?|examiners?|equipment|training|certif\w+)",),
    ),
    Topic.RESIDENCE: words(
        "zip post postcode* postal address* neighbourhood neighborhood live lives living reside* residen* "
        "car vehicle commute* "
        "district borough arrondissement suburb* area housing council hostel estate house flat miles km ghetto located",
        nouns=r"(?:home |current |full |permanent |street |residential |private )?address(?!es|ed|"
        r"ing)(?= (?:history|line)|\W*$)|(?:home )?(?:zip|post(?:al)?)[- ]?codes?|neighbou?rhood|"
        r"housing (?:situation|status|type)|living (?:situation|arrangements?)|place of residence",
        have=r"(?:a |an |your own |access to a |own )+(?:car|vehicle|automobile)|a (?:permanent|fixed|"
        r"stable) (?:address|residence|home)",
        do=r"own (?:a |your own )?(?:car|vehicle)|live (?:within|near|close to|far|in (?:a |the |social |"
        r"council )?(?:\w+ )?(?:neighbou?rhood|area|district|borough|suburb\w*|estate|housing|postcode|"
        r"arrondissement|ghetto|hostel))",
        sure=(
            r"(?:which|what) (?:neighbou?rhood|part of (?:town|the city|london|paris)|area(?= (?:do|"
            r"are) you liv\w+)|district|borough|arrondissement|suburb|estate|street|postcode|zip code|"
            r"post code) (?:do|are|did) you (?:live|liv\w+|reside|stay|grow up|from|in)?",
            r"(?:do|are) you (?:live|living|reside) in (?:social housing|council (?:housing|flat|house)|"
            r"a (?:rough|bad|poor|deprived) \w+|a hostel)",
            r"how long have you (?:lived|been living) (?:at|in) (?:your|this|that|the) (?:\w+ )?(?:address|home|"
            r"house|flat|neighbou?rhood|area)",
            r"with whom do you live",
        ),
        asked=(
            r"where (?:exactly )?do you live|where (?:d"
            r"o you|are you) (?:reside|residing|living)",
            r"how far (?:away )?(?:do|are) you (?:live|living|from)",
            r"are you (?:a )?(?:local|resident of)",
        ),
        instruction=(
            r"(?:which|what) (?:neighbou?rhood|part of (?:town|the city)|district|borough|area) (?:they|"
            r"the candidate|he|she) (?:lives?|comes?|is|are)|where (?:they|the candidate|he|she) lives?|(?:their|"
            r"the candidate's|home) (?:address|zip code|postcode|post code|neighbou?rhood)|(?:owns?|has) (?:a|"
            r"their own) (?:car|vehicle)",
        ),
        scored=(
            r"(?:lives?|living|resid(?:es?|ing|ent)) (?:within|in|near|close|nearby|far|outside|locally|less than|"
            r"more than|\d)|(?:zip|post(?:al)?)[- ]?codes?|(?:good|bad|nice|right|wrong|poor|rough|affluent|"
            r"deprived) (?:neighbou?rhoods?|areas?|address(?:es)?|postcodes?|part of town)|home address|(?:owns?|"
            r"has) (?:a|their own) (?:car|vehicle)",
        ),
        required=(
            r"(?:lives?|living|resid(?:es?|ing|ent)|located|home) (?:within|in|near|close|nearby|locally|"
            r"less than|no more than|\d)|(?:has|have|owns?|must (?:have|own)) (?:a |their |an |own )*(?:car|"
            r"vehicle)",
        ),
        label=r"(?:home |full |current )?address|(?:zip|post(?:al)?)[- ]?code|neighbou?rhood|city of residence",
        harmless=(
            r"(?:e-?mail|ip|web|mac|memory|contact|work|delivery|shipping|billing) address(?:es)?|address (?:the|"
            r"a|an|this|that|issues?|problems?|books?|validation|fields?|lookup)|(?:company|fleet|delivery|"
            r"work) (?:cars?|vehicles?)|live (?:chat|events?|music|systems?|data|stream\w*|production|site|demo|"
            r"in production|coding|services?)|(?:went|going|go|gone) live|post(?:al)?[- ]?code (?:fields?|lookup|"
            r"validation|data|sorting)|work(?:ing)? area|subject area|where do you live out",
        ),
    ),
    Topic.SOCIAL_MEDIA: words(
        "facebook instagram twitter tiktok snapchat youtube social whatsapp reddit threads password* "
        "username* login* log friend "
        "handle* account accounts profile* personal",
        nouns=rf"(?:personal |private |own )?{_PLATFORM}(?:,? (?:and|or) {_PLATFORM})*(?: (?:user ?names?|"
        r"user names?|passwords?|log-?ins?|handles?|accounts?|profiles?|credentials|pages?|feeds?|links?|ids?|"
        r"posts))|(?:personal|private) (?:social |online )?(?:accounts?|profiles?)(?: (?:passwords?|"
        r"log-?ins?))?|(?:personal |private )?(?:e-?mail|linkedin|account) passwords?|passwords?(?= (?:for|"
        r"to) your)|online (?:profiles?|presence)(?= outside)",
        be=r"active on (?:\w+ ){0,2}(?:facebook|instagram|twitter|tiktok|snapchat|social media)(?= (?:in your|"
        r"outside|personally)|\W*$)|on (?:facebook|instagram|twitter|tiktok|snapchat)(?=\W*$)",
        have=rf"(?:an? |any )?(?:personal |private )?(?:{_PLATFORM}) (?:accounts?|profiles?)(?=\W*$| that we| we|"
        r" and| outside)",
        do=r"post (?:\w+ ){0,4}(?:political|private|personal) (?:\w+ )?(?:on|things)|(?:give|share|let|"
        r"show) us (?:access to )?(?:your )?(?:personal |private )?(?:facebook|instagram|twitter|tiktok|"
        r"social media|accounts?)",
        sure=(
            rf"log ?-?in(?:to| to)? (?:\w+ ){{0,3}}{_PLATFORM}",
            r"(?:add|friend|follow|accept|connect with) (?:us|our recruiter|our hiring manager|the (?:recruiter|"
            r"hiring manager|manager)) (?:\w+ ){0,4}(?:on |as (?:a )?friend)",
            r"(?:passwords?|log-?ins?|credentials|access) (?:to|for) (?:your |their |"
            rf"the candidate's )?(?:personal |private )?(?:{_PLATFORM}|accounts?|profiles?|e-?mail)",
        ),
        asked=(
            rf"(?:what are|what's|what is|list|share|give us|provide|tell us) (?:\w+ ){{0,2}}(?:personal |"
            rf"private )?{_PLATFORM}[\w ,]{{0,40}}(?:user ?names?|handles?|passwords?|log-?ins?|accounts?|"
            r"profiles?)",
        ),
        instruction=(
            r"(?:ask|get|note|request|record|collect|find|check|look up|search|"
            rf"review) (?:[\w']+ ){{0,5}}{_PLATFORM}(?:'s)?(?: (?:user ?names?|passwords?|log-?ins?|handles?|"
            r"accounts?|profiles?|pages?|posts))?|(?:personal|private) (?:\w+ )?(?:accounts?|profiles?)",
        ),
        scored=(
            rf"(?:(?:personal|private|own|their|clean|appropriate) (?:\w+ )?(?:{_PLATFORM}|"
            r"online) (?:\w+ )?(?:accounts?|profiles?|presence|posts|activity)|(?:number of|has|"
            r"many) (?:\w+ )?followers(?= on (?:their|personal)))",
        ),
        required=(
            r"(?:has|have|provides?|shares?|gives?|public|personal) (?:an? |their |"
            rf"access to )*(?:\w+ )?{_PLATFORM} (?:accounts?|profiles?|handle|passwords?|log-?ins?)",
        ),
        label=rf"(?:personal )?{_PLATFORM}(?: (?:user ?name|handle|password|login|profile|account|url))|(?:facebook|"
        r"instagram|tiktok|snapchat)",
        harmless=(
            r"(?:linkedin|github) (?:profiles?|urls?|links?|accounts?|pages?)|social media (?:campaigns?|manag\w+|"
            r"strateg\w+|content|marketing|channels?|posts? (?:for|you wrote)|calendar|ads?|advertising|"
            r"experience|platforms?|presence of)|(?:company|brand|client|customer|business|corporate|employer|"
            r"charity|store)(?:'s)? (?:\w+ )?(?:accounts?|profiles?|channels?|pages?|passwords?)|"
            r"password (?:resets?|manager|polic\w+|rotation)|personal account manager|key accounts?|"
            r"threads? (?:safe\w*|pool|locks?)",
        ),
    ),
}

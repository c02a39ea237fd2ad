"""English: words that give a topic away by themselves, unless a clause is about others or is work: habits and means."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_SECRETLY = (
    r"(?:without (?:telling|informing|warning|asking) (?:them|the candidate|the applicant|anyone|her|him)|without "
    r"(?:them "
    r"knowing|their knowledge|saying so|saying(?=\W*$))|secretly|covertly|unnoticed)"
)

NAMED_HABITS: dict[Topic, Words] = {
    Topic.RESIDENCE: words(
        "areas automobile code decline* deduct exclude* far grew local long lower part prefer* reject* renting "
        "residing still zip* "
        "address post* zip neighbo* own rent live lives town estate council car commute housing postcode transport "
        "district area street landlord",
        named=(
            r"(?:your|home|their|full|private|residential|street) (?:home )?address(?= |\W*$|,|:)(?! (?:book|space|"
            r"bar))|"
            r"(?:your|their|which|what|good|bad|by|certain) (?:post ?code|zip code|zip|neighbou?rhood|part of town)"
            r"(?= |\W*$|,|:)|(?:own|rent|renting|owning|owns|rents)(?: (?:your|their|a|the))?(?: (?:own|place|home|"
            r"house|"
            r"flat|apartment|property))?,? or (?:do you )?(?:rent|own|renting|live|still)|rent, own|own, rent|(?:own|"
            r"rent)"
            r" your (?:own )?(?:place|home|house|flat)",
            r"(?:live|lives|living|grew up|resides?) (?:\w+ )?(?:in|on|near|at|south of|north of|with) (?:[\w']+ ){0,3}"
            r"(?:estate|neighbou?rhood|district|part|parents|area|river|side|street|suburbs?|projects|council|"
            r"postcode)|"
            r"council (?:estate|house|housing|flat)|social housing|(?:have|own|drive|got) (?:your own car|a car of|"
            r"your "
            r"own (?:car|vehicle|transport)|a car(?= |\W*$)(?! (?:licen[cs]e|wash|park|key)))|own transport|how far "
            r"(?:do|away|from) (?:\w+ ){0,3}(?:live|home)",
        ),
        harmless=(
            r"(?:email|e-mail|ip|mac|web|billing|delivery|customer's|shipping|url) address(?:es)?|address (?:a|the|an|"
            r"this|complaints?|issues?|concerns?) ?|live (?:in a|on air|events?|chat|stream\w*)",
        ),
    ),
    Topic.GENETIC: words(
        "alzheimer alzheimer* cancer carrier condition conditions dementia diabetes diseases disorder disorders "
        "health heart history history* huntington huntington* illnesses medical mental schizophrenia sick stroke "
        "strokes test tested "
        "genetic* hereditary dna inherited gene genes family parents mother father relatives relative siblings run "
        "runs "
        "died die illness disease",
        profile=(r"(?:genetic|dna) (?:\w+ )?(?:screening|test(?:s|ing)?) (?:is|are|will|forms?|as|before|for)(?= )",),
        named=(
            r"(?:hereditary|genetic|dna|inherited) (?:\w+ )?(?:history|conditions?|test(?:s|ing)?|diseases?|illness\w*|"
            r"screening|predisposition|markers?|disorders?|risks?|information|defects?)|family (?:medical )?history|"
            r"runs? in (?:your|the|their) (?:\w+ )?family|(?:your|their|his|her) (?:\w+ or )?(?:parents?|mother|father|"
            r"mum|dad|relatives?|siblings?|grandparents?|family)(?: or \w+)? (?:[\w']+ ){0,5}(?:die|died|illness|"
            r"cancer|"
            r"disease|diabetes|dementia|alzheimer's|heart|condition|sick)(?= |\W*$|,)",
        ),
    ),
    Topic.LIFESTYLE: words(
        "andsmoke andsmoker andsmokers andsmokes andsmoking anysmoke anysmoker anysmokers anysmokes anysmoking "
        "asmoke asmoker asmokers asmokes asmoking candidatesmoke candidatesmoker candidatesmokers candidatesmokes "
        "candidatesmoking eating evenings habitssmoke habitssmoker habitssmokers habitssmokes habitssmoking "
        "heavysmoke heavysmoker heavysmokers heavysmokes heavysmoking meat night occasionallysmoke "
        "occasionallysmoker occasionallysmokers occasionallysmokes occasionallysmoking ofsmoke ofsmoker ofsmokers "
        "ofsmokes ofsmoking orsmoke orsmoker orsmokers orsmokes orsmoking party* sleeping theysmoke theysmoker "
        "theysmokers theysmokes theysmoking time total* totall* whosmoke whosmoker whosmokers whosmokes whosmoking "
        "yousmoke yousmoker yousmokers yousmokes yousmoking "
        "smoke* smok* vap* drink* alcohol teetotal* nights party partying weekends weekend gamble gambling "
        "cigarette* "
        "pub bars",
        named=(
            r"(?:you|they|a|non-?|who|candidate|any|heavy|occasionally|habits|or|and|of) ?smok(?:e|er|ers|es|ing)(?= "
            r"|\W*$"
            r"|,|:)(?! (?:alarms?|detectors?|tests?|testing|free|signals))|smokers?(?= |\W*$|,|:)|non-?smok\w+|"
            r"vap(?:e|es|"
            r"er|ing)|cigarettes?|(?:you|they|much|candidate|if|who|or) (?:\w+ )?drinks?(?= |\W*$|,)(?! (?:order|menu|"
            r"orders|service))|drinking (?:habits?|problem|alcohol)|(?:drink|consume|use|of) alcohol|heavy drinkers?|"
            r"tee-?totall?\w*|nights? out|party (?:person|animal|girl|lover|hard)|(?:get up to|do you do|spend) "
            r"(?:\w+ )?"
            r"(?:at|on|your) (?:the )?(?:weekends?|evenings|nights|free time|spare time)|gambl(?:e|es|ing)",
        ),
        harmless=(
            r"smok\w+ (?:marijuana|cannabis|weed|pot|a joint|joints)|smoke-?free|no[- ]smoking|serv\w+ (?:alcohol|"
            r"drinks)|(?:soft|hot|cold) drinks",
        ),
    ),
    Topic.CANNABIS: words(
        "hash positive use* "
        "cannabis weed marijuana marihuana pot thc cbd edibles spliff* joint recreational drug stoned high",
        named=(
            r"cannabis|marijuana|marihuana|(?:smoke|use|used|do|using|smoking|some) (?:weed|pot|a joint|joints|hash)|"
            r"weed (?:on|in|at|use|smoker)|thc|edibles|spliffs?|recreational (?:drugs?|user)|drug tests?|stoned|get "
            r"high",
        ),
        harmless=(r"medical cannabis|cannabis (?:dispensary|industry|products?|retail|plants?|cultivation|law)",),
    ),
    Topic.POLYGRAPH: words(
        "deception dishonesty lies lying untruths polygraph* lie truth",
        profile=(
            r"polygraphs?(?! (?:examiner|examiners|data|software|operator))|lie[- ]detect(?:or|ors|ion)(?: tests?)?|"
            r"truth "
            r"(?:tests?|serum|verification)",
        ),
    ),
    Topic.SOCIAL_MEDIA: words(
        "accept access active activity add connect credentials facebook* follow followers insta instagram* log* "
        "media online personal* post presence private* reddit* snapchat* socials threads* tiktok* twitter* whatsapp* "
        "youtube* "
        "facebook instagram tiktok twitter snapchat linkedin social private personal account* password* login* log "
        "logs "
        "friend friends handle* profile* posts feed feeds accounts",
        profile=(
            r"(?:access to|log-?ins? (?:to|for)|look at|go through|check|review|see|read|scan|search) (?:your|their|"
            r"applicants'|candidates'|finalists'|all) (?:\w+ )?(?:personal|private|social[- ]media|facebook|instagram|"
            r"tiktok) ?(?:and \w+ )?(?:accounts?|posts|messages|profiles?|feeds?)?",
        ),
        named=(
            r"(?:facebook|instagram|tiktok|twitter|snapchat|social[- ]media|private|personal|insta|whatsapp)"
            r"(?:,? (?:and|or) \w+| or|,)? (?:\w+ )?(?:accounts?|passwords?|log-?ins?|handles?|profiles?|posts|"
            r"messages|"
            r"user ?names?|credentials|feeds?|pages?)(?= |\W*$|,|:)|friend request|log(?:s|ged)? ?(?:in|on) to (?:\w+ "
            r"){0,3}(?:facebook|instagram|tiktok|accounts?|social)|(?:your|their|his|her) (?:facebook|instagram|tiktok|"
            r"snapchat|twitter|socials|social media|password)",
        ),
        harmless=(
            r"(?:company|business|brand|client|corporate|our|shop)(?:'s)? (?:\w+ )?(?:accounts?|instagram|facebook|"
            r"tiktok|social media|pages?|channels?)",
        ),
    ),
    Topic.MILITARY: words(
        "dd discharg* dodger exserviceman exservicemen hasreservist hasveteran hasveterans havereservist haveveteran "
        "haveveterans mobilis* mobiliz* noreservist notreservist notveteran notveterans noveteran noveterans "
        "objector obligation obligations serviceman servicemen treservist tveteran tveterans "
        "discharge* honorabl* honourabl* dishono* veteran* reserv* army navy force forces marines military "
        "national "
        "conscript* draft guard court combat deployed armed serve served service",
        named=(
            r"(?:dis)?honou?rabl[ey](?: discharge\w*)?|dishonou?rabl\w+|(?:military|army|less than honorable|your|"
            r"their|"
            r"type of|kind of|general|the) discharge(?= |\W*$|,)(?! (?:of|from (?:hospital|the ward)|summary|plan))|"
            r"discharged from (?:the )?(?:army|navy|military|service|forces|marines)|reserv(?:e duty|es\W*$|ists?)|"
            r"(?:military|national|compulsory|army) service|conscript\w*|draft status|national guard|court[- "
            r"]martial\w*|"
            r"(?:seen|see|in|saw) combat|(?:the|in|left|leave|of|from|joined) (?:the )?(?:army|navy|air force|marines|"
            r"armed forces|military)(?= |\W*$|,)|(?:a|are you a|is a|the|war|protected|disabled) veterans?(?= |\W*$|,)"
            r"(?! (?:engineer|developer|of the (?:industry|team)))",
        ),
        harmless=(
            r"(?:skills?|training|trade|qualifications?) (?:\w+ ){0,4}(?:in|from) the (?:armed forces|army|navy|"
            r"military|"
            r"air force)|salvation army|veterans?'? (?:hospital|charity|affairs)|army of|combat (?:fraud|churn)",
        ),
    ),
    Topic.APPEARANCE: words(
        "andattractive andattractiveness appear appears applicant applicants appropriate* areattractive "
        "areattractiveness assess attire background beards beingattractive beingattractiveness candidate candidates "
        "check comment consider describe dreadlocks evaluate faceattractive faceattractiveness facial findattractive "
        "findattractiveness full girls grooming hair* howattractive howattractiveness isattractive isattractiveness "
        "judge least lookattractive lookattractiveness looksattractive looksattractiveness men minimum "
        "moreattractive moreattractiveness neat* note obesity observe over people personal persons professional* "
        "rate record scars seem seems short shorter smart* taller theattractive theattractiveness under "
        "veryattractive veryattractiveness wear wearing wears well well* women "
        "attractive* good handsome pretty beautiful slim overweight obese bmi body weigh weight height tall "
        "tattoo* "
        "piercing* photo* groomed presentable looks dress hair beard makeup plain physique figure face looking fat "
        "appearance skinny",
        profile=(
            r"(?:good-looking|attractive|presentable|beautiful|handsome|pretty|slim)(?:,? (?:and )?\w+)? (?:people|"
            r"candidates?|applicants?|women|men|person|girls|staff|individuals?)|(?:pleasant|attractive|good) "
            r"appearance",
        ),
        named=(
            r"(?:is|looks?|how|are|very|find|more|the|being|face|and|^)\W*attractive(?:ness)?(?= |\W*$|,|:)(?! "
            r"(?:offer|"
            r"package|salary|display|design|price|layout|to))|good[- ]looking|handsome|pretty (?:face|girl|woman)|"
            r"overweight|obes(?:e|ity)|bmi|body (?:shape|type|mass|weight)|slim(?= |\W*$|,)(?! down)|skinny|(?:you|"
            r"they|"
            r"she|he|much) weigh(?: \w+)?(?= |\W*$)(?! up| the)|(?:your|their) (?:height|weight|looks|figure|"
            r"physique|body"
            r"|hair|appearance)|how tall (?:are|is)|tattoos?|piercings?|full[- ]length (?:photo|picture)|(?:photo|"
            r"picture|"
            r"photograph|selfie)s? (?:of (?:you|yourself|them)|with your|\W*$)|well[- ]groomed|presentable|(?:looks?) "
            r"(?:good|nice|smart|pretty|old|young|on camera|plain|fat)|(?:physical|personal) appearance|dress size",
        ),
        harmless=(
            r"photos? of (?:the|your) (?:work|projects?|products?|damage|site)|looks? (?:good|nice|smart) (?:on "
            r"paper|in "
            r"code)|attractive (?:windows?|menus?|offers?|displays?|prices?)",
        ),
    ),
    Topic.AFFILIATION: words(
        "community group organis* organiz* private social "
        "club* lodge* societ* freemason* mason* member* belong* volunteer* fraternit* sororit* rotary "
        "organisations "
        "organizations organisation organization associations association groups",
        named=(
            r"(?:golf|country|sports?|rotary|lions|social|private|tennis|which|what|same|any|of|every|all|yacht|"
            r"cultural)"
            r" (?:\w+ )?clubs?(?= |\W*$|,)(?! (?:manager|nights?|events?))|freemasons?|(?:masonic )?lodges?|"
            r"fraternit\w+|"
            r"sororit\w+|(?:clubs?|societies|organi[sz]ations?|associations?|groups?)(?: (?:or|and) \w+)? (?:\w+ ){0,2}"
            r"(?:you|they|he|she|the candidate) (?:\w+ )?(?:belongs?|are in|is in|volunteers?|support|join|joined|are "
            r"members?)|belongs? to (?:any |an? |which |what )?(?:\w+ )?(?:clubs?|societ\w+|organi[sz]ations?|"
            r"associations?|groups?|communit\w+|fraternit\w+)|members? of (?:any |an? |which |what |the same )(?:\w+ )"
            r"{0,2}(?:clubs?|societ\w+|associations?|groups?|lodge|congregation|communit\w+)",
        ),
        harmless=(
            r"ethnic groups?|(?:professional|trade|industry|medical|engineering|nursing|accounting) (?:bod(?:y|ies)|"
            r"societ\w+|"
            r"associations?|memberships?|organi[sz]ations?)|building societ\w+|night ?clubs?|youth clubs?|football "
            r"club's",
        ),
    ),
    Topic.MONITORING: words(
        "answers collect data disclos* ethnic* form forms information log* logged logs question questionnaire "
        "questionnaires questions quietly silently survey surveys without "
        "record* watch* monitor* track* capture* screen webcam keystrokes desktop room surroundings browser "
        "secretly "
        "covertly unnoticed keep continue film* listen* telling informing warning knowing knowledge",
        profile=(
            r"(?:watch|record|monitor|capture|track|film|log)(?:es|s|ing)? (?:your|their|the candidate's|candidates') "
            r"(?:\w+ )?(?:screens?|webcams?|keystrokes|desktop|room|surroundings|browser|home|location|phone)|(?:our|"
            r"the) "
            r"(?:software|app|tool|system|ai) (?:\w+ )?(?:watches|records|monitors|tracks|films) (?:your|the "
            r"candidate's|"
            r"their)",
            rf"(?:record|film|watch|monitor|track|listen|observ|captur)\w* (?:[\w']+ ){{0,8}}{_SECRETLY}|{_SECRETLY} "
            r"(?:\w+ )?(?:record|film|watch|monitor|track|listen)\w*",
            r"(?:keep|continue|carry on|go on|keeps|continues) (?:record|film|watch|monitor|listen)ing (?:\w+ "
            r"){0,3}(?:after"
            r"|once|when|even)",
        ),
    ),
    Topic.AI_EMOTION: words(
        "act acts agitated analys* analysed analyz* analyzed angry anxiety appear appears assertive assess* assessed "
        "attention avoid avoids base* bored calm check* cheerful comfortable confident consider* contact deduct* "
        "detect detect* energetic enthusiastic evaluat* evaluated evasive excited eyes fear feelings flag* friendly "
        "gauge* give* guess happy hesitant honest infer infer* insecure interpret* judge* judged look looks lower* "
        "measure* measured monitor* motivated note* observ* passionate rate* rated read read* record* relaxed "
        "reward* score* scored shaky stressed sure tense timid track* trustworthy uncomfortable unhappy upbeat use* "
        "video warm watch* weigh* "
        "facial eye body tone micro* smil* nervous* voice mood emotion* gaze blink* fidget* sweat* expressions "
        "face "
        "honesty lying gestures",
        harmless=(r"(?:keep|maintain|make) eye contact(?=\W*$)",),
        profile=(
            r"(?:reads?|analy[sz]es?|measures?|assess(?:es)?|detects?|scores?|judges?|evaluates?|tracks?|infers?) "
            r"(?:your|the candidate's|their|candidates'|applicants'|facial) (?:[\w']+,? ){0,3}(?:facial|face|"
            r"expressions?|"
            r"voice|tone|emotions?|mood|eye|eyes|body language|gestures|honesty|sincerity|feelings)",
            r"(?:mood|honesty|emotions?|feelings|personality|sincerity|truthfulness|stress|nerves) (?:\w+ "
            r"){0,3}(?:from|through|by|via|using) (?:your|their|the) "
            r"(?:\w+ )?(?:voice|face|expressions?|video|tone)",
        ),
        instruction=(
            r"facial expressions?|eye contact|body language|tone of voice|micro-?expressions?|(?:from|by|in) (?:the|"
            r"their) "
            r"(?:voice|face|tone|gaze)|(?:their|the candidate's) (?:tone|gaze|gestures|face|mood|emotions?)|(?:how|"
            r"whether|"
            r"if) (?:\w+ )?(?:they|he|she|the candidate) (?:look|looks|seem|seems|appear|sound|sounds) (?:\w+ )?(?:"
            r"nervous|confident|honest|happy|sad|anxious|bored|sincere|tense|stressed|truthful|excited)",
        ),
        scored=(
            r"facial expressions?|eye contact|body language|tone of voice|micro-?expressions?|smil(?:e|es|ing)|"
            r"(?:looks?|"
            r"seems?|appears?|acts?) (?:\w+ )?(?:nervous|happy|sad|anxious|bored|sincere|tense|stressed|shifty|honest|"
            r"friendly|warm)|voice (?:\w+ )?(?:tremb\w+|shak\w+|flat|cracks?|steady|wavers?|monotone)|(?:steady|"
            r"shaky|warm|"
            r"trembling|flat) voice|sounds (?:\w+ )?(?:flat|nervous|sad|bored|anxious|cheerful)|blink\w*|fidget\w*|"
            r"sweat"
            r"(?:s|ing|y)|avoids? (?:the camera|eye)|(?:good|cheerful|bad|positive) mood",
        ),
    ),
}

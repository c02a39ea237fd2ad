"""Further English wordings of who the candidate is: indirect questions, labels, rules for scoring."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_THEY_ARE = r"(?:they're|he's|she's|who is|who are|who isn't|who's)"
_OUT = (
    r"(?:reject\w*|decline\w*|screen\w* out|exclude\w*|disqualif\w+|end(?:s)?(?: here| the| it)?|clos(?:e|es)|"
    r"automatic(?:ally)?|no further|rule\w* out|drop(?:ped)?|fail\w*|knock\w* out|turn down|filter\w* out|stop)"
)
_POINTS = (
    r"(?:minus|plus|bonus|extra|add|deduct|subtract|take off|dock|lower|reduce|raise|increase|higher|fewer|lose|gain|"
    r"points?|score|rate|rating|mark|downgrade|penali[sz]e|reward|favou?r|prefer|boost)"
)
_MIND = (
    r"(?:depression|anxiety|burnout|therapy|mental (?:illness|health)|panic attacks|bipolar|adhd|autism|epilepsy|"
    r"cancer|diabetes|medications?|disabilit(?:y|ies)|sick leave|illness|chronic \w+|bad back|addiction)"
)

PERSON: dict[Topic, Words] = {
    Topic.AGE: words(
        "aged age years born older younger over under young old youngest generation retire* school pension*",
        sure=(
            r"(?:aged?|age of) (?!(?:16|18|21)\b)(?:[2-9]\d) (?:or|and) (?:over|above|older|under|younger|below)",
            r"(?:^|(?:anyone|anybody|people|candidates|applicants|those|if|look|looks|ideally|is|are) )(?:over|"
            r"under|older than|younger than|above|below) (?:the age of )?(?!(?:16|18|21)\b)[2-9]\d"
            r"(?=:|,|\W*$| (?:years old|should|are|get|need not|is))(?! (?:kg|lbs|people|staff|minutes|hours|percent))",
            r"(?:what|which) (?:decade|year) were you born|what generation (?:are|do) you",
            r"(?:when|how soon|at what age) (?:do|are|will|would) you (?:\w+ )?(?:plan\w* |hop\w* |think\w* |want )?"
            r"(?:of |to |on )?retir(?:e|ing)",
            r"(?:digital natives?|recent graduates?) only|too old (?:for|to)|close to (?:retirement|pension) age",
        ),
        instruction=(
            r"(?:how old|what age|roughly what age|age (?:group|bracket|range)|which generation|near(?:ing)? "
            r"retirement|"
            r"close to retirement|year (?:they|of) (?:left school|graduat\w+|birth))",
        ),
        scored=(r"(?:youthful\w*|close to retirement|nearing retirement|looks? (?:young|old)|sounds? (?:young|old))",),
        label=r"age(?: \w+)?|year of birth|birth ?date|birthday|dob|d\.o\.b\.?|age (?:group|range|bracket)",
    ),
    Topic.DISABILITY_HEALTH: words(
        "medication* health medical back anxiety illness mental arms legs condition* depression burnout therapy "
        "epilepsy cancer disab* sick panic bipolar adhd autism diabetes chronic addiction treated "
        "full hearing wheelchair sickness vaccinated "
        "eyesight unwell",
        be=r"on (?:any |some |regular |prescription |daily |strong |long-term )*medications?|"
        r"(?:being |been |ever )?treated for (?:an? )?(?:\w+ ){0,2}(?:illness|condition|disorder|depression|anxiety)",
        profile=(r"(?:must|have to|need to) be (?:fully )?vaccinated",),
        required=(
            r"(?:uses?|using|in|needs?) (?:an? )?wheelchair",
            r"(?:more|fewer|less) than (?:\w+ )?(?:sick(?:ness)? (?:days|absences)|days (?:off )?sick)",
        ),
        sure=(
            r"any (?:health|medical) (?:stuff|things?|worries|matters|troubles?|concerns|reasons?|history|"
            r"niggles|bits)",
            r"(?:is|are) there any(?:thing)? (?:\w+ ){0,3}(?:about |with |to do with )?your health",
            r"(?:has|have|had) (?:ever )?been (?:treated|hospitali[sz]ed|medicated|sectioned|signed off|off work) "
            r"(?:for|with) (?:an? )?(?:\w+ )?(?:illness|condition|disorder|depression|anxiety|stress|burnout|"
            r"addiction)",
            rf"(?:each|every|any) mention of (?:an? |the |their )?{_MIND}(?=\W*$| or|,)",
            rf"{_OUT} (?:\w+ ){{0,6}}(?:with|who (?:has|have|had|mentions?)) (?:an? |any )?(?:\w+ )?{_MIND}",
            r"medical reasons? (?:\w+ )?(?:lies |lie )?(?:behind|for|why)",
            r"(?:how often|how many times) (?:were|are|have|do|did) you (?:\w+ ){0,3}(?:sick|ill|unwell)",
            r"when did you last (?:see a doctor|call in sick|take sick leave)",
            r"(?:anything|something) (?:medical|physical|health[- ]related|about your health)",
        ),
        instruction=(
            rf"(?:explain|say|tell you|admit|reveal|disclose|describe|mention|open up about) (?:[\w']+ ){{0,4}}"
            rf"(?:{_MIND}|medical \w+|health \w+)",
            rf"{_THEY_ARE} (?:\w+ )?(?:ill|sick|unwell|disabled|on medication|in therapy|depressed|healthy)",
        ),
        scored=(
            rf"{_POINTS} (?:(?:for|if|when|they|he|she|have|has|had|any|each|of|every|an?|the|with|gaps|breaks|"
            rf"due|to|because|caused|by|"
            rf"who|people|candidates|history|past|signs|there|is|are|on|two|one|three|points|score) "
            rf"){{0,7}}{_MIND}(?=\W*$|,| or)",
            rf"(?:admits?|reveals?|discloses?|mentions? (?:having|their|his|her|own|past)) (?:[\w']+ ){{0,3}}{_MIND}",
        ),
        label=r"(?:any )?(?:health|medical) (?:conditions?|problems?|issues?|history)|disability(?: yes)?|medications?|"
        r"allergies|blood (?:type|group)",
    ),
    Topic.PHYSICAL_ABILITY: words(
        "arms legs limbs hands strength walk stairs",
        sure=(
            r"(?:full|proper|normal|complete) use of (?:\w+ ){0,3}(?:arms?|legs?|limbs|hands?)",
            r"(?:can|could) you (?:walk|climb stairs|stand)(?: unaided| without (?:help|a stick)|\W*$)",
        ),
    ),
    Topic.PREGNANCY: words(
        "maternity baby babies family pregnan* expecting expectant motherhood parental paternity bump trying",
        asked=(
            r"(?:on|take|taking|need|going on|off on|plan\w*) (?:\w+ ){0,2}(?:maternity|paternity|parental)(?: leave)?"
            r"(?! (?:cover|policy|pay|cases?|contract))(?= |\W*$)",
        ),
        instruction=(
            r"(?:on|take|taking|need|going on|off on|plan\w*) (?:\w+ ){0,2}(?:maternity|paternity|parental)(?: leave)?"
            r"(?! (?:cover|policy|pay|cases?|contract))(?= |\W*$)",
        ),
        sure=(
            r"(?:thinking (?:of |about )|plan\w* (?:on |to )?|hop\w* to |want\w* to |going to |keen to |about "
            r"to |intend\w* "
            r"to |consider\w* |look\w* to )(?:start(?:ing)?|hav(?:e|ing)|try(?:ing)? for|grow(?:ing)?) (?:an? |your "
            r"|their |any )?(?:family|baby|babies|another baby)",
            r"(?:is|are) (?:there )?(?:a |any )?(?:baby|babies|little one) (?:on the way|planned|due)",
            r"(?:could|might|may) (?:she|they|you|be|the candidate) (?:be )?(?:pregnant|expecting(?=\W*$))",
            r"(?:is|are|'re|she's) (?:visibly |obviously |currently |already )?(?:pregnant|expecting(?=\W*$))(?= |\W*$)"
            r"(?! (?:patients?|customers?|guests?))",
        ),
        scored=(r"(?:pregnan\w+|maternity leave|planning a family|wants? (?:children|kids|a baby))",),
        label=r"pregnan(?:t|cy)|due date",
        harmless=r"patients who are pregnant|maternity (?:cover|ward|unit|services?|pay|policy)|baby (?:clothes|food|"
        r"products?|steps?)",
    ),
    Topic.MARITAL_FAMILY: words(
        "half husband wife spouse partner unmarried childless marital married divorced single family kids children "
        "maiden miss mrs "
        "relationship boyfriend girlfriend",
        profile=(r"(?:must|should|need to) be (?:unmarried|single|married|childless|child-free)",),
        sure=(
            r"your (?:other half|husband|wife|spouse|significant other|better half|boyfriend|girlfriend|fianc\w+)",
            r"(?:does|would|will|is|has|did) your partner (?:\w+ )?(?:think|mind|feel|work|do|support|agree|"
            r"happy|ok|okay|"
            r"say|move|live|earn|object)",
            r"what (?:does|would|will) your (?:partner|family|folks) (?:\w+ )?(?:make of|think|say|feel)",
            r"marital status",
            r"(?:single|married)(?:,| ?/| or)+ (?:married|single|divorced|in a relationship|attached|engaged)",
            r"(?:your )?maiden name",
            r"(?:anyone|anybody|someone) (?:special )?(?:waiting )?(?:at home|in your life)",
            r"how many (?:kids|children) (?:do|are) (?:you|they|he|she)(?! (?:\w+ )?(?:teach|look|care|work|"
            r"supervise|serve|"
            r"support))",
        ),
        instruction=(
            r"(?:family (?:situation|life|plans|circumstances|set-?up)|home (?:life|situation)|relationship status|"
            r"marital (?:status|situation))",
            rf"{_THEY_ARE} (?:\w+ )?(?:married|single|divorced|engaged|a (?:parent|mother|father|mum|mom|dad)|"
            rf"separated|"
            r"widowed)",
        ),
        scored=(
            r"(?:family man|settled family life|(?:married|single|divorced|childless|child-free) (?:candidates?|"
            r"applicants?|people|parents|mothers?)|(?:has|have|with|without|no) (?:\w+ )?(?:kids|"
            r"children)(?=\W*$|,| at))",
        ),
        label=r"marital status|civil status|maiden name|(?:number of )?(?:children|kids)|spouse(?:'s)? (?:name|job|"
        r"occupation)|(?:miss|mrs|ms)(?: ?/ ?\w+)*",
    ),
    Topic.CARING: words(
        "parent parents child* kids depend* elderly care caring carer* caregiver* school relative* nursery babysit*",
        sure=(
            r"(?:is there|are there|do you have|have you|got|any) [^.?!]{0,30}(?:parents?|relatives?|anybody|"
            r"anyone|someone)(?:[\w,' ]{0,30}) (?:who )?depends? on you",
            r"(?:depend|rely|relies|depends) on you (?:\w+ ){0,4}(?:day to day|at home|for care|care)",
            r"(?:who|what) (?:will |would |do |does )?(?:looks?|minds?|watch\w*|takes? care|cares?|picks?) "
            r"(?:\w+ ){0,3}"
            r"(?:kids|children|little ones)",
            r"what happens (?:if|when) (?:your|a|the) (?:child|kid|children|kids) (?:is|are|gets?|falls?) "
            r"(?:ill|sick|off)",
            r"your (?:childcare|child care|caring (?:duties|responsibilities|commitments)|kids|children|dependants|"
            r"dependents|caregiving \w+)",
            r"(?:any|have|got) (?:\w+ ){0,2}(?:dependants|dependents|caring (?:duties|responsibilities|commitments)|"
            r"childcare (?:issues|needs|problems))",
        ),
        instruction=(
            r"(?:turns out to be|is|are|being|if|when) (?:an? )?(?:single |working |new |young )?(?:parents?|mothers?|"
            r"fathers?|mums?|moms?|carers?)(?=,|\W*$| ask| probe)",
            r"(?:they'll|they|will|would|they'd|she'll|he'll) (?:\w+ )?(?:manage|cover|cope with|handle|arrange|"
            r"juggle) "
            r"(?:\w+ )?(?:school (?:holidays|runs?|pick-?ups?)|childcare|child care|(?:the )?(?:kids|children))",
            r"(?:childcare|child care|caring (?:duties|responsibilities|commitments)|school run|school holidays|"
            r"dependants|dependents)",
        ),
        scored=(
            rf"{_POINTS} (?:[\w']+ ){{0,6}}(?:childcare|parents|carers|mothers|caring (?:duties|responsibilities)|"
            r"dependants|dependents|school run)",
            r"(?:no|has|without|with) (?:\w+ )?(?:childcare|caring (?:duties|responsibilities|commitments)|dependants|"
            r"dependents|family commitments)",
        ),
        label=r"(?:number of )?(?:dependants|dependents)|caring responsibilities",
    ),
    Topic.REPRODUCTIVE: words(
        "ivf fertility abort* contracept* miscarr* birth pill egg",
        asked=(
            r"(?:have|had|are|were|do|did|would) you (?:[\w']+ ){0,4}(?:ivf|fertility (?:treatment|clinic)|abortions?|"
            r"miscarriages?|contracepti\w+|birth control|vasectomy)",
        ),
        instruction=(r"(?:ivf|fertility treatment|abortions?|miscarriages?|contracepti\w+|birth control)",),
        scored=(r"(?:ivf|fertility treatment|abortions?|miscarriages?|contracepti\w+)",),
    ),
    Topic.RACE_ETHNICITY: words(
        "ethnic* race racial* surname skin heritage colour color white black asian background roots ancestry",
        sure=(
            r"(?:choose|select|tick|pick|state|indicate|tell us|enter|give|specify|mark) (?:[\w']+ ){0,3}(?:ethnic "
            r"(?:group|background|origin)|ethnicity|race|racial (?:group|background))(?! condition)",
            r"(?:what's|what is|where's) your (?:\w+ )?(?:ethnic\w*|racial|heritage|race|ancestry|skin colou?r)",
            r"your (?:\w+ )?background, (?:i mean )?(?:ethnically|racially|ethnic)",
            r"(?:ethnically|racially),? (?:i mean|speaking|what|where)",
            r"(?:where|what) (?:is|does|'s) (?:that|your) (?:unusual |lovely |interesting )?(?:sur|last |family "
            r"|first )?name "
            r"(?:\w+ )?(?:from|come|originate|origin)",
            r"which (?:ethnic|racial) (?:group|background|community)",
        ),
        instruction=(r"(?:skin colou?r|ethnic (?:background|origin|group)|ethnicity|racial background)",),
        scored=(r"(?:skin colou?r|ethnic (?:background|origin|name)|ethnicity|(?:white|black|asian)-sounding \w+)",),
        label=r"ethnicity|ethnic (?:group|origin|background)|race(?: ?/ ?ethnicity)?|skin colou?r",
    ),
    Topic.SEX_GENDER: words(
        "woman women man men male female sex gender girl* guys lady mr mrs lads bloke*",
        sure=(
            r"(?:being|be|are|feel|as) the only (?:wom[ae]n|m[ae]n|girl|guy|female|male|lady|bloke)",
            r"all-(?:male|female) (?:\w+)|(?:male|female)-dominated (?:team|environment|crew|workplace|office)",
            r"(?:work\w*|fit in|cope|deal|get on) (?:\w+ ){0,3}(?:all-male|all-female|mostly (?:male|female|men|women)|"
            r"a bunch of (?:guys|lads|women|girls|men))",
            r"(?:are|is) (?:you|the candidate|it) (?:a )?(?:mr|mrs|male|female|man or (?:a )?woman)(?= |\W*$)",
            r"(?:work\w*|report\w*|answer\w*|tak\w+ orders) (?:\w+ )?(?:for|to|under|from) (?:an? )?(?:\w+ "
            r")?(?:woman|women|"
            r"female|male|man|men)(?: boss| manager)?(?=\W*$| or)",
        ),
        instruction=(r"(?:the candidate's|their|his|her) (?:gender|sex)|(?:male|female) or (?:male|female)",),
        scored=(
            rf"{_POINTS} (?:[\w']+ ){{0,5}}(?:men|women|males?|females?|ladies|girls|lads)(?=,|\W*$| with| who| "
            rf"over| for)",
        ),
        label=r"(?:sex|gender)(?: at birth)?|title(?= ?\()|m ?/ ?f(?: ?/ ?[xd])?|(?:mr|mrs|miss)(?: ?/ ?\w+)+",
    ),
    Topic.SEXUAL_ORIENTATION: words(
        "gay straight lesbian queer date dating men women sexual* partners homosexual heterosexual bi bisexual",
        sure=(
            r"(?:go out|going out|sleep|romantically involved|been|date|dating|out) (?:with )?(?:men|women|guys|"
            r"girls|boys) or "
            r"(?:with )?(?:men|women|guys|girls|boys|both)",
            r"(?:he's|she's|they're|he is|she is|they are|you're|you are|candidate is|who is) (?:\w+ )?(?:gay|"
            r"straight(?= or|"
            r"\W*$)|lesbian|bi(?:sexual)?|queer|homosexual|heterosexual)",
            r"(?:gay|straight|lesbian) or (?:gay|straight|bi|lesbian|heterosexual)",
            r"(?:what's|what is|state|indicate|select) your sexual (?:orientation|preference|identity)",
        ),
        label=r"sexual (?:orientation|identity|preference)",
    ),
    Topic.GENDER_REASSIGNMENT: words(
        "trans transgender transition* birth born sex surgery deadname",
        sure=(
            r"(?:he's|she's|they're|he is|she is|they are|candidate is|who is|you're) (?:\w+ )?(?:trans(?:gender)?|"
            r"transsexual)(?= |\W*$)",
            r"(?:have you|are you|did you) (?:\w+ ){0,4}(?:the (?:surgery|operation) to (?:change|transition)|"
            r"transition(?:ed|"
            r"ing)(?=\W*$))",
            r"your (?:sex|gender|name) (?:\w+ )?at birth",
        ),
    ),
}

"""Further English wordings of belief, origin, record and private life: indirect, as labels, or to score."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_THEY = r"(?:they|he|she|(?:the|an?|any|each) (?:candidate|applicant|person)|candidates|applicants|somebody|someone)"
_THEY_ARE = rf"(?:(?:{_THEY} (?:is|are|was|were|might be|may be))|they're|he's|she's|who is|who are|who isn't|who's)"
_OUT = (
    r"(?:reject\w*|decline\w*|screen\w* out|exclude\w*|disqualif\w+|end(?:s)?(?: here| the| it)?|clos(?:e|es)|"
    r"automatic(?:ally)?|no further|rule\w* out|drop(?:ped)?|fail\w*|knock\w* out|turn down|filter\w* out|stop)"
)
_POINTS = (
    r"(?:minus|plus|bonus|extra|add|deduct|subtract|take off|dock|lower|reduce|raise|increase|higher|fewer|lose|gain|"
    r"points?|score|rate|rating|mark|downgrade|penali[sz]e|reward|favou?r|prefer|boost)"
)
_FACE = (
    r"(?:tone of voice|vocal tone|pitch of (?:the |their )?voice|stress in (?:the|their|your) voice|"
    r"micro-?expressions?|facial (?:expressions?|cues|movements?|analysis)|body language|eye contact|smil(?:e|es|ing)|"
    r"(?:nervous|anxious|shaky|trembling|sad|bored|angry) (?:voice|face|look)|"
    r"emotion(?:s|al state|al tone)? (?:in|on|from|score|reading|detect\w*))"
)
_READS = r"(?:reads?|analy[sz]es?|measures?|detects?|scans?|tracks?|picks up|evaluates?|scores?|judges?|assesses)"
_FAITH = r"(?:christians?|muslims?|jews|hindus?|catholics?|sikhs?|protestants?|buddhists?|believers|churchgoers)"
_WEED = r"(?:weed|cannabis|marijuana|pot(?! of)|a joint|joints|thc|edibles)"
_LOGINS = r"(?:instagram|facebook|tiktok|linkedin|twitter|snapchat|social[- ]media|x account)"

LIFE: dict[Topic, Words] = {
    Topic.NATIONAL_ORIGIN: words(
        "parents family from born birthplace origin* come came country countries nationality roots grew grow place "
        "homeland hometown accent foreign",
        harmless=r"from (?:in (?:their|your) career|in terms of \w+|(?:professionally|career-wise))",
        sure=(
            r"(?:what|which|where) (?:is |'s )?(?:that |your |the )?accent|(?:what|which|where)'s (?:that|your) accent|"
            r"(?:lovely|nice|unusual|strong|interesting|charming) accent|your accent",
            r"(?:your )?(?:parents|family|grandparents|folks|people|ancestors)(?:,| \w+)? (?:where )?(?:do |did "
            r")?(?:they )?"
            r"(?:come|came|are|were|born|emigrate\w*|hail) (?:\w+ )?(?:from|originally|abroad)",
            r"where (?:do|did|are|were|is|was) your (?:parents|family|grandparents|folks|ancestors|people|roots)",
            r"where (?:are|were|do|did) you (?:really|originally|actually|come) (?:from|come|originally|born|really)",
            r"(?:which|what) country (?:were you born|are you from|do you come|did you grow up|were your)",
            r"(?:what's|what is|name) your (?:native|home) (?:country|land)|your (?:country of (?:birth|origin)|"
            r"birthplace|"
            r"place of birth|homeland)",
            r"how long have you (?:been|lived) (?:in (?:this|the) (?:country|us|uk|states)|over here)",
        ),
        instruction=(
            rf"where {_THEY} (?:\w+ )?(?:was born|were born|really (?:is|are|comes?) from|(?:comes?|is|are) "
            r"(?:\w+ )?from(?= originally|\W*$))",
            r"(?:country of (?:birth|origin)|birthplace|place of birth|parents are from|family (?:is|comes) from)",
        ),
        scored=(
            r"(?:foreign-?(?:born|sounding|accent\w*)|foreigners?|born (?:abroad|overseas|outside)|native-born|"
            r"country of (?:birth|origin))",
        ),
        label=r"(?:country|place|city) of (?:birth|origin)|birthplace|nationality|national origin",
    ),
    Topic.CITIZENSHIP: words(
        "citizen* green passport* national* visa",
        sure=(
            rf"(?:{_OUT}|only|anyone|anybody|everyone|those|candidates|applicants) (?:[\w']+ ){{0,4}}(?:isn't|"
            rf"is not|aren't|"
            r"are not|not|non-?|without|lacks?|no) ?(?:an? )?(?:[\w.]+ )?(?:citizens?(?:hip)?|passports?|green "
            r"card\w*)",
            r"(?:only|must be|not) (?:an? )?(?:[\w.]+ )(?:citizens?|nationals?|passport[- ]holders?)(?= |,|\W*$)"
            r"(?! (?:services?|portal))",
            r"non-(?:eu |us |uk |british )?(?:citizens?|nationals?)",
        ),
        label=r"citizenship(?: \w+)?|passport(?: \w+)?|visa status",
    ),
    Topic.RELIGION: words(
        "christian* muslim* jew* hindu* catholic* sikh* protestant* buddhist* believers churchgo* pray* church faith "
        "religio* god mosque sunday* worship headscarf",
        sure=(
            rf"(?:only|no|prefer\w*|reject\w*|exclude\w*|decline\w*) (?:practi[sc]ing |committed |devout )?{_FAITH}"
            r"(?= |\W*$)",
            r"(?:does|do|would|will|might) (?:your )?(?:faith|religion|church|beliefs|religious \w+|prayer\w*) "
            r"(?:\w+ )?"
            r"(?:allow|stop|keep|prevent|affect|get in the way|clash|mean|let|forbid|require)",
            r"(?:what|which) (?:faith|religion|church|god)(?= |\W*$)[^.?!]{0,30} you",
            r"(?:are|is) you(?:r family)? (?:\w+ )?(?:religious|churchgoers|a person of faith)",
            r"(?:brought up|raised) (?:in (?:a |any )?(?:faith|religion)|religious|catholic|muslim|jewish|"
            r"christian|hindu)",
            r"(?:need|take|want|get) (?:\w+ ){0,3}(?:breaks?|time|off) (?:\w+ )?(?:to pray|for prayers?|for "
            r"religious \w+)",
        ),
        label=r"religion(?: \w+)?|religious affiliation|faith",
    ),
    Topic.POLITICS: words(
        "politic* vote* voting conservative liberal left right party election* trump government",
        sure=(
            r"(?:share|shares|hold|holds|hint at|agree with|have|has|support|supports) (?:that )?(?:our|the|the "
            r"company's|"
            r"any|strong|your|their) (?:\w+ )?(?:politics|political (?:views?|outlook|opinions?|line|values|"
            r"leanings?))",
            r"(?:where|how) (?:do|would|are) you (?:\w+ )?(?:stand|place yourself|sit|lean)[\w ]{0,20}politic\w+",
            r"(?:which|what) way (?:do|did|will|would) you (?:vote|lean politically)",
            r"(?:did|do|will) you vote(?= |\W*$)(?! (?:stories|on (?:the )?(?:backlog|design)))",
            r"(?:left|right)[- ]?(?:wing|leaning) (?:views?|politics|opinions?|candidates?|people|or)",
        ),
        label=r"political (?:party|views?|opinions?|affiliation)|party membership",
    ),
    Topic.UNION: words(
        "union* labour labor strike* steward picket*",
        sure=(
            r"(?:ever )?(?:been |being )?a (?:shop|union) (?:steward|rep|representative)(?= or|\W*$)",
            r"(?:carr(?:y|ied)|held|hold|have|had) a union card",
            r"(?:feels?|thinks?|thought|stands?|views?|attitude|opinion) (?:about |of |on |towards? |to )"
            r"(?:\w+ )?(?:organi[sz]ed labou?r|(?:trade |labou?r )?unions|unioni[sz]\w+|strik(?:es|ing)|collective "
            r"bargaining)",
            r"(?:walked out|been out|gone out|going|gone|been|joined|out) (?:on|a) strike",
            r"(?:pro|anti)-union|union (?:card|membership|sympath\w+|troublemakers?|agitators?)",
        ),
        label=r"(?:trade )?union(?: membership| member)?",
    ),
    Topic.AFFILIATION: words(
        "club* societ* lodge* association* fraternit* sororit* freemason*",
        sure=(
            r"(?:list|name|tell us|state|give|which|what|all|every|any) (?:[\w']+ ){0,4}(?:clubs?|societ(?:y|"
            r"ies)|lodges?|"
            r"fraternit\w+|sororit\w+)(?:[\w, ]{0,50}) (?:you|they|to which you) (?:\w+ )?(?:belong|are in|are "
            r"a member|"
            r"attend|have joined|join)",
        ),
    ),
    Topic.CRIMINAL_RECORD: words(
        "convict* arrest* crim* police prison jail felon* offen* spent record",
        sure=(
            r"(?:list|give|state|disclose|declare|tell us|detail|describe|explain) (?:[\w']+ "
            r"){0,3}(?:convictions?|arrests?|"
            r"cautions|offen[cs]es)(?! (?:rates?|management))",
            r"any (?:\w+ )?(?:convictions?|arrests?|criminal (?:record|history|past)|felon(?:y|ies)|run-ins? "
            r"with the (?:law|"
            r"police))",
            r"(?:spent|old|juvenile|expunged|sealed) (?:convictions?|records?|offen[cs]es)",
            r"(?:in|had|been) (?:\w+ )?trouble with the (?:law|police)",
            r"(?:ever|been|was|were|got) (?:been )?(?:arrested|convicted|in (?:prison|jail)|locked up|behind "
            r"bars|charged with "
            r"(?:a |an |any )?(?:crime|offen[cs]e|felony))",
        ),
        scored=(
            r"(?:(?:any|past|old|no|has|prior) (?:convictions?|arrests?)|criminal (?:record|past|history)|"
            r"ex-offenders?)",
        ),
        label=r"(?:criminal )?(?:convictions?|record)|arrests?(?: or convictions?)?|police record",
    ),
    Topic.RESIDENCE: words(
        "address live lives living home neighbo* postcode zip household roommate* flatmate*",
        sure=(
            r"who (?:else )?(?:lives?|living) (?:there|with you|at home|in your (?:home|house\w*))|who (?:else "
            r")?do you live "
            r"with",
            r"how long have you (?:been|lived|stayed) at (?:your|this|that) (?:\w+ )?(?:address|home|place)",
            r"(?:do you live|are you living) (?:alone|with (?:anyone|your|family|parents|someone))",
            r"what (?:neighbou?rhood|part of town|district) (?:do|are) you",
            r"(?:reject\w*|exclude\w*|prefer\w*|lower|deduct|decline\w*) (?:[\w']+ ){0,6}(?:postcodes?|zip codes?|"
            r"neighbou?rhoods?|addresses)",
        ),
    ),
    Topic.CANNABIS: words(
        "drug weed cannabis marijuana pot joint joints thc edibles",
        profile=(
            r"(?:drug )?tests? for (?:cannabis|marijuana|thc|weed)|(?:cannabis|marijuana|thc) tests?(?= (?:is|"
            r"are|before|as)|\W*$)",
        ),
        sure=(
            rf"(?:do|did|have|when|how often|would) (?:[\w']+ ){{0,5}}(?:use|used|smoke|smoked|tried|try|take|"
            rf"taken|had|"
            rf"consume|consumed|touched) (?:\w+ )?{_WEED}(?= |\W*$)",
            rf"(?:has|have|had|who|they|person|candidate|applicant) (?:\w+ )?(?:uses?|used|smokes?|smoked|consumed?|"
            rf"consumes|takes?|tried) (?:\w+ )?{_WEED}",
            rf"(?:any|no|off-duty|recreational|medical) (?:\w+ )?(?:{_WEED}) (?:use|users?)|(?:weed|cannabis|"
            rf"marijuana|pot) "
            r"(?:users?|smokers?)(?=,|\W*$| are| get| score)",
        ),
    ),
    Topic.SOCIAL_MEDIA: words(
        "instagram facebook tiktok linkedin twitter snapchat social password* login* friend",
        sure=(
            rf"{_LOGINS} (?:[\w'+&/]+ ?){{0,4}}(?:\+ |& |and )?(?:passwords?|log-?ins?|credentials)",
            rf"(?:passwords?|log-?ins?|credentials) (?:to|for|of) (?:[\w']+ ){{0,3}}{_LOGINS}",
            rf"your (?:private |personal )?{_LOGINS} (?:handles?|usernames?|profiles?|accounts?|posts|"
            rf"pages?)(?= |\W*$)",
            rf"(?:add|accept|friend|follow) (?:us|our \w+|me) (?:\w+ )?(?:on|as a friend on) {_LOGINS}",
        ),
        profile=(
            r"we(?:'ll| will)? (?:\w+ )?(?:check|look (?:at|through)|review|read|go through|search|screen) "
            r"(?:[\w']+ ){0,3}your "
            r"(?:\w+ )?(?:private )?(?:social media|facebook|instagram|tiktok|twitter)",
        ),
        label=rf"(?:personal )?{_LOGINS} (?:handle|username|password|login|profile)",
        harmless=r"linkedin (?:profile|url|page|account)s?",
    ),
    Topic.POLYGRAPH: words(
        "polygraph* lie",
        profile=(
            r"(?:take|taking|pass|sit|undergo|include\w*|is|ask you for|require\w*) (?:an? )?(?:polygraph|lie[- "
            r"]detector)"
            r"(?: test)?",
        ),
    ),
    Topic.SALARY_HISTORY: words(
        "paid pay pays salary earn* wage* make made payslip* package",
        sure=(
            r"what (?:\w+ )?(?:your|their|his|her|the) (?:last|current|previous|present|former|old) (?:employer|"
            r"job|company|"
            r"boss|role|firm) (?:\w+ )?(?:paid|pays|pay|paying|gave)",
            r"(?:your|their|his|her) (?:last|current|previous|present|former|most recent|old) (?:\w+ "
            r")?(?:salary|pay|wage|"
            r"wages|earnings|paycheck|pay ?slip|take-home)(?! (?:review|system))",
            r"(?:what|how much) (?:they|he|she|the candidate|the applicant|you) (?:\w+ )?(?:earned|earns?|made|"
            r"makes?|was "
            r"paid|were paid|(?:is|are|was|were) on)(?=\W*$| (?:in|at|now|before|last|per|there|today|currently))",
        ),
        label=r"(?:current|last|previous|present|most recent) (?:annual |base |gross )?(?:salary|pay|wage|earnings)|"
        r"salary history",
    ),
    Topic.MILITARY: words(
        "reserve* reservist* national guard army military called veteran* deploy*",
        sure=(
            r"(?:they're|he's|she's|they are|still|you|you're) (?:\w+ )?in the (?:army |military )?(?:reserves?|"
            r"national guard|"
            r"territorial army|guard)",
            r"(?:could|might|may|can|will) (?:\w+ )?(?:get|be) (?:called up|deployed|mobili[sz]ed)(?! (?:to|on) "
            r"(?:prod\w*|"
            r"the cloud|kubernetes))[\w ]{0,10}(?:reserve|military|army|guard|$)",
            r"(?:military|reserve|reservist|guard) (?:duty|duties|commitments?|obligations?|service) (?:\w+ "
            r")?(?:get in the "
            r"way|keep|affect|interfere|take you|clash)",
        ),
        label=r"(?:veteran|military)(?: status| service)?",
    ),
    Topic.FINANCIAL: words(
        "check checks debt* credit bankrupt* money loans mortgage bank rent",
        asked=(
            r"(?:are|is|were|do|did|have|had) you (?:[\w']+ ){0,3}(?:in debt|debts|money (?:worries|troubles|problems)|"
            r"behind with (?:the|your) (?:rent|mortgage)|maxed out)",
            r"how (?:is|'s|good is) your credit|your credit (?:score|history|rating|report)",
        ),
    ),
    Topic.GENETIC: words(
        "dna genetic* saliva gene genes hereditary family",
        profile=(
            r"(?:dna|genetic|saliva) (?:screen\w*|tests?|samples?|swabs?)(?= (?:before|for|of|from|to|as|is|are|"
            r"will|required)|"
            r"\W*$)(?! (?:lab|compan|product|in the lab))",
        ),
        harmless=r"(?:build|make|sell|develop|offer|ship|design|process|run|analyse|analyze)s? (?:\w+ )?(?:dna|"
        r"genetic|saliva) \w+|"
        r"dna (?:samples?|tests?) (?:in the lab|at the bench|from (?:the )?(?:crime|scene|plants?|mice|soil))",
    ),
    Topic.MONITORING: words(
        "keystrokes keystroke tabs location monitor* track* webcam screen log",
        profile=(
            r"we (?:\w+ ){0,3}(?:log|logs|record|track|monitor|watch|capture|collect) your (?:\w+ ){0,3}"
            r"(?:keystrokes?|tabs|location|whereabouts|browsing|screen|clipboard|webcam|devices?|mouse)",
            r"(?:your|each|every) (?:keystrokes?|open tabs|phone location|location|browsing(?: history)?) "
            r"(?:\w+ )?(?:is|are|"
            r"will be|gets?) (?:\w+ )?(?:logged|recorded|tracked|monitored|watched)",
            r"(?:secretly|quietly|covertly|silently) (?:track|monitor|record|log|watch)\w*",
        ),
    ),
    Topic.AI_EMOTION: words(
        "voice vocal micro* facial face body eye smil* emotion*",
        profile=(
            rf"(?:our|the|we|an?|ai|video|this) (?:[\w-]+ ){{0,3}}{_READS} (?:[\w'-]+,? "
            rf"){{0,5}}{_FACE}(?=[^.?!]{{0,60}} you)",
            rf"(?:we|it|ai|system|software|tool|model|that|which) "
            rf"{_READS} your (?:[\w'-]+,? ){{0,3}}(?:emotions?|face|mood|{_FACE})",
            rf"(?:your|their) (?:face|voice|emotions|expressions?|{_FACE}) (?:\w+ )?(?:is|are|will be) (?:\w+ "
            rf")?(?:scored|read|"
            r"analy[sz]ed|rated|measured|judged|assessed|evaluated)",
        ),
        scored=(
            rf"{_POINTS} (?:[\w']+ ){{0,7}}{_FACE}",
            rf"(?:steady|good|warm|natural|confident|strong|positive|genuine|nervous|poor|little|no|friendly|"
            rf"open|calm) "
            rf"(?:\w+ )?{_FACE}",
        ),
        instruction=(
            rf"(?:watch|note|read|look for|analy[sz]e|judge|rate|measure|detect|observe|listen to|use|score|"
            rf"track|record|"
            rf"infer) (?:[\w']+ ){{0,4}}{_FACE}",
        ),
    ),
}

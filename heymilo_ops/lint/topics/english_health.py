"""Health, genes and what a body can do, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_RELATIVE = (
    r"(?:anyone|anybody|someone|somebody|any (?:close )?(?:member|relative)s?|a (?:close )?(?:member|"
    r"relative)|your (?:parents?|mother|"
    r"father|mum|mom|dad|siblings?|brother|sister|grandparents?|relatives|family|relations)|(?:a|"
    r"any) (?:parent|sibling|"
    r"blood relative|family member)s?|members)"
)
_ILLNESS = (
    r"(?:cancer|diseases?|diabetes|illness(?:es)?|dementia|alzheimer'?s?|heart (?:disease|attack|problems|condition)|"
    r"strokes?|disorders?|medical conditions?|health conditions?|huntington'?s?|schizophrenia|"
    r"mental illness|conditions?)"
)
_CONDITION = (
    r"(?:disabilit(?:y|ies)|impairments?|(?:medical|health|physical|mental|heart|skin|chronic|underlying|"
    r"pre-?existing|psychiatric|"
    r"neurological|long-term) (?:health )?(?:conditions?|issues?|problems?|difficult(?:y|ies)|"
    r"limitations?|restrictions?|"
    r"concerns?|diagnos[ie]s|challenges?|complaints?|ailments?|history)|mental health (?:history|conditions?|issues?|"
    r"problems?|struggles?|diagnos[ie]s)|(?:chronic |mental |serious |long-term |recurring |physical )?illness(?:es)?|"
    r"adhd|add|autism|asperger'?s|dyslexia|dyspraxia|epilepsy|diabetes|depression|asthma|cancer|hiv|aids|allergies|"
    r"arthritis|migraines?|ptsd|a bad back|a bad knee|back (?:problems|trouble|pain|issues)|"
    r"learning difficult(?:y|ies)|"
    r"(?:a )?(?:nervous )?breakdown|a hearing aid|hearing aids|a wheelchair|surgery|injur(?:y|ies)|long covid|"
    r"anxiety(?: disorder)?|panic attacks|seizures|addictions?)"
)
_RAISE = r"(?:lift|carry|move|handle|stand|climb|bend|kneel|squat|push|pull|crawl|walk|run|stoop|sit)"
_LOAD = (
    r"(?:\d+ ?(?:lbs?|pounds|kgs?|kilos?|kilograms?|hours|flights)|(?:for )?(?:eight|ten|twelve|six|several|many|long) "
    r"(?:hours|periods|shifts)|long periods|heavy (?:\w+ )?(?:boxes|loads|items|objects|weights|goods|"
    r"equipment|things|packages|"
    r"sacks|crates|bags)|ladders?|stairs|all day|for (?:long|extended|prolonged) \w+|on your feet)"
)

HEALTH: dict[Topic, Words] = {
    Topic.DISABILITY_HEALTH: words(
        "disab* impair* handicap* health* illness* ill sick* medic* injur* diagnos* therap* hospital* "
        "surger* operation "
        "condition conditions adhd add autis* asperger* dyslexi* dyspraxi* epilep* diabet* depress* asthma cancer hiv "
        "aids allerg* arthritis migraine* ptsd back knee breakdown hearing wheelchair fit neuro* blind deaf vaccin* "
        "covid flu vaccination* rehab* comp compensation accommodation* adjustment* glasses doctor psych* stammer* "
        "stutter* lisp speech pauses eye fidget* abled able spectrum anxiety panic seizures addict* mentally "
        "emotionally absence* absent recovered recovering stroke treated physically stable limitations restrictions "
        "bipolar stress burnout burned burnt sign sleep pain eyesight vision tremor* disease* limp stairs prescription "
        "concentrat*",
        nouns=(
            rf"(?:{_CONDITION}|disability(?: status)?|health(?! (?:and safety|care|insurance|plan|records?|system|"
            r"checks?|tech|sector|"
            r"data|service|visitor|benefits?|team|app|coach\w*|workers?))|medical (?:history|background|records?|"
            r"status|"
            r"needs|treatment)|mental (?:health|state|stability)|medications?|sick(?:ness)? (?:record|leave|days|"
            r"absences?|history)|"
            r"absence record|vaccination (?:status|record|history)|vaccine status|diagnos[ie]s|therapist|doctor|"
            r"psychiatrist|"
            r"psychologist|eyesight|physical (?:health|fitness|condition|limitations?)|stress levels?|drug history)"
        ),
        be=(
            r"(?:registered )?disabled|handicapped|(?:physically|mentally|medically|emotionally)? ?(?:healthy|"
            r"fit(?! (?:for (?:the|this) (?:role|team|job)|in|"
            r"into|with|to (?:a|the) team))|stable|unwell)|in (?:good|poor|excellent|perfect) (?:physical |"
            r"mental )?health|(?:often |frequently |chronically |"
            r"seriously |terminally |mentally )?(?:ill|sick)(?! of)|neuro-?(?:divergent|diverse|typical|atypical)|"
            r"autistic|dyslexic|on the (?:autism |"
            r"autistic )?spectrum|(?:a )?diabetic|(?:an )?epileptic|deaf|blind(?! to)|partially sighted|"
            r"hard of hearing|"
            r"hiv[- ]?positive|depressed|bipolar|a wheelchair user|(?:fully )?vaccinated|able-bodied|on (?:any |"
            r"prescription |regular )?medications?|in (?:therapy|rehab|recovery)|seeing a (?:therapist|"
            r"psychiatrist|doctor|"
            r"psychologist|counsell?or)|an? (?:alcoholic|addict|recovering \w+)|allergic|"
            r"under (?:medical treatment|a doctor's care)|"
            r"burn(?:ed|t) out|off sick|signed off|prone to (?:illness|stress|injury|depression)"
        ),
        have=_CONDITION,
        do=(
            r"(?:take|need|use|require) (?:any |prescription |regular |daily )*(?:medications?|medicines?|drugs|"
            r"antidepressants|pills|insulin)|suffer(?:ed)? "
            r"(?:from|with)|struggle(?:d)? with (?:your |their )?(?:mental health|anxiety|depression|addiction|health|"
            r"stress|alcohol)|(?:need|wear|use) (?:glasses|contact lenses|hearing aids|a (?:wheelchair|"
            r"hearing aid|cane|"
            r"walking stick))|see(?:n)? a (?:doctor|therapist|psychiatrist|psychologist)|(?:get|fall|call in|"
            r"been off|been) (?:\w+ )?(?:sick|ill)"
            r"|had (?:surgery|an operation|a (?:stroke|heart attack|breakdown))|have trouble (?:hearing|seeing|"
            r"walking|sleeping|concentrating)"
        ),
        people=(
            r"(?:disabled|autistic|neuro-?divergent|neuro-?diverse|able-bodied|healthy|sick|unhealthy|deaf|blind|"
            r"chronically ill) (?:candidates?|applicants?|people|persons|workers)|(?:candidates|applicants|people|"
            r"those|anyone|persons) "
            r"with (?:an? )?(?:\w+ )?(?:disabilit(?:y|ies)|(?:health|medical) (?:conditions?|problems?|issues?)|"
            r"adhd|autism)|the disabled"
        ),
        sure=(
            r"(?:have|had|were|are|did) you (?:\w+ )?(?:been |get |gotten )?(?:hospitali[sz]ed|"
            r"diagnosed with (?!a (?:fault|bug))|treated for|in rehab|"
            r"in hospital|injured|off (?:work )?(?:sick|ill)|signed off|sectioned|seriously ill)",
            r"how many (?:sick days|days (?:off )?(?:\w+ )?sick|sick leave days|days of (?:sick|medical) leave|"
            r"(?:days|weeks|times) (?:\w+ ){0,3}"
            r"(?:sick|absent|ill|off work|call in sick))",
            r"(?:workers?'?|workmen'?s?|worker's|workman's) comp(?:ensation)?(?= claims?\b|\W|$)(?! (?:insurance|"
            r"law|team|department))",
            r"you (?:\w+ )?(?:recovered|recovering|recover|healed) (?:\w+ )?from (?:the|your|an?|any) (?:injury|"
            r"illness|surgery|"
            r"operation|accident|stroke|breakdown|addiction)",
            r"(?:need|require|want|request) (?:any |an? |special )?(?:reasonable )?(?:accommodations?|"
            r"adjustments?) (?:to (?:do|perform)|for (?:the|this) "
            r"(?:job|role|work|position)|at work|in the (?:job|role|workplace))",
            r"you (?:had|received|got|been given|have) (?:an? |the |your |all )*(?:covid(?:-19)?|flu|coronavirus|"
            r"booster|hepatitis)"
            r"(?:[ -](?:19|or|and|flu|vaccin\w*|jabs?|shots?|boosters?))*",
            r"(?:ever )?(?:received|applied for|claimed|on|drawn) (?:any )?disability (?:benefits?|payments?|"
            r"allowance|leave)(?= ?(?:$|\?))",
        ),
        profile=(
            r"able-bodied",
            r"(?:must|should|need to) be (?:physically |mentally )?(?:healthy|fit|in (?:good|"
            r"excellent) (?:\w+ )?health|able-bodied)(?! for (?:the|this))",
            r"(?:no|without(?: any)?|free (?:of|from)) (?:\w+ )?(?:disabilities|health (?:issues|problems|"
            r"conditions)|medical conditions|impairments|illness(?:es)?)",
            r"(?:excellent|perfect|good|robust) (?:physical |mental )?health(?= (?:is )?(?:required|essential|"
            r"needed|a must)|\W*$)",
        ),
        asked=(
            r"(?:any|have) (?:\w+ ){0,2}(?:health|medical|physical|mental) (?:\w+ )?(?:conditions?|issues?|"
            r"problems?|limitations?|reasons?)"
            r" (?:\w+ ){0,4}(?:could not|couldn't|cannot|can't|unable|stop|prevent|affect|limit|interfere|know|"
            r"aware|impact|make it)",
            r"time off (?:work )?(?:for|due to|because of) (?:\w+ ){0,2}(?:illness|sickness|health|medical|stress|"
            r"injury|burnout)",
            r"(?:how is|how's|describe|tell (?:us|me) about|rate) your (?:\w+ )?health",
            r"(?:affect|prevent|stop|limit|interfere with) your (?:ability|attendance|"
            r"work) (?:\w+ ){0,6}(?:health|medical|illness|disab\w+)",
        ),
        instruction=(
            r"(?:why|reasons?) (?:they|the candidate|he|she) (?:\w+ ){0,3}(?:sick|ill|medical leave|sick leave)",
            r"(?:signs?|symptoms?|evidence|indications?|hints?) of (?:\w+ )?(?:mental|depression|anxiety|autism|"
            r"adhd|disab\w+|illness|burnout|"
            r"addiction|neuro\w+|health|stress|speech)",
            r"(?:reason|reasons|explanation) for (?:\w+ ){0,4}(?:medical|sick|health|illness)[\w -]*(?:leave|"
            r"gaps?|absence)?",
            r"(?:find out|ask about|ask for|ask|probe|note|record|dig into|follow up on) (?:about |for |"
            r"any )*(?:\w+ )?(?:health|illness\w*|disabilit\w+|medical \w+|sick leave|medications?)",
        ),
        scored=(
            r"(?:stammer|stutter)\w*",
            r"lisps?|(?:a )?speech (?:impediments?|defects?|disorders?)|slurred (?:speech|words)",
            r"(?:score|rate|mark|penali[sz]e|deduct|lower|dock|points?) (?:[\w']+,? ){0,6}(?:long |awkward |"
            r"frequent |unnatural )?(?:pauses|hesitations?|slow speech|fidgeting|tics|twitching)",
            r"(?:mentally|emotionally|psychologically) (?:stable|unstable|fit|strong|healthy|sound)",
            r"(?:history|record) of (?:\w+ )?(?:illness|sickness|depression|mental health|injur\w+|absence|"
            r"sick leave|disabilit\w+)",
            r"(?:gaps?|breaks?|absences?|leave) (?:\w+ ){0,4}(?:due to|because of|for|"
            r"caused by) (?:\w+ ){0,2}(?:illness|health|medical|sickness|disabilit\w+|depression|burnout)",
            r"(?:few|no|low|minimal|many|frequent|rarely|never) (?:\w+ )?(?:sick days|sick leave|"
            r"sickness absences?|calls in sick)",
            r"(?:physical|mental) (?:fitness|stamina|health|wellbeing|robustness)",
            r"(?:health|medical) (?:problems?|issues?|conditions?)",
            r"(?:no|without|has|any|visible) (?:\w+ )?disabilit(?:y|ies)",
            r"good health|physically fit|normal speech|neurotypical",
        ),
        required=(
            r"^(?:no|fully|is|must be|has)?,? ?(?:[\w-]+ ){0,3}(?:vaccinated|able-bodied|disabled|disabilit(?:y|"
            r"ies)|good health|physically fit)",
        ),
        label=r"disabilit(?:y|ies)(?: status)?|disabled|health(?: status)?|medical history|vaccination status|"
        r"registered disabled",
        harmless=(
            r"(?:leaving aside|other than|excluding|apart from|not counting|not including|setting aside|"
            r"except(?: for)?|aside from) "
            r"(?:[\w']+,? ){0,6}(?:illness|disability|sickness|sick leave|health|medical reasons)(?: (?:or|"
            r"and) (?:disability|illness|injury|health))?",
            r"disabled (?:by|in the|it|them|at)|been disabled|(?:is|was|are|were|got|flag|feature|alarm|account|"
            r"button)(?: \w+)? disabled",
            r"disability (?:benefits?|services|studies|rights|sector|inclusion|access|charit\w+|awareness|"
            r"confident|employment) (?:\w+ )?(?:have|did|do|would) you",
            r"accommodations? (?:manager|booking|sector|provider|team)|healthy (?:team|debate|competition|"
            r"margins?|pipeline|eating|culture|code)",
            r"(?:work|interview|stay|keep|be) (?:healthy|well) (?:and safe|at work)|health(?: and|&) safety|"
            r"blind (?:spots?|tasting|hiring|review)",
            r"back (?:end|office|up|to|in|and forth)|(?:set|roll|push|give|feed|report|get|come)(?:ing)? back",
            r"mental (?:model|arithmetic|maths)|(?:stress|load) tests?|(?:sick|illness) (?:cover|note|"
            r"pay) (?:policy|system|process)",
            r"(?:data|market|code|service|cash|system|business|financial|database|server|cluster|account|project|"
            r"pipeline|customer) health|health (?:checks?|metrics|score)",
            r"fit (?:for purpose|in|into|with|together|out)|outfit|(?:good|best|right|great|cultural?|strong) fit",
            r"medical (?:devices?|software|school|degree|staff|sales|terminology|coding|billing|writ\w+|"
            r"records? systems?|imaging|equipment)",
        ),
    ),
    Topic.GENETIC: words(
        "genetic* hereditary family dna gene genes parents mother father siblings relatives relative anyone anybody "
        "someone inherited heredit* predispos* runs run brother sister grandparents",
        nouns=(
            r"(?:family )?(?:medical|health) history(?= (?:of|in) your family)|family(?:'s)? (?:medical|health|"
            r"illness|disease) histor(?:y|ies)|"
            r"family histor(?:y|ies) of (?:\w+ )?(?:illness|disease|cancer|\w+)|genetic (?:tests?|test results?|"
            r"testing|information|profile|conditions?|predispositions?|"
            r"disorders?|make-?up|risks?|screening|data)|dna(?: test)?(?: results?)?|genes|"
            r"hereditary (?:conditions?|diseases?|illness(?:es)?|disorders?)"
        ),
        have=r"(?:genetic|hereditary|inherited) (?:conditions?|diseases?|disorders?|illness(?:es)?|"
        r"predispositions?|risks?|tests?)|(?:dna|genetic) (?:test|testing|screening)",
        be=r"(?:genetically )?predisposed to|a (?:genetic )?carrier of|tested (?:for )?(?:\w+ )?(?:gene|genes|"
        r"genetic\w*|hereditary \w+|brca)",
        do=r"(?:take|done|do|undergo|taken|undergone|had) (?:a |any )?(?:genetic|dna) (?:test|testing|screening)",
        sure=(
            rf"(?:does|do|did|has|have|is|are|was|were) {_RELATIVE} (?:in your (?:immediate |close )?family |"
            rf"of your family )?(?:[\w'-]+ ){{0,6}}{_ILLNESS}",
            r"runs? in (?:your|the|their) family",
            rf"{_ILLNESS} (?:\w+ ){{0,3}}in your family",
            r"in your family (?:\w+ ){0,4}(?:suffer\w*|die\w* of|ill|sick|diagnosed)",
            r"(?:did|have|has|are) your (?:parents|mother|father|grandparents) (?:\w+ )?(?:die|died|ill|sick|suffer)",
        ),
        instruction=(
            r"family (?:medical|health) history|(?:illness\w*|disease|cancer|conditions?) (?:\w+ ){0,3}(?:in|"
            r"of) (?:the|their|his|her|the candidate's) family",
            r"runs? in the family|(?:hereditary|genetic|inherited) (?:conditions?|diseases?|disorders?|risks?|tests?)",
        ),
        scored=(
            r"(?:family (?:medical|health) history|(?:hereditary|genetic|inherited) (?:conditions?|diseases?|"
            r"disorders?|risks?|predispositions?))",
        ),
        label=r"family (?:medical|health) history",
        harmless=(
            r"genetic algorithms?|genetic(?:s)? (?:lab\w*|research|engineering|counsell?ing|compan\w+|software|"
            r"platform|industry|products?|services?)|"
            r"genetic testing (?:industry|products?|platforms?|software|company|labs?|kits)|dna (?:sequenc\w+|"
            r"lab\w*|extraction|of (?:the|our|a) \w+)",
        ),
    ),
    Topic.PHYSICAL_ABILITY: words(
        "lift* carry* stand* climb* bend* kneel* squat* push* pull* crawl* walk* run stoop* sit* strength stamina move "
        "handle physically heavy ladder* lbs pounds kg feet",
        asked=(
            r"(?:can|could|are|will|do) you (?:be )?(?:able to |have the strength to |manage to |comfortable |"
            rf"physically )*{_RAISE}(?:ing)? (?:[\w/,-]+ ){{0,8}}{_LOAD}",
            r"are you (?:physically )?(?:strong|fit) enough",
        ),
        instruction=(
            r"(?:if|whether) (?:they|the candidate|he|she) (?:can|could|is able to|"
            rf"are able to) (?:physically )?{_RAISE} (?:[\w/,-]+ ){{0,8}}{_LOAD}",
        ),
        required=(
            r"(?:able|ability|capable|strength|must|can|needs?) (?:to |of |"
            rf"be able to )?(?:physically )?{_RAISE}(?:ing)? (?:[\w/,-]+ ){{0,8}}{_LOAD}",
            r"(?:must be|is|be) (?:physically )?(?:strong|robust)(?=\W*$)|physical (?:strength|stamina|endurance)",
            rf"^{_RAISE}s? (?:[\w/,-]+ ){{0,6}}{_LOAD}",
        ),
        scored=(r"physical(?:ly)? (?:strength|stamina|strong|endurance)|strong enough to (?:lift|carry)",),
        harmless=(
            r"carry out|stand (?:up|in|out|by)|push (?:back|code|notifications?)|pull (?:requests?|data)|"
            r"walk (?:us|me|you|them|through)",
        ),
    ),
}

"""English: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_belief import BELIEF
from heymilo_ops.lint.topics.english_body import BODY
from heymilo_ops.lint.topics.english_family import FAMILY
from heymilo_ops.lint.topics.english_forms import FORMS, with_options
from heymilo_ops.lint.topics.english_health import HEALTH
from heymilo_ops.lint.topics.english_identity import IDENTITY
from heymilo_ops.lint.topics.english_life import LIFE
from heymilo_ops.lint.topics.english_named import NAMED_IDENTITY
from heymilo_ops.lint.topics.english_named_habits import NAMED_HABITS
from heymilo_ops.lint.topics.english_named_life import NAMED_LIFE
from heymilo_ops.lint.topics.english_named_private import NAMED_PRIVATE
from heymilo_ops.lint.topics.english_needs import NEEDS
from heymilo_ops.lint.topics.english_origin import ORIGIN
from heymilo_ops.lint.topics.english_person import PERSON
from heymilo_ops.lint.topics.english_private import PRIVATE
from heymilo_ops.lint.topics.english_record import RECORD
from heymilo_ops.lint.topics.language import Language, any_of, joined

_DO_NOT = (
    r"(?:do not|don't|does not|doesn't|never|avoid|must not|mustn't|should not|shouldn't|may not|will not|"
    r"won't|cannot|can't|refrain from|not to|no need to|need not|under no circumstances|nobody (?:may|should|will)|"
    r"stop|we never|neither|nor)"
)
_OTHERWISE = r"(?:have|has|having|be|being|want|wants|own|hold|live|lives|speak|speaks|plan|intend|smoke|drink|attend)"
_DEEDS = (
    r"(?:ask\w*|rais(?:e|ed|ing)|bring up|mention\w*|discuss\w*|scor(?:e|es|ed|ing)|infer\w*|guess\w*|"
    r"consider\w*|penali[sz]\w+|prob(?:e|ing)|request\w*|judg(?:e|ed|es|ing)|record\w*|not(?:e|ing)|"
    r"question(?:s|ing|ed)?|inquir\w+|enquir\w+|dig|explor\w+|follow(?:ing)? up|comment\w*|rat(?:e|ed|"
    r"ing)|mark|deduct\w*|lower\w*|downgrade\w*|hold\w*|count\w*|factor\w*|tak(?:e|ing|en) into|"
    r"weigh\w*|us(?:e|ed|ing)|reward\w*|prefer\w*|favou?r\w*|reject\w*|screen\w*|collect\w*|assess\w*|"
    r"evaluat\w+|react\w*|respond|press\w*|invite|encourage|pursue|speculate|assum\w+|base|discriminat\w+|"
    r"make|treat\w*|let|share|tell|disclose|reveal|volunteer|affect\w*|influenc\w+|matter\w*|discourag\w+|"
    r"draw|look (?:at|for)|touch|talk|speak|steer|start|expect\w*|require\w*|want|need to know|interested|"
    r"relevant|read into|comment|chat)"
)

_FIRST = {**BODY, **HEALTH, **FAMILY, **IDENTITY, **ORIGIN, **BELIEF, **RECORD, **PRIVATE}
_NAMED = {**NAMED_IDENTITY, **NAMED_LIFE, **NAMED_PRIVATE, **NAMED_HABITS}
_BEFORE_IT = (
    r"(?:do not|don't|never) (?:move on|proceed|continue|go on|finish|stop|end|accept|give up|leave|close|wrap up|"
    r"hang up|let (?:them|the candidate|the applicant)|rest) ?[^.?!]{0,40}?(?: until| unless| without| before) "
)
_OPTIONS = r"\s*(?:☐|\[|_|\(|\w+ ?(?:/|\||☐|,))"

ENGLISH = Language(
    code="en",
    name="English",
    topics={topic: with_options(words) for topic, words in joined(joined(_FIRST, {**PERSON, **LIFE}), _NAMED).items()},
    clause_ends=(
        rf"{_BEFORE_IT}| (?:until|unless) (?=they|the |he |she |you |someone )|;|:(?!\d|{_OPTIONS})|,? (?:but|"
        rf"however|yet|although|whereas|except that)(?!\w)|, (?:and|"
        r"then) (?:then )?(?=(?:ask|score|rate|reject|prefer|penali[sz]e|lower|note|find out|check|probe|"
        r"reward)\b)|"
        r" (?:and|then) (?=(?:ask|score|reject|prefer|penali[sz]e|find out|probe|reward)\b)| – | — | - "
    ),
    frames=any_of(
        r"(?:has|have|had) no (?:place|bearing|effect|weight|part)|leave (?:[\w',-]+ ){0,20}alone|"
        r"leave alone|let (?:[\w',-]+ ){0,12}rest|(?:does|do|did) not count|count for nothing|"
        r"no questions? (?:about|on)|(?:is|are) (?:no|none) of",
        r"nothing about",
        r"^(?:and )?not [\w'-]+(?:,| (?:and|or) )",
        rf"{_DO_NOT} (?:(?!{_OTHERWISE}\b)[\w']+ ){{0,4}}?{_DEEDS}",
        r"(?:no|nobody's|none of (?:\w+'s|our|your)) business(?= |\W*$)(?! (?:degree|owner|card|partner))|taboo|"
        r"hands off"
        r"|not a word|(?:stays?|keep|keeps|kept|leave|leaves|left) (?:[\w',-]+ ){1,6}out of (?:it|this|the)|(?:tell|"
        r"tells|"
        r"say|says) (?:us )?nothing|(?:costs?|earns?|adds?|means?|is worth|changes?) (?:nothing|no points?|them "
        r"nothing)|(?:is|are) no (?:minus|plus|reason|matter|ground|criterion)|(?:must|should|may|does|do|can|will) "
        r"(?:not|never) (?:cost|earn|lose|gain|add|take|bring|"
        r"mean|change|play)|(?:un(?:scored|rated|judged|noted|recorded)|not scored)|left out|off the table|nothing "
        r"(?:\w+ )?"
        r"(?:analy[sz]es|reads|records|scores|measures|judges)|(?:must|should|may|can) (?:not|never) (?:come up|be "
        r"(?:asked|raised|mentioned|discussed|scored|recorded|noted))|(?:is|are) not (?:our|your|a) "
        r"(?:\w+ )?(?:concern|matter|topic|criterion|subject)|(?:do not|don't|no) (?:want|wish|need) to (?:know|hear)|"
        r"not (?:our|a) (?:concern|topic|subject)|stay (?:clear|off)|(?:no|zero) (?:talk|mention|discussion|small talk|"
        r"comments?|remarks?|guess\w*|inference\w*|deductions?|penalt\w+) (?:of|about|on|for|from)",
        r"^\W*(?:and )?(?:if|should|when|where|in case) (?:(?:the |an? |any )?(?:candidate|applicant|person|someone|"
        r"somebody|anyone|people|"
        r"child(?:ren)?|accent|noise|partner)s?|they|he|she) [^.?!]{1,80}?(?:offer|reschedul\w+|pause|stop|switch to|"
        r"thank|apologi[sz]e|"
        r"wish|let them|send (?:a|them|the)|hand over|pass (?:them|it) (?:on|to)|refer|give (?:them )?(?:a |more |"
        r"extra )"
        r"?(?:time|break|link|moment)|slow down|repeat|reassure|be kind|say that|return (?:\w+ )?to|carry on|go on|go "
        r"back|come back|respond (?:with|kindly)|change the subject|take (?:it|this) in|acknowledge|gently (?:move|go|"
        r"return))",
        r"(?:without|instead of|rather than) (?:\w+ly )?(?:asking(?! (?:outright|directly|straight|in so many))|"
        r"raising|mentioning|discussing|scoring|"
        r"inferring|guessing|considering|"
        r"penali[sz]ing|probing|judging|recording|noting|questioning|exploring|commenting|rating|counting|"
        r"weighing|using)",
        r"(?:is|are|isn't|aren't|be) (?:not|never) (?:\w+ly )?(?:to be )?(?:asked|raised|mentioned|discussed|"
        r"scored|inferred|considered|penali[sz]ed|"
        r"judged|recorded|noted|explored|rated|counted|weighed|used|held|relevant|a factor|part of|needed|"
        r"required|something)",
        r"not (?:asked|scored|considered|counted|recorded|used|judged|rated|relevant|part of)",
        r"(?:regardless|irrespective) of|without regard to|(?:ignore|ignoring|disregard\w*|overlook|"
        r"leave aside|set aside|steer away|steer clear|change the subject|redirect|move on|moves on|stay away|"
        r"keep away|keep off|skip over|skip (?:any |all )?(?:questions|topics|anything|everything)|look past)",
        r"(?:is|are|stays?|remains?) (?:off[- ]limits|out of bounds|irrelevant|not relevant|no reason|"
        r"never a reason|prohibited|forbidden|none of (?:your|our)|not our)|off[- ]limits|out of scope|"
        r"prohibited|forbidden|protected (?:characteristics?|traits?|topics?|class\w*)",
        r"equal (?:opportunit\w+|employer)|(?:welcome|welcomes|encourage|encourages|"
        r"invite) (?:\w+ ){0,3}(?:applications?|applicants|candidates|people|everyone|all)|"
        r"all (?:qualified )?(?:applicants|candidates|backgrounds)|(?:we|do not|"
        r"does not) (?:\w+ )?discriminat\w+|(?:people|candidates|applicants) of (?:all|any|every)|"
        r"diverse (?:backgrounds|team)",
        r"(?:offer|provide|arrange|mention) (?:\w+ ){0,2}(?:adjustments?|accommodations?|alternatives?)",
        r"(?:with or )?without (?:an? |any )?(?:reasonable )?(?:accommodations?|adjustments?)|essential functions?",
        r"(?:treat|treats|score|scores|scored|treated|judge|judged|count|counts) (?:\w+ ){0,4}(?:the same|"
        r"alike|equally|identically)|equally",
        r"(?:is|are|as) (?:entirely |completely )?(?:fine|welcome|allowed|okay|permitted|no problem)|"
        r"bias(?:ed|es)?|stereotyp\w+|discriminat(?:ion|ory)|fairly",
        r"(?:does|do|did|will|would|should|must|may|can) (?:not|never) (?:\w+ ){0,2}(?:affect|influence|"
        r"matter|count|change|lower|hurt)|(?:doesn't|don't|won't|shouldn't|mustn't) (?:\w+ )?(?:affect|"
        r"influence|matter|count|change|lower)",
    ),
    others=any_of(
        r"(?:customer|client|patient|(?<!recreational )user|guest|resident|caller|student(?! (?:debt|loan))|pupil|"
        r"learner|teammate|"
        r"colleague|"
        r"co-?worker|employee|tenant|reader|audience|passenger|shopper|visitor|donor|player|"
        r"stakeholder|vendor|supplier|member of (?:the )?(?:public|staff)|citizen (?:who|calls)|viewer|"
        r"subscriber|participant|claimant|borrower|buyer|service user|direct report|new hire|"
        r"policyholder|survivor)(?:s|'s|s')?",
        r"(?:system|code|database|software|app|application form|website|product|portfolio|campaign|dataset|"
        r"data model|schema|api|pipeline|feature|form field|algorithm|spreadsheet|report|policy|policies|"
        r"legislation|regulations?|market|curriculum)s?",
        r"(?:an?|the|one|another|some|two|three) (?!candidates?\b|applicants?\b|persons?\b|score\b|partner\b|"
        r"husband\b|wife\b|spouse\b|boyfriend\b|girlfriend\b|child\b|son\b|daughter\b|relative\b|parent\b)[\w-]+ "
        r"(?:who|"
        r"whose)",
        r"how (?:do|would|did|have|could|will|should|can|would|might) you",
        r"(?:have|had) you (?:ever |already |personally |previously |yourself )?(?:built|designed|handled|supported|"
        r"sold|"
        r"led|managed|written|shipped|run|coached|taught|cared|worked|processed|helped|served|developed|advised|"
        r"tested|trained|organi[sz]ed|mentored|negotiated|covered|chased|fitted|defended|installed|priced|planned|"
        r"audited|edited|published|repaired|translated|administered|looked after|launched|coded|researched|filed|"
        r"prepared|cooked|reported|dealt|maintained|created|implemented|set up|used|migrated|presented|drafted|rolled "
        r"out|coordinated|hosted|raised funds|recruited|onboarded|assessed|treated (?=patients|people|animals))",
        r"did you (?:look after|care for|teach|have in|run|manage|build|support|serve|sell|handle|organi[sz]e|design|"
        r"lead|coach|plan)|in (?:a|your|the|one|each) (?:last |current |own |previous )?(?:class|group|classroom|"
        r"nursery|"
        r"ward|room|caseload)(?= |\W*$)",
        r"^\W*(?:\d\W+|strong\W+|good\W+|weak\W+|high\W+|low\W+|excellent\W+)?(?:explains|describes|names|"
        r"recogni[sz]es|spots|checks|knows|offers|identifies|understands|distinguishes|handles|adapts|outlines|walks "
        r"through|plans|demonstrates|tells (?:the|how)|asks (?:the|whether the|if the) (?!candidate|applicant)\w+|"
        r"notices|protects|respects|refers|calms|keeps (?:calm|records|the)|gives (?:a|an|one|two|three|clear|"
        r"concrete|examples?))(?= )(?! (?:the candidate|candidate's|their own|his own|her own|own)\b)",
        r"what would you (?:do|say)|what (?:steps|approach|measures) (?:do|would|did)",
        r"(?:tell (?:us|me)|talk (?:us|me)|walk (?:us|me)) (?:about (?:a|an|one|the) (?:time|case|situation|"
        r"moment|project|example)|through|how)",
        r"describe (?:how|a time|an? \w+|the|one|your (?:experience|approach|work))|explain (?:how|the|what|"
        r"why)|give (?:us |me )?an example",
        r"experience (?:with|in|of|working|caring|supporting|teaching|administering|using|running|handling|"
        r"building|as)|(?:your|their|any) (?:\w+ )?experience",
        r"(?:have|had) you (?:ever )?(?:built|designed|handled|supported|sold|led|managed|written|"
        r"shipped|run|coached|taught|cared|worked|processed|helped|served|developed|advised|treated(?! for)|"
        r"tested|trained|organi[sz]ed|mentored)",
        r"(?:describes?|explains?|gives|shows how|names|tells|recounts|outlines|names|"
        r"demonstrates) (?:\w+ ){0,3}(?:how|an?|one|two|what|steps?|example|examples)|how (?:they|"
        r"the candidate) (?:\w+ )?(?:handled|would|supported|helped|dealt|worked|treated|managed|responded|"
        r"built|designed|spoke|adapted)",
        r"(?:your|a|the|their|our) (?:\w+ )?(?:team|teams|class|classroom|ward|clinic|nursery|school|store|"
        r"shop)(?= \w+)(?! (?:pick|run|drop|gate|holiday)\w*)",
        r"(?:helps?|helped|helping|supporting|teach\w*|coach\w*|advis\w+|"
        r"safeguard\w*|inclusive|inclusion|accessib\w+|scenario|role[- ]?play)",
        r"(?:someone|somebody|anyone|people|person|family|parent|mother|father|man|woman|child|"
        r"children) (?:who(?! (?:has|have|had|is|are|was|were|took|takes|wants|plans|might|may|could|will|would|"
        r"needs|smokes|drinks|speaks|wears|goes|mentions|can't|cannot)\b)|whose|asks?|calls?|says?|comes?|tells?|"
        r"wants?|shouts?|complains?|in (?:distress|"
        r"crisis|need|your care)|at (?:the|a))",
    ),
    harmless=any_of(
        r"(?:customers?|clients?|patients?|guests?|colleagues?|someone|somebody|users?|"
        r"callers?) (?:who )?(?:ask\w*|comment\w*|"
        r"want\w* to know) (?:you )?(?:about |for |on )?your [\w ]{0,20}",
        r"race conditions?",
        r"native (?:apps?|code|mobile)",
        r"(?:master|slave|parent|child|orphan)(?:ed)? (?:process(?:es)?|nodes?|branch(?:es)?|records?|tables?|"
        r"class(?:es)?|elements?|tickets?|issues?|components?)",
        r"as (?:a )?reasonable (?:accommodation|adjustment)s?",
    ),
    forms=FORMS,
    needs=NEEDS,
)

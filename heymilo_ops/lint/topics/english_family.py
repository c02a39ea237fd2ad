"""Family: pregnancy, marriage, children and care, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_KIDS = (
    r"(?:(?:young|small|little|school-age|teenage|adult|own|more) )?"
    r"(?:kids?|child(?:ren)?(?! (?:process|protection|psycholog\w+|development|care experience|table|node|class|theme|"
    r"component|element|safeguarding|records?|issues?|tickets?))|bab(?:y|ies)|sons?|daughters?|toddlers?|little ones|"
    r"step-?children|grandchildren|dependants?|dependents?)"
)

FAMILY: dict[Topic, Words] = {
    Topic.CARING: words(
        "caring care carer carers caregiver* childcare babysit* nanny eldercare elder elderly school pick "
        "nursery relatives "
        "parents creche daycare depend* look looks looking household",
        nouns=(
            r"(?:caring|care|caregiving|carer|childcare|child-care|elder ?care) (?:responsibilit(?:y|ies)|"
            r"commitments|duties|obligations|arrangements?|provisions?|plans?|situation|needs|cover)|"
            r"child-? ?care(?! (?:setting|experience|qualif\w+|"
            r"work\w*|centre|center|provider|sector|job|degree))|babysitters?|nanny|day-?care(?= arrangements|"
            r"\W*$)|dependants|elderly (?:parents?|relatives?|mother|father)|school[- ]runs?"
        ),
        be=r"(?:a |the )?(?:sole |primary |main |full-time |unpaid |family )*(?:carer|caregiver)(?! (?:at|in|"
        r"for (?:a|the) (?:company|agency|home)))|(?:caring|responsible) for (?:a |an |any |your |someone |"
        r"their )*(?:child|children|elderly|sick|ill|disabled|ag(?:e?ing)|"
        r"parents?|relatives?|dependants?|dependents?|kids|family|relative|partner|mother|father)",
        have=r"caring responsibilit(?:y|ies)|child-? ?care(?= \w+|\W*$)(?! (?:experience|qualif\w+|work|training|"
        r"degree))|(?:an )?elderly (?:parents?|relatives?)|anyone (?:(?:\w+ ){0,3}(?:who|"
        r"that) depends? on you|to (?:look after|"
        r"care for))|(?:reliable |backup |adequate )?(?:childcare|babysitters?|nann(?:y|ies))|(?:someone|"
        r"somebody|anyone) (?:who )?(?:to )?(?:looks?|cares?|look|watch) (?:after|for)",
        do=r"(?:have to |need to )?(?:care for|look after|support) (?:a |an |any |your |someone |their |sick |"
        r"ill |elderly |ageing |aging |disabled |small |young )+(?:children|child|kids|relatives?|parents?|"
        r"mother|father|family(?: members?)?|partner|spouse|dependants?|person(?= at home))|(?:need|use|"
        r"arrange|rely on|afford) (?:a |any )?(?:childcare|babysitters?|nanny|daycare|nursery)",
        people=r"(?:carers|caregivers|(?:candidates|people|those|anyone|applicants) with (?:caring|childcare|"
        r"care) (?:responsibilities|duties|commitments|needs))",
        sure=(
            r"who (?:will |would |does |is going to )?(?:looks?|cares?|take care|takes care|watch(?:es)?|"
            r"mind) (?:after|for|of)? ?(?:your|the) (?:kids|children|parents|family|baby|dependants)",
            r"(?:what|which) (?:child-? ?care|caring) arrangements",
            r"(?:cover|do|does|manage|handle) (?:the )?school[- ]runs?",
            r"(?:child-? ?care|caring|care)(?: \w+)? (?:get|gets|getting) in the way of",
        ),
        instruction=(
            r"child-? ?care (?:arrangements?|plans?|provisions?|needs|cover|responsibilities|commitments)|"
            r"caring (?:responsibilit(?:y|ies)|duties|commitments)|school[- ]runs?|who (?:depends|"
            r"relies) on (?:them|the candidate)",
        ),
        scored=(
            r"(?:gaps?|breaks?|absences?) (?:\w+ ){0,4}(?:due to|because of|for|to) (?:\w+ ){0,2}(?:child-? ?care|"
            r"care for|caring|"
            r"look after)",
            r"child-? ?care (?:arrangements?|issues|problems|needs|duties|responsibilities|commitments|"
            r"obligations)|caring (?:responsibilit(?:y|ies)|duties|commitments)|(?:reliable|stable) child-? ?care",
        ),
        required=(r"^(?:has|must have|no) (?:\w+ )?(?:child-?care|caring)",),
        harmless=(
            r"experience (?:of |in |with )?(?:caring|looking after|care)(?: \w+){0,4}|(?:health|social|customer|"
            r"patient|after|skin|personal|residential|home|nursing|palliative)[- ]?care|care (?:home|plans?|"
            r"workers?|assistants?|setting|sector|quality)|take care of (?:the )?(?:details|customers?)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: words(
        "partnered civil partnership partnerships partner registered",
        nouns=r"civil partner(?:s|ship|ships)?|registered partner(?:ship)?",
        be=r"(?:in )?a (?:civil|registered) partner(?:ship)?|in (?:a )?(?:civil|registered) partnership|(?:civil|"
        r"legally) partnered",
        have=r"a (?:civil|registered) partner(?:ship)?",
        do=r"(?:enter|form|plan to enter|register) (?:into )?a (?:civil|registered) partnership",
        people=r"(?:people|candidates|those) in (?:a )?civil partnerships?",
        instruction=(r"civil partner(?:s|ship|ships)?",),
        scored=(r"civil partner(?:s|ship|ships)?",),
        harmless=(r"civil partnership (?:law|registrar|ceremon\w+|bookings?|registrations?)",),
    ),
    Topic.MARITAL_FAMILY: words(
        "kid* child* baby babies son sons daughter* toddler* ones grandchildren step* stepchildren dependant* "
        "dependent* married unmarried marry marriage marital husband* wife wives spouse* partner* family "
        "families maiden single "
        "divorce* separated widow* engaged relationship parent* mother* father* mum mums mom moms dad dads boyfriend "
        "girlfriend fianc* wedding dating household home childless childfree childcare school",
        nouns=(
            r"(?:ex-)?(?:husband|wife|spouse|fianc[eé]+|boyfriend|girlfriend)(?:'s)?|marital status|maiden name|"
            rf"{_KIDS}(?:'s)?|family(?! (?:business|office|law|medicine|of (?:products|tools|"
            r"brands)|room|support work|name))(?: (?:life|situation|status|background|circumstances|commitments|"
            r"obligations|responsibilities|members?|name|"
            r"arrangements|duties))?|home (?:life|situation|circumstances)|parents'? (?:jobs?|occupations?)|"
            r"in-laws|marriage|wedding|"
            r"relationship status|household|partner'?s? (?:job|work|career|employer|occupation|name)|"
            r"personal (?:life|relationships?)|private life"
        ),
        be=(
            r"(?:happily |newly |recently |legally |not )?(?:married|divorced|separated(?! from (?:the|"
            r"your) (?:employer|company|job))|widowed|unmarried|"
            r"single(?![-\w]| (?:point|sign|page|source|threaded|handed\w*))|childless|childfree)|"
            r"(?:a )?(?:widow(?:er)?|bachelor|newlywed)|engaged(?: to be married)?(?=\W*$| to (?:be|marry))|in "
            r"(?:a |any )?(?:serious |committed |long-term |stable |romantic )*relationship|living with (?:a |"
            r"your )?(?:partner|someone|boyfriend|girlfriend)|"
            r"(?:a |the )?(?:single |working |lone |full-time |stay-at-home |new )*(?:parents?|mothers?|mums?|"
            r"moms?|fathers?|dads?|breadwinner)(?! (?:company|organi[sz]ation|process|class|portal|"
            r"governor|teacher))|dating(?: anyone)?|getting married|planning (?:to (?:get married|marry)|a wedding)"
        ),
        have=(
            rf"{_KIDS}|(?:a |any )?(?:own |young )?famil(?:y|ies)(?: (?:commitments|obligations|responsibilities|"
            r"duties|ties|plans))?|(?:a |an )?(?:boyfriend|girlfriend|husband|wife|spouse|fianc[eé]+|"
            r"domestic partner|significant other|ex-husband|ex-wife)|(?:domestic|parental|family|"
            r"parenting) (?:responsibilities|commitments|obligations|duties)|a partner(?=\W*$| at home| who)"
        ),
        do=r"(?:live|living) (?:with (?:your |a |any )?(?:parents|partner|spouse|husband|wife|family|kids)|"
        r"alone)|(?:plan to |intend to |want to )?(?:get married|marry|settle down)|have (?:kids|children)|"
        r"need to (?:be home|get home) for (?:the |your )?(?:kids|children|family)",
        people=(
            r"(?:parents?|mothers|fathers|single (?:people|men|women|parents?|candidates?)|married (?:people|men|"
            r"women|candidates?|applicants?)|moms|mums|working mothers|"
            r"(?:people|candidates|applicants|those|anyone|women|men) (?:with|without|who have) (?:\w+ )?(?:kids|"
            r"children|famil(?:y|ies)|dependants|dependents|family (?:commitments|obligations))|family (?:men|man|"
            r"people))"
        ),
        sure=(
            r"your (?:[\w-]+ )?(?:husband|wife|spouse)",
            r"(?:does|would|will|what does|is|can|could|how does|how would|did) your (?:\w+ )?partner (?:think|"
            r"feel|do|mind|work|have|support|agree|move|earn|be|live|approve|object)",
            r"who (?:\w+ ){0,3}(?:looks?|cares?|watch(?:es)?|minds|takes? care|picks? up) (?:after |for |of |"
            r"up )?(?:your|the) (?:kids|child(?:ren)?|family|baby|little ones)",
            r"(?:what|which) (?:is|was) your (?:maiden name|name before (?:you|marriage))",
            r"what (?:does|do|did) your (?:husband|wife|partner|spouse|parents|father|mother) do",
            r"(?:balance|juggle|combine|manage|reconcile) (?:\w+ ){0,5}(?:motherhood|parenthood|your (?:family|"
            r"kids|children)|being a (?:mother|parent|mum|mom|father)|raising)",
            r"(?:miss|mrs|ms|miss or mrs|mrs or miss|miss, mrs or ms|mrs\.? or ms\.?)(?=\W*\?)",
        ),
        profile=(
            r"(?:single|unmarried|childless|childfree) (?:candidates?|applicants?|people|women|men|persons)",
            r"no (?:family|parental|childcare|domestic) (?:ties|commitments|obligations|responsibilities|duties)",
        ),
        asked=(
            r"(?:any|got) (?:kids|children|family|little ones)(?= at home|\W*\?)",
            r"(?:who do you live with|do you live alone|who else lives (?:with you|in your))",
            r"tell (?:us|me) (?:a (?:bit|little) )?about (?:your family|your home life|yourself and your family)",
            r"how (?:does|will|would|do) (?:your )?family feel",
            r"as a (?:single |working |new )?(?:mother|father|parent|mum|mom|dad|wife|husband)",
            r"(?:pick|drop)(?:ping)? (?:up|off) (?:your |the )?(?:kids|children)",
        ),
        instruction=(
            r"ask(?:ing)? (?:\w+ ){0,4}(?:about|if|whether) (?:\w+ ){0,4}(?:family|kids|children|marriage|"
            r"husband|wife|spouse|home life|partner)(?! (?:business|law|teams?|channels?|organi\w+))",
            r"(?:family|home) (?:life|situation|circumstances|status|plans|commitments|obligations|"
            r"responsibilities|background)",
            r"marital status|maiden name",
            r"(?:small talk|rapport|chat|chatting|talk|talking|conversation) (?:\w+ ){0,4}(?:famil(?:y|ies)|kids|"
            r"children|spouse|partner)",
            r"who (?:looks after|cares for|watches|takes care of) (?:their|the|his|her) (?:kids|children)",
            r"(?:how|whether) (?:their|the candidate's|his|her) (?:\w+ )?(?:family|partner|spouse|husband|wife|"
            r"kids|children) (?:feels?|would|will|can)",
        ),
        scored=(
            r"family (?:obligations|commitments|duties|responsibilities|ties|situation|status|circumstances|"
            r"plans)|marital status|(?:child-?care|parental|parenting) (?:obligations|"
            r"commitments|duties|responsibilities|issues)|home life|(?:young|small) (?:kids|children) at home|"
            r"(?:kids|children) at home",
            r"(?:is|are|being|seems|as) (?:a )?(?:married|single|divorced|childless|(?:\w+ )?(?:parent|mother|"
            r"father|mum|mom|dad))(?=\W*$|,| and| or| with)",
            r"stable (?:family|home|marriage|relationship)",
            r"settled (?:family|home|down)",
        ),
        required=(
            r"(?:no|without|has|have) (?:\w+ )?(?:kids|children|dependants|dependents|family (?:ties|commitments))",
        ),
        label=r"marital status|family status|number of (?:children|dependants|dependents|kids)|spouse(?:'s)? name|"
        r"maiden name|children|title \(mr.*|civil status",
        harmless=(
            r"(?:in|of) your (?:immediate |close )?family|child(?:ren)?'?s? (?:\w+ )?(?:process(?:es)?|training|"
            r"nodes?|classes|books?|hospital|ward|services|"
            r"homes|charit\w+|safeguarding|literature|clothing|menu|education|"
            r"social (?:work|care)|development|psychology|protection|rights|entertainment|theatre|records|table|"
            r"account)|parent (?:compan(?:y|ies)|class(?:es)?|process(?:es)?|organi[sz]ations?|"
            r"entit\w+|portal|page|element|node|teacher|groups?|evenings?)",
            r"(?:business|channel|sales|delivery|technology|integration|implementation|strategic|hr|training|law|"
            r"trading|industry|community|external|retail) partners?|partner (?:teams?|banks?|compan\w+|"
            r"organi[sz]ations?|programs?|programmes?|network|agenc\w+|schools?|portals?|apis?|managers?|"
            r"relationships?|accounts?|channels?)",
            r"family (?:law|support|business|office|medicine|doctor|room|car|tickets?|restaurant|centre|center|"
            r"services|practice|liaison|therapy|hub|visits?|meetings?|friendly|-friendly)|family-(?:friendly|run|"
            r"owned|history)|"
            r"(?:product|font|word|file|column|instance) famil(?:y|ies)",
            r"(?:caring|working|work|worked|experience|teaching|support\w*|looking) (?:for|with|"
            r"after) (?:\w+ ){0,3}(?:children|families|parents|kids|babies|toddlers)(?= |\W*$)",
            r"(?:single|one) (?:sign-on|point|page|source|threaded)|married (?:up )?(?:to|with) (?:the )?(?:data|"
            r"design|business)|engaged (?:in|with|by|customers?|employees)",
            r"(?:pupils|patients|residents|clients|students|children|customers)(?:'s?|s')? (?:and (?:their|"
            r"the) )?(?:parents|famil(?:y|ies))|parents (?:and|or) (?:pupils|carers|teachers|guardians)",
            r"(?:an? |the )?(?:angry|upset|anxious|worried|worried|difficult|concerned) (?:parents?|mothers?|"
            r"fathers?|famil(?:y|ies)|spouse|husband|wife)",
        ),
    ),
    Topic.PREGNANCY: words(
        "pregnan* maternity paternity parental expecting baby babies family children kids child due conceive clock "
        "mother motherhood breastfeed* nursing trying",
        nouns=r"pregnanc(?:y|ies)|due date(?= .*baby)|(?:maternity|paternity|parental) leave(?: plans?)?|"
        r"family[- ]planning|family plans|plans? (?:to start|for|to have) (?:a )?(?:family|children|kids|"
        r"babies)",
        be=(
            r"(?:planning to (?:become |get |be )?)?pregnant|expecting(?: (?:a|another) (?:baby|child))?(?=\W*$|"
            r" (?:a|another)\b)|breast-?feeding|trying "
            r"(?:for a baby|to (?:conceive|get pregnant|have (?:a )?(?:baby|children)))|"
            r"(?:planning|hoping|intending|likely|going|thinking|looking)(?: to| on| of| about)? (?:have|having|"
            r"start|starting) (?:a |any |more |another |your )*(?:family|kids?|child(?:ren)?|bab(?:y|ies))"
        ),
        do=(
            r"(?:plan|intend|hope|want|expect|wish|think|like|see yourself|thought)(?: (?:to|on|of|"
            r"about))? (?:hav(?:e|ing)|start(?:ing)?|rais(?:e|ing)|becom(?:e|ing)|get(?:ting)?) (?:a |any |more |"
            r"another |your |"
            r"one day |soon )*(?:family|kids?|child(?:ren)?|bab(?:y|ies)|pregnant|(?:mother|parent|father)s?)|"
            r"(?:want|plan for) (?:any |more )?(?:kids|children|a baby|a family)|"
            r"(?:took|take|taken|taking|need|plan|go on|return from|been on) (?:\w+ ){0,2}(?:maternity|paternity|"
            r"parental) leave|get pregnant|breast-?feed"
        ),
        people=r"(?:pregnant (?:women|candidates?|applicants?|people)|women (?:of (?:childbearing|child-bearing) age|"
        r"who (?:may|might|could|are likely to) (?:become pregnant|have children))|(?:expectant|new|"
        r"young) mothers)",
        sure=(
            r"(?:when|if) (?:do |did |will |would )?you (?:plan |want |hope )?(?:to )?(?:have|start|took|take|"
            r"go on) (?:a |your |any |more )?(?:family|kids|children|maternity leave|paternity leave|"
            r"parental leave|baby)",
            r"when (?:is|was) (?:your|the) (?:baby|due date)",
            r"how many (?:children|kids) (?:would|do) you (?:want|like|plan|hope)",
            r"biological clock",
            r"(?:see|picture) (?:yourself|children|kids) (?:\w+ ){0,5}(?:family|kids|children|pregnant|mother|"
            r"in your future)",
        ),
        instruction=(
            r"plans? (?:for|to have|to start|on having|on starting) (?:a |any |more )?(?:family|children|kids|"
            r"bab(?:y|ies))",
            r"(?:pregnan\w+|family planning|maternity leave|paternity leave|parental leave)",
            r"(?:want|wants|planning|plans|intends?|hopes?|likely) (?:to |on )?(?:have|having|start|"
            r"starting) (?:a |any |more )?(?:family|children|kids|bab(?:y|ies))",
        ),
        scored=(
            r"pregnan\w+|(?:maternity|paternity|parental) leave|(?:may|might|could|will|likely to|plans? to|"
            r"planning to|wants? to) (?:have|start) (?:a |any )?(?:family|children|kids|baby)",
            r"(?:gaps?|breaks?|leave) (?:\w+ ){0,4}(?:due to|because of|for|to) (?:\w+ ){0,2}(?:maternity|"
            r"motherhood|have children|having children|raise|raising|a baby)",
        ),
        required=(r"^(?:not|is not|no) (?:\w+ ){0,3}(?:pregnan\w+|maternity)",),
        harmless=(
            r"(?:nursing|maternity|paternity) (?:ward|unit|care|home|staff|degree|experience|services?|department|"
            r"nurse|cover)|maternity-cover|"
            r"(?:covering|cover) (?:a |for )?(?:maternity|parental)(?: leave)?|(?:patients?|women|clients?|"
            r"some(?:body|one)|"
            r"colleagues?|customers?|people) (?:who (?:are|were) )?(?:pregnant|on (?:maternity|parental) leave)|"
            r"(?:returning|returns|back|return) from (?:parental|maternity|paternity) leave(?= .*)|(?:parental|"
            r"maternity) leave (?:polic\w+|rules|benefits?|process\w*|requests?|pay)",
        ),
    ),
    Topic.REPRODUCTIVE: words(
        "contracept* abort* ivf fertil* infertil* miscarr* menopaus* menstru* birth sterili* vasectomy "
        "hysterectomy pill "
        "periods reproductive pro",
        nouns=r"birth control|contracepti(?:on|ves?)|abortions?|ivf(?: treatment)?|fertility(?: treatment| plans|"
        r" journey)?|miscarriages?|menopaus\w+|menstrua\w+(?: cycle)?|reproductive (?:health|plans|choices|"
        r"history|decisions)",
        be=r"on (?:birth control|the pill|contracepti\w+)|(?:going|been) through (?:the )?(?:menopause|ivf|"
        r"fertility treatment)|(?:in|having|undergoing) (?:ivf|fertility treatment|the menopause)|"
        r"sterili[sz]ed|infertile|menopausal|pro-(?:life|choice)",
        do=r"(?:use|take|using|taking) (?:any )?(?:birth control|contracepti\w+|the pill)|(?:had|have|considered|"
        r"undergone|undergo) (?:an |a |any |fertility )*(?:abortion|miscarriage|ivf|"
        r"treatment(?= for infertility)|vasectomy|hysterectomy|fertility treatment)",
        instruction=(
            r"(?:birth control|contracepti\w+|abortions?|ivf|fertility|miscarriages?|menopaus\w+|menstrua\w+)",
        ),
        scored=(r"(?:birth control|contracepti\w+|abortions?|ivf|fertility treatment|miscarriages?|menopaus\w+)",),
        harmless=(
            r"fertility (?:clinic|rates|research|nurse|sector|patients|services)|(?:soil|land) fertility|"
            r"aborted?(?= (?:transactions?|deploy\w*|builds?|jobs?|process\w*))|birth control (?:products?|"
            r"pills? packaging)",
        ),
    ),
}

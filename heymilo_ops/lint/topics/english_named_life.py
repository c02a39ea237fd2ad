"""English: words that give a topic away by themselves, unless a clause is about others or is work: health and home."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_KIDS = (
    r"(?:kids?|child(?:ren)?|toddlers?|little ones|dependants?|dependents?|sons?|daughters?|grandchildren|bab(?:y|ies))"
)
_KIN = r"(?:parents?|mother|father|mum|mom|dad|relatives?|grandparents?|spouse|partner|family members?|brother|sister)"

NAMED_LIFE: dict[Topic, Words] = {
    Topic.DISABILITY_HEALTH: words(
        "alcoholic anorexi* applicant applicants bedisabilities bedisability bedisabled bevaccinated bodied booster "
        "burn* calls candidate candidates cane contact coronavirus days dementia disorder dodgy drug emotionallyfit "
        "emotionallyhealthy emotionallystable emotionallyunwell existing fullydisabilities fullydisability "
        "fullydisabled fullyvaccinated hasdisabilities hasdisability hasdisabled hasvaccinated healed hepatitis "
        "hesitation hesitations hivpositive isdisabilities isdisability isdisabled isvaccinated last learning lisps "
        "long many meds mentallyfit mentallyhealthy mentallystable mentallyunwell need nodisabilities nodisability "
        "nodisabled novaccinated often partially people persons physicallyfit physicallyhealthy physicallystable "
        "physicallyunwell pills positive preexisting problem problems recover recovery require schizophreni* "
        "sectioned seeing seriously shrink skin slow slurred sore struggle struggled suffer suffered take tics "
        "trouble twitching under underlying use walking weak wrong "
        "mental chronic sick sickness signed neuro* adhd autis* epilep* diabet* cancer hiv sclerosis wheelchair "
        "hearing "
        "disabilit* disabled depress* anxiety panic burnout burn ptsd medicat* antidepressant* therapist therapy "
        "psychiatr* hospital* surgery bad health medical treatment injur* workers handicap* illness* ill nerves nerve "
        "back knees stroke asthma migraine* tumour heart dyslexi* stammer stutter absence* off unwell doctor* allerg* "
        "impairment* condition* rehab addict* physically physical",
        named=(
            r"mental(?:ly)? (?:health|ill\w*|breakdown|condition\w*|problems?|struggles?)|chronic (?:illness\w*|pain|"
            r"conditions?|fatigue|disease\w*)|sick (?:days?|leave|notes?|record)|sickness(?: absences?| record| days)?|"
            r"(?:signed|been) off (?:work|sick|with|for)|off (?:sick|work with|work for)",
            r"neuro-?(?:divergen\w+|divers\w+|typical)|adhd|autis(?:m|tic)|epilep\w+|diabet(?:es|ic)|cancer|hiv|"
            r"multiple "
            r"sclerosis|asthma|migraines?|dyslexi[ac]|ptsd|bipolar|schizophreni\w+|dementia|anorexi\w+",
            r"(?:in|use|uses|using|need|needs) (?:an? )?wheelchair|hearing aids?|disabilit(?:y|ies)|disabled|"
            r"handicap(?:s|ped)?|impairments?|(?:stammer|stutter)(?:s|ing)?",
            r"depress(?:ion|ed)|anxiety|panic attacks?|burn-?out|(?:nervous|mental) breakdown|(?:your|their) nerves|"
            r"(?:on|take|takes|taking|prescribed|any|regular|of) (?:\w+ )?(?:medications?|antidepressants?|meds|pills)|"
            r"anti-?depressants?|(?:a|your|their|see|sees|seeing) (?:therapist|psychiatrist|psychologist|shrink)|"
            r"psychiatric \w+|in (?:therapy|rehab)",
            r"(?:bad|weak|dodgy|sore|wrong with (?:your|their)|trouble with (?:your|their)|problems? with "
            r"(?:your|their)) (?:back|knees?|heart|hips?|shoulders?|eyes|hearing)",
            r"hospitali[sz]\w+|(?:major |recent |had |any |have |or )surger(?:y|ies)|(?:your|their|his|her|good|poor|"
            r"ill|bad) health(?! (?:and safety|care|plan|insurance|benefit))|health (?:problems?|issues?|conditions?|"
            r"history|reasons?|concerns?|status|record|worries)|medical (?:conditions?|problems?|history|leave|"
            r"reasons?|"
            r"issues?|records?|treatment)|(?:ongoing|under|receiving|medical|having|cancer) treatment|(?:was|is|were|"
            r"be|"
            r"been|an?|any|or|long|serious|of|past|previous) (?:\w+ )?illness(?:es)?",
            r"workers'? comp(?:ensation)?|(?:work|workplace|old|previous|past|any) injur(?:y|ies)|(?:often|ever|"
            r"frequently|seriously|been|fall|falls|fell|get|you) (?:ill|sick|unwell)",
            r"days? (?:\w+ ){0,2}(?:off )?(?:sick|ill|through illness)|(?:sickness|absence) (?:days|record|rate|"
            r"history)",
        ),
        harmless=(
            r"health (?:and safety|care|insurance|inspector|visitor|tech|app|data)|(?:sick|mental health) (?:animals?|"
            r"nurse|nursing|ward|services|team|app)|out of (?:an )?abundance|hospitality|medication (?:rounds?|errors?|"
            r"charts?|administration|trolley)|(?:sick|disabled) (?:bay|access|toilets?)|screen readers?|mental "
            r"health first[- ]aid\w*|cancer "
            r"(?:research|ward|nurse|charity|registry|screening)|heart of|back(?:log| office|end|up)",
        ),
    ),
    Topic.MARITAL_FAMILY: words(
        "bachelor balance better boyfriends breadwinner combine commitments domestic down duties else folks "
        "girlfriends juggle laws life live lives living manage ms name newly newly* obligations other personal "
        "reconcile responsibilities settled "
        "marital married divorc* unmarried spouse* husband* wife wives boyfriend girlfriend fianc* kid* child* "
        "toddler* "
        "ones dependant* dependent* sons son daughter* single half significant alone own someone ties tied family "
        "relationship partner mr mrs mum mom mother father dad parent* widow* newlywed baby babies home",
        named=(
            r"marital|married|divorc(?:e|ed|ing)|unmarried|widow(?:ed|er)?|spouses?(?:'s)?|(?:ex-)?(?:husband|wife)"
            r"(?:'s)?|boyfriends?|girlfriends?|fianc[ée]+s?|newly-?weds?|(?:other|better) half|significant other",
            rf"(?:your|their|his|her|any|no|young|small|have|has|having|got|own|of|with|raise|raising|many|are|about|"
            rf"without|or|school-age) (?:\w+ )?{_KIDS}(?= |\W*$|,)(?! (?:in|at) (?:your|the|a|one) (?:class|group|room|"
            rf"nursery|school|care)| (?:process\w*|nodes?|table|protection|services|entertainment))",
            r"single (?:mum|mom|mother|dad|father|parent|with|and|or|people|candidates)|(?:no|without|few|any|family) "
            r"(?:family )?ties(?= |\W*$|:)|(?:live|living|lives) (?:\w+ )?(?:alone|on your own|by yourself|with (?:"
            r"someone|anyone|a partner|your|a boyfriend|family|roommates))|(?:someone|somebody|anyone) (?:special|"
            r"waiting) "
            r"at home|(?:mr|mrs) (?:or|and) (?:mr|mrs|ms)",
            r"(?:your|their|his|her|talk about|about|with) (?:own )?(?:family|home) (?:life|plans|situation|"
            r"commitments|"
            r"circumstances|background|obligations)|(?:in|have|has) (?:a |any )?(?:serious |steady |stable )?"
            r"relationship(?= |\W*$)(?! (?:with|manag))|(?:do you have a|have you got a|have a|got a|has a) "
            r"partner(?= |\W*$)(?! (?:organi|compan|agenc|firm|school|in crime))|(?:a|your|their|mention a|any|the) "
            r"partner(?= (?:or|at|think|"
            r"feel|"
            r"mind|do|work|live)|\W*$)",
            r"(?:are|is|as) (?:you |she |he |they )?(?:an? )?(?:\w+ )?(?:mum|mom|mother|father|dad|parent)(?= |\W*$)"
            r"(?! (?:company|process|node|class|element|compan|portal|table|record|tongue|language))",
        ),
        harmless=(
            r"(?:plan\w*|hop\w+|want\w*|intend\w*|thought about|going|think\w*|like) (?:to |of |on |about |when "
            r"you'd like to start )*"
            r"(?:have|having) (?:any |more )?(?:kids|children)",
            r"single (?:sign|source|page|point|ticket)s?|partner (?:organi[sz]ation|program\w*|channel|account|firm)s?|"
            r"working (?:with|for) (?:\w+ )?(?:children|kids|babies|toddlers|families)",
        ),
    ),
    Topic.PREGNANCY: words(
        "bearing breast breast* date expect feed feeding going hope hoping intend intending like likely little "
        "looking mothers plan planning raise raising think thinking thought want wish women yourself "
        "pregnan* maternity paternity expecting expectant baby babies family breastfeed* motherhood childbearing "
        "bump "
        "due trimester",
        named=(
            r"start(?:ing)? having (?:kids|children|a baby|babies)|pregnan\w+|(?:maternity|paternity|parental)(?: "
            r"leave)?(?= |\W*$|,|:)(?! (?:cover|ward|unit|policy|pay|"
            r"services?|nurse|clothes|cases|process|rights|law))|(?:start|starting|grow|growing|planning|plans for|"
            r"have) "
            r"(?:an? |your |their |a bigger )?family(?= |\W*$)(?! (?:business|company|run|law|name))|breast-?feed\w*|"
            r"motherhood|child-?bearing|(?:your|the) due date(?= |\W*$)(?! (?:for|of) (?:the|an?|each) (?:invoice|"
            r"project|task|report))",
            r"(?:want|wants|might want|planning|plan|plans|hope|hopes|try|trying|on|expecting|have|having|another) "
            r"(?:for |to have |on having |a |an? |another )*(?:bab(?:y|ies)|little one)(?= |\W*$|,)",
        ),
    ),
    Topic.REPRODUCTIVE: words(
        "done finished hysterectom* period treatment vasectom* "
        "contracept* abort* ivf fertil* infertil* miscarr* menopaus* menstru* sterili* vasectomy hysterectomy pill "
        "periods birth children kids",
        named=(
            r"contracept\w+|birth control|the pill|abort(?:ion|ions)|ivf|fertility|infertil\w+|miscarr\w+|menopaus\w+|"
            r"menstruat\w+|sterili[sz](?:ed|ation)|vasectom\w+|hysterectom\w+|your periods?(?= |\W*$)(?! of)|"
            r"(?:finished|"
            r"done) (?:having|with) (?:kids|children|babies)|(?:want|wants|planning) (?:any )?more (?:kids|children)",
        ),
        harmless=(r"(?:soil|land) fertility|sterili[sz]ed (?:tools|instruments|equipment)",),
    ),
    Topic.CARING: words(
        "anyone baby collect collects dropping drops family father fathers happens home little minding mom moms "
        "mother mothers mum mums nannies parental parenting partner picking picks relies rely responsible somebody "
        "someone spouse support "
        "childcare child childminder minder nanny babysit* school nursery caring carer* caregiv* look looks "
        "looking "
        "care "
        "cares minds mind elderly depends depend ties tie parent relative* pick drop",
        named=(
            r"child-?care|child-?minder|nanny|babysit\w*|school (?:runs?|pick-?ups?|drop-?offs?|gates?|holidays)|"
            r"nursery "
            r"(?:place|pick-?up|run|fees)|(?:pick|picks|picking|drop|drops|dropping|collect|collects) (?:\w+ )?(?:up|"
            r"off) "
            r"(?:the |their |your )?(?:kids|children|son|daughter|child)",
            r"(?:caring|care|parenting|parental) (?:duties|commitments|responsibilities|obligations|role|arrangements)|"
            r"caregivers?|carer(?:'s|s')? (?:duties|responsib\w+|leave|for)|(?:a|as|is|are|unpaid|you) carers?(?= |"
            r"\W*$)",
            rf"(?:look(?:s|ing)? after|car(?:e|es|ing) for|tak(?:e|es|ing) care of|minds?|minding) (?:[\w']+ ){{0,3}}"
            rf"(?:{_KIDS}|{_KIN}|someone|anyone|somebody|anybody)(?= |\W*$|,)",
            r"(?:elderly|ageing|aging|sick|ill|disabled|frail) (?:parents?|relatives?|mother|father|family members?|"
            r"partner|spouse|child)|(?:depend|depends|rely|relies|dependent) on (?:you|them) (?:for care|at home)|"
            r"ties? (?:them|you|him|her) (?:down )?(?:at|to|down)",
        ),
    ),
    Topic.PHYSICAL_ABILITY: words(
        "complete freely full handle* kilos move* normal proper robust run* shape shift without "
        "lift* carry carries heavy stand stairs ladders physically physical stamina build fitness condition "
        "physique "
        "bodied wheelchair walk walks unaided stick feet fit strong strength weights loads",
        named=(
            r"(?:can|can't|cannot|could|able to|unable to|must|have to|capable of|need to|to|struggles? to|^) "
            r"(?:lift|lifts|carry|"
            r"carries|lifting|carrying|shift|move) (?:[\w,]+ ){0,4}(?:\d+ ?(?:kg|kilos?|lbs?|pounds|"
            r"stone)|heavy (?:loads?|weights?|boxes|objects|things|items))|\d+ ?(?:kg|kilos|lbs|pounds)(?= (?:without|"
            r"unaided|on your own|alone))",
            r"(?:stand|be on (?:your|their) feet|standing) (?:up )?(?:all day|for (?:long|hours|\w+ hours|the whole)|"
            r"the "
            r"whole)|climb (?:the )?(?:stairs|ladders|a ladder)|physically (?:fit|strong|able|capable|robust|can't|"
            r"cannot|unable|limited|demanding\?)|able[- ]bodied|(?:walk|walks|move|moves|get around) (?:without|"
            r"unaided|"
            r"freely)|(?:good|excellent|strong|great|top|poor|decent) (?:physical )?(?:stamina|build|fitness|physique|"
            r"physical condition|physical shape)|physical (?:fitness|limitations?|restrictions?|shape|strength|"
            r"stamina)|(?:in|fit|good|great) (?:good )?shape(?= |\W*$)(?! (?:the|of|our))",
        ),
    ),
}

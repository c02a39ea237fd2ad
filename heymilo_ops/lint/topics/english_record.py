"""What lies behind people: records, service, money, pay, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_PAST = r"(?:current|present|previous|prior|past|last|existing|latest|most recent|former|old)"
_PAY = (
    r"(?:salar(?:y|ies)|pay|compensation|ctc|wages?|earnings|remuneration|package|bonus(?:es)?|income|"
    r"(?:hourly|day|daily) rate|"
    r"pay ?check|take-home)"
)

RECORD: dict[Topic, Words] = {
    Topic.CRIMINAL_RECORD: words(
        "record* arrest* convict* incarcerat* imprison* jail* prison* trouble police crime* criminal* felon* "
        "misdemean* offen* probation "
        "cautioned caution charges charged dui law parole court expunged juvenile ex",
        nouns=r"(?:criminal|police|arrest|conviction) (?:records?|histor(?:y|ies)|backgrounds?|past)|(?:criminal |"
        r"past |previous |prior )?convictions|felon(?:y|ies)|arrests?|probation officer|juvenile record|"
        r"brushes with the law|rap sheet",
        be=r"(?:ever )?(?:arrested|convicted(?! yourself)|incarcerated|imprisoned|jailed|in (?:jail|prison)|"
        r"on (?:probation|parole)|charged with (?:an?y? )?(?:criminal |serious )?(?:crimes?|offen[cs]es?|"
        r"felon\w+|misdemean\w+)|in trouble with the (?:police|law)|(?:an? )?(?:ex-)?(?:felon|convict|"
        r"offender|con)(?=\W*$)|cautioned by the police|found guilty)",
        have=r"(?:a |an |any |unspent |spent |pending |outstanding )*(?:criminal|police|arrest) (?:records?|"
        r"histor(?:y|ies)|backgrounds?|past|convictions?|charges?|cases?)|convictions?|felon(?:y|ies)|"
        r"misdemeanou?rs?|arrests?|pending (?:charges|court cases)|(?:a )?dui|a clean record|"
        r"run-ins? with the (?:police|law)|trouble with the (?:police|law)",
        do=r"(?:been|go|gone|spent time|spend time|serve(?:d)? time) (?:to |in )?(?:jail|prison|custody)|"
        r"(?:commit(?:ted)?|plead(?:ed)? guilty to|pled guilty to) (?:an?y? )?(?:crimes?|offen[cs]es?|"
        r"felon\w+)|serve(?:d)? (?:a )?(?:prison )?(?:time(?= in)|sentence)",
        people=r"(?:ex-)?(?:offenders|felons|convicts|criminals|cons)|(?:anyone|candidates|applicants|people|"
        r"those) with (?:an?y? )?(?:criminal )?(?:records?(?= of|\W*$)|convictions?|criminal (?:record|"
        r"history|past))",
        sure=(
            r"(?:have|had|were|are) you (?:ever |previously |recently )?(?:been )?(?:arrested|convicted of|"
            r"incarcerated|imprisoned|in (?:jail|prison)|in trouble with the (?:police|law)|"
            r"charged with an?y? (?:crime|offen[cs]e|felony|misdemean\w+)|sent to (?:jail|prison)|"
            r"stopped by the police|placed on probation)",
        ),
        profile=(
            r"(?:no|without(?: a)?|clean) (?:criminal|police|arrest) (?:records?|history|background|convictions?)|"
            r"(?:no|without) (?:felons|felony convictions?|ex-offenders|convictions)",
        ),
        instruction=(
            r"(?:criminal|police|arrest) (?:records?|history|background|past|convictions?)|(?:past|previous|prior|"
            r"any) (?:arrests?|convictions?|offen[cs]es)|(?:been|was|were) (?:arrested|convicted|in (?:prison|"
            r"jail))|(?:time|years) in (?:prison|jail)",
        ),
        scored=(
            r"(?:criminal|police|arrest) (?:records?|history|past|background)|(?:past|prior|"
            r"previous) (?:convictions?|arrests?|offen[cs]es)|convictions?(?=\W*$|,| or| and)|ex-(?:offender|con|"
            r"convict)|been (?:arrested|convicted|in (?:prison|jail))|clean record",
        ),
        required=(
            r"^(?:has |have |must have )?(?:no|never|a clean|clean) (?:\w+ ){0,3}(?:record|convict\w*|arrest\w*|"
            r"felon\w*|offen\w+)",
        ),
        label=r"(?:criminal|arrest|police) (?:record|history)|(?:criminal )?convictions|felony convictions?",
        harmless=(
            r"unspent (?:criminal )?(?:convictions?|records?|cautions?)|(?:dbs|background|criminal[- ]records?|"
            r"criminal history|police|crb|disclosure) (?:checks?|screening|clearance|vetting|"
            r"certificates?)(?: \w+){0,4}|"
            r"criminal (?:justice|law|defen[cs]e|barrister|psycholog\w+|investigat\w+|proceedings|courts?|"
            r"cases? (?:you|have))|convicted yourself|court (?:reporting|work|cases you)|charged with (?:leading|"
            r"running|building|delivering|a (?:project|task))|prison (?:officers?|service|reform|education|"
            r"library|ward|setting|sector)|police (?:officers?|force|liaison|service)|offender (?:management|"
            r"rehabilitation|support)|data arrest",
        ),
    ),
    Topic.FINANCIAL: words(
        "credit bankrupt* debt* mortgage* bank garnish* loan* savings financ* own rent house property "
        "insolven* iva payday "
        "homeowner overdraft homeown* judgment* defaulted money wages",
        nouns=r"credit (?:scores?|histor(?:y|ies)|ratings?|reports?|checks?(?= results?|\W*$)|worthiness|"
        r"card debts?)|(?:personal |student |outstanding |credit card )?debts?|mortgage|personal finances|"
        r"(?:personal )?bank (?:accounts?(?= (?:number|details|statement)|\W*$)|details|statements?|balance)|"
        r"savings(?=\W*$)|(?:personal |student )loans?|financial (?:situation|status|problems|difficulties|"
        r"obligations|history|circumstances|position|troubles)|bankruptc(?:y|ies)|net worth",
        be=r"(?:personally )?(?:bankrupt|insolvent|in (?:any )?(?:personal )?debt|a home-?owner|overdrawn|"
        r"behind on (?:your )?(?:rent|bills|payments|mortgage)|financially (?:stable|secure|"
        r"independent)(?! compan\w+))",
        have=r"(?:any |a |an |good |bad |poor |personal |outstanding |large |unpaid |student )*(?:debts?|mortgage|"
        r"credit (?:problems|score|history|card debts?)|(?:student |personal |payday )loans?|bank account|"
        r"county court judgments?|financial (?:problems|difficulties|worries|troubles|obligations|"
        r"commitments)|savings|(?:money|cash) (?:problems|worries)|bankruptcy)",
        do=r"(?:own|rent) (?:or (?:rent|own) )?(?:your|a|any) (?:own )?(?:home|house|flat|apartment|property)|"
        r"(?:file|filed|declare|declared|go|gone|been) (?:for )?bankrupt(?:cy)?|"
        r"default(?:ed)? on (?:an?y? )?(?:loan|mortgage|debt|payment)s?|owe (?:any )?(?:money|debts?)|"
        r"live paycheck to paycheck",
        people=r"(?:(?:candidates|applicants|people|anyone|those) (?:with|in) (?:bad credit|poor credit|debts?|"
        r"financial (?:problems|difficulties)|low credit scores?)|bankrupts|homeowners)",
        sure=(
            r"(?:been|filed for|declared|gone|go) bankrupt(?:cy)?(?= |\W*$)(?! (?:client|customer|compan)\w*)",
            r"own or rent|rent or own",
            r"wages? (?:\w+ )?(?:been )?garnish\w*|garnish\w* (?:of )?(?:your )?wages",
        ),
        instruction=(
            r"credit (?:score|history|rating|report)|(?:personal|their|his|her|any) (?:debts?|finances|"
            r"bankruptc\w+)|financial (?:situation|problems|difficulties|status|troubles)|(?:own|owns|rent|"
            r"rents) (?:or (?:rent|rents|own|owns) )?(?:their|a) (?:home|house|property)",
        ),
        scored=(
            r"(?:good|bad|poor|clean|excellent|low|high) credit(?: (?:score|history|rating|record))?|"
            r"credit (?:score|history|rating)|(?:personal|no|has) debts?|bankrupt\w*|financial (?:problems|"
            r"difficulties|troubles|stability(?= of the candidate|\W*$))|garnish\w+",
        ),
        required=(
            r"^(?:has |have |must have |no )?(?:\w+ ){0,2}(?:credit (?:score|history|rating|check)|bankruptc\w+|"
            r"debts?|homeowner)",
        ),
        label=r"credit (?:score|rating|history)|bank (?:account|details|account number)|iban|homeowner|housing status",
        harmless=(
            r"credit (?:risk|scoring|notes?|control\w*|unions?|analys\w+|terms|limits?|facilit\w+|insurance|team|"
            r"decisions?|policy|products?|bureau\w*|agenc\w+)|technical debts?|tech debts?|debt (?:collection|"
            r"recovery|advice|management|capital|financ\w+|markets?)|financial (?:models?|statements?|services|"
            r"crime|reporting|analysis|advice|products?|planning)|(?:commercial|corporate|customer|client|"
            r"bridging) (?:loans?|debts?|mortgages?)|(?:loans?|mortgage) (?:books?|portfolio|origination|advis\w+|"
            r"applications?|officers?|products?|team|brokers?|customers?|underwrit\w+)|(?:cost|time) savings|"
            r"rent (?:collection|arrears|reviews?)|own (?:the )?(?:outcome|roadmap|project)",
        ),
    ),
    Topic.MILITARY: words(
        "veteran* military army navy marines forces reserve* reservist* discharge* honorabl* honourabl* "
        "dishonorabl* dishonourabl* "
        "serve* served service guard deploy* conscript* draft ptsd national combat war",
        nouns=r"(?:military|reserve|national guard|army|veteran|war) (?:service|duties|duty|obligations?|status|"
        r"discharge|record|commitments?|history|training|rank|background)|discharge(?: papers| status)|"
        r"dd-?214|veterans? status|reserve(?:s)? (?:duty|obligations?|commitments?)",
        be=r"(?:an? )?(?:disabled |combat |protected |military )?(?:veterans?|ex-?servicem[ae]n|ex-military|"
        r"ex-army|reservist|conscientious objector|draft dodger)|(?:still |currently |ever )?in (?:the |"
        r"a )?(?:military|army|navy|air force|marines|armed forces|(?:army |military )?reserves?|"
        r"national guard|territorial army|foreign (?:army|military))|(?:dis)?honou?rably discharged|"
        r"(?:likely to be |being )?(?:deployed|called up|conscripted)|exempt from (?:military|"
        r"national) service",
        have=r"(?:any |upcoming |remaining )*(?:military|reserve|national guard|army) (?:service|duty|duties|"
        r"obligations?|commitments?|training|discharge)|combat experience",
        do=r"(?:serve(?:d)?|fight|fought|been) (?:in|for|with) (?:the |a |any )?(?:foreign |us |british |"
        r"national )?(?:military|army|navy|air force|marines|armed forces|reserves?|guard|war|combat)|"
        r"(?:complete(?:d)?|do|done|finish(?:ed)?|avoid(?:ed)?) (?:your )?(?:military|national) service|"
        r"(?:expect|have) to (?:be )?(?:deploy(?:ed)?|called up)",
        people=r"(?:veterans|reservists|ex-?servicemen|ex-military|military spouses|(?:anyone|candidates|applicants|"
        r"people|those) (?:in|with) (?:the )?(?:military|reserves?|army|national guard)(?: \w+)?)",
        sure=(
            r"(?:what )?(?:type|kind|reason|nature|character|sort|grounds) (?:of|for) (?:your |the |"
            r"a )?(?:military )?discharge(?! (?:plan\w*|summar\w*|valve|letter))",
            r"dis-?honou?rabl\w+ discharg\w+|discharged? dis-?honou?rabl\w+|(?:were|are) you (?:dis)?honou?rably",
            r"(?:why|how) (?:did|were) you (?:leave|left|get out of|discharged from) the (?:military|army|navy|"
            r"armed forces|marines|air force)",
        ),
        instruction=(
            r"(?:veteran|military|reserve) (?:status|service|duty|duties|obligations?|discharge|background|"
            r"history|commitments?)|discharge (?:status|type|papers)|(?:a veteran|in the reserves|"
            r"served in (?:the )?(?:military|army|armed forces))",
        ),
        scored=(
            r"(?:veteran|military) (?:status|service|obligations?|background|history|discharge|gaps?)|"
            r"reserve (?:duty|commitments?|obligations?)|ex-military|(?:is|are|being) (?:a )?veterans?|"
            r"(?:dis)?honou?rabl\w+ discharg\w+",
        ),
        required=(
            r"^(?:not|no|is not|isn't|has|must have)? ?(?:\w+ ){0,3}(?:veterans?|military (?:service|"
            r"obligations?)|reservist|national guard)",
        ),
        label=r"(?:protected )?veteran(?: status)?|military (?:service|status)",
        harmless=(
            r"veteran (?:services?|affairs|charit\w+|support|care|hospital|engineer|developer)|(?:hospital|"
            r"patient|battery|electrical|valve|static|capacit\w+) discharge|discharge (?:plan\w*|valve|rate|curve|"
            r"letters?|summar\w*|lounge|duties)|(?:military|defen[cs]e|army) (?:contracts?|customers?|clients?|"
            r"equipment|grade|sales|history (?:museum|books?))|(?:skills|experience) (?:you )?(?:gained|from|"
            r"learned|acquired)(?: \w+){0,6}|deployed? (?:to|the|code|a|an|services?|into)",
        ),
    ),
    Topic.SALARY_HISTORY: words(
        "salary salaries pay paid payslip* paystub* compensation ctc wage wages earn* remuneration package "
        "bonus* income "
        "rate making make made paycheck take w p tax stub stubs slip commission money on",
        nouns=(
            rf"{_PAST}(?: (?:annual|base|basic|total|gross|net|monthly|job'?s?|role'?s?|position'?s?|employer'?s?|"
            r"company'?s?|hourly|day|daily|cash|starting|yearly|compensation))*"
            rf" {_PAY}(?! (?:review|equity|data|structure|bands?))|(?:salary|pay|compensation|wage|earnings|"
            r"income) (?:history|histories|record)|ctc(?! exp)|pay ?-?(?:slips?|stubs?|checks?)|w-?2s?|p60|p45|"
            r"tax returns?|"
            rf"{_PAY} (?:at|in|from|with) (?:your |the )?(?:{_PAST}|previous|last) \w+"
        ),
        sure=(
            r"how much (?:do|did|are|were|have) you (?:\w+ ){0,2}(?:make|making|earn|earning|earned|paid|get paid|"
            r"getting paid|on|made|take home)",
            r"what (?:do|did|were|are|have) you (?:\w+ ){0,2}(?:earn(?:ing|ed)?|getting paid|get paid|paid|"
            r"on)(?= (?:in|at|now|currently|before|last|per|a year|annually|right now|today|there|for)|\W*$)",
            r"what (?:do|did|were|are) you (?:currently )?mak(?:e|ing)(?= (?:in|at|now|currently|per|a year|"
            r"annually|right now|today|there|an hour)|\W*$)",
            r"(?:what|which|how much|how large an?|how big an?|how much of an?) (?:\w+ )?(?:bonus(?:es)?|salary|"
            r"day rate|daily rate|hourly rate|pay|wage|package|commission|compensation|base|income|"
            r"raise)s? (?:did|do|are|were|was|have|has) (?:you|your)(?! (?:\w+ )?(?:expect|hop|want|ask|look|need|"
            r"like|aim|seek|think|prefer|"
            r"envisag|requir|after|in mind)\w*)",
            rf"(?:beat|match|top|exceed|better|leave|compare with|improve on) your {_PAST}? ?(?:\w+ )?(?:package|"
            r"pay|salary|compensation|offer at)",
            r"(?:does|did|do|what) your (?:current |last |previous |present |former )?(?:employer|job|company|"
            r"role|position) pay",
            rf"(?:what|how much) (?:is|was|were|'s) your {_PAY}(?! (?:expect\w+|requirements?|range))",
            r"(?:what|how much) (?:were|are) you (?:on|paid|compensated)",
        ),
        asked=(
            rf"(?:what|how much) (?:is|was) the (?:salary|pay) (?:in|at|of) your (?:{_PAST})",
            r"(?:upload|attach|send|provide|share|bring) (?:[\w']+ ){0,5}(?:pay ?-?(?:slips?|stubs?)|w-?2|p60|"
            r"tax returns?)",
            rf"(?:share|tell us|state|confirm|disclose|list|provide) (?:[\w']+ ){{0,3}}(?:salary history|"
            rf"{_PAST} (?:\w+ )?{_PAY})",
        ),
        instruction=(
            rf"{_PAST} (?:\w+ )?{_PAY}|(?:salary|pay|wage|compensation|earnings) history",
            r"(?:what|how much) (?:the candidate|they|he|she|the applicant) (?:\w+ ){0,2}(?:earns?|earned|makes?|"
            r"made|paid|is on|are on|takes? home|get paid|gets paid|earning|making|is paid|are paid|was paid|"
            r"were paid)",
            r"(?:ask|find out|probe|note|record|get|dig) (?:\w+ ){0,4}(?:salary|pay ?slips?|earnings|"
            r"ctc)(?! (?:expect\w+|requirements?|range))",
        ),
        scored=(
            rf"{_PAST} (?:\w+ )?{_PAY}|(?:salary|pay|wage) history|(?:earned|earns?|made|makes|paid|"
            rf"was paid) (?:\w+ ){{0,3}}(?:less|more|under|over|below|above|at least) ?(?:than )?[$£€]?\d[\d.,]*",
        ),
        required=(
            r"(?:earn\w*|salary|pay|paid) (?:of |was |is |currently |at least |less than |under |below |above |"
            r"over |no more than )+[$£€]?\d[\d.,]*",
        ),
        label=rf"(?:{_PAST}) (?:\w+ )?{_PAY}|ctc|current ctc|salary history",
        harmless=(
            r"(?:salary|pay|compensation|ctc|package|rate) (?:expectations?|requirements?|aspirations?|range|"
            r"band\w*|bands|model\w*|review\w*|equity|transparency|gap)|(?:expected|desired|target|minimum|"
            r"preferred|ideal|hoped-for) (?:\w+ )?(?:salary|pay|ctc|compensation|package|rate)|"
            r"equal pay(?: for equal work)?|"
            r"(?:software|npm|python|docker|data|deployment|install\w*) packages?|earn(?:ed|ing|s)? (?:the |"
            r"their |your |a )?(?:trust|respect|reputation|badge|degree|certif\w+|qualif\w+|confidence|loyalty)|"
            r"bonus (?:points|scheme design|plans? (?:you|have you))|(?:last|past|previous) (?:\w+ )?(?:package|"
            r"rate) (?:delivered|limit\w*)|pay attention|paid (?:media|search|social|ads?|leave|work|campaigns?|"
            r"or unpaid)|current (?:state|ratio|liabilities|assets)",
        ),
    ),
}

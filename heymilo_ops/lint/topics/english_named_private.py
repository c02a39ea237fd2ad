"""English: words that give a topic away by themselves, unless a clause is about others or is work: belief and money."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_PAY = (
    r"(?:salary|pay|wages?|compensation|comp|package|earnings|income|base|bonus|rate of pay|remuneration|ctc|day rate|"
    r"hourly rate|pay ?check|pay ?slips?|pay ?stubs?|take-home(?: pay)?|hourly)"
)
_NOW = r"(?:current|present|existing|last|previous|prior|former|latest|most recent|past|present-day|old)"

NAMED_PRIVATE: dict[Topic, Words] = {
    Topic.SALARY_HISTORY: words(
        "attach base* beat better bring check commission* compare compensation* current daily exceed existing former "
        "gave give improve income* last latest leave makes match most much old package* past pay* present previous "
        "prior provide raise* rate* salary* send share slips top upload what you "
        "salary pay paid wage wages compensation comp package earnings income base bonus rate remuneration ctc "
        "hourly "
        "paycheck payslip* payslips paystub* stub stubs take making make made earn* on home money p60 w2 paying",
        named=(
            rf"{_NOW} (?:\w+ )?(?:(?:employer|job|role|company|boss)(?:'s)? )?{_PAY}(?= |\W*$|,|\+|\()(?! (?:range|"
            rf"band|"
            r"scale|system|run|software|period))",
            r"(?:they|your (?:current |last |old )?(?:boss|employer|company)|do they|does (?:your )?(?:\w+ "
            r")?(?:employer|"
            r"boss|company)) (?:pay|pays|paid|paying|give)(?: you)?(?= |\W*$)(?! (?:attention|invoices?|suppliers?|"
            r"for the))",
            r"(?:what|how much) (?:money )?(?:are|were|do|did|is|was) (?:you|they|the candidate) (?!learn)(?:\w+ "
            r")?(?:making|make|"
            r"made|earn|earning|on|paid|get paid|getting|taking home|take home|clear|clearing|bring(?:ing)? (?:home|"
            r"in)|"
            r"pull(?:ing)? in)(?= |\W*$)(?! (?:of|sure|decisions?|a decision))",
            r"(?:take|takes|took|taking|bring|brings|brought) home(?= |\W*$)(?! (?:assignment|test|task|exercise|work|"
            r"project|message))",
            r"earn(?:s|ing|ed)? (?:over|more than|less than|under|above|below|currently|now|today|at present|at the "
            r"moment|in (?:your|their) (?:current|last|previous))|(?:salary|pay|wage) history|p60s?|w-?2s?(?= |\W*$)|"
            r"pay ?(?:slips?|stubs?)|(?:paid|salary|pay|wages?) (?:at|in|by|from) (?:your|their|the) (?:\w+ )?(?:last|"
            r"previous|current|former|present|old)|money (?:question|are you on)",
        ),
        harmless=(
            r"(?:expected|desired|target|hoped-for) (?:salary|pay)|payroll (?:\w+ )?(?:systems?|software|runs?)|"
            r"(?:take-home) (?:test|task|assignment|exercise)",
        ),
    ),
    Topic.RELIGION: words(
        "again baptized celebrate days denomination fast* fasting* fasts festivals follow god* head* hijabs keep "
        "mass morals observe off pork practice practise services values wear wearing worldview "
        "religio* faith pray* church* mosque* synagogue* temple worship* bible quran koran ramadan eid diwali "
        "sabbath "
        "shabbat kosher halal muslim* christian* jew jews jewish hindu* sikh* buddhist* catholic* protestant* mormon* "
        "atheis* jehovah* hijab headscar* head turban* kippah yarmulke burqa believer* creed lent god fast fasting",
        named=(
            r"religio(?:n|ns|us|usly)|(?:your|their|his|her|any|what|which|of|practise|of) faiths?(?= |\W*$|,)|"
            r"pray(?:s|"
            r"ed|ing|er|ers)?(?= |\W*$|,|:)|(?:go|goes|going|attend|attends|to|their|your|at) (?:\w+ )?"
            r"(?:church|mosque|synagogue|temple|mass)|churchgo\w+|worship\w*|bible|quran|koran|ramadan|eid|diwali|"
            r"sabbath|shabbat|kosher|halal",
            r"muslims?|christians?|jew(?:s|ish)?|hindus?|sikhs?|buddhists?|catholics?|protestants?|mormons?|"
            r"atheis(?:t|ts|"
            r"m)|jehovah\w*|hijabs?|head-? ?scar(?:f|ves)|turbans?|kippah|yarmulke|burqa|(?:a|are you a|practi[sc]ing) "
            r"believer|creed|(?:believe|believes|belief) in (?:a )?god|(?:during|fast|fasting) (?:for|during|in) "
            r"(?:ramadan|lent)|(?:are|do|does) (?:you|they) (?:\w+ )?fast(?:ing)?(?= |\W*$)(?! (?:typist|learner|"
            r"reader|"
            r"at))",
        ),
        harmless=(
            r"religion (?:desk|editors?|reporters?|correspondents?|teachers?)|(?:good|bad) faith|leap of faith|"
            r"religious (?:studies|education|texts)|christian (?:aid|names?)|"
            r"bible of|worship (?:music|band)",
        ),
    ),
    Topic.CRIMINAL_RECORD: words(
        "defendant "
        "authorities behind con con* cons courts dwi excon* exoffender* found guilty locked night pending placed "
        "prosecuted run sent spell stopped time "
        "convict* arrest* criminal felon* misdemean* police prison jail cell bars custody probation caution "
        "cautions "
        "parole sentence* sentenced offence* offense* offend* rap record law trouble charge* crime* dui court",
        named=(
            r"(?:been|gone|taken) to court|in court as|a defendant|convicted|(?:a|any|no|criminal|previous|spent|"
            r"prior|past|unspent|or|of) convictions?|(?:ever |been |"
            r"every |any |no |an? |list |past |previous )arrest(?:s|ed)?|criminal (?:record|history|past|charges?|"
            r"background|offen[cs]es?)|felon(?:y|ies|s)?|misdemeanou?rs?|(?:trouble|dealings|run-?ins?|brush(?:es)?|"
            r"contact|problems?|bother) (?:\w+ ){0,2}(?:with|from) (?:the )?(?:law|police|authorities|courts?)",
            r"(?:in|to|of|from) (?:prison|jail)|(?:night|time|spell) in (?:an? )?(?:cells?|custody|jail|prison|"
            r"lock-?up)|"
            r"behind bars|(?:spent|done|served?|serving) (?:any )?time(?= |\W*$)(?! (?:with|on|in (?!prison|jail)|"
            r"working|as))|(?:on|mentions|past|of) (?:probation|parole)(?! period)|(?:police|formal|no|any) "
            r"cautions?(?= |\W*$|,)|(?:past|prison|suspended|jail|custodial) sentences?|rap sheet|ex-?(?:con|"
            r"offender)s?|"
            r"(?:clean|police|criminal) record|(?:ever )?(?:been )?(?:charged|prosecuted|sentenced|found guilty|"
            r"pleaded "
            r"guilty)(?= |\W*$)(?! (?:with (?:leading|managing|delivering)|for the))|committed (?:an? |any "
            r")?(?:crimes?|"
            r"offen[cs]es?)|dui|dwi",
        ),
        harmless=(
            r"criminal (?:law|cases|defen[cs]e|justice|lawyers?|courts?)|probation(?:ary)? (?:period|officer|service)|"
            r"cell (?:phones?|lines?|cultures?|biology|references?)|record (?:of|keeping)",
        ),
    ),
    Topic.UNION: words(
        "workers "
        "inclined likely organis* organiz* walks want wants "
        "union* shop steward strike strikes striking striker walked walk organised organized organising organizing "
        "organise organize collective picket* labour labor industrial rep unionis*",
        named=(
            r"(?:trade|labou?r|the|a|any|join|joined|in|your|or|pro|anti|with|current|former|for|of)[- ](?:\w+ )?"
            r"unions?(?= |\W*$|,|:)(?! (?:jack|square|pacific|bank|select|all|and join|type))|union(?: |-)?(?:members?|"
            r"membership|rep|reps|representative|activity|activist|steward|dues|card|sympath\w+|activism|organi[sz]er|"
            r"official|involvement|drive|history)|union(?:i[sz](?:e|ed|ing|ation))|shop stewards?",
            r"(?:labou?r organi[sz]ations?|workers' (?:council|committee))|(?:on|gone|go|join|joined|a|of|in|in the|"
            r"the|out on|took part in|support|taken part in|to|for) (?:an? )?strikes?"
            r"(?= |\W*$|,)(?! (?:a balance|price|rate|force))|walk(?:ed|s)? out (?:on strike|with)|striking workers?|"
            r"strikers?|organi[sz](?:ed labou?r|ing (?:drive|campaign|committee|effort|activity|workers|colleagues))|"
            r"collective (?:bargaining|action)|picket(?:s|ed|ing)?(?: lines?)?|industrial action",
        ),
        harmless=(
            r"(?:credit|european|students?'?|african|soviet|customs|discriminated|tagged|works|rugby) unions?|"
            r"(?:talks?|negotiat\w+|agreements?|deals?|meetings?|work\w*|relations?|relationships?) with (?:\w+ "
            r")?unions?|"
            r"union (?:all|types?|operators?|join)|unionized (?:site|workplace|environment)|strike (?:a|the) "
            r"(?:balance|price|deal)",
        ),
    ),
    Topic.CITIZENSHIP: words(
        "card* category countries country holder holders illegally lackcitizen* lackcitizens* lackpassport "
        "lackpassports lackscitizen* lackscitizens* lackspassport lackspassports nocitizen* nocitizens* noncitizen* "
        "noncitizens* nonpassport nonpassports nopassport nopassports notcitizen* notcitizens* notpassport "
        "notpassports permit refugees status tcitizen* tcitizens* tpassport tpassports type visa* withoutcitizen* "
        "withoutcitizens* withoutpassport withoutpassports "
        "citizen* national nationals nationality nationalities passport* green immigration naturali* dual "
        "permanent "
        "refugee asylum undocumented visa settled indefinite",
        named=(
            r"citizens?(?:hip)?(?= |\W*$|,|:)(?! (?:advice|developers?|services|science|journalism|engagement))|"
            r"nationalit(?:y|ies)|(?:eu|uk|us|british|irish|dutch|german|french|american|foreign|dual|non-eu|swiss|"
            r"local|third-country) nationals?|(?:which|what|your|a|their|british|eu|us|uk|foreign|holds? an?|of) "
            r"(?:\w+ )?passports?(?= |\W*$|,)|green cards?|(?:immigration|residency|migration|visa|refugee) "
            r"(?:status|type|category)|visa holders?|naturali[sz]ed|permanent residen\w+|(?:indefinite leave|settled "
            r"status|asylum seekers?|undocumented|an? refugee|refugees)(?= |\W*$|,)|(?:what|which) (?:kind of |type "
            r"of )?"
            r"visa",
        ),
        harmless=(
            r"senior citizens?|citizens'? (?:advice|requests?|complaints?|services)|right to work|(?:authori[sz]ed|"
            r"eligible|allowed|permitted) to work|passport (?:control|office|applications?|photos?)",
        ),
    ),
    Topic.LANGUAGE: words(
        "american arabic bengali british brought cantonese children chinese come danish dominant dutch family farsi "
        "finnish french german greek hebrew heritage hindi irish italian japanese kids korean language* mandarin "
        "norwegian parents perfect persian pick polish portuguese punjabi raised romanian russian somali spanish "
        "swedish tagalog talk tamil tongue* turkish ukrainian unaccented urdu use vietnamese welsh "
        "native first mother home tongue accent* speak speaking spoke spoken speaks grew grow bilingual language "
        "languages",
        profile=(
            r"(?:native|mother[- ]tongue|first-language) (?:[\w-]+ )?speakers? (?:only|wanted|preferred|required)",
        ),
        named=(
            r"(?:native|first|mother|home|heritage|dominant) (?:languages?|tongues?|speakers?)|native (?:english|"
            r"german|"
            r"dutch|french|spanish)(?: speakers?)?|native[- ]level|mother[- ]tongue|(?:an?|your|their|his|her|for|"
            r"foreign|"
            r"strong|thick|heavy|no|noticeable|regional|native|slight|any|the|without) (?:[\w-]+ )?accents?(?= |\W*$|"
            r",|:)",
            r"(?:speak|spoke|speaks|spoken|speaking|talk|use) (?:[\w']+ ){0,4}(?:at home|growing up|as a child|as a "
            r"kid|in "
            r"the house|with (?:your|their) (?:\w+ )?(?:family|parents|kids|children|mum|mom|grandparents|partner))|"
            r"(?:grew|grow|raised|brought) up (?:\w+ )?(?:speaking|with|bilingual|on) ?(?:\w+ )?(?:language|english)?|"
            r"(?:parents|family|mother|father) (?:\w+ )?(?:speak|spoke|talk)",
        ),
        harmless=(
            r"accent (?:colou?rs?|walls?|lighting|chairs?)|first language of (?:the )?(?:pupils?|app|code)|put(?:s|"
            r"ting)? "
            r"(?:the|an) accent on",
        ),
    ),
    Topic.POLITICS: words(
        "affiliation* brexiteer lean* left* leftist leftists marches membership* opinion* opinions* party* place "
        "remainer right* sit* stand* support supports think view* views* "
        "politic* vote voted votes voting election* ballot republican* democrat* tory tories labour "
        "conservative* left "
        "right wing liberal* socialist* communist* brexit trump party parties activis* protest* campaign demonstrat* "
        "leans",
        named=(
            r"political(?:ly)?(?: (?:views?|opinions?|party|parties|leanings?|affiliations?|beliefs?|activ\w+))?(?= |"
            r"\W*$"
            r"|,)(?! (?:science|reporter|correspondent|desk|stories|coverage|risk))|(?:your|their|his|her|of|in) "
            r"politics|"
            r"(?:you|they|ever|who|how|candidate) (?:\w+ ){0,2}(?:vote|voted|voting|votes)(?= |\W*$)|republicans?|"
            r"democrats?|tor(?:y|ies)|(?:left|right)[- ]wing|socialists?|communists?|brexit|trump",
            r"(?:support|supports|member of|members of|which|active in|belong to|join|joined|donate to|for) (?:an? |"
            r"any |"
            r"the |campaign or )?(?:\w+ )?part(?:y|ies)(?= |\W*$|,|:)(?! (?:planner|events?|supplies|bookings?))|"
            r"left or right|(?:leans?|leaning) (?:to the )?(?:left|right|conservative|liberal|politically)|(?:an? |"
            r"political )activis(?:t|m)s?|(?:on|in|to|at|joined|attend\w*) (?:\w+ )?(?:protests?|demonstrations?|"
            r"rallies|"
            r"marches)(?= |\W*$|,)",
        ),
        harmless=(r"office politics|(?:third|related|contract\w*|relying|both) part(?:y|ies)",),
    ),
    Topic.FINANCIAL: words(
        "anyone applicants behind candidates cash ccjs county default home home* maxed overdrawn people those worth "
        "bankrupt* credit ccj debt* arrears repossess* garnish* mortgage overdraft payday owe insolven* finances "
        "savings "
        "financial ends paycheck loan* gambling",
        profile=(
            r"(?:have|run|check|pull|checks|carry out) (?:an? |your |their )?credit (?:file|record|history|report|"
            r"check|"
            r"score)s?(?: checked)?|credit checks? (?:on|for|of) (?:all|every|each|shortlisted|successful|any)",
        ),
        named=(
            r"bankrupt(?:cy|cies)?|credit (?:scores?|checks?|reports?|history|ratings?|files?|records?|worth\w*)|ccjs?|"
            r"(?:your|their|his|her|how's your|good|bad|poor) credit(?= |\W*$)(?! (?:control|notes?|team|limit))|"
            r"(?:in|any|have|has|your|their|of|with|personal|you|owe) (?:\w+ )?debts?(?= |\W*$|,)(?! (?:collection|"
            r"recovery))|in arrears|repossess\w+|garnish\w+|(?:a|your|their|have|pay) mortgage(?= |\W*$|,)|overdraft|"
            r"payday loans?|(?:owe|owes|owing) (?:anyone |any )?money|insolven(?:t|cy)|your (?:own )?(?:finances|"
            r"savings|"
            r"bank balance)|financial (?:difficult\w+|problems?|troubles?|situation|worries|trouble)|make ends meet|"
            r"(?:student|personal) loans?",
        ),
    ),
}

"""Belief and belonging: religion, politics, unions, clubs, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

_UNION = r"(?:trade |labou?r |staff |workers' |company )?unions?(?! (?:query|type|all|operator|square|set|clause))"

BELIEF: dict[Topic, Words] = {
    Topic.AFFILIATION: words(
        "club* societ* lodge* fraternit* sororit* organisation* organization* association* memberships "
        "member belong masonic "
        "freemason* volunteer",
        nouns=r"fraternit(?:y|ies)|sororit(?:y|ies)|(?:social |private |country )?clubs?(?= and| or|\W*$)|(?:club|"
        r"social|lodge) memberships?|lodge|freemason\w*",
        be=r"(?:an? )?(?:freemason|mason(?=\W*$))|(?:a )?members? of (?:an?y? |the |which |what )?(?:(?:social|"
        r"private|country|golf|religious|ethnic|community|masonic|political) )?(?:clubs?|lodges?|fraternit\w+|"
        r"sororit\w+|societ\w+(?! of)|(?:social|private|secret|community|religious|cultural|"
        r"ethnic) (?:groups?|organi[sz]ations?|associations?)|organi[sz]ations?(?= outside|\W*$))",
        do=r"belong to (?:an?y? |the )?(?:social |private |secret |outside |community |local )*(?:clubs?|lodges?|"
        r"fraternit\w+|sororit\w+|societ\w+|groups?|organi[sz]ations?|associations?)",
        sure=(
            r"(?:which|what) (?:\w+ )?(?:clubs?|societ(?:y|ies)|organi[sz]ations?|lodges?|fraternit\w+|sororit\w+|"
            r"associations?|social groups?|groups)(?:,? (?:and|or) [\w-]+){0,2} (?:do|are|have|did|"
            r"were) you (?:\w+ )?(?:belong|a member|member|in|join|joined|part|affiliated|active|volunteer)",
            r"(?:list|name|tell us) (?:\w+ ){0,3}(?:all |any )?(?:the )?(?:clubs|societies|organi[sz]ations|"
            r"memberships|lodges)(?:,? (?:and|or) \w+)? (?:you|to which)",
        ),
        instruction=(
            r"(?:which|what|any) (?:clubs?|lodges?|societ\w+|fraternit\w+|sororit\w+|(?:social|private|"
            r"community) (?:groups|organi[sz]ations))|club memberships?",
        ),
        scored=(
            r"(?:fraternit\w+|sororit\w+|country club|golf club|lodge|freemason\w*|club) (?:member\w*)|(?:right|"
            r"same|good|our) (?:clubs?|fraternit\w+|social circles?)",
        ),
        label=r"(?:clubs?|memberships?|organi[sz]ations?|societies)(?:,? (?:and|or|clubs|societies|memberships|"
        r"organi[sz]ations) ?)*",
        harmless=(
            r"professional (?:bod(?:y|ies)|organi[sz]ations?|associations?|societ\w+|memberships?|institutes?)|"
            r"(?:trade|industry) (?:bodies|associations)|(?:football|youth|sports|after-school|book|breakfast|"
            r"night) clubs?|learned societ\w+|building societ\w+|(?:bodies|organi[sz]ations?|associations?|"
            r"groups) (?:\w+ )?relevant to",
        ),
    ),
    Topic.POLITICS: words(
        "vote* voting politic* party democrat* republican* conservative* liberal* socialist* communist* "
        "labour tory left "
        "right trump biden brexit protest* rall* demonstrat* election* campaign* government president activis*",
        nouns=r"political (?:views?|opinions?|affiliations?|beliefs?|party|leanings?|stance|position|orientation|"
        r"activit(?:y|ies)|involvement|ideology|donations|convictions|preferences?|sympath\w+)|politics|"
        r"party (?:affiliation|membership|political)|(?:vote|voting) (?:intention|history|preference|record|"
        r"registration)",
        be=r"(?:an? )?(?:registered |lifelong )?(?:democrat|republican|socialist|communist|tory|"
        r"labour (?:supporter|voter|member)|(?:conservative|liberal)(?= (?:or|voter|party|supporter)|\W*$)|"
        r"left[- ]wing\w*|right[- ]wing\w*|politically (?:active|left|right|conservative|liberal|involved|"
        r"engaged)|political activist|brexiteer|remainer)|(?:a )?member of (?:a|any|the) (?:political |"
        r"\w+ )?party|involved in (?:any )?(?:politics|political \w+)|(?:interested|active) in politics",
        have=r"political (?:views?|opinions?|affiliations?|ambitions?|activit(?:y|ies))",
        do=r"(?:vote|voted)(?: for| in (?:the|an?y?) (?:last |next |recent |general |local |"
        r"presidential )*(?:election|referendum)|\W*$)|(?:support|like|agree with|back|donate to|campaign for|"
        r"belong to|join|joined|trust) (?:any |a |the )?(?:trump|biden|brexit|(?:current |"
        r"present )?government|president|(?:political |labour |conservative |republican |democratic |"
        r"\w+ )?part(?:y|ies)(?= |\W*$)|political (?:cause|campaign)s?)|(?:attend|attended|go to|gone to|"
        r"take part in) (?:any |a |political )*(?:protests?|rall(?:y|ies)|demonstrations?|marches)",
        people=r"(?:democrats?|republicans?|conservatives?|liberals?|socialists?|communists?|activists?|"
        r"trump supporters?|leftists?|tories|(?:left|right)[- ]wing(?:ers)?)(?: (?:candidates?|voters?|"
        r"people))?(?= |\W*$)",
        sure=(
            r"who (?:did|will|would|do) you (?:\w+ )?(?:vote|voting)|who (?:are|were) you voting",
            r"(?:how|have|did) (?:did |do |will |have )?you (?:ever )?vote(?:d)? (?:in|for|on) (?:the |"
            r"an?y? )?(?:last |next |recent |general |presidential |local |european |brexit )*(?:elections?|"
            r"referendum|brexit|trump|biden|president)",
            r"(?:which|what) (?:political )?party (?:do|did|are|would|will) you",
            r"what do you think (?:of|about) (?:trump|biden|brexit|(?:the )?(?:current |present )?(?:government|"
            r"president|prime minister|administration))",
        ),
        instruction=(
            r"political (?:views?|opinions?|affiliations?|beliefs?|leanings?|stance|sympath\w+|orientation)|"
            r"(?:who|how|which party|whom) (?:they|the candidate|he|she) (?:vote|voted|votes|supports?)|"
            r"their politics|(?:the candidate's|about) politics|party (?:affiliation|membership)",
        ),
        scored=(
            r"political (?:views?|opinions?|affiliations?|beliefs?|leanings?|stance|activism|activit\w+)|"
            r"(?:shares?|aligned with) (?:our|the company's|the founders') (?:politics|political)|party membership",
        ),
        label=r"political (?:party|affiliation|views)|party membership",
        harmless=(
            r"(?:third|first|working|birthday|counter|interested|related|responsible|wedding|launch) part(?:y|"
            r"ies)|(?:office|internal|organi[sz]ational|corporate) politics|politically (?:sensitive|neutral)|"
            r"political (?:science|desk|reporting|risk|correspondent|campaigns? (?:you|have)|journalis\w+|"
            r"party (?:client|account))|voting (?:systems?|software|machines?|rings?)|conservative (?:estimates?|"
            r"forecast\w*|approach|assumptions?)|liberal arts|democrati[sz]\w+|government (?:contracts?|clients?|"
            r"departments?|affairs|relations)",
        ),
    ),
    Topic.RELIGION: words(
        "religio* church* mosque synagogue temple pray* worship faith* belief* believe* parish pastor priest "
        "rabbi imam sabbath* "
        "shabbat christian* muslim* jewish jew jews hindu* catholic* sikh* buddhist* protestant* atheis* "
        "mormon* jehovah* "
        "believer spiritual* baptis* ramadan lent kosher halal god christmas eid diwali hanukkah headscar* "
        "hijab turban* "
        "kippah yarmulke burqa veil bible quran prayer* holidays agnostic islam* evangelical jesus scripture "
        "crucifix fast "
        "congregation",
        nouns=(
            r"(?:religion|faith(?! in)|religious (?:beliefs?|background|affiliation|views?|practices?|"
            r"obligations?|observances?|holidays?|dress|upbringing|community)|beliefs(?=\W*$| about god)|church|"
            r"mosque|synagogue|"
            r"parish|pastor|rabbi|imam|priest|sabbath|spiritual (?:beliefs?|life|practice)|relationship with god|"
            r"prayers?|denomination|congregation|headscarf|hijab|turban)"
        ),
        be=r"(?:an? )?(?:practi[sc]ing |devout |strict |born-again |committed )?(?:religious(?! about)|christian|"
        r"muslim|jew(?:ish)?|hindu|(?:roman )?catholic|sikh|buddhist|protestant|atheist|mormon|"
        r"jehovah's witness|(?:non-)?believer|agnostic|evangelical|baptist|spiritual)(?! (?:charit\w+|stud\w+|"
        r"schools?|education|aid|team))|baptised|baptized|born again|a (?:person|man|woman) of faith|"
        r"a church(?:-| )?(?:goer|member)|fasting(?= during| for|\W*$)",
        have=r"(?:a |any |an )?(?:religion|faith|religious (?:beliefs?|affiliations?|obligations?|objections?|"
        r"commitments|holidays|needs|practices?|reasons?)|prayer (?:needs|times)|church commitments)",
        do=(
            r"pray(?! tell)|worship|(?:go to|attend|belong to) (?:an? |any |the |your |religious )*(?:church|"
            r"mosque|temple|synagogue|services(?= on)|mass|worship|religious (?:\w+))|(?:observe|keep|celebrate|"
            r"practi[sc]e|follow) (?:the |any |a |your )?(?:sabbath|shabbat|ramadan|lent|religio\w+|"
            r"faith|kosher|halal|christmas|eid|diwali|hanukkah|holy days|islam|christianity|judaism)|"
            r"fast(?: during| for| in|ing)? ?(?:ramadan|lent|religious)|believe in (?:god|a god|jesus|allah|"
            r"a higher power)|wear (?:an? |any |your )?(?:religious \w+|headscar\w+|hijab|turban|cross|"
            r"crucifix|kippah|yarmulke|burqa|veil)|read the (?:bible|quran)|eat (?:pork|kosher|halal)|"
            r"need (?:\w+ ){0,4}(?:off )?(?:for|to) (?:worship|prayers?|pray|church|religious \w+|mosque)"
        ),
        people=r"(?:christians?|muslims?|jews|hindus?|catholics?|sikhs?|atheists?|believers|non-believers|"
        r"protestants?|mormons?|religious|churchgoing|jewish)(?: (?:candidates?|applicants?|people|persons|"
        r"men|women))?(?= |\W*$)",
        sure=(
            r"(?:which|what) (?:religious )?(?:holidays|festivals|holy days) (?:do|would|"
            r"will) you (?:\w+ )?(?:observe|celebrate|keep|need|take)",
            r"(?:which|what) (?:church|mosque|temple|synagogue|parish|religion|faith|denomination) (?:do|are|were|did)",
            r"off (?:\w+ )?(?:for|to|on|during) (?:ramadan|sabbath|shabbat|eid|diwali|lent|yom kippur|hanukkah|"
            r"worship|prayers?|pray|religious \w+|church|mosque|attend (?:church|"
            r"mosque|services))",
            r"wear(?:ing)? (?:an? |your |the )?(?:headscar\w+|hijab|turban|burqa|niqab|kippah|yarmulke|crucifix)",
            r"(?:conflict|interfere|clash|problem) with your (?:\w+ )?(?:religio\w+|faith|beliefs|sabbath|church|"
            r"prayers?)",
            r"does your (?:religion|faith|church)",
            r"(?:religion|faith) (?:do you|are you|you) (?:practi[sc]e|belong|follow|raised)",
        ),
        profile=(
            r"(?:christians?|muslims?|jews|hindus?|catholics?|believers) (?:only|preferred)|(?:must be|"
            r"looking for|seeking|prefer\w*) (?:an? )?(?:practi[sc]ing |committed |devout )?(?:christian|muslim|"
            r"jew(?:ish)?|hindu|catholic|believer)|(?:god|church)[- ](?:fearing|going)|(?:christian|islamic|"
            r"biblical|catholic) (?:values|worldview|morals)",
        ),
        asked=(r"(?:religious|prayer|faith) (?:reasons|grounds|needs|obligations)",),
        instruction=(
            r"(?:note|record|infer|guess|determine|ask about|ask for|find out|explore|probe|detect|log|"
            r"ask) (?:\w+ ){0,4}(?:religio(?:n|us \w+)|faith|church|mosque|beliefs|prayer)",
            r"(?:which|what|whether|if) (?:\w+ ){0,4}(?:church|mosque|synagogue|religion|faith|pray|prays|"
            r"worships?|fasts?)(?=\W*$| they| the| or| and)",
        ),
        scored=(
            r"(?:shares?|has|lives|shows|mentions?|practises?|practices?) (?:\w+ ){0,3}(?:faith|religion|"
            r"religious \w+|christian \w+|beliefs in god)|religious (?:beliefs?|affiliation|dress|observance|"
            r"commitments|holidays|views|background)|headscar\w+|hijab|turban|burqa|(?:religion|church attendance|"
            r"prayer breaks?)",
        ),
        required=(
            r"^(?:is |must be |be )?(?:an? )?(?:practi[sc]ing |committed )?(?:christian|muslim|jewish|hindu|"
            r"catholic)",
        ),
        label=r"religion|religious (?:affiliation|beliefs?)|faith|denomination|religion or belief",
        harmless=(
            r"(?:good|bad|leap of|act of|lost|in) faith|(?:mixed|multi|inter|cross)-?faith|faith-based|"
            r"religiously|faith in (?:the|your|our|people|data)|religious (?:studies|education|charit\w+|"
            r"buildings?|broadcasting|texts)|church (?:hall|roofs?|organs?|venues?)|temple (?:bar|street)|"
            r"fast(?:-| )(?:paced|food|moving|track|growing)|fast(?= (?:enough|to|and))|christian aid|(?:holiday|"
            r"christmas|easter) (?:opening|hours|cover|rota|trading|period|season|sales|rush|campaign|stock)|"
            r"public holidays|bank holidays|belief(?:s)? about (?:the )?(?:users?|customers?|market|product)",
        ),
    ),
    Topic.UNION: words(
        "union* unioni* strike* shop steward labor labour picket* organising organizing bargaining",
        nouns=r"(?:trade |labou?r )?union (?:membership|activit(?:y|ies)|status|dues|involvement|sympath\w+|"
        r"affiliations?|background|history|views)|(?:views?|opinions?|thoughts|feelings|attitude|stance|"
        r"position|experience) (?:of|on|about|towards?|regarding|with) (?:the |trade |labou?r |"
        r"joining )*unions?(?:i[sz]ation)?",
        be=rf"(?:an? )?(?:active |current |former |paid-up )?(?:{_UNION} (?:members?|reps?|representatives?|"
        r"activists?|organi[sz]ers?|supporters?)|shop steward)|(?:a )?(?:members? of|in|part of|"
        rf"affiliated (?:with|to)|involved (?:in|with)|active in) (?:an?y? |the |your )?{_UNION}|pro-union|"
        r"anti-union|unioni[sz]ed(?= in| at|\W*$)",
        do=r"(?:join(?:ed)?|belong(?:ed)? to|organi[sz]e(?:d)?|support(?:ed)?|vote(?:d)? for|"
        r"sign(?:ed)? up (?:to|for)|plan to join|intend to join|consider(?:ed)? joining|been (?:in|part of|"
        rf"a member of)|represent(?:ed)?) (?:an?y? |the |your )?{_UNION}|(?:go|gone|been|go out|"
        r"taken part) (?:on |in )?(?:an? )?strike|(?:taken|take|join\w*) (?:part in )?(?:a |any )?(?:strike|"
        r"picket|industrial action)|pay union dues",
        people=r"(?:union (?:members?|supporters?|activists?|organi[sz]ers?)|(?:anyone|candidates|applicants|people|"
        r"those) (?:in|with|from) (?:an? )?(?:\w+ )?unions?(?: \w+)?)",
        sure=(
            r"how do you feel about (?:\w+ )?unions?",
            r"what do you think (?:of|about) (?:\w+ )?unions?",
            r"(?:opinion|view|views|thoughts|feelings) (?:of|on|about) (?:\w+ )?unions?(?= |\W*$)(?! (?:types?|"
            r"queries))",
            r"(?:member of|join|joined|joining|belong to|belonged to) (?:an?y? |the |your )?(?:trade |"
            r"labou?r )unions?",
        ),
        instruction=(
            r"(?:trade |labou?r )?union (?:membership|activit\w+|sympath\w+|involvement|affiliations?|members?|"
            r"organi[sz]\w+|background)|(?:about|on|towards?) (?:trade |labou?r )?unions|(?:support|supports|in|"
            r"joined|join|belongs? to) (?:an?y? )?(?:trade |labou?r )?unions?(?=\W*$| or| and)",
        ),
        scored=(
            r"(?:pro|anti)-union|union (?:sympath\w+|activ\w+|support\w*|member\w*|involvement|organi[sz]\w+)|"
            r"(?:likely|inclined|want|wants) to (?:unioni[sz]e|strike|join a union|organi[sz]e (?:a union|workers|"
            r"staff))|(?:trade|labou?r) unions?|in favou?r of unions",
        ),
        required=(r"^(?:not|no|is not|isn't|has never been) (?:\w+ ){0,4}union\w*",),
        label=r"(?:trade )?union (?:membership|member)",
        harmless=(
            r"(?:sql|credit|european|student|students'?|student's|soviet|customs|rugby|western|banking|bank|type|"
            r"tagged|discriminated) unions?|union (?:types?|all|square|quer\w+|clauses?|operators?|sets?|jack|"
            r"pacific)|(?:work\w*|negotiat\w*|liais\w*|dealt|deal|bargain\w*|consult\w*|"
            r"partner\w*) (?:\w+ )?(?:with|for|alongside) (?:\w+ )?(?:trade |labou?r )?unions?(?: reps?|"
            r" representatives?| officials?)?|unioni[sz]ed (?:site|workforce|environment|workplace|plant|shop|"
            r"staff|setting)s?",
        ),
    ),
}

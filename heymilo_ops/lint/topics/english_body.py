"""Age and looks, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

BODY: dict[Topic, Words] = {
    Topic.AGE: words(
        "age ages aged old older oldest born birth* dob graduat* grad grads leaver* young* youth* native natives "
        "retire* retiring twenty* thirty* millennial* generation boomer* gen school college university under "
        "over below above "
        "between mature overqualified fresh maximum years elderly pension* energetic boomer student",
        nouns=(
            r"(?:current |exact |real |actual |approximate |biological )?(?:ages?(?! (?:verification|check\w*|group|"
            r"range|restrict\w*|limit))|age (?:group|range|bracket|band|category)|dates? of birth|d\.?o\.?b\.?|"
            r"birth ?dates?|birthdays?|years? of birth|birth years?|graduation (?:dates?|years?)|years? of graduation|"
            r"retirement(?: (?:plans?|age|date))?|40th birthday|generation)"
        ),
        be=(
            r"(?:too |much |quite )?(?:old|young|elderly|older|younger|youthful)(?! (?:systems?|code|version|service|"
            r"people|children|patients))|(?:near|nearing|close to|approaching|getting close to|ready for|at) "
            r"retirement(?: age)?|retired|(?:over|under|above|below|past) (?:the age of )?(?:[2-9]\d|forty|fifty|"
            r"sixty|thirty)(?= ?(?:$|[?.,]|years|or|and))|born (?:before|after|in) (?:19|20)\d\d|middle-aged|"
            r"a (?:millennial|boomer|baby boomer)"
        ),
        do=r"(?:plan|intend|hope|expect|want|think|thinking|planning) (?:to|on|of|about) retir(?:e|ing)|retire|"
        r"turn \d\d",
        people=(
            r"(?:older|younger|young|elderly|mature|middle-aged|senior) (?:candidates?|applicants?|people|workers|"
            r"persons|"
            r"adults|ones)|(?:recent|new|fresh) (?:(?:college|university|school) )?(?:graduates?|grads|leavers)|"
            r"millennials|boomers|(?:anyone|candidates|applicants|people|those) (?:over|under|above|below|older than|"
            r"younger than) (?:the age of )?(?:[2-9]\d|forty|fifty|sixty|thirty)|over-?(?:40|50|60)s|under-?(?:25|"
            r"30|35|40)s"
        ),
        sure=(
            r"(?:see yourself|do you see|expect to|plan to|want to|hope to|going to|think you will) retir(?:e|ing)",
            r"what generation (?:are|do|were) you",
            r"how old (?:are|will|were) you",
            r"how old (?:the |a )?(?:candidate|applicant|person|they|he|she) (?:is|are|was|were)",
            r"(?:when|what year|which year|in (?:what|which) year|what decade|which decade) (?:were you|"
            r"was the candidate|did you get) born",
            r"born (?:before|after) (?:19|20)\d\d",
            r"(?:when|(?:in )?(?:which|what) year|how long ago|how many years ago) (?:did|"
            r"have) you (?:\w+ )?(?:graduate\w*|"
            r"(?:finish\w*|leave|left|start\w*|complete\w*|attend\w*|get out of|get) (?:\w+ ){0,3}(?:school|college|"
            r"university|degree|diploma|a-levels|gcses|education|studies))",
            r"how (?:long|many years|soon|far) (?:\w+ ){0,3}(?:until|before|till|from|off) (?:you )?(?:retire|"
            r"retirement|retiring)",
            r"(?:plan|planning|intend|hope|think|thinking|expect) (?:to|on|of|about) retir(?:e|ing)",
            r"when (?:do|will|would|are) you \w* ?(?:\w+ ){0,2}retir(?:e|ing)",
            r"keep up with (?:\w+ ){0,4}(?:twenty-?somethings|younger|young|millennials|graduates)",
            r"(?:at|of) your age(?! (?:verification|check))",
        ),
        profile=(
            r"(?:suits?|suitable for|ideal for|perfect for) (?:\w+ ){0,3}young (?:people|person|adults?)",
            r"(?:recent|new|fresh) (?:(?:college|university|school|high school) )?(?:graduates?|grads|leavers) (?:only|"
            r"preferred|ideal|wanted|welcome only)",
            r"(?:suit|suits|suitable for|ideal for|perfect for|looking for|seeking|prefer|want|"
            r"need) (?:an? )?(?:\w+ )?(?:recent|new|"
            r"fresh|young) (?:(?:college|university|school) )?(?:graduates?|grads?|leavers?|school leavers?|"
            r"person|people|candidates?|talent|"
            r"professionals?)",
            r"digital natives?",
            r"young(?:,| and|,? \w+,? and)? (?:energetic|dynamic|hungry|ambitious|enthusiastic|fresh|fun|vibrant|"
            r"at heart)",
            r"(?:energetic|dynamic|hungry|ambitious|fun|vibrant)(?:,| and|,? \w+,? and)? (?:young|youthful)",
            r"youthful(?! (?:offender|audience|brand)s?)",
            r"young (?:talent|blood|professionals? (?:only|preferred|wanted)|team player|guns?)",
            r"(?:no|not|nobody|no one|none) (?:older|younger) than",
            r"(?:maximum|max|upper) age(?! of (?:the )?(?:data|records|cache))",
            r"aged? (?:between )?\d\d ?(?:-|–|to|and) ?\d\d",
            r"between (?:the ages of )?\d\d (?:and|to) \d\d (?:years (?:old|of age)|of age)",
            r"(?:twenty|thirty)-?somethings?",
            r"too (?:old|young) (?:for|to)",
            r"(?:women|men|people|candidates?|applicants?|anyone|nobody|someone|somebody|those) (?:over|under|"
            r"above|below) (?:the age of )?"
            r"(?:[2-7]\d|thirty|forty|fifty|sixty)(?! ?(?:minutes|people|hours|years of exp))",
        ),
        asked=(
            r"(?:which|what) (?:age (?:group|range|bracket|band)|generation) (?:are|do|describes|best|were)",
            r"are you (?:at least |over |under |above |below |aged? |more than |less than |older than |younger than )*"
            r"(?:[2-9]\d)(?: years?)?(?: old| of age)?(?=\W*$| or\b)",
            r"(?:at least |over |under )(?:[2-9]\d) years (?:old|of age)",
            r"(?:comfortable|ok|okay|happy|problem|fine|feel about) (?:with |about )?(?:working (?:for|with|"
            r"under)|reporting to|"
            r"being managed by|taking (?:orders|direction) from) (?:\w+ ){0,4}young(?:er)?",
            r"young(?:er)? (?:enough|boss|manager|supervisor) .{0,20}you",
            r"(?:slowing|slow) down as you",
            r"overqualified because",
            r"how many (?:more )?years (?:\w+ ){0,4}(?:working|work) before",
        ),
        instruction=(
            r"when (?:they|the candidate|the applicant|he|she) (?:was born|were born|graduated|"
            r"finished (?:high )?school|left school|"
            r"started (?:school|college|university)|will retire|plans? to retire|went to (?:school|college))",
            r"(?:which|what) year (?:they|the candidate|he|she) (?:was born|were born|graduated|finished|left|"
            r"started|completed)",
            r"(?:how (?:close|near)|how far|how many years) (?:they|the candidate|he|she) (?:is|are) (?:to|"
            r"from) retir\w+",
            r"(?:guess|estimate|infer|work out|calculate|deduce|derive) (?:\w+ ){0,3}age",
            r"\bage(?=,| and| or|$).{0,30}(?:guess|estimat)\w*",
            r"(?:find out|ask about|ask for|ask|probe|note|record) (?:about |for )?(?:age|graduation (?:year|"
            r"date)|date of birth)",
        ),
        scored=(
            r"(?:fits?|fit in|blends?|matches?) (?:in )?(?:with |into )?(?:\w+ ){0,2}young(?:er)? (?:team|company|"
            r"culture|crowd|staff|workforce)",
            r"(?:energy|enthusiasm|vigou?r|look|looks|freshness|outlook|attitude) of (?:youth|a young)",
            r"(?:years|time) (?:left )?(?:until|before|to) retirement",
            r"(?:graduated|finished school|born) (?:within|in|after|before|since) (?:the )?(?:last|past|19\d\d|20\d\d)",
            r"young (?:and|,)|young mindset|sounds young|looks young|appears young",
            r"by (?:their )?age",
        ),
        required=(
            r"^(?:\w+ ){0,3}(?:under|below|over|above|aged?|younger than|older than|at least|up to|not over|"
            r"no more than) "
            r"(?:the age of )?(?:[2-9]\d)(?: years?(?: old| of age)?)?(?=\W*$)",
            r"(?:under|below|over|younger than|older than|at least|up to) (?:[2-9]\d) years (?:old|of age)",
            r"(?:\d\d) or (?:younger|under|older|over)(?=\W*$)",
            r"(?:graduated|graduation|graduate) (?:after|before|in|within|since|no earlier than) (?:the last|"
            r"(?:19|20)\d\d)",
        ),
        label=r"(?:exact )?age(?: in years)?|age (?:group|range|bracket|band)|dob|when were you born",
        harmless=(
            r"(?:(?:are|be|being|is|you|must be|who are) )?(?:at least |over |above |aged? |"
            r"minimum (?:age )?(?:of )?|the age of |already )*(?:16|18|21|sixteen|"
            r"eighteen|twenty-one)(?: years?(?: of age| old)?)?,? (?:or|and) (?:over|older|above|up)",
            r"(?:(?:are|be|being|is|you|must be|who are) )?(?:at least|over|above|older than|minimum age(?: is|"
            r" of)?|turned|reached) (?:the age of )?(?:16|18|21|sixteen|eighteen|"
            r"twenty-one)(?: years?(?: of age| old)?)?(?! ?(?:-|–|to|and) ?\d)",
            r"(?:16|18|21)\+",
            r"(?:legal|minimum|statutory) (?:working |drinking |driving )?age",
            r"ages? (?:verification|checks?|checking|restrict\w+|gat\w+|of the|-appropriate|appropriate)",
            r"(?:code|systems?|service|software|equipment|legacy|data|building|car|vehicle|machine|"
            r"caches?)(?: \w+)? (?:is|was|are|were)",
            r"old (?:code|systems?|version|service|software|data|equipment|habits?|customers?)",
            r"years? old (?:code|systems?|children|child)",
            r"(?:birth|age|born) (?:records?|certificates? (?:office|desk))",
            r"new ?borns?",
            r"(?:young|old|older) (?:people|children|adults|patients|readers|learners|pupils|audiences?|offenders|"
            r"customers)(?= (?:in|with|at|who|to|learn))",
        ),
    ),
    Topic.APPEARANCE: words(
        "height weight tall heavy weigh hair eye tattoo* pierc* looks look looking appearance size bmi "
        "photo* headshot* selfie* "
        "picture* attractive handsome pretty groomed presented dressed dress slim overweight obese beard "
        "shaven makeup make "
        "presentable clean body fat thin smart professional professionally hairstyle glamorous figure fit",
        nouns=r"height(?! (?:of|restrictions|safety))|(?:body )?weight(?! (?:of|training|limit))|hair(?:style|"
        r" colou?r| style)?|eye colou?r|tattoos?|piercings?|looks|(?:physical |personal |outward )?appearance|"
        r"(?:clothing|dress|waist|uniform) size|body (?:type|shape|mass index)|bmi|figure|(?:recent |"
        r"passport |profile )?(?:photo|photograph|headshot|selfie)s?|face",
        be=r"(?:very |too |physically |conventionally )?(?:attractive|good[- ]looking|overweight|obese|slim|fat|"
        r"thin|handsome|pretty|beautiful|well[- ]groomed|clean-shaven|tall|short(?=\W*$| or)|"
        r"presentable)(?! (?:offer|propos\w+|pric\w+|packag\w+|much|sure|good))",
        have=r"(?:any |visible |a |facial |large )*(?:tattoos?|piercings?|beard|facial hair|body (?:art|"
        r"modifications?)|dreadlocks|scars)",
        people=r"(?:attractive|good[- ]looking|overweight|obese|slim|fat|tall|short|pretty|ugly|"
        r"well[- ]groomed) (?:candidates?|applicants?|people|women|men|persons|girls)|(?:candidates|"
        r"applicants|people|those|anyone) with (?:visible )?(?:tattoos|piercings|beards)",
        sure=(
            r"how (?:tall|heavy) are you|(?:how much|what) do you weigh|what do you look like|"
            r"what size (?:are you|do you wear|clothes)",
            r"(?:upload|attach|send|provide|include|submit|share|add) (?:[\w']+ ){0,5}(?:photos?|photographs?|"
            r"selfies?|headshots?|pictures?) of (?:you|your(?:self| face))|(?:upload|attach|send|provide|include|"
            r"submit|share|add) (?:us )?(?:an? |your )?(?:recent |current |clear |full-length |passport |"
            r"professional |profile )*(?:photo|photograph|selfie|headshot)(?=\W*$| (?:with|to|along))",
        ),
        profile=(
            r"(?:must|should|need to|looking for|want|seeking) (?:be |someone |a |candidates? |"
            r"people )*(?:who (?:is|are) )?(?:physically |very )?(?:attractive|good[- ]looking|well[- ]groomed|"
            r"slim|pretty|handsome|photogenic|glamorous)(?! (?:offer|pric)\w*)|(?:good|front-of-house|"
            r"model) looks|no (?:visible )?(?:tattoos|piercings|beards|facial hair)",
        ),
        instruction=(
            r"(?:note|record|rate|judge|assess|comment on|describe|evaluate|check|observe|"
            r"consider) (?:\w+ ){0,4}(?:appearance|looks(?=\W*$| and| or)|attractiveness|clothing|clothes|outfit|"
            r"dress(?: sense)?|grooming|weight|height|hair\w*|tattoos?|how (?:they|the candidate) (?:looks?|"
            r"is dressed|are dressed|dress(?:es)?))|how (?:attractive|good-looking|well[- ]dressed|"
            r"well[- ]groomed|presentable) (?:they|the candidate|he|she)",
        ),
        scored=(
            r"(?:looks?|appears?|seems?) (?:\w+ )?(?:professional|smart|tidy|attractive|presentable|clean|neat|"
            r"the part|polished|groomed|good on camera|respectable|unkempt|scruffy)(?! (?:work|results|"
            r"sentences))|well[- ](?:presented(?= candidate|\W*$| and)|groomed|dressed|turned[- ]out)|"
            r"good[- ]looking|"
            r"attractive(?:ness)?(?=\W*$| (?:candidate|person|appearance|face|and (?:well|slim|young)))|"
            r"(?:dress(?:ed|es)?|attire|clothing|clothes|outfit) (?:is |are )?(?:smart|professional|well|"
            r"appropriate|neat)\w*|(?:professional|smart|neat|tidy|clean|physical|personal|good|pleasant|"
            r"polished) (?:appearance|attire|dress|looks|grooming)(?! of (?:the|a|their) (?:report|work|document|"
            r"dish|plate|site|code))|overweight|obese|(?:visible )?(?:tattoos?|piercings?)|clean-shaven|"
            r"hair ?styles?|(?:wears?|wearing) (?:make-?up|a suit|a tie|jewell?ery)|personal (?:grooming|hygiene|"
            r"presentation)|photogenic|(?:tidy|messy|clean|professional) background(?= (?:behind|on|in)|\W*$)",
        ),
        required=(
            r"(?:(?:at least|over|under) [\d.,]+ ?(?:cm|ft|feet|foot|m)\b(?! (?:above|wide|long|deep|from))|"
            r"(?:taller than|shorter than|minimum height|height of|bmi) (?:of )?(?:over |under |at least )?\d+)|"
            r"^(?:no (?:visible )?(?:tattoos|piercings|beards?)|slim|attractive|well[- ]groomed|presentable)",
        ),
        label=r"height|weight|photo(?:graph)?|headshot|profile photo|hair colou?r|eye colou?r|height (?:and|"
        r"/) weight|clothing size",
        harmless=(
            r"(?:load|vehicle|ceiling|shelf|building|working at|loading|bridge|line) heights?|height (?:of|"
            r"restrictions?|safety)|working at height|weights? (?:of|training|limits?)|weigh(?:s|ed|ing)? (?:up |"
            r"the |against |options|one|risk|cost|trade)\w*|(?:product|package|body|shipping|score|model) weights|"
            r"(?:looks?|looked|looking) (?:after|for|at|into|like a (?:bug|good)|back|up|forward|to|ahead)|"
            r"appearance of (?:the|a|an)|(?:photo|picture) (?:editing|desk|library|shoots?|booth|archive)|"
            r"(?:photos?|pictures?|photographs?) (?:of|you) (?:\w+ )?(?:work|took|taken|dish|product|cake|project|"
            r"something|portfolio|site|damage)|photographs you|body of work|face to face|face(?:d|s)? (?:with|a|"
            r"the)|(?:clean|tidy|smart) (?:code|work\w*|solution|desk|bench)|sensibly dressed|make up (?:the|a|"
            r"for)|make sure",
        ),
    ),
}

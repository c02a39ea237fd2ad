"""Sex, gender and orientation, in English."""

from __future__ import annotations

from heymilo_ops.lint.topics.english_forms import words
from heymilo_ops.lint.topics.language import Words
from heymilo_ops.lint.topics.topic import Topic

IDENTITY: dict[Topic, Words] = {
    Topic.GENDER_REASSIGNMENT: words(
        "transgender trans biological* transition* reassign* sex born birth deadname cisgender cis assigned gender "
        "hormone* transsexual*",
        nouns=r"(?:gender )?transition(?= (?:surgery|history|plans|status))|birth (?:gender|sex)|dead-?name|"
        r"gender (?:reassignment|history|assigned at birth|at birth)|sex (?:assigned )?at birth|"
        r"trans(?:gender)? (?:status|history|identity)|assigned (?:sex|gender)",
        be=r"(?:a |an )?(?:trans(?:gender(?:ed)?|sexual)?|cis(?:gender)?)(?![-\w])(?: (?:person|man|woman|or|"
        r"and)\b[^.?]*)?|(?:going through|planning|undergoing|having) (?:a |"
        r"your )?(?:gender )?(?:transition(?=\W*$)|gender reassignment|sex change)|transitioning(?=\W*$|"
        r" gender| to (?:male|female|a (?:man|woman)))|(?:born|assigned) (?:as )?(?:a )?(?:male|female|man|"
        r"woman|boy|girl)",
        do=r"transitioned?(?=\W*$| gender| from (?:male|female)| to (?:male|female|a (?:man|woman)))|(?:had|"
        r"undergone?|have|plan|planned|consider\w*|take|taken|on) (?:any |a |to have |"
        r"to undergo )*(?:gender (?:reassignment|affirming|confirmation|surgery)|sex change|"
        r"reassignment surgery|hormone (?:therapy|treatment))|(?:still )?identify (?:with|as) the (?:sex|"
        r"gender)",
        people=r"(?:trans(?:gender)?|cis(?:gender)?) (?:people|candidates?|applicants?|men|women|persons)",
        sure=(
            r"(?:sex|gender) you were (?:assigned|born|given|registered)",
            r"(?:gender|sex) the same as (?:\w+ ){0,8}(?:birth|registered)",
            r"assigned (?:\w+ )?at birth",
            r"were you born (?:as )?(?:a )?(?"
            r":male|female|man|woman|boy|girl)",
            r"(?:your|previous|former) name before (?:you )?(?:transition\w*)",
        ),
        instruction=(
            r"transgender|gender reassignment|sex change|transitioned (?:gender|from)|biological sex|(?:sex|"
            r"gender) (?:assigned )?at birth",
        ),
        scored=(r"transgender|gender reassignment|sex change|biological (?:male|female|sex)",),
        required=(r"^(?:biological|cis(?:gender)?) (?:male|female|man|woman|men|women)",),
        label=r"(?:sex|gender) (?:assigned )?at birth|trans(?:gender)?(?: status)?",
        harmless=(
            r"trans(?:gender)? (?:rights|health|inclusion|charit\w+)|(?:state|career|role|product|digital|energy|"
            r"system) transitions?",
        ),
    ),
    Topic.SEX_GENDER: words(
        "gender sex male males female females man men woman women girl* boy boys guy guys lady ladies "
        "gentlem* pronoun* "
        "masculine feminine lad lads handsome manly ladylike feminist salesman emotional bloke blokes",
        nouns=r"gender(?: identity)?|(?:biological |legal |birth )?sex(?! (?:education|workers?|offend\w+))|"
        r"(?:preferred )?pronouns",
        be=r"(?:a |an )?(?:biological )?(?:male(?! or)|female(?! or)|male or (?:a )?female|female or (?:a )?male|"
        r"man|woman|man or (?:a )?woman|woman or (?:a )?man|men|women|girl|boy|lady|feminist|"
        r"non-binary)(?! (?:patients?|customers?|led|owned|only|ward))",
        people=r"(?:males?|females?|men|women|ladies|gentlemen|girls|boys|guys|lads|(?:male|female) (?:candidates?|"
        r"applicants?|employees|staff|workers|persons?))",
        sure=(
            r"as a (?:wo)?man,? (?:how|do|can|would|what|could|are|will|have|why)",
            r"as a (?:female|male|lady|girl|guy)\b",
            r"(?:comfortable|ok|okay|happy|feel|cope|problem|difficult|manage|mind|handle) (?:about |"
            r"with )?(?:being the only|working (?:with|for|under|in) (?:\w+ ){0,4}|reporting to |managing |"
            r"leading |taking orders from |among )(?:an? )?(?:\w+ ){0,3}(?:wom[ae]n|m[ae]n|males?|females?|"
            r"male-dominated|female-dominated|girls|guys)",
            r"what pronouns|which pronouns",
            r"(?:what|which) (?:sex|gender) (?:are|do|were)",
        ),
        profile=(
            r"(?:lady|ladies|man|men|woman|women|girls?|guys?|lads?|gentleman) (?:wanted|needed|required)",
            r"(?:males?|females?|men|women|ladies|gentlemen|girls|boys|lads) only",
            r"(?:only|no) (?:males?|females?|men|women|ladies|girls|guys)(?=\W*$| need| please| for| will| are|"
            r" should| may)",
            r"(?:prefer|preferably|looking for|seeking|want|need|ideally|suit|suits|hire|hiring|for) (?:an? |"
            r"the )?(?:\w+ )?(?:male|female|man|woman|girl|guy|lad|lady|gentleman|ladies|girls|guys|boys|salesman|"
            r"handyman|waitress|salesgirl)(?= (?:receptionist|assistant|candidates?|driver|to|for|in|who|with|"
            r"only|or|on|at)|\W*$)",
            r"(?:male|female) (?:candidates?|applicants?) (?:only|preferred|are preferred|will be|should)",
            r"(?:strong|attractive|pretty|confident|handsome) (?:young )?(?:man|men|woman|women|girls?|lad|lads|"
            r"guys?|lady|ladies)",
        ),
        asked=(
            r"^(?:male|female)(?: or | ?/ ?)(?:male|female)",
            r"(?:mr|mrs|sir|madam)\.? or (?:mr|mrs|ms|miss|madam)",
        ),
        instruction=(
            r"(?:whether|if) (?:\w+ ){0,4}(?:is|are) (?:a )?(?:male|female|man|woman)",
            r"(?:note|record|infer|detect|guess|determine|log|capture) (?:\w+ ){0,3}(?:gender|sex)",
            r"(?:men|women|males|females) (?:"
            r"differently|higher|lower|first)",
        ),
        scored=(
            r"masculin\w+|feminin\w+|ladylike|manly|too (?:emotional|bossy|feminine|masculine)(?= for|\W*$)|"
            r"(?:male|female) (?:voice|energy|perspective|touch)",
        ),
        label=r"gender|sex|male ?/ ?female|m/f|gender identity|pronouns",
        harmless=(
            r"gender (?:pay|field|equality|balance|studies|neutral|gap|data|stud\w+|lens|diversity|option|column|"
            r"parity|inclusive)|gender-(?:neutral|inclusive|balanced|based)|(?:right-hand|middle|sales|crafts|"
            r"trades|work|fore)man|man(?:-| )(?:hours?|days?|made|management)|women'?s? (?:wear|shoes|fashion|"
            r"refuge|hospital|health|sport|football|team|network|participation|magazine|rights)|men'?s? (?:wear|"
            r"shoes|fashion|health|team|rights)|man (?:the|a) (?:desk|till|stall|phones?)",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: words(
        "sexual* orientation gay straight lesbian* bisexual* bi queer hetero* homo* lgbt* dating date "
        "attracted love sex "
        "partner boyfriend girlfriend closet sexuality out",
        nouns=r"sexual (?:orientation|preferences?|identity)|sexuality|love life|sex life|dating life",
        be=r"(?:a )?(?:gay|straight(?![-\w]| (?:forward|through|talking|with))|lesbian|bisexual|queer|"
        r"heterosexual|homosexual|lgbt\w*\+?|bi(?=\W*$))|out (?:at work|as (?:gay|lesbian|bi))|in the closet|"
        r"attracted to (?:men|women|the (?:same|opposite) sex)|(?:part|a member) of the lgbt\w*(?: community)?",
        have=r"a (?:boyfriend or (?:a )?girlfriend|girlfriend or (?:a )?boyfriend|same-sex partner)",
        do=r"date (?:men|women)|prefer (?:men or women|women or men)",
        people=r"(?:gay|straight|lesbian|lgbt\w*|heterosexual|homosexual|queer) (?:candidates?|applicants?|people|"
        r"men|women|persons)|gays|lesbians|homosexuals",
        sure=(
            r"(?:knew|know|find out|learned|learnt) about your partner(?! (?:teams?|compan\w+|bank|network))",
            r"same-sex (?:partner|relationship|cou"
            r"ple|marriage)(?=.*you)|your same-sex",
        ),
        instruction=(r"sexual orientation|sexuality|(?:is|are) (?:gay|lesbian|straight|bisexual)",),
        scored=(
            r"sexual orientation|sexuality|(?:is|are|seems|sounds|looks|appears) (?:gay|lesbian|queer|"
            r"straight(?=\W*$))",
        ),
        label=r"sexual orientation|sexuality",
        harmless=(
            r"lgbt\w*\+? (?:inclusion|network|charit\w+|community cent(?:re|er)|youth|rights|employee)|"
            r"straight(?:-| )(?:through|forward|line|away|to|from)",
        ),
    ),
}

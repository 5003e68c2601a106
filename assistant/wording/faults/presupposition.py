"""Acts and facts of his that nobody has established, taken for granted by the grammar of the question."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question, Sentence
from assistant.wording.verbs import forms

RULE = Rule(
    "presupposition",
    "It takes for granted what he has not told you; ask first whether it was so.",
    "Loftus, Leading questions and the eyewitness report (1975)",
)

_ACTS = """
    hide bury burn steal photograph destroy shred forge falsify fake smuggle sell betray deceive cheat
    conceal withhold omit warn denounce bribe persuade convince blackmail quarrel argue threaten desert
    evade dodge refuse decline resist disobey lose abandon regret hate dislike distrust mistrust doubt
    suspect envy resent despise blame forgive break damage wreck sabotage spoil shoot kill murder beat
    hurt wound rob gamble divorce lie invent exaggerate mislead volunteer spy eavesdrop poison trick
    fool impersonate pretend disguise erase reveal disclose leak insult slap curse confess confide
    collaborate conspire plot scheme embezzle pocket swindle misuse neglect ignore hesitate panic weep
    tamper swap substitute corrupt seduce compromise tempt urge incite provoke protest obstruct bluff
    flatter fabricate slander accuse punish torture strike attack assault recant repent resign rehearse
    mislay rob cover conceal silence enlist recruit hush botch bungle elude outwit sneak drug
    interrogate strangle
""".split()
"""What a man does in secret, in anger or against his duty: to ask when he did it is to say that he did."""

_PARTED = """
    hand over, give away, give up, throw away, throw out, cover up, tear up, make up, keep back, cut up,
    pay off, buy off, take away, take home, turn in, smuggle out, put away, let down, talk into, get rid
    of, get hold of, get away with, lead astray, bring out, carry out of, slip out, copy out, win over
"""
_TOGETHER = """
    run away, run off, slip away, slip past, sneak out, break into, break off, break with, break down,
    fall out, turn against, inform on, inform against, report on, report against, tell on, keep quiet,
    keep silent, keep it secret, take part in the, take money, take bribes, change sides, change your
    mind, change your story, go over to, go along, give in, set fire, lose faith, lose trust, lose
    heart, work against, act against, agree to, consent to, decide not, choose not, decide to betray,
    decide to spy, decide to lie, decide to desert, decide to work for, leave your wife, leave your
    husband, leave your family, leave your post, borrow money, owe money, help him escape, help them,
    grow tired of, become disillusioned, become an informer, become an agent, become suspicious, make
    contact with, offer to, promise to, promise them, promise him, plan to, mean to betray, come to
    hate, come to doubt, come to distrust, drink so, drink too, spend so, work secretly, act as their,
    spend it, spend the money, fail to, forget to report, neglect to, stand by while, look the other way
"""


def _joined(listed: str) -> str:
    return "|".join(" ".join(phrase.split()) for phrase in listed.replace("\n", " ").split(","))


def _every_form() -> str:
    """The acts in every form but the base, for clauses such as "when you burned the files"."""
    return "|".join(sorted({form for act in _ACTS for form in forms(act)} - set(_ACTS) | {"hurt", "beat"}))


def _parted() -> str:
    """Verbs whose object may stand in between: "hand the keys over"."""
    found = []
    for phrase in _PARTED.replace("\n", " ").split(","):
        verb, *rest = phrase.split()
        found += [f"{form} {' '.join(rest)}|{form} _ [_] [_] {' '.join(rest)}" for form in forms(verb)]
    return "|".join(found)


def _together() -> str:
    return "|".join(
        form for phrase in _TOGETHER.replace("\n", " ").split(",") for form in forms(phrase.strip())
    )


_CLASSES = {
    "wh": "who|whom|whose|what|which|when|where|why|how",
    "act": f"{'|'.join(_ACTS)}|{_joined(_TOGETHER)}|{_joined(_PARTED)}",
    "acted": f"{_every_form()}|{_together()}",
    "parted": _parted(),
    "adverb": """
        first|last|really|actually|then|once|also|so|finally|already|choose to|decide to|try to|manage to|
        have to|want to|come to|intend to|both|all|secretly|deliberately|knowingly|ever after|always|
        still|never|not|at last|even|later|afterwards|personally|quietly|suddenly|help to|help|dare to|
        agree to|offer to|need to|start to|begin to|continue to|go on to
    """,
    "thing": """
        film|films|microfilm|microfilms|photographs|negatives|money|cash|gold|dollars|marks|bribe|reward|
        payment|pistol|gun|revolver|weapon|poison|code-book|code-books|cipher-book|cipher-books|ciphers|
        key|keys|letter|letters|list|lists|package|parcel|packet|envelope|suitcase|body|corpse|map|maps|
        plans|drawings|blueprints|transmitter|wireless set|radio|radio set|evidence|copies|copy|documents|
        document|secret _|false _|forged _|stolen _|second _|missing _|pages|seal|seals|diary|notebook|
        samples|tapes|files|file|rest of the _|loot|diamonds|hidden _|camera|cameras|receipts|ledger|
        archive|archives|jewels|certificate|report about _|papers you (took|stole|copied)|other copy|
        originals|original
    """,
    "did": "did|do|would|could|will|have|had|were|are",
}

_ASKED = Phrases(
    """
    {wh} ... {did} you [{adverb}] [{adverb}] ({act}|{parted})
    {wh} ... (have|had) you [{adverb}] ({acted}|{parted})
    {wh} ... (have|had|were|are) you [{adverb}] [been] ({acted}|hiding|lying|protecting|shielding|
        covering|holding back|planning to|running from|working for them|stealing|spying)
    why (didn't|haven't|hadn't|don't|weren't|aren't|won't|wouldn't) you
    why (did|have|had|do|were|are|would|could) you (not|never)
    why (were|are|have) you [been|become] [so|still|always|suddenly] (afraid|ashamed|angry|nervous|
        jealous|bitter|silent|reluctant|unwilling|late|absent|drunk|frightened|sorry|disloyal|
        dissatisfied|unhappy|disappointed|disillusioned|trembling|hesitating|so|dismissed|expelled|
        punished|demoted|reprimanded|in (debt|trouble|disgrace)|wanted|suspected|anxious|keen|eager|
        willing to)
    why (do|did) you (fear|want to hurt|still|keep *ing|always|suddenly|envy|protect|shield|
        need the money|need money|need a false|carry a|take the|take money|let them|let him|let her|
        sign the|sign a false|accept the|accept money|tell them|tell him|give them|give him|
        work for (them|the other|two)|agree|join the (plot|conspiracy)|run|throw|drop|hit|laugh|cry|
        use a false|change your name|wait so|need)
    {wh} ... did you [first|finally|really|last] (stop|cease|quit|give up|leave off|break off) {doing}
    {wh} ... did you [first|really|finally|begin to|start to] (begin|start|come|resume|continue|go on|
        keep|keep on) [to] ({disliking}|{secret_work})
    (have|had) you [now|finally|at last] (stopped|ceased|given up|quit|finished) !(work at|school) {doing}
    when will you (stop|cease|give up|tell the truth|admit)
    {wh} ... did you [{adverb}] (put|leave|get|take|keep|give|send|pass|drop|throw|carry|bring|deliver|
        hand|receive|find|obtain|show|do with|store|place|lock|pick up|dispose of|spend|post|mail|swallow|
        return|remove|cut|sew|copy|develop) [him|her|them|to|up|away|it] (the|your|those|these|that|his|
        her|their|all the|all that) [_] [_] {thing}
    what (did you do with|became of|has become of|have you done with|happened to) (the|your|those|these|
        that|his) [_] [_] {thing}
    {wh} ... did you [{adverb}] (dispose of|get rid|do away with|make away|get away with|get hold of|
        come by|get your hands on|lay hands on|pay for the false|explain (away|your absence|the missing|
        the loss|the money))
    (which|what|how many|how much) ... did you [{adverb}] (take home|take with you|take out|take away|
        carry off|carry out|bring out|bring away|sell|hand|show (them|him|her)|let (them|him|her)|
        accept from|get from (them|him)|take from|earn from|make (on|from|out of)|report to (them|him)|
        keep for yourself|keep back|tell (them|him|her|the (germans|americans|british|police|other|
        chinese|poles|turks))|give (them|him|her|away|the (germans|americans|british|police|other)))
    (what|which) ... do you (keep|hold) [_] (secret|back|hidden|from us)
    where (do|are|is|have) you (keep|keeping|hiding|hidden) (the|your) [_] {thing}
    where (is|are) (the|your|that|those) [_] ({thing}|hidden _) (you|now|hidden|buried)
    (whom|to whom|with whom|for whom|against whom|from whom|who|which of _ _|which of your _) (did|do|
        have|were|are) you [{adverb}] (tell about|tell of|inform|report on|show|give|meet secretly|betray|
        contact|spying|working|work secretly|working secretly|copying|collecting|carrying|spy|take orders|
        taking orders|get your orders|receive your orders|take your orders|buy|get|take) [_] (the|your|
        secretly|for|orders|on|about|it|them)
    (on|at|under|by|with|through) whose (orders|order|instructions|behalf|help|request|command|account|
        advice|money|urging|connivance) (did|were|have|do|are)
    {wh} ... did you [{adverb}] (copy|photograph|take|keep|collect|carry|steal|get|open|draw|
        write) ... for (him|them|her|the (germans|americans|british|turks|poles|other side))
    for whom (did|were|do|are|have) you [really|been] (spying|spy|working|work secretly|copying|copy|
        carrying|stealing|collecting|taking|acting|act|listening|listen|keeping)
    (for|in) what reason did you [{adverb}] ({act}|{parted})

    who [else|first|really|actually|finally] [was it|was it that|was it who|it was who] ({did_to_you}) you
    who [else|first|really|actually|finally] (told|ordered|asked|taught|forced|advised|urged|instructed|
        encouraged|begged|tempted|induced|got|coached|allowed) you [how] to (!(be|report to|go to school|
        fly|read|write|swim|sail|drive|shoot|work|serve|sit|wait) _)
    who [else] (gave|handed|sent|brought|lent|sold|passed|bought) you (the|your|these|those|that|
        this) [_] [_] ({thing}|orders|order|idea|mission|task|secret|name of|address|false _|forged _|
        instructions)
    who [else] (knew|knows|heard|learned|learnt) (of|about) your (plan|plans|escape|flight|intention|
        intentions|secret|affair|treason|contacts|meetings|dealings|real|part|bargain|debts)
    who [else] (forged|stole|leaked|smuggled|sabotaged|betrayed|hid|planned|arranged) (the|your|those|
        these|that)
    who [else] (was|is|were|are) (behind|your (accomplice*|helper*|controller*|contact*|handler*|lover*|
        mistress|master*|paymaster*|partner*|confederate*)|with you when you|with you (in|on|that) (the|
        that) [_] (plot|theft|robbery|conspiracy|attack|raid)|in the (plot|conspiracy|secret) [with you]|
        involved in (it|the|your))
    who else (took part|did you|was involved|helped|knew|shared|signed|profited|was paid|was in the (plot|
        conspiracy|secret|business|affair))
    (what|how much|how many|which|when|where|why) ... (did|have|had|were) you [{adverb}] (get|got|receive|
        received|earn|earned|make|ask|demand|demanded|take|paid|offered|promised|given|charge|
        charged) ... (in return|in exchange|as a reward|for (the|your|this|that|it|them|those|each|
        every) [_] (information|document*|paper*|film*|list*|report*|help|service*|silence|betrayal|
        copies|copy|name*|secret*|treason|drawing*|plan*|letter*|photograph*|code*|cipher*|it|them|$))
    (what|how much) ... (did|have|had) (he|she|they|the _|the _ _|your _|_) [_] (give|pay|offer|promise|
        hand) [to] you ... (in return|in exchange|as a reward|for (the|your|this|that|it|them|those|each|
        every|doing|keeping|not|saying|betraying|working))
    what did (he|she|they|the _|the _ _|your _|_) (promise|offer) (you|your)
    what did (he|she|they) give you
    how much [money] did (he|she|they|the _|the (germans|americans|british|police|other side|
        russians)) (pay|give|offer|promise) you !(a|per|each|every|as)
    how much (were|are) you (paid|given|offered|promised) (for|to) !(a|the) _
    (what was|what is|how large was|how big was) your (share|cut|reward|price|fee|part) (of|in|for|
        when) the [_]
    (how|what) (did|do|does) you (feel|think|say|do) ... (when|after|once|as) (he|she|they|it|your _|
        the _|the _ _|_) [had|have] (broke|broken|betrayed|left you|lied|deceived|cheated|abandoned|
        refused|denounced|arrested you|dismissed you|passed you|shot|killed|beat|beaten|ignored|dropped|
        stole|stolen|took away|failed|let you|turned|forgot|laughed|punished|rejected|threatened|struck|
        hit|insulted|discovered|found out|caught|humiliated|did not|sold|robbed|used you)
    how (did|does) it feel (to|when you|when they|when he|after)
    how do you feel about (having|leaving|betraying|what you|your (betrayal|treason|victims|crimes))
    how (ashamed|sorry|guilty|bitter|angry|afraid|disappointed|frightened) (are|were|did) you
    how long (was it before|did it take) you [to] ({act}|{parted}|regret*)
    (what|who) [finally|first|really] (made|drove|led|pushed|caused|tempted|forced|moved|brought|prompted|
        induced) you [to|into] ({act}|{acted}|{parted}|afraid|angry|so|turn|drink|give|lose|fear|take the|
        take money|work for|spy*|betray*|steal*)
    what (are|were|have) you [been] [really|still|trying to|so|afraid to] (hiding|hide|concealing|conceal|
        keeping from|afraid of|ashamed of|running from|running away|planning|plotting|holding back|
        covering|covering up|guilty of|ashamed|frightened of|up to|doing with|protecting|leaving out)
    what (else) (are|were|have|did|do) you (hiding|hide|not told|not tell|concealing|concealed|left out|
        leave out|kept back|keep back|keeping|steal|take|stolen)
    (do|are) you still (report|reporting|work for|working for|write to|writing to|meet|meeting|see|seeing|
        take|taking|receive|receiving|drink|drinking|lie|lying|hide|hiding|in (contact|touch|love|debt)|
        loyal|afraid|angry|hate|love|trust|owe|spy|spying|gamble|gambling|a (communist|member|believer)|
        deny|refuse|regret|pass|send|belong|beat|believe in)
    (do|are|did|were|don't|aren't|didn't|weren't) you [not|now|ever|sometimes|at least|really|at all|
        even] (regret|sorry (for|that|about|you)|ashamed (of|that|when)|feel (guilty|ashamed|sorry|
        remorse|shame|any (remorse|shame|guilt|regret)))
    (did|have|had) you {done_to} (the|your|his|her|their|that|those|him|them|it|on|
        with) ... {adjunct} !(the same time) _
    (are|were) you [ready|willing|prepared|now ready] to (confess|admit|explain) (what|why|how|to) [you]
    (where|from whom|how) did you learn to (lie|cheat|steal|forge|deceive|act|pretend|kill)
    {wh} ... (was|were|is|are) {yours}
    {wh} ... (did|have|had) {yours}
    {wh} ... did they (drop|dismiss|sack|expel|arrest|recruit|catch|punish|demote|suspect|trust|choose|
        pay|find|blackmail|release) you
    """,
    **_CLASSES,
    doing="""
        !(work|working|school|at|in|on|there|for|by|studying|serving|living|teaching|flying|sailing|
        to) (_|reporting|informing|working for|work for|helping|being|lying|meeting|seeing|writing|
        sending|spying)
    """,
    disliking="""
        doubt|doubting|suspect|suspecting|distrust|distrusting|hate|hating|fear|fearing|question|
        questioning|lose|losing|dislike|disliking|despise|despising|disbelieve|regret|regretting|resent|
        resenting|quarrel|quarrelling|avoid|avoiding|turn against|turning against|lie|lying|drink|
        drinking|gamble|gambling|neglect|neglecting|be afraid|being afraid
    """,
    secret_work="""
        report to|reporting to|report on|reporting on|inform|informing|spy|spying|steal|stealing|copy|
        copying|photograph|photographing|sell|selling|plan|planning|plot|plotting|listen to foreign|
        listening to foreign|listening to the|think of leaving|thinking of leaving|think about leaving|
        thinking about leaving|work for|working for|work against|working against|take money|taking money|
        take bribes|taking bribes|pass|passing|hide|hiding|collaborate|collaborating|smuggle|smuggling|
        help them|helping them|meet him|meeting him|meet her|meeting her|meet them|meeting them|
        keep a second|falsify|falsifying|cheat|cheating|betray|betraying|deceive|deceiving|take documents|
        taking documents|take papers|taking papers
    """,
    did_to_you="""
        recruited|hired|sent|persuaded|bribed|betrayed|warned|hid|sheltered|smuggled|protected|
        blackmailed|tipped|controlled|ran|denounced|turned|approached|paid|helped|trapped|seduced|forced|
        compromised|covered for|covered up for|informed on|put up to|won over|talked into|released|
        cheated|deceived|threatened|pushed|planted|introduced
    """,
    done_to="""
        hide|hidden|bury|buried|sell|sold|steal|stolen|burn|burned|burnt|smuggle|smuggled|forge|forged|
        betray|betrayed|kill|killed|desert|deserted|denounce|denounced|bribe|bribed|shoot|photograph|
        quarrel|quarrelled|destroy|destroyed|lie to|copy|murder|murdered|deceive|warn|rob
    """,
    adjunct="""
        in|for|under|behind|beneath|because|because of|out of|from|with|at|before|after|on|inside|to|into|
        or|alone|by
    """,
    yours="""
        your (real|true) (mission|reason|name|task|purpose|motive|employer|master|masters|orders)|
        your (accomplice*|handler*|controller*|lover*|mistress|paymaster*|victim*)
    """,
)
"""From where something is asked."""

_ANYWHERE = Phrases(
    """
    (when|after|before|while|until|once|since|because|why|how|where|whom|that|which|the _|
        for *ing) [it was that] you [had|have|then|first|finally|so|*ly] ({happened}|{parted_past}|
        gave (the|those|your|that) [_] {thing}|(passed|took|sent|carried|put|kept|brought|left|showed|
        copied) (the|those|that) [_] {thing}|planned to|decided to (betray|spy|steal|kill|leave your|
        desert|lie)|made up your mind to|agreed to (work|spy|inform|help|report|betray))
    (when|after|before|while|until|since|because) you (were|got) [first|finally|last] (blown|caught|
        exposed|bribed|recruited|blackmailed|paid off|unmasked|turned|bought|expelled|dismissed|demoted|
        disgraced|drunk|discovered|found out|compromised|betrayed|suspected|denounced)
    (when|after|before|while|since|because|once) (he|she|they|the _|the _ _|your _) [had|first|
        finally] (sent|recruited|hired|paid|bribed|betrayed|cheated|deceived|blackmailed|trapped|turned|
        dropped|unmasked|exposed|caught|abandoned|dismissed|rewarded) you
    (when|after|before|once|since) (they|he|she|your _) [had] (broke|broken) (their|his|her) (promise*|
        word|oath)
    after (the|your|that) (theft|murder|betrayal|quarrel|fight|shooting|killing|bribe|bargain|deal|affair|
        argument|robbery|treason|divorce|scandal|disgrace|failure)
    (before|since|despite|because of) your (betrayal|treason|quarrel|disgrace|affair|divorce|expulsion|
        dismissal|arrest|desertion|debts|crime*|theft)
    your [_] (accomplice|accomplices|handler|handlers|controller|controllers|victim|victims|lover|lovers|
        mistress|hiding-place|hiding-places|crimes|confession|debts|collaboration|treason|betrayal|
        drinking|gambling|spying|lies|guilt|misdeeds|theft|thefts|espionage|treachery|informers|paymaster|
        paymasters|bribes|accusers|hatred|disloyalty|affair|love affair|sabotage|cowardice|desertion|
        disgrace|expulsion|dishonesty|quarrel|quarrels|plot|escape plan|fellow conspirators|fellow spies|
        fellow plotters|secret dealings|secret meetings|secret work for|secret contact|secret contacts|
        secret life|black-market dealings|double life|mutiny|bribery|blackmail|crime|smuggling|fraud|
        forgeries|forgery|indiscretions|indiscretion)
    your (second|false|forged|stolen|illegal|hidden) (passport*|family|wife|identity|papers|name|income|
        account|transmitter|set|money|weapon*)
    your (part|role|share) in (the|that|this|those) [_] (plot|murder|theft|killing|betrayal|shooting|
        massacre|conspiracy|arrest|arrests|robbery|sabotage|purge|beating*|execution*|deportation*)
    your real (mission|reason|name|task|purpose|motive|employer|master*|loyalt*)
    the (man|woman|boy|girl|officer|soldier|guard|clerk|friend|prisoner|people|men) [whom|that|
        who] you (killed|betrayed|shot|robbed|denounced|bribed|abandoned|deceived|deserted|beat|hid|
        reported|informed on|recruited|warned)
    the (money|reward|payment|bribe*|gold|sum) [that|which] (you (got|took|received|were paid|were given|
        earned|stole)|(they|he|she) (gave|paid|promised|sent) you)
    the (papers|documents|films|letters|list|plans|files|money|gold|drawings|photographs|weapons|
        pistol) [that|which] you (took|stole|hid|copied|burned|burnt|sold|brought away|smuggled|buried|
        destroyed|forged|passed|handed|removed|gave them|photographed)
    (confess|admit|own up to|explain to us) (what you did|why you did|to what you|the (theft|murder|crime|
        killing|betrayal|lie*))
    (secretly|illegally) (meet|met|sell|sold|copy|copied|pass|passed|take|took|work|worked|visit|visited|
        listen|listened|keep|kept|write|wrote|send|sent)
    (about|of|for|with|from) (the|that|this) (bribe*|theft|plot|murder|treason|betrayal|forgery|poison|
        false papers|stolen _|secret money|conspiracy|blackmail)
    (all|what|everything) you (did to|have done to|have done against|did against)
    """,
    **_CLASSES,
    parted_past="|".join(
        f"{form} {' '.join(rest)}|{form} _ [_] {' '.join(rest)}"
        for phrase in _PARTED.replace("\n", " ").split(",")
        for verb, *rest in [phrase.split()]
        for form in forms(verb)
        if form != verb and not form.endswith("ing")
    ),
    happened="""
        hid|buried|burned|burnt|stole|destroyed|shredded|forged|falsified|smuggled|sold|betrayed|deceived|
        cheated|concealed|denounced|bribed|blackmailed|quarrelled|threatened|deserted|abandoned|sabotaged|
        wrecked|shot|killed|murdered|beat|robbed|gambled away|divorced|lied|invented|spied|poisoned|
        tricked|eavesdropped|confessed|collaborated|embezzled|conspired|plotted|deserted|ran away|ran off|
        slipped away|informed on|reported on|broke into|took part in the|took money|took bribes|
        changed sides|turned against|lost faith|broke your|broke with|warned|persuaded|tampered|leaked|
        disclosed|revealed|regretted|volunteered|insulted|protested|refused to
    """,
)

_LEFT_OPEN = Phrases(
    """
    if (any|anything|anyone|anybody|anywhere|ever|so|at all|you|there|it|he|she|they|such)
    (whether|ever|any|anyone|anybody|anything|anywhere)
    """
)
_HE_TOLD = Phrases(
    """
    (you|he) [have|had|'ve|just|also|already|earlier|once|yourself|first] [just|also|already|earlier|
        once] (said|told (us|me|my|the|our|your)|mentioned|spoke|spoken|described|wrote|written|stated|
        named|explained|marked|drew|drawn|showed|shown|testified|noted|recalled|reported|listed|referred|
        admitted)
    according to (you|your)
    by your [own] account
    your (letter|statement|account|report|first account) (says|said|speaks|mentions|of)
    """
)
_NOT_TOLD = Phrases(
    """
    (before|when|after|until|while|since|once|because|which|that|whom|why|did) (you|he) (said|told|
        mentioned|spoke|described|wrote|stated|named|explained|marked|drew|showed|reported|admitted)
    """
)


def find(question: Question) -> Iterator[Fault]:
    """One sign a sentence; none when he said it himself, or the question leaves open whether it was so."""
    told = False
    for sentence in question.sentences:
        text, start, end = sentence.text, sentence.start, sentence.end
        if _HE_TOLD.first(text, start, end) and not _NOT_TOLD.first(text, start, end):
            told = True
        elif not told and (span := _taken_for_granted(sentence)):
            yield RULE.broken(question.given, *span)


def _taken_for_granted(sentence: Sentence) -> tuple[int, int] | None:
    text, start, end = sentence.text, sentence.start, sentence.end
    if _LEFT_OPEN.first(text, start, end):
        return None
    for asking in sentence.asks:
        for span in _ASKED.find(text, asking.start, end):
            if asking.form != "whether" or span[0] == asking.start:
                return span
    return _ANYWHERE.first(text, start, end)

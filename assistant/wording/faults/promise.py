"""Promises of what the officer cannot promise: asylum, entry, money, a post, the family, silence for ever."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.fields import Field, together
from assistant.wording.grammar import pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "promise",
    "It promises what you cannot commit anyone to; say openly what is not yours to promise.",
    "NSCID-13#11",
)

_CLASSES = {
    "good": """
        asylum|citizenship|citizen|citizens|nationality|passport|passports|visa|visas|green card|entry|
        admission|residence|permit|permits|job|jobs|post|position|employment|professorship|chair|
        commission|work|flat|house|home|apartment|villa|farm|pension|money|dollars|pounds|marks|francs|
        cash|salary|income|reward|rewards|rewarded|bonus|account|fortune|rich|wealthy|comfort|comfortable|
        comfortably|car|new life|new name|new identity|new start|new papers|papers|freedom|free man|
        pardon|pardoned|immunity|america|american|the states|united states|england|canada|britain|london|
        new york|washington|the west|california|scholarship|university|school|education|surgeon|
        looked after|taken care of|well paid|paid well|handsomely|generous|generously|
        laboratory of your own|sum|cheque|bank|land|plane|seat|ship to|rank|practice|safe for life|
        contract|advance|treatment in|study|future|place for you
    """,
    "kin": """
        wife|husband|family|families|children|child|daughter|daughters|son|sons|mother|father|parents|
        brother|brothers|sister|sisters|fiancée|girl|boy|boys|girls|people|sweetheart|relatives|
        wife and _|little girl|little boy|old mother|old parents|baby|whole family|friends
    """,
    "will": """
        'll|will|shall|can|could|may|might|would|are going to|am going to|is going to|'re going to|
        promise to|guarantee to|intend to|undertake to|mean to|'d|can certainly|will certainly|should|
        have arranged to|can easily
    """,
    "we": """
        we|I|my government|my chief|my chiefs|my people|my service|my country|my ambassador|my colonel|
        my office|the americans|the british|the government|the embassy|the ambassador|the agency|
        the service|the committee|the president|washington|london|our people|our government|our side|
        our service|our embassy|our friends|the army|this country|america|england|the ministry|our chief
    """,
}

_ANYWHERE = Phrases(
    """
    {we} [{will}] [_] [_] (get|give|grant|find|offer|arrange|provide|obtain|secure|settle|pay|buy|let|
        make|fix|set|reward|look after|fly|open|keep|send|help|see to|see|have|put|take|bring|
        want you to have|owe) ... (you|your|him|her) ... {good}
    {we} [{will}] [_] [_] (get|give|grant|find|offer|arrange|provide|obtain|secure|fix|promise|guarantee|
        approve|sign|speed up|see to|buy|reserve) [_] [_] [_] (asylum|citizenship|passport*|visa|visas|
        green card|entry|residence|pension|american _|new identity|job|house|flat|post|immunity|papers)
    {we} [{will}] [_] [_] (get|bring|fetch|have|smuggle|move|take|fly|help|reunite|settle|find|send for|
        see|reach|free|buy|exchange) [out] (your [_] {kin}|her|him|them|you and your _) ... (out|over|
        across|here|to you|to safety|join|to the west|to america|to england|to vienna|to berlin|with you|
        safe|safely|together|home|free)
    (what|which) (sort of|kind of|) !(work|university|school|job|post|position) {good} (would|do|should|
        shall|will) (you|we|your _) [like|want|wish|prefer|choose|have|get|give|find] [us] [to]
    (how much|how large a|how big a|what) [_] ({good}|a year|a month) (would|do|should|shall|will) (you|
        we) (like|want|need|expect|pay|give|put|ask) [us] [to] [_] (from us|for (this|it|them|the|your|
        that)|give|pay|put|per)
    (living|live|lives|are|be|being|settled) [_] (as (a|an) (free|rich|american|respected|wealthy) _|
        in (a|your) [_] (flat|house|home|apartment|villa) of your own|in your own [_] (flat|house|home|
        apartment|villa)|in freedom)
    (be|are|is) [always|well|richly|very well|properly|fully|generously|certainly] (looked after|
        taken care of|provided for|cared for|rewarded|compensated)
    {we} [{will}] [_] [_] (get|bring|fetch|smuggle|fly|reunite) [out] your [_] {kin} !(name*|letter*|
        photograph*|address*|papers)
    your [_] {kin} [and your _|too|also] {will} [_] (be (here|out|safe|free|with you|brought|got out|
        flown|over|reunited|looked after|sent|fetched|together|taken|joined|across|waiting|in (vienna|
        berlin|the west|america|london|england)|provided|protected|living|at your|beside)|join|come|
        follow|get|have (a|an|the|everything|their)|live|arrive|receive|want for|never want|sleep|
        go to school)
    your [_] {kin} (is|are) (as good as|already|practically|on (her|his|their) way|halfway|nearly)
    (once|when|after|as soon as|before|while|the day) (he|she|they|your [_] {kin}|you|the children|
        the family) (is|are|'re|get|gets|come|comes|have|has|settle|arrive*|become|land*|join*) [all|got|
        been|safely|both|settled] (out|over here|safe|free|settled|with you|here with you|in america|
        in england|in the (states|united states|west)|in canada|in london|in new york|in washington|
        in britain|to america|to england|to the (states|united states|west)|to canada|to london|
        to washington|across|a citizen|citizens|american|americans|an american|british|your visa|
        your passport|your papers|your citizenship|your own|your new|you there)
    (nobody|no one|not a soul|none of (them|your _)|they|moscow|your family|your wife|your people|
        your service|your comrades|your embassy|your (former|old) _|he|she|the soviets|the russians|
        the embassy|the kgb|the others|the press|the newspapers|the world|no human being|
        not even _ _) [at home|there|in moscow|back home|over there|outside|else] ({will}|need|needs|is|
        are|has to|have to) [ever|never|not|going to|able to|even] [ever|never|not|going to|be able to|
        to] (know|learn|find|hear|guess|discover|see what|see this|be told|trace|read|suspect|touch|reach|
        harm|get at|connect)
    (nothing|not a word|not one word|no word|none of this|no part of|not a line|not a syllable|
        what you say|what you tell|your words|your name|your secret|your identity|your part|
        your statement|this|it|all this|all of this|everything you say|the source|your visit|
        your voice) [_] [_] [_] ({will}|is|is going to) [ever|never|not|remain*|be|stay*] [ever|
        be] (leave|be known|be published|be printed|be traced|be mentioned|used against|be told|
        be repeated|be revealed|be disclosed|be shown|appear|go beyond|go outside|go further|
        go any further|come out|come back to|reach|get out|become known|known|published|repeated|traced|
        revealed|printed|secret|between us|a secret|hidden|unknown|in this room|in these walls|safe with|
        ours alone)
    (stay*|remain*|strictly|kept|is|be|keep this|keep it) [just|only|strictly] between (us|you and me|
        ourselves|these|the two)
    within these [four] walls
    (secret|confidential|safe|protected|free|comfortable) (for ever|forever|for life|always|for all time|
        with us|with me|for good)
    your (name|secret|identity|part|role|visit) (is|will be|will remain|stays|will stay) [_] (safe|secret|
        unknown|protected|hidden|never)
    you {will} [_] [_] (have|get|receive|be given|be granted|own|earn|be paid|become|find|be made|enjoy|
        be offered|be allowed|be let|be brought|be taken care|be welcome*|be rewarded|start|live|hold|
        be provided|drive|sit|command|teach|study) ... {good}
    you {will} [_] [_] (be (rich|safe|free|famous|comfortable|wealthy|looked after|taken care|rewarded|
        on a plane|one of us|welcome here|protected|well off|well paid|a hero|a colonel|a rich|a free|
        an american|a citizen|our guest|a british|granted|flown|allowed (to stay|to enter|to settle|
        to live|in|into)|let (in|into)|in (america|england|london|washington|new york|the west|
        california)|with your [_] {kin}|together again|home|teaching|working|living|sitting|driving|
        earning)|see your [_] {kin}|have your [_] {kin}|stay here [for|as long|always|in]|live (here|like|
        in (america|england|a|the west|comfort|peace)|well|wherever|as)|never (have|need|want|go|be)|
        not (have to worry|need to work|regret it|go short|be forgotten|be sent)|get (in|whatever|
        everything|what you want|what you ask)|have (nothing to fear|no more|everything|whatever|all you|
        what you))
    you [need|{will}] (never|not|have nothing) [again|ever|to] [have to|need to|want] [to] (worry|
        want for|go hungry|be poor|be sent back|be found|lack|fear) !(about (the exact|dates|spelling|
        order))
    never (again) (have to|need to|need) (worry|work|fear|want)
    (want|lack) for nothing
    set up for life
    [for] the rest of your (life|days)
    (a|an|your|the|some|that|our) [_] [_] {good} [_] [_] (is|are|will be|would be|can be|has been|
        have been|may be|could be|stands) [already|as good as|practically|only|certainly|all but|nearly|
        quite] (waiting|ready|yours|certain|assured|guaranteed|arranged|found|prepared|reserved|approved|
        granted|secured|promised|signed|kept for|open to you|safe|just a|for you|on my|in my|in reach|
        within reach|there for you|no problem|a formality|not far)
    [_] {good} (waiting|ready|reserved|kept|set aside|put aside|in store|prepared) for you
    {good} (in it|in this) for you
    {good} (await*|with your name)
    there (is|are|will be|'ll be|would be|could be|might be|may be|
        is always) [_] [_] [_] {good} [_] [_] [_] (for you|in it|waiting|ready|if you|for every|for each|
        for a man|for whoever|for men|in return|in this|for such|for anyone|for your [_] {kin}|at the end|
        as soon as|when you|once you)
    (help|tell|give|name|talk|cooperate|answer|work with|show|draw|speak|finish|do this|bring|write|
        be frank|be open|trust|finish|one more|just) ... and [then] (we|I|you|your [_] {kin}|she|he|
        the (visa|passport|money|papers|post|house|rest)|a|an|it|there) [{will}|is|are|get|gets|have|
        has] ... ({good}|here|out|safe|free|join|together|with you|yours|over|arranged|settled|by (easter|
        christmas|spring|summer|autumn|winter|next))
    (in return|in exchange|as a reward|for (that|this|it|them|your help|each|every name|every page|
        every answer|every document|such)) (you|we|I) ({will}|get|receive|have|offer|pay|give)
    (you have|you've) my (word|solemn word|promise|personal)
    (my word of honour|my word of honor|I give you my|on my (word|honour|honor)|upon my word|
        my personal (guarantee|word|promise))
    (I|we) [can|do|hereby|solemnly|personally|now|gladly|already] (promise|guarantee|assure|swear|pledge|
        vow) [you|to you] [that|it|your|him|to|a|an|asylum|the|we|nobody|no one|there|they|her|them|
        everything|full|complete|you]
    (rest assured|you can be sure|be assured|consider it done|guaranteed|you may rely|you can rely|
        you can count on (us|a|an|me|our)|count on us|trust me|leave (that|it|the rest|everything|
        all that) to (us|me)|we (always) keep our|is in the bag)
    as good as (yours|done|settled|certain|granted|approved|in your|here|arranged|signed|american|won)
    (ask|name) (whatever|anything|what sum|what price|your price|any) you (like|want)
    whatever (you|sum|post|country|city) [you] (want|ask|need|wish|like|choose) [_] [_] (yours|have|get|
        give|is|will be|granted|we)
    the (more|better|sooner|quicker|faster) (you|your) ... the (more|better|sooner|bigger|larger|higher|
        quicker|surer|nearer|faster|easier) ... ({good}|chances|pay|paid|{kin}|we pay|offer|for you|
        your case|out|decision)
    (improve|help|speed|hasten|decide|settle|strengthen|ease|further) your [_] (application|chances|
        chance|case|visa|asylum|request|papers|entry|prospects|claim|admission)
    (count|counts|good|look|looks|weigh|weighs|much|a lot|better|best) [heavily|well|much|a lot|very well|
        good] (for|in|towards|with|on) your [_] (application|visa|asylum|case|request|favour|citizenship|
        admission)
    get you (asylum|in to|into (america|england|the)|a (visa|passport|job|house|flat|post|good|car|
        pension|place|seat)|to (america|england|canada|the west|washington|london|the states)|
        your (citizenship|papers|visa|family|wife|passport|children|money)|citizenship|an american|
        out of germany|papers|work)
    mak* you [a|an|very] (rich|famous|citizen|american|wealthy|comfortable|happy|hero|colonel|free man|
        rich man|millionaire)
    pay* [you] (well|handsomely|generously|in dollars|double|a lot|whatever|good money|more than|
        for every|for each|a thousand|in gold|in cash)
    (dollars|pounds|marks|francs) (are|is|would be|will be) (yours|waiting|for you)
    (dollars|pounds|francs|marks) (for you|for each|for every|a month for|waiting|if you|in your)
    (settle|settled|house|put) (him|her|them|you|your _) in [_] (america|england|canada|house|flat|city|
        country|london|states|west|once|when)
    which (city|town|country|state|house) (should|shall|would|will|do) (we|you|he|she|they) [like us to|
        want us to|like to|want to] (settle|live|house|put|send|choose|move)
    where (would|do|should|shall|will) (you|your _|we|she|he|they) [and your _] [like|want|wish|
        prefer] [us] [to] (settle|live|house|put you|have your house|go to university|be settled|
        start) ... (in america|once|after|when (you|we|your|they)|in the states|in england|with your|
        [_] visa)
    (how|what) would you (like|feel about|say to|think of) [to (be|become|live|own|have|settle|get|see|
        work|teach)|a|an|having|living|our|being|becoming|your|some] ... {good}
    consider (your _|it|that|the matter) [_] (paid|settled|done|arranged|granted|approved|forgiven|yours)
    what (would|do) you say to [a|an|some|having|living|our|being|becoming|your] [_] [_] ({good}|_ $)
    (would|wouldn't|do|don't) you [not] (like|want|care for|love|fancy|enjoy) [to (be|become|live|own|
        have|see|drive|teach|work|settle|get)|a|an|some|your|having] ... (american|citizen|america|
        california|house|rich|free man|new york|london|passport|flat|pension|family again|children again|
        professor|villa|farm|citizenship|car of your own|own car|asylum|here with you|out of there)
    what (colour|color|make|size|kind|sort) [of] [_] (should|shall|would|will) (your|you) [_] (car|house|
        flat|passport|villa|american|new)
    would (a|an|some|your own) [_] {good} ... (please|suit|interest|tempt|satisfy|content|make|be enough|
        do|help|appeal|attract) [you|your]
    (what|which) [kind of|sort of] {good} (would|will|shall|do) (you|we) ... (with us|from us|here|
        in this country|in america|afterwards|after (this|the debriefing|you|it)|later|when (this|you|it)|
        once (this|you|it))
    {good} (has|have) [already|just|now] been (set aside|arranged|reserved|found|prepared|approved|
        promised|kept|granted|signed|booked|put aside|opened|paid)
    (pay|pays|paying|paid|reward|rewards|grateful) [_] for (good|useful|such|every|each|honest|the|your|
        this|that) (information|answer*|name*|work|help|drawing*|map*|list*|news|page*|sketch*|material)
    {kin} {will} [_] [_] (on our side|this side|on this side|out of (there|russia|the)|beside you|
        over here|in the west|in freedom|free)
    [_] (earn|earns|make|makes|get|gets|live|lives) (ten|five|three|four|twenty|a hundred|twice|
        many) times (as|what|more|his|the|better)
    how would (a|an|some|your own) ... {good} ... (suit|please|be|sound|appeal)
    (imagine|picture|think of|how about) [yourself|having|living|a|an|your|what] ... (house|america|
        passport|dollars|california|new york|farm|villa|your own car|citizen|here with you|free|rich)
    (shall|should|must|may|do) (we|I) [also|then|first] (get|bring|fetch|fly|settle|find|send for|move|
        house|open|pay) (you|your [_] {kin}|the money|an account|a house|a flat|it) [_] [_] [_] (out|over|
        first|here|in america|in england|in new york|in dollars|in gold|in a bank|in london|
        in switzerland|into|account|house|month|into your|too|as well)
    """,
    **_CLASSES,
)

_SAID = Phrases(
    """
    [_] {good} (is|are|will be) (yours|theirs|his|hers)
    (life|home|house|peace|freedom|future|place|garden|car|laboratory|desk) ... (is|are|will be) (yours|
        waiting|ready|kept|there|open) [_]
    your (children|wife|family|sons|daughters|son|daughter|grandchildren|mother|parents|brother|
        sister) {will} [_] [_] (grow up|be (americans|british|free|citizens)|go to|study|attend|
        speak english|learn english|thank us|live|sleep|eat|play|be born|see)
    (we|I) {will} [_] [_] (not forget|never forget|remember this|remember it|see you right|do the rest|
        put in a good word|speak for you|drop the|clear your|build|save|make it up to|make it worth|
        reward|pull|move heaven|open doors|vouch)
    (we|I) (do not|don't|never|shall not|will not) (forget|abandon|let down|leave|desert|fail) [our|those|
        a|the|men|people|friends|this]
    (nobody|no one|none|no man) (who|that) [has|ever] (helped|trusted|worked|came|spoke|talked|
        told) [with|to|for|us] [_] ... (turned away|sent back|regret*|forgotten|poor|sorry|go* without|
        abandoned|betrayed|refused|hungry)
    (a|one) good word [for|from|with]
    (I|we) have [good|powerful|high|important] friends (in|at|who)
    (get|have|make) [the|that|your|those|a|any] [_] (charge|charges|case|sentence|prison sentence|record|
        file|accusation|matter) ... (dropped|disappear|forgotten|closed|lifted|torn up|lost|settled|
        quashed|vanish)
    {we} {will} [_] (make|get|have|see) (that|the|your) ... (disappear|vanish|go away|dropped|forgotten)
    {we} {will} [_] (let|allow|permit|release|free|exchange) (your [_] {kin}|her|him|them) (out|go|leave|
        come|in|join)
    (go|goes|carry|carried|take|taken|die*) [it|this|that] (with (me|us)) [to (the|my|our) grave]
    to the grave
    (no|not one|not a single) [soviet|russian|communist|american] (court|judge|policeman|police|agent|
        officer|newspaper|journalist|one|soul) ... {will} [ever|never] (ever|reach|touch|know|learn|find|
        see|arrest|ask|harm|read|hear)
    (once|when) [safely] (in|across to|over in) (america|canada|england|britain|the states|the west|
        london|washington|new york|australia) (you|your|we|nobody)
    by (this time|next|the) [year|time|month|christmas|spring|summer|autumn] [next] [year] you {will}
    only a (matter|question) of (signing|time|days|weeks|form|a signature|a form) [_] [_] (and|before|
        until)
    (stay|work|stand|go along|come|cooperate|be frank|be open) (with us|for us) and [you|we|your|all|
        everything|there]
    you {will} [not|never] (regret|be sorry|want|lack|repent|be disappointed|be forgotten|be poor|
        look back)
    (you|your [_] {kin}) (need|needs|have|has) only [to] ... and (we|I|you|the|all)
    (dollars|pounds|marks|francs) for (the|each|every|that|this|a|your|one|it)
    (police|armed|full|our|life-long|lifelong|permanent) protection for (life|ever|the rest|as long|
        always|good|you and)
    for the rest of your (life|days)
    (laboratory|school|house|life|home|future|institute|garden|career|company|car) (we|I) (will|shall|can|
        'll|would|are going to) [_] (build|buy|give|find|make|prepare|have|open|offer|get)
    (be|is|are|very|most|more than|can be) (generous|grateful) [to|with|$]
    [very|most] generous* (to|with|for)
    live like (a|an) (lord|king|prince|american|gentleman|minister|general|rich)
    (choose|pick|name) (any|your|whatever|the) [_] (country|city|house|price|sum|post|job|figure|
        university)
    look* after (our|your|its|those|people|men|friends) [friends|own|people|family|wife|children|who]
    take* care of (our|your|its|those|people|men|friends|everything|all that|the rest)
    (handsome|large|nice|tidy|good|round|fat|generous|considerable) (sum|cheque|check|bonus|price|reward|
        fee|salary|pension)
    count on (a|an|our|us|me|my)
    rely on (us|me|our|my)
    (troubles|worries|problems|fears|hunger|poverty|hardship*) (are|will be|is|would be|will soon be) over
    (end|finished|finish|goodbye) (of|to|with) [all] your (troubles|worries|problems|fears|poverty|
        hardships)
    never (find|trace|reach|touch|harm|get at|hear of|see|catch) you
    (everything|all|it|that) (is|has been|will be) (arranged|settled|taken care of|prepared|forgiven|
        forgotten|yours)
    (make|making|see) (sure|certain|to it) [that] (they|you|she|he|your|nobody|no one|it)
    (it|that|this|one name|one drawing|every page|each page|each name|every name|your answer|your help|
        the list|a good answer|that name) {will} [_] (open|buy|earn|bring|win|get|secure|guarantee|make|
        mean|be worth|decide) [you|your|every|all|the way|a]
    (new|american|british|better|happy) (life|start|home|passport|future|country) (begin*|is|await*|
        for you|will|here|with|in|starts|ahead)
    the (gates|door|doors) (of|to|are|is|will|stands) [_] [_] (open|america|west|opens)
    (cross*|out|over|here|join you|be with you|with you|beside you|reunited|together) [again] (in|by|
        within|before) (a|the|two|three|six|spring|summer|autumn|winter|christmas|easter|next|few|your|
        may|june)
    (safe|welcome|secure|at home) [here|with us|in this country|now] (for|as long|always|for ever|
        from now|from (them|moscow|everyone))
    (have|with|in) (nothing|no one|nobody) to fear (from|any more|now|here|$)
    we (never|always|do not|don't) (forget|abandon|reward|pay|look after|keep|help|let down) [our|those|a|
        the|men|people|friends]
    (friends|men|people|those|anyone|a man|whoever) who (help*|cooperate*|talk*|tell*|work*|stand*|
        are frank) [us|with us|freely|openly] ... (never|always|rich|well|forgotten|rewarded|live|get|
        looked|cared|comfort*|go far|do well|forget|home|house)
    (a man|an officer|an engineer|a scientist|a specialist|someone|people|men|experts|
        pilots) [_] [_] [_] [_] (will|can|could|may|would|is|are) [_] [_] [_] (rich|worry about money|
        paid|welcome|want|earn|wait|choose|well off|a good|a fine|do well|everywhere|name|prosper|
        millions|fortune|short of)
    {good} (by|before|within|next|in time for) (easter|christmas|spring|summer|autumn|winter|the end|next|
        a month|a week|a year|two|three|six)
    (your|the|a|an) [_] (visa|passport|citizenship|asylum|pension|job|house|flat|post|entry|permit|money|
        reward|professorship|application|account) (is|are|has|have|will|shall|can|'ll|would|could|depends|
        waits|awaits|comes|lies)
    (will|shall|'ll) [_] [_] (see to|arrange|fix|settle|take care of|get|grant|give|approve|secure) (your|
        you|the|a|an|it|that) [_] [_] [_] (visa|passport|citizenship|asylum|pension|job|house|flat|post|
        entry|permit|money|reward|family|wife|children|everything|for you|application|future|needs|stay)
    """,
    **_CLASSES,
)
"""In what he is told, not asked."""

_GIFTS = Field(
    """
    asylum citizenship citizen passport visa residence permit entry america american americans england
    canada australia britain london washington new_york boston harvard oxford zurich switzerland
    california virginia texas west states money dollars pounds marks francs cash gold account allowance
    pension salary reward* bonus cheque fortune rich wealthy paid debts debt comfort* house home flat
    villa farm cottage garden car job post position professorship university chair laboratory
    contract future freedom free secrecy new_name new_life identity protection
    protected immunity pardon* train plane ship freed released join together reunited cure* surgeon
    doctors waiting ready yours arranged settled assured certain guaranteed never for_life for_ever
    forever word generous* grateful remembered gratitude help_you friend_of welcome quickly soon sooner
    easy easier lord king prince life luxury signed approved granted
"""
)
"""What promises are made of; two such words are one, in what he is told of what is or will be."""

_HIS_PEOPLE = Field(
    """
    wife husband mother father son sons daughter daughters children child boy girl family brother sister
    parents
"""
)
_GIVEN_TO_HIM = pattern(
    r"\b(?:you|your|yours|him|her|them|men who|a man who|those who|people who|whoever|every|each|"
    r"for the (?:man|one)|we|I)\b"
)
_PLAIN_FACT = pattern(
    r"(?:(?:I|we)\s+(?:cannot|can't|may not|must not|have|had|spoke|wrote|read|met|heard|understand|"
    r"would|should|want|wish|hope|need|"
    r"know|am|are)\b|"
    r"(?:the|a|our|your|my)\s+(?:[\w']+\s+){0,4}?(?:was|were|has|have)\s+(?:been\s+)?(?:come|arrived|"
    r"said|told|asked|sent|received|"
    r"passed|written|read|noted|brought|put)\b|(?:if|when|should)\s+you\s+(?:are|feel|need|wish|want|"
    r"would|prefer|do not)\b|please\b|"
    r"there (?:is|was) (?:no|time|water|paper|tea)\b|so\b)"
)
_DENIED = Phrases(
    """
    (cannot|can't|can not|could not|couldn't|unable|not able|no power|no right|not in my power|nobody|
        no one|never|not|no authority|not for me|not mine|without|neither|nothing|no|nor|may not|must not|
        am not allowed|do not) ... (promise|promises|guarantee|guarantees|assure|commit|say whether|
        say if|say that|say now|say yet|say how|say what|decide|know whether|know if|know yet|undertake|
        pledge|offer|speak for|depend on|depends on)
    (whether|if) ... (is not decided|is decided|is for others|a matter for|others decide|
        others will decide|will be decided|I do not know|we do not know|not for me|not mine|I cannot)
    (I|we) (cannot|can't|may not|am not able to|are not able to|am not allowed to|
        have no right to) [_] (give|get|offer|grant|arrange|pay)
    (promise|guarantee|offer|give) [you] (neither|nothing|no|none)
    (others|other people) [will] decide
    decided by others
    (will not|won't|does not|doesn't|cannot|can't|not) [_] (change|affect|depend|alter|influence|
        help or harm) [_] [_] [_] (application|request|asylum|visa|treatment|case|care|what happens)
    """
)
_OTHERS = Phrases(
    """
    [who|what|which|when|where|why|how much|how many] [_] [_] (did|had|has|have|was|were) ... (promise|
        promised|offer|offered|assure|assured|told|tell|guarantee|guaranteed|say|said)
    (who|which _|which of _) (promised|offered|told|assured|guaranteed|said)
    """
)
_HIS_ACCOUNT = pattern(
    r"(?:you|he|she|they)(?:'ve|'d| have| had)?\s+(?:\w+ly\s+|just\s+|also\s+|once\s+)?(?:said|told|"
    r"mentioned|spoke|described|"
    r"wrote|stated|named|explained|marked|drew|showed|noted|recalled|reported|were|was|had|did|left|"
    r"came|went|worked|served|"
    r"lived|saw|crossed|asked)\b"
)
_IN_HIS_HAND = Phrases(
    """
    (get|bring|fetch|give|find|offer|pour|send for|have|make|pass) (you|him) [_] [_] (glass|drink|coffee|
        tea|water|doctor|chair|break|pencil|paper|map|interpreter|dictionary|blanket|coat|copy|meal|
        cigarette*|minute*|sandwich|pause|rest|day|moment|photograph*|list|sketch|pen)
    pass [_] [_] (on|request|letter|message|wish|question)
    I {will} (ask|pass|write|note|tell my|put|forward|report|send your (request|letter|message|question))
    """,
    **_CLASSES,
)


def find(question: Question) -> Iterator[Fault]:
    """The first promise of each sentence; to refuse one, or to ask what others promised, is none."""
    for sentence in question.sentences:
        if found := min(_promises(sentence), default=None):
            yield RULE.broken(question.given, *found)


def _promises(sentence: Sentence) -> Iterator[tuple[int, int]]:
    text, start, end = sentence.text, sentence.start, sentence.end
    if _DENIED.first(text, start, end) or _IN_HIS_HAND.first(text, start, end):
        return
    if sentence.asks and _OTHERS.begins(text, sentence.asks[0].start, end):
        return
    yield from _ANYWHERE.find(text, start, end)
    if sentence.said and not _HIS_ACCOUNT.match(text, sentence.lead, end):
        yield from _SAID.find(text, *sentence.said)
        if not _PLAIN_FACT.match(text, sentence.lead, end) and _GIVEN_TO_HIM.search(text, *sentence.said):
            gifts, people = _GIFTS.spans(text, *sentence.said), _HIS_PEOPLE.spans(text, *sentence.said)[:1]
            if gifts and len(gifts) + len(people) > 1:
                yield together(gifts, people)

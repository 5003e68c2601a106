"""Sneers at his motive, his worth or his word."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.fields import Field, together
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "cynical",
    "It sneers at his motives or belittles him; such approaches are distasteful and cost his goodwill.",
    "MI5-1948#IX.3",
)

_SNEERS = Phrases(
    """
    (your|this|that|these|those|such|his|all this|all that) [_] {mocking} [_] {ideal}
    (this|that|these|those) ... {mocking} ... of yours
    (this|that|these|those) [_] [_] ({ideal}|{body}) of yours
    {body} of yours
    (your|this|that|these|those|such|all this|all that|another of your) [own|little|great|so] {sneering} *
    (a|an) {sneering} [_] like (you|yourself)
    anything (grander|better|nobler|higher|finer|more noble|loftier) than
    (such|what) (a|an) [great|fine|brave|true|noble|clever] (hero|patriot|lover of|friend of|genius|
        martyr|saint|fighter for|believer|democrat|idealist|gentleman|family man|father|husband|son|
        soldier|officer) [you|she|he|of|like|as|after all|then]
    like yourself
    as (slow|stupid|dull|lazy|brave|drunk|clever|forgetful|blind|deaf|simple|vain|bad|poor|greedy|soft|
        weak|cheap) as you
    (weep|cry|feel sorry|shed tears|fetch a handkerchief|fetch you a handkerchief|handkerchief)
    (you|do you) call (that|this|it|yourself|yourselves) [a|an] [_] (secret|answer|information|memory|
        intelligence|work|sketch|report|courage|life|map|an officer|officer|soldier|engineer|expert|man|
        plan)
    of what (use|value|interest|good) (is|are|was|would|could) (a|an|you|such|your|this)
    a single (thing|word|fact|name|sentence) (you|that you|of truth|of sense|in your|right|worth)
    who would have (thought|believed|guessed|imagined)
    (can|could|did|does|would) (a|an) {small_man}'s (son|daughter|boy)
    (invent|inventing|making up|make up|think up|compose|prepare) [_] (the next|another|your next|
        a better|a new|an) (answer|lie|story|tale|excuse|reason|one)
    (believe|believing) (your|a word of your|in your) own (stories|story|tales|words|lies|legend|
        importance|greatness)
    (sober|drunk) (on duty|at all|once|for a day|when you|long enough)
    (ever|once) (been )?sober
    (professor|master|king|prince|champion|doctor|genius|artist) of (lies|fairy-tales|silence|excuses|
        nothing|forgetting|treason|invention)
    keeping (the|a|your) chair warm
    yesterday's (newspaper*|news|bread|soup|papers)
    worth (less|no more) than
    (your heart or your|your conscience or your|your head or your|principle or|principles or|
        conviction or|ideals or|courage or|love or|freedom or)
    (miss|missed) [_] [_] (bribe*|vodka|medals|whip|privileges|flattery|flunkeys|power over)
    (did|do|does|would|will) your (mother|wife|father|children) [ever|also] (know|see|think|suspect|
        believe) ... (hero|coward|traitor|what kind of|what sort of|raised|brought up|married)
    (is|was) (this|that|it) (the best|all) (your|you|the|a) ... (can|could|teach|offer|do|manage|produce|
        invent)
    (heroic|noble|glorious|saintly|epic|immortal) (deed*|act*|exploit*|feat*|adventure*|escape|struggle|
        decision|tale*|story|stories|words|battle*|speech*|memory|memories|life|past|career|lie*|self)
    (the|our|this|that|such a|you) [_] (great|brave|noble|famous|mighty|learned|fearless|celebrated|
        brilliant|distinguished|heroic|gallant|grand) (strategist|patriot|hero|expert|warrior|fighter|
        thinker|idealist|democrat|soldier|revolutionary|lover|genius|spy|traveller|philosopher|humanist|
        communist|champion|martyr|conspirator|scholar|inventor|statesman|chekist) (think|say|know|have|do|
        want|suddenly|remember|forget|of|himself|now|tell|like|from|feel|who|and|run)
    (what|how) (does|did|will|would) (the|our) (great|brave|noble|famous|mighty|learned) _ (think|say|
        know|have|do|want|remember|feel|tell|propose|recommend)
    (freedom|liberty|democracy|peace|mankind|humanity|truth|justice|love|conscience|principle|principles|
        ideals|conviction|convictions|honour|belief|faith|the cause|world peace|idealism|heart|duty|
        noble _|high ideals|your soul) [_] [_] [_] or [_] [_] [_] [_] {mundane}
    {mundane} or [_] [_] (freedom|liberty|democracy|peace|mankind|humanity|truth|justice|conscience|
        principle|principles|ideals|conviction|convictions|honour|belief|faith|idealism|heart|duty)
    or (have|had|did|were|was|is|are) [your|the|you] [_] (creditors|debts|wife|mistress|police|bills|
        landlord|money ran out|money run out|gambling|drinking|run out|caught|bored|afraid of (work|
        your wife)|running from)
    (until|till|when|once|before|as soon as|after) the (money|vodka|drink|bottle|bribes|cash|pay|
        privileges|soup|whisky) [ran|run|was|were|had|came|stopped] (out|gone|stopped|empty|finished|
        dried)
    (recognise|recognize|know|see|tell) the truth if
    (a|one) word of (truth|it|sense|that)
    (believe|believes|believed|trust) a (single|word|thing)
    (take|takes|took|taken|taking) you seriously
    (honest|real|useful|decent|proper) (day's|work in your|labour in your|bread in your)
    (day's|day of|hour's|hour of|bit of) honest (work|labour|toil)
    same (ending|story|tale|answer|date) twice
    (stories|tales|versions|story) ... (same|different|new) (ending*|each|every|this time)
    with a (bottle|glass) in your
    (a man|an officer|someone|somebody|a person|a soldier|a fellow) who (could not|couldn't|cannot|can't|
        never|failed|has failed|was too|is too|only|sold|ran|cannot even|did not even|
        has never) ... (come|know|be trusted|understand|expect|tell|hope|teach|become|want|claim|speak|
        call|get|have|mean)
    (of|with) your (sort|calibre|stature|class|talents|brains|intelligence|low|limited|modest|humble|
        meagre|kind of brain)
    (shall|should|must|do) (I|we) [have to] (draw you a picture|spell it out|speak slower|
        speak more slowly|speak slowly|use shorter words|use smaller words|say it slowly|
        explain it slowly|hold your hand|clap|applaud|weep|cry|laugh|fetch a violin|be impressed|
        be grateful|thank you|bow|kneel|call you|feel sorry|be touched|take off my hat)
    (too|very) (difficult|hard|much|complicated|long a word|big a word) for (you|your|a man|that)
    (simple|easy|clear|plain|slow|slowly) enough for (you|a man|even|your)
    (even|only|just) (you|someone like you|a man like you) (can|could|must|should|would|will|might)
    between your ears
    (string|put) two (words|sentences|thoughts) together
    remember your own (name|birthday|mother)
    [a] straight answer (for once|from you|if you|is that|too much)
    (if|in case) you (can|are able to|are capable of) (think|count|read|remember|spell|it|such)
    (did|have) you (ever) (been to school|go to school|attend a school|hear of the truth|open a book|
        read a book|do any work|hold a real)
    once a (traitor|liar|thief|deserter|coward|turncoat)
    (so|very|how) (sad|tragic|moving|touching|noble|brave|heroic|romantic|convenient)
    (poor|brave|noble|sensitive|delicate|gentle) (you|soul|lamb|little man|thing|creature|hero)
    (who|what) (are|were) you to (judge|tell|say|speak|complain|ask|teach|criticise)
    what (have you|did you) ever (done|do|give|given|achieve*|contribute*|risk*)
    (does|did|would|will) (anyone|anybody|a soul) [_] [_] (care|miss you|take you|respect you|
        listen to you|trust you)
    (how many|which) (bottle|bottles|glass|glasses|women|girls|mistress*|wives) [_] [_] (does|did|do|it|
        was|were|before|take|took|needed|had|have) ... (hero|you (need|to)|courage|decide|it took|before|
        conscience|remember)
    (courage|bravery|conviction*|principles|ideas|decision|plan|thought) ... (bottom of|out of|from) (a|
        the) (bottle|glass|gutter)
    (next|first|last|second|latest|third|new) (conviction*|principle*|loyalt*|faith|flag|conscience|truth|
        motherland|master)
    (creditors|debts|debt|gambling debts|unpaid bills|landlord) [_] [_] (found|find|catch|caught|chase|
        chased|after|too|made|make|brought|bring|that)
    (and|but|how can|how dare) you of all people
    (truth|true word) (two|three) (days|times)
    somebody cleverer
    nobody (better|else|cleverer|more)
    (did|or did) your (fear|legs|knees|nerves|debts) (carry|run|shake|drive)
    (tire|tired|weary) of (changing|lying|betraying|running|being|serving|pretending)
    you (heroes|patriots|idealists|saints|martyrs|lovers of freedom|democrats)
    (made up|make up|invent|invented|cooked up) [_] [_] to (please|impress|amuse) (us|me)
    (would|do|can|could) you [even] (know|tell|distinguish) (a|an) _ [_] from (a|an) _ [_]
    or only by accident
    errand boy
    (a|an|the) {ideal} like yours
    fine (phrase*|words|speech*|excuse*|story|tale)
    (how|where) does one (become|get to be) (a|an) (colonel|general|hero|captain|major|officer|engineer|
        professor) without
    (beloved|precious|glorious|great) (party|leader|leaders|stalin|motherland|regiment|service|army|
        comrades|chief)
    (will|does|would|shall) the (gentleman|great man|hero|genius|professor|expert|comrade) (want|like|
        need|require|say|have|do|think)
    noble (reason*|motive*|soul|feeling*|cause|purpose*|thought*|heart|principle*|intention*|sacrifice|
        spirit|aim*|ideal*|gesture*|words|sentiment*)
    (fine|lofty|high|grand|beautiful|pretty) (words|phrases|speeches|feelings|principles|ideals|
        sentiments|motives)
    attack* of (conscience|honesty|nobility|courage|patriotism|principle*)
    (pang*|twinge*|fit|fits|bout*) of (conscience|honesty|nobility|courage|remorse)

    (how much|what|for how much|at what price) ... your [_] {ideal} [really] (worth|cost|fetch|sell|
        go for|bring|pay)
    (how much|what) (did|does|would|will|was|is) your [_] {ideal} [_] [_] (worth|cost|fetch|weigh|pay|
        earn)
    (what|how much) ... [your] (friends|comrades|wife|family|country|motherland|oath) worth to you
    what (was|is|were) your price
    what price (did|do|would|have) (you|they)
    (how much|what) (did|do|does|would|will|are|were) you (cost|going for|sell yourself)
    (how cheap*|how dear*) [_] you
    thirty (pieces of silver|silver pieces|silver coins)
    (bought and paid|highest bidder|up for sale|going rate|sell yourself|sold yourself|price of your)
    {traded} (your|his|the) [_] {ideal} [only|just|all] for
    {traded} (your|his|their) (uniform|oath|country|soul|honour|honor|friends|comrades|motherland|flag|
        conscience)
    (a man|someone|somebody|people|an officer|those) who [has|have|had] [already|once] (sold|betrayed|
        deserted|changed sides|broke|broken)

    {motive} ... {spoils}
    {spoils} ... {motive}
    (was it|is it|were you|are you|did you come|have you come|you came|you only came|came here|came over|
        here|you were|you are) [_] (only|just|simply|really|merely|mostly) [for|about|after|in it for|
        because of|attracted by|thinking of|interested in] [the|a|our|some|western|american] ({spoils}|
        money|women|drink|cash|food|comfort*|adventure|pay)
    (was it|is it|were you after|did you (come|want|leave|do it)) [over|here|really] [for|
        because of] [the|our|some|western|american] {spoils}
    or [was it|were they|for|by|because of] [just|only|merely|simply|really] [for] [the|our|some|western|
        american|a] ({spoils}|love of {spoils})
    or (just|only|merely|simply) [for|by|because of|a|the] [a|the|some] (money|fear|greed|boredom|women|
        comfort|adventure|dollars|spite|envy|vanity|drink|better pay|a full belly|your debts)
    (freedom|liberty|democracy) or [the|with the|for the|just] {spoils}
    (out of|from|through|sheer|plain|simple|mere|was it|or was it) (cowardice|greed|vanity|laziness|envy|
        fear of work)
    (longing|love|thirst|yearning|passion|hunger) (for|of) (freedom|liberty|truth|democracy|peace|
        justice) [of yours|before|begin|start|arrive|wake|come|appear|last|grow]

    (what|of what|how much) [earthly|possible|on earth] (good|use|help|value|interest) (are|were|is|would|
        could|can) (you|a man like you|someone like you|such a man)
    what are you (good for|worth)
    what (makes|made) you (think|imagine|suppose|believe) [that] (you|anyone|we|your)
    why (should|would) (we|anyone|anybody|I|someone) [ever] (believe|want|care|bother|trust|take|waste|
        listen|need|feed|pay|keep)
    (worth|waste of|wasted|wasting|not worth) (our|my|the|anybody's|anyone's|that|a|your) [_] (while|time|
        trouble|bread|coffee|keep|paper|ink|soup|supper|food|cigarette*|bed|fare|ticket|price of|effort|
        breakfast|blanket|petrol|lamp oil|electricity|tea|dinner|lunch|meal*)
    (get|got|woke|wake|come|came|sit|sat|travel*|drove|drive|stay|stayed) [out of bed|up|here|
        all this way|so far|all night] for (this|that|such|your)
    (for|because of|over) (this|that|such a) (great|big|famous|wonderful|precious|important|mighty|
        tremendous|marvellous|enormous|startling|splendid) _
    (earn|earned|earning) your (keep|bread|soup|supper|coffee|cigarettes)
    (anything|something) (useful|worth while|worth hearing|sensible|intelligent) (in|from|for once|at all|
        out of)
    (anything at all|anything|something|nothing) in (that|your) (head|skull|brain)
    (nothing|anything|something|what else) (better|more|else) to (sell|offer)
    what else (do you have|have you|have you got) to sell
    if (that|it) is not (beyond|too hard|too much|too difficult)
    (be useful|be honest|tell the truth|speak plainly|be serious|use your head|sober|
        say something true) for (once|a change)
    for (once|a change) [in your life] $
    for once in your life
    an honest day
    (even|ever) (do|done|have|had|did|tell|told|say|said|speak) (a|an|the) (honest|useful|real|proper|
        day's|single|true)
    (do|did|can|could|are|were|have) you even !(if|when|though|in|at)
    can you [even|at least|perhaps|really] (count|read|spell|write|think|see|add|tell) (well|straight|far|
        high|clearly|sharply|hard|fast|that far|at all|left) [enough]
    (sober|awake|bright|clever|honest|brave|alert|educated|intelligent|man|clear-headed|important|trusted|
        senior|quick) enough (to|for (them|you|a|once|even))
    (trust|trusted|let|allow|allowed|ask|asked|use|used|choose|chose|pick|picked|want|wanted|promote|
        promoted) (a man|a person|someone|somebody|an officer|anyone|a fellow) (like|such as|as)
    (a|an) !(engineer|scientist|specialist|physicist|chemist|doctor|professor|expert) _ (like|such as) you
    {small_man}'s (opinion*|view*|wisdom|thoughts|brain*)
    even (a|an|you|the|someone|your) [_] (child|fool|schoolboy|idiot|peasant|recruit|dullest|cook|driver|
        stoker|private|clerk|must|can|could|should)
    any (schoolboy|child|fool|recruit|idiot|simpleton)

    what (would|could|can|should|might) (a|an|some|any|
        such a) [{humble}] [{humble}] {small_man} [like you|ever|even|hope to|have to] (know|understand|
        tell us|say|remember|make of|possibly|want with|teach)
    what (does|do|did) (a|an|some|any|such a) [{humble}] [{humble}] {small_man} (like you|understand|
        know about|have to say|want with)
    (how|why) (would|could|can|does|should|did) (a|an|some|any|
        such a) [{humble}] [{humble}] {small_man} [like you|ever|even|possibly] (know|understand|remember|
        come by|become|possibly|be trusted)
    (does|do|did|can|could|would|will|should) (a|an|any|such a) [{humble}] [{humble}] {small_man} (even|
        ever|really|have opinions|have ideas|have a mind|have feelings|have views|think)
    (mere|simple|lowly|humble|ignorant|stupid|drunken|failed|so-called|third-rate|second-rate|two-bit|
        tin-pot|jumped-up|petty) {small_man}
    (only|just|merely|nothing but|no more than) (a|an|the) [{humble}] {small_man} [so|and|after|aren't|
        weren't|what|how|then]
    you (were|are) (only|just|merely|nothing but|no more than|not even|hardly|scarcely) (a|an|the) _
    (failure|nobody|wretch|coward|drunk|fool|nonentity|man|men|person|people|fellow|someone|somebody|
        officer|clerk|worker|boy|hero|patriot|expert|character|type*|creature|woman|liar) like (you|
        yourself|yourselves|him)
    (your|you) (kind|sort|type|lot) !of
    the likes of (you|him)
    (great|big|brave|fine|famous|clever|learned|mighty|distinguished|brilliant|grand|celebrated|noble|
        important) (hero|patriot|democrat|expert|engineer|scientist|colonel|officer|man|revolutionary|
        communist|idealist|martyr|fighter|strategist|gentleman|lover|spy|genius|specialist|thinker|
        professor) (like|such as|as) (you|yourself)
    (you|such) [are|were|call yourself|think yourself|fancy yourself|as] (a|an|quite a|such a|our) [great|
        little|brave|real|fine|big|true] (hero|genius|idealist|martyr|saint|philosopher|thinker|
        freedom fighter|lover of freedom|man of principle)
    (take|took|see|treat|regard|call|fancy|think|consider|imagine) (you|yourself) [for|as|to be] (a|an|
        some|our|such a|quite a) [great|real|true|little] (hero|saint|patriot|genius|expert|martyr|
        gentleman|man of honour|man of principle|fool*|democrat|idealist|officer)
    who do you think you are
    (deserve|expect|want|earn|demand) [a|an|our|my|us|me|to] [_] (medal*|applause|applaud|thank*|
        gratitude|respect|pity|sympathy|tears|parade|statue|monument)
    hero of the (hour|day|border|department store)

    (are|were|is) you [really|just|always|only|quite|so|too|that|completely|perhaps|simply|born|still|
        all] [a|an|as|such] {insult}
    {insult_always}
    (too|so) (drunk|lazy|stupid|dull|slow|busy drinking|frightened|cowardly|simple|dim|ignorant|thick|
        vain|proud|foolish|blind) [even] to
    drunk (again|as usual|when|that night|or)
    only forgetful
    (your|is your|has your) (memory|courage|brain|mind|wit|conscience|honour|heart) [is] [as|so|really|
        always] (short|small|weak|cheap|thin|empty|flexible|poor|bad|convenient*|selective)
    as (short|small|weak|cheap|thin|empty|flexible|big|long|deep) as your _
    (memory|forget*|forgot|remember*) [so|very|rather|always|most] convenient*
    convenient* (forget*|forgot|memory|lapse*|lost|gap*|remember*)
    (teach|taught|learn|learned|learnt) [you] [how] to (count|read|think|tell the truth|wash|listen|
        blow your|use a fork|lie so)
    did (nobody|no one|anybody|anyone|your mother|they) [ever] (teach|tell) you (to|how|that) (count|read|
        think|tell|wash|listen|speak|behave|lying)
    (lick|licked|licking|polish*|kiss|kissed) [_] [_] boots
    whose boots
    how many (masters|flags|oaths|sides|coats|faces|loyalties) [_] (have|do|did|will|are|has) (you|there)
    (many|several|endless|countless|various|different) (stories|versions|tales|loyalties|excuses|faces|
        truths) [should|do|of|will|am|shall|are|is]
    (which|what) (flag|side|master|oath|uniform|country|government) (will|would|do|are|shall) you (sell|
        serve|betray|leave|wear|swear|break|desert|join) [next]
    (who|whom|whose|which) [_] (will|would|do) you (sell|betray|desert|serve|leave|bite|lick) next
    (will|would|when will|before) you [also] (betray|sell|desert|leave|run from|change) (us|again|
        sides again)
    how long before you
    (save|saving|saved) your [own] (skin|neck)
    (feather|feathered|feathering|line|lining|lined) your [own] (nest|pocket*)
    (jump|jumped) (ship|on the) [when]
    (rat|rats) leav* (a|the) sinking
    sinking ship
    turn* your coat
    see which way the wind

    (today's|this week's|this morning's|yesterday's|tomorrow's|the latest|your latest|your newest|
        your next|another of your|yet another|this month's) [_] {account}
    (your|the) (usual|favourite|little|nice little|pretty little|touching) ({account}|speech|performance|
        song|lesson)
    (which|what) [of your] [_] {account} [is it|shall|will|are|should|do|did|am] [_] [_] [_] (today|
        this time|now|next|prefer)
    (pretty|nice|fine|charming|lovely|little|clever) [little] (story|stories|tale|tales|fable*|
        legend of yours|speech|song|drama)
    rehears* [_] (this|that|your|it|the|before)
    (learn|learned|learnt) (this|that|your|the) [_] (by heart|story|tale|speech|part|lesson)
    who (wrote|invented|made up|taught you|thought up|dictated) (this|that|your|the) [_] [_] (story|tale|
        speech|part|lines|legend|fable|answer*|nonsense)
    (do|did) you [really|seriously|honestly] (expect|want|ask) (me|us|anyone|anybody|people) to (believe|
        swallow|accept|think|take|weep|cry|feel|admire)
    (are we|am I|is anyone|is anybody|are they) [really|seriously] (supposed|meant|expected|asked|to be|
        to) (to believe|to swallow|to feel|to weep|to admire|to take|to think|to applaud|to be moved|
        believe|swallow|take you|feel|weep|admire|applaud|think)
    (who|which fool) (will|would|do you think will|is going to) (believe|swallow|buy) (that|this|it|such|
        you)
    (spare|don't give|do not give) (me|us)
    (thought up|dreamed up|cooked up|dreamt up)
    make me laugh
    a likely (story|tale)
    tell that to
    (take|takes) (me|us) for [a|an|fools|children]
    you people
    how (very|so) _ (of you|for you)
    how (touching|noble|moving|heroic|sweet|charming|convenient|brave|clever|generous|modest) (of you|
        for you|$)
    I am (deeply|so|very|truly) (moved|touched|impressed)
    (bravo|my heart bleeds|crocodile tears|shed a tear|poor little)
    (for (this|that|such a)|do you call (this|that)|you call (this|that)) [a|an] (trifle|rubbish|scrap|
        little|handful|memory|sketch|drawing|answer|information|intelligence|courage|work|rubbish)
    we pay [you] for [_] {trash}
    (such|this|that|these|more|your|like|of) {trash} !(dump*|collector*|heap*|bin*|removal|was burned|
        was burnt|bags)

    (discover*|find|found|grow|grew|acquire*|develop*|remember*|notice*|lose|lost|misplace*|mislay|
        mislaid|wake|woke|forget|forgot|awaken*|buy|bought|invent*|dig up|rent*|borrow*|put on|get|got|
        sprout*) [that you had|up|out] (your|a|this|you had a|any|some) [_] {private_ideal}
    (suddenly|miraculously|all at once|overnight|one fine (day|morning)) [_] [_] (discover*|find|found|
        remember*|love|loved|notice*|become|became|realise*|realize*|dislike*|hate*|so|grow|grew) !(a|the|
        out|him|her|them|an|it)
    (suddenly|miraculously|overnight) (a|an|so) (democrat|patriot|hero|christian|friend|lover|honest|
        brave|noble)
    conscience [_] [_] [_] (wake|woke|awake|sleep|asleep|worth|cost|pay|paid|price|dollar*|salary|bottle|
        late|holiday|suddenly|prick*|trouble you only|come cheap|for sale|on leave)
    (see|saw|seen) the light
    turn* (democrat|saint|hero|christian)
    (when|where|how) did (this|that|your) [_] {ideal} (begin|start|arrive|come|strike|descend|hit|wake)
    (you|men like you|people like you) always (run|cry|lie|whine|hide|sell|change|betray|follow|crawl|
        desert|leave|boast|drink|have an)
    stop (whining|crying|complaining|snivelling|pretending|boasting|dreaming|acting)
    department store* !(where|in which|you worked|did|was|were|in|at|near|on|director|manager)
    """,
    ideal="""
        conscience|soul|honour|honor|conviction|convictions|principle|principles|ideals|idealism|loyalty|
        loyalties|oath|faith|scruple|scruples|love of (freedom|liberty|country|peace|truth|democracy|
        justice|us|america|the west)|love for (freedom|liberty|us|democracy|truth)|longing|yearning|
        thirst for _|passion for _|devotion|change of heart|awakening|conversion|patriotism|virtue|
        virtues|courage|bravery|heroism|sacrifice|sacrifices|sincerity|honesty|motives|dignity|integrity|
        sense of (duty|honour|honor)|feelings|tears|suffering|sufferings|friendship|decision|doubts|
        disillusion*|beliefs|faith in (freedom|democracy|us)|escape|adventure|story|stories|tale|memory|
        notebook|secrets|information|knowledge|expertise|wisdom|plan|plans|treasure|treasures|career|rank|
        talents|friends|revelations|document|documents|skill|skills
    """,
    sneering="""
        famous|charming|lovely|delightful|quaint|amusing|wonderful|precious|touching|noble|heroic|
        marvellous|marvelous|splendid|glorious|magnificent|celebrated|vaunted|much-vaunted|priceless|
        fabulous|illustrious|exalted|saintly|heart-rending|heartrending|pitiful|sorry little|
        miserable little|silly|stupid|foolish|childish|ridiculous|absurd|laughable|pathetic|feeble|
        so-called|astonishing|charming little|pretty little|nice little|dear little|sweet little|sacred|
        shining|immortal|legendary|brilliant|amazing|incredible|unbelievable|fantastic|clever little|
        convenient|ever-changing
    """,
    mundane="""
        coat|warm coat|coats|creditors|debts|money|wages|pay|cash|bed|warm bed|soup|bread|butter|meat|
        wife|mother-in-law|boss|belly|stomach|full stomach|empty purse|purse|pocket|wallet|boots|shoes|
        suit|car|flat|house|pension|salary|bottle|drink|comfort|boredom|fear|cowardice|greed|vanity|spite|
        envy|laziness|a quarrel|women|woman|girl|girls|skirt|cigarettes|coffee|chocolate|nylons|stockings|
        vodka|whisky|jazz|dollars|good food|better food|easy life|adventure|pay day|holiday|fun|shops|fur|
        gold|jewels|refrigerator|television|gramophone|revenge|your own skin|skin
    """,
    private_ideal="""
        conscience|soul|principle|principles|ideals|scruple|scruples|conviction|convictions|backbone|
        courage|honour|honor|love of _|spine|taste for _|thirst for _|dignity|patriotism
    """,
    mocking="""
        great|famous|noble|precious|touching|so-called|wonderful|pretty|burning|tender|lofty|sacred|
        glorious|heroic|splendid|marvellous|marvelous|amazing|celebrated|charming|vaunted|much-vaunted|
        new-found|newfound|newly found|newly discovered|professed|miraculous|mighty|magnificent|delicate|
        lovely|shining|unselfish|selfless|heartfelt|sudden|fine|brilliant|remarkable|dear|little|grand|
        fabulous|priceless|astonishing|legendary|immortal|invaluable|convenient|clever
    """,
    body="head|brain|brains|skull|memory|imagination|conscience|tongue|face|mind",
    traded="""
        sell|sold|selling|trade|traded|swap|swapped|exchange|exchanged|barter|bartered|pawn|pawned|hawk|
        hawked
    """,
    motive="""
        freedom|liberty|democracy|principle|principles|ideals|conscience|conviction|convictions|
        change of heart|brought you|bring you|attract*|decide you|made you (leave|run|come|change|jump)|
        won you|win you|in love|fall in love|fell in love|love of|worth it|what you (came|were after|
        wanted)|drew you|lure*|seduce*|motherland|your uniform
    """,
    spoils="""
        whisky|whiskey|vodka|cognac|nylons|nylon stockings|silk stockings|stockings|chewing-gum|jazz|
        gramophone|gramophone records|refrigerator|refrigerators|shop windows|shop-windows|
        department store|department stores|fur coat|fur coats|lipstick|wristwatch|wristwatches|blue jeans|
        jeans|fleshpots|night clubs|nightclubs|easy life|easy money|soft bed|soft life|soft living|
        coca-cola|hollywood|blonde|blondes|girls|dollars|bananas|oranges|cigarettes|chocolate|steak|
        steaks|silk|perfume|big cars|motor cars|fat salary|good living|full belly|belly|stomach|pay day|
        payday|pair of shoes|shoes|our shops|the shops|shop|suit|second-hand car|new car|a car|pocket|
        purse|wallet|salary|coffee|soup kitchen|menu|banquet|hotel|bottle|pretty face|pretty faces|skirt|
        american cars|new suit|new shoes|comfortable bed|record player|bright lights
    """,
    humble="""
        mere|simple|plain|common|humble|little|poor|stupid|drunken|lowly|village|country|simple-minded|
        young|provincial|ordinary|ignorant|former|fat|failed|petty|minor|ship's|army|party|uneducated|
        half-trained|small|little|small-town|old
    """,
    small_man="""
        cook|driver|clerk|stoker|private|corporal|sergeant|sailor|seaman|peasant|porter|guard|typist|
        messenger|doorman|storekeeper|storeman|cleaner|barber|labourer|laborer|ploughman|conscript|
        bookkeeper|butcher|schoolmaster|orderly|cadet|lieutenant|turner|fitter|chauffeur|gardener|janitor|
        night-watchman|watchman|mechanic|waiter|cobbler|tailor|baker|carpenter|farmhand|farm-hand|
        farm boy|nobody|fellow|drunk|drunkard|boy|man like you|woman like you|coward|deserter|informer|
        policeman|commissar|party man|spy|thief|pen-pusher|functionary|shopkeeper|milkmaid|swineherd|
        shepherd|electrician|plumber|secretary|deckhand|cobbler's son|peasant's son|bureaucrat|traitor|
        turncoat|hack|soldier|second lieutenant|warrant officer|technician|stenographer
    """,
    insult="""
        stupid|fool|fools|foolish|idiot|imbecile|dunce|dense|dull|dim|slow|slow-witted|simple|
        simple-minded|simpleton|ignorant|half-wit*|clown|nobody|childish|naive|lazy|useless|worthless|
        incompetent|dreamer|braggart|boaster|drunkard|illiterate|thick|cowardly|clumsy|mad|insane|crazy|
        feeble-minded|hero|saint|martyr|angel|big man|as stupid|as dull|as simple|deaf or|blind or|
        deaf and|always this|a parrot|parrot|vain|conceited|self-important|pompous|spineless|gullible
    """,
    insult_always="""
        idiot|imbecile|numbskull|blockhead|dimwit|simpleton|half-wit|halfwit|dunce|buffoon|clown|windbag|
        braggart|good-for-nothing|fool|fools|pathetic|pitiful|laughable|ridiculous|play-acting|comedian|
        nonentity|riff-raff|stupidity|bungler*|fat head|thick skull|thick head|dull wits|feeble mind|
        poor wits|loser
    """,
    account="""
        version|versions|fairy-tale|fairy-tales|fable|fables|tall story|tall stories|story|stories|excuse|
        excuses|tale|tales|yarn|yarns|reason|motive|truth|answer|explanation|legend|invention*|confession|
        act|performance|comedy|fantasy|fantasies|drama|speech|conviction|name|account
    """,
    trash="""
        rubbish|nonsense|trash|trifles|trifle|drivel|twaddle|gossip|fairy-tales|fairy-tale|fables|prattle|
        chatter|babble|bedtime stories|garbage|scraps|crumbs|hot air|old wives' tales|tittle-tattle|
        fantasies
    """,
)


_LOFTY = Field(
    """
    conscience honour honor loyalty loyal principles principle ideals idealism freedom liberty democracy
    truth oath faith courage brave bravery hero heroes heroic heroism patriot patriots patriotism patriotic
    noble virtue* love_of conviction convictions converted conversion mankind humanity peace justice
    soul sacrifice* martyr* saint revolution* socialism
"""
)
_WORLDLY = Field(
    """
    vodka whisky cognac beer bottle menu dollar dollars coffee stockings nylons shoes bananas chocolate
    cigarettes stomach belly pocket purse wallet debts creditors pay_day girls blonde jazz gramophone
    steak butter soup cash price cost bargain sale second-hand shop_windows department_store gambling
    black_market waitress* watches pockets bank_account coat night_club mistress perfume handkerchief
"""
)
_LOW = Field(
    """
    deserter turncoat barber barbers cook cooks stoker porter peasant swineherd drunk drunkard clerk
    waiter tailor nobody schoolboy child coward liar thief canteen kitchen stable
"""
)
_IRONY = Field(
    """
    beloved famous gentleman cleverer clever impressed impressive medal medals applause genius brilliant
    gossip rubbish trifle* fairy_tale* of_all_people tire_of tired_of touching wonderful marvellous
    precious splendid glorious magnificent fine_phrase* fine_words beautiful_words expert_who bravo
    pity_that honest_for_once for_once nobody_better cannot_spell cannot_read dear_friend my_dear
    my_friend charming great_man big_man convenient suddenly even_you
"""
)


def _mixed(sentence: Sentence) -> tuple[int, int] | None:
    """High words beside low ones, or irony beside either: "freedom" and "nylons", "famous" and "cook"."""
    text, start, end = sentence.text, sentence.start, sentence.end
    lofty, irony = _LOFTY.spans(text, start, end), _IRONY.spans(text, start, end)
    base = [*_WORLDLY.spans(text, start, end), *_LOW.spans(text, start, end)]
    if (lofty and base) or (irony and (lofty or base)) or len(irony) > 1:
        return together(lofty, irony, base)
    return None


def find(question: Question) -> Iterator[Fault]:
    """The first sneer of each sentence."""
    for sentence in question.sentences:
        if found := _SNEERS.first(question.text, sentence.start, sentence.end) or _mixed(sentence):
            yield RULE.broken(question.given, *found)

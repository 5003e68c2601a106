"""Threats and humiliation, and care, food, sleep, safety or family made to depend on an answer."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.fields import Field, together
from assistant.wording.grammar import pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "coercive",
    "It threatens or humiliates him, or makes what he needs depend on his answer: this may not be asked "
    "at all.",
    "MI5-1948#X.8",
)

_CLASSES = {
    "need": """
        supper|dinner|lunch|breakfast|food|meal|meals|bread|soup|tea|coffee|water|drink|cigarette|
        cigarettes|smoke|tobacco|sleep|sleeps|bed|rest|doctor|medicine|tablets|pills|treatment|operation|
        hospital|bandage|bandages|blanket|blankets|coat|heating|heat|stove|warm|wash|bath|shower|shave|
        clothes|shoes|boots|letter|letters|mail|parcel|parcels|telephone|visit|visits|visitor|visitors|
        fresh air|exercise|eat|eats|sit|sits|sit down|lie down|go home|leave this|get out|come out|go out|
        protection|safety|spectacles|glasses|light|lamp|toilet|latrine|lavatory|insulin|injection|
        room of your own|dry clothes|chair|mattress|straw|daylight|sun|see your _|see your little _|
        hear from your _|write home|write to your _|your (wife's|mother's|children's|son's|
        daughter's) (letter|letters|photograph)|walk in|request|see a priest|priest|newspaper|newspapers|
        morphine|splint|dressing|candle
    """,
    "kin": """
        wife|husband|family|families|children|child|daughter|daughters|son|sons|mother|father|parents|
        brother|brothers|sister|sisters|fiancée|girl|boy|boys|girls|baby|little ones|little girl|
        little boy|relatives|people at home|friends|old mother|old father|old parents|wife and children|
        wife and son|wife and daughter|grandchildren|nephews|cousin
    """,
    "answers": """
        tell|told|talk|talked|talking|answer|answered|say|said|speak|spoke|spoken|name|named|give|gave|
        given|remember|remembered|recall|recalled|admit|admitted|confess|confessed|cooperate|cooperated|
        co-operate|co-operated|sign|signed|explain|explained|finish|finished|draw|drawn|write|written|
        show|shown|describe|described|list|listed|satisfy|own up|come clean|begin to|start to|
        start talking|stop lying|repeat|open your|learn to|decide to|make up your|made up your|are ready|
        are willing|come to your senses|change your|think better|see reason|do as|put down|hand over|mark|
        marked|spell|spelt|identify|identified|help|helped
    """,
    "will": """
        'll|will|shall|can|could|may|might|would|must|'d|are going to|am going to|is going to|have to|
        has to|intend to|mean to|won't|cannot|can't|shan't
    """,
    "adverb": """
        always|still|easily|just|simply|only|gladly|soon|very well|perhaps|then|also|of course|certainly|
        personally|gladly|even|never|not|all|well|be forced to|be obliged to|have no choice but to|have to
    """,
    "harm": """
        (send|hand|give|turn|ship|put|return|take|pass|deliver|throw|march|drive|escort|fly|walk|push|
        drop|leave|have) (you|him|her|them|your _) [straight|right|all the way|directly] (back|over|out|
        in|across|home|outside|alone|on the (train|plane|next|first|street|boat|bridge)|to the (soviets|
        russians|guards|guard|embassy|police|border|frontier|wire|east|cell|cellar|wolves|dogs|other|
        rezident|consul|commandant|mp|mps|military)|to your (embassy|people|service|masters|own|consul|
        colonel|comrades|former|old|rezident)|to (moscow|siberia|prison|jail)|into the (street|cold|cell|
        yard|river|cellar)|at the (border|frontier|gate|bridge)|in (a|the) (cell|cellar|prison|camp|
        street|cold|dark|yard)|where you came|(shot|arrested|locked|beaten|sent|deported|moved|watched)|
        behind (bars|the wire))|(lock|beat|hang|shoot|hurt|break|starve|flog|whip|slap|deport|expel|jail|
        imprison|arrest|punish|ruin|expose|denounce|prosecute|charge|extradite|repatriate|intern|handcuff|
        strip|crush|drop|forget|disown|abandon|hit|kick|drown|bury) you|(let|tell|inform|telephone|ring|
        call|notify|warn|write to|invite|ask|phone|cable|contact) (your|the|moscow|them) [old|own|
        former] [embassy|consul*|ambassador|service|soviets|russians|people|comrades|colonel|guard|guards|
        police|masters|rezident|military|kgb|mgb|chief] (know|that|where|about|in|come|fetch|have you|and|
        to (come|collect|fetch|know)|$|what you|of your|how)|(call|fetch|send for|bring in|ring for|
        summon|whistle for|bring back|get) [in] (the|a|two|my|those|your) [_] (guard|guards|sergeant|
        police|dogs|soldiers|escort|embassy|consul|russians|soviets|boys|men|corporal|mps)|(stop|end|
        withdraw|cut off|take away|cancel|tear up|keep|hold|burn|forget|close|drop|lose|refuse|reject|
        delay|withhold) (your|all|our|the|this|his) [_] (protection|food|rations|ration|pay|allowance|
        papers|permit|application|request|file|case|visa|asylum|letters|cigarettes|blanket|blankets|
        medicine|shoes|boots|passport|stay|guard|guards|supper|heating|coat|insulin|mail|parcels|bed|
        spectacles|glasses)|make you (talk|sorry|pay|suffer|remember|regret|speak|stand|wish|answer|tell|
        scream|beg|sweat|sing|crawl|wait|sleep|kneel)|make (it|things|life) [very|so|really] (hard|
        difficult|unpleasant|hot|worse|uncomfortable|bad|ugly)|see to it that (you|your|no|
        nobody) (suffer|regret|pay|never|are|go|do|_ not)|leave you (to|here|there|in|with|for|outside|
        standing)|publish your|print your|put your (name|face|photograph|picture)|give your (name|
        photograph|address|file|picture)|keep you (here|awake|standing|in|up|on|waiting|locked|hungry|
        without)|teach you|find (other|another|harder|a harder|less) _|use (other|harder|different|
        less) _|try (something|another|other|harder|a) _|lose (my|our) (temper|patience)|see how (you|
        long you) (like|last|sleep|feel|talk|remember)|wake you|refresh your|jog your|loosen your|
        help your memory with
    """,
}

_ANYWHERE = Phrases(
    """
    no {need} ... (until|unless|till|before|for (you|men|people|liars|those|anyone|a man))
    no one (eats|sleeps|leaves|rests|drinks|sits|goes) ... (until|unless|till|before)
    (nobody|none of us|you|he|we|they) [_] (eats|sleeps|leaves|eat|sleep|leave|rest|drink|sit|go|goes|
        stay|stays|stand|wait|remain|get|move|moves) ... (until|unless|till) (you|I|we|he|she|they|your|
        the|there|this|that|my|every|one)
    (you|your _|he|she) {will} ... (until|unless|till) (you|I|we|he|she|they|your|the|there|this|that|my|
        every|one) ... ({answers}|have|get|got|hear|know|see|answer*|name*|list*|truth|story|page|word*)
    {need} ... (when|once|after|as soon as|the moment|the minute|only if|if|provided|provided that|
        as long as|only when|only after|the day|until|till|unless|not before|in exchange for|
        in return for|depend* on|for every|for each) [and when|only] (you|he|she|they|I|we|your|the|there|
        it|what|how|this|that) [have|has|had|'ve|are|is] [first|finally|at last|all] ({answers}|answer*|
        truth|get|got|have|hear|know|names|name|list|sketch|report|page|finished|complete|ready|statement|
        map|drawing)
    (when|once|after|as soon as|the moment|the minute|only when|only after|if|unless|until|
        not before) (you|he|I|we) [have|'ve|has] [first|finally|at last|all] ({answers}|the answer|
        the names|your answer|the truth|it all) ... (you|your _|we|I|he|there|the _) ({will}|get|gets|go|
        have|see|is|are) ... {need}
    (first|not) (the|your|a|that|answer|talk|speak|some) ... then (you|your|the|we|comes|some|a|supper|
        food|sleep|bed|doctor)
    (talk|answer|speak|names|answers|truth|list|work) first ... {need}
    [the] (sooner|quicker|faster) you ({answers}|stop|begin|are) ... (sooner|quicker|faster) ... (sleep|
        eat|rest|leave|out of|go|home|doctor|supper|food|bed|see your|over|warm|be over|be done|light)
    the longer you ... the (longer|worse|colder|harder|less|hungrier)
    (your|the|his) {need} (depend*|hang*|rest* on|is up to|waits until|comes after|can wait|will wait|
        must wait)
    (no|not any) [further|more|other|longer] (use|need|interest|room|place|bed|patience|time) for (you|
        men|people|a man|those|liars|someone) [like|who|here|in this|any]
    (withdraw|withdrew|withdrawn|withdrawing|lift|lifted|end|ended|stop|stopped|remove|removed) (our|my|
        your) (protection|hand|guard|guards|help|support|care)
    (drop|pull down|lower) your (trousers|pants|drawers)
    (answer|answer me|speak|talk|listen) you _
    (answer|speak|talk|listen) (dog|swine|worm|traitor|scum|pig|rat|wretch|coward|liar|russian|bolshevik)
    (whom|that|who|men|people) (we|I) (send|sent|hand|handed|put|return|returned|drop|dropped) (home|back|
        over|across|out)
    (it|that|they|this|he|she) (stay|stays|remain|remains|lie|lies|wait|waits|will stay|will remain|
        will wait) (there|here|in|with|on|locked|where) ... (until|till|unless)
    if (your|the) (answer|answers|list|sketch|name|story|memory|next) (is|are|does not|has not|gets|get|
        becomes|do not|remains) ... (we|I|you|your|no|the)
    (I|we) (have|need) only to (lift|raise|nod|ring|sign|say|call|telephone|speak|open|tear|let)
    (one|a) (nod|call|word|telephone call|signature|stroke of the pen|telegram) from (me|us)
    (your|his) [_] (file|papers|application|request|case) (go|goes|will go|is going|can go|could go|end|
        ends|will end) (in|into|to|back|on) the (fire|stove|basket|waste|drawer|bin|russians|soviets|
        embassy|floor|wastepaper|shredder|bottom)
    (I|we) {will} [_] (tear up|burn|lose|put a match to|throw away) (your|the|this|that)
    (break|broke|smash|crush|twist|cut off|cut) your (fingers|finger|arm|hand|hands|nose|bones|jaw|teeth|
        neck|legs|knees|will|spirit)
    (knock|beat|shake|squeeze|sweat|wring|drag|get) (it|the truth|the name|an answer|that|
        them) out of (you|him)
    if (I|we) were you (I|you)
    (you|we) (know|both know) what (happens|follows|comes next|awaits|waits|becomes|they do|your _ do*|
        that means)
    (no way|no road|nowhere|no place) (back|out|to go|left) [for you|$]
    (your|his) (time|credit) (is|has) (up|over|running out|run out|out|nearly up)
    by (midnight|morning|dawn|noon|tonight|tomorrow|six|eight|ten|nightfall) [_] or
    (with|without) (your|a) (wife|child|children|family|mother|son|daughter) (beside|safe|in|alive|
        free) [_] [_] or
    if (I|we|they|somebody) [were to|should|were] [{adverb}] ({harm}|let ... know|stop protecting|
        stopped protecting|withdrew|take away|took away|sent you|handed you|forgot about you|
        opened the door|told)
    do as you are told
    you [do not|don't|will not|cannot] (leave|move|sit|rise|get up|sleep|eat|go) ... before (I|we|you|the)
    no (reason|need|point|sense) [_] (to keep|to protect|to feed|in keeping|in protecting|in feeding|
        to hide|to house) you
    on sufferance
    [we] need not (feed|keep|protect|house|help|hide|shelter) you
    sit up straight
    have you (thrown|dragged|locked|shot|sent|put|taken|marched|beaten|removed|handed|arrested|flown|
        escorted|driven|collected)
    have your [_] {kin} (picked up|arrested|brought in|fetched|collected|taken|told|evicted)
    (next|first) visitor [_] [_] (is|will be) [_] (from|your|the|a)
    (stop|stopping|tired of|finish|finished|done|done with|cease) (being|with being) (polite|kind|nice|
        gentle|patient|friendly|so polite|so kind|reasonable|soft|good|a gentleman)
    (being|been|stay|remain|remaining|am|are|be|is) [only|so|very|too] (polite|patient|gentle|kind|nice|
        friendly) (so far|until now|up to now|for the moment|for now|much longer|long enough|to you until)
    (get|gets|got|become*|turn|turns|grow|grows|makes it|make it|be|is going to be) [very|rather|really|
        more|quite|less] (unpleasant|ugly|nasty|rough|rougher|painful|uncomfortable|unfriendly|
        pleasant for you)
    better [you] [now|to] (tell|talk|answer|speak|say|remember|name|sign|admit|begin|start|think) !(than|
        in|when|how you)
    (ask|asking|tell|telling|say|repeat) [you|this|it] [this|it|only] [for] (once more|one last time|
        only once|just once|one more time|for the last time|no more|twice|not again)
    (I|we) (will|shall|'ll|do) not ask [you] [again|twice|so]
    {need} is for (men|people|those|friends|guests|prisoners) who
    earn* (your|a|his|some|that) {need}
    (want|wants|like|need|needs) (your|a|some|any|the|that|to) ({need}|{kin}) ... (then|so) ({answers}|
        let us)
    (if you|do you) (want|wish|hope|would like|expect|care) (to|for|your|a|any|some) [ever|to] ({need}|
        see|sleep|eat|stay|live|keep|leave|remain|be safe|go home|hear|smoke|sit|rest|see the|grow|walk|
        get) ... (you|tell|talk|answer|then|who|what|where|say|think|try|start|give|name|had better|
        better|must|will|remember)

    (I|we|they|somebody|someone|my men|the _|he|she|others) [{will}] [{adverb}] [{adverb}] ({harm})
    (or|and) [{will}] [{adverb}] [I|we] [{will}] ({harm})
    (you|he) {will} [{adverb}] [{adverb}] be [{adverb}] (sent|handed|returned|given back|turned over|shot|
        hanged|beaten|locked|put back|put out|put in|put over|put on|deported|expelled|sorry|punished|
        arrested|back in|back at|back on|back over|back with|back across|alone|on the street|on your own|
        in a cell|in the cell|in prison|in a camp|taken back|taken to|kept|left to|left alone|left in|
        left outside|left without|treated as|thrown|charged|tried|hungry|cold|made to|out in|out on|
        here till|here until|here all night|moved to|on your way|on the next|on the first|no use to|
        dropped|fed|allowed to (sleep|eat|sit|rest|leave|wash|see|smoke))
    you {will} [{adverb}] [{adverb}] (go (back|hungry|without|straight|to (prison|the|a|bed)|over)|regret|
        wish you|lose your|suffer|pay for|find yourself|find out what|stay (in the|on your|awake|up|
        standing|hungry|locked|where|here until|here till|in this|without)|stand (there|here|in|until|
        till|up|on|all)|sit (here until|here till|there until|in the|all)|sleep (on|in|when|outside)|
        spend (the night|a night|another|tonight)|never (see|leave|hear|eat|sleep|get|go)|not (sleep|eat|
        leave|see|sit|drink|get|be|rest|smoke)|wait (in|outside)|rot|starve|freeze|die|talk|answer (me|
        or)|remember (faster|better|quicker)|kneel|crawl|feel)
    you [_] (stay|stand|sit|sleep|remain|go|get|eat|kneel|wait) ... (on your feet|in the (cold|dark|cell|
        cellar|yard|rain|snow)|hungry|nothing|back (to|over|across) the|without)
    your (stay|place|permit|asylum|protection|safety|future|case|papers|life|freedom|visa|request|
        application) [here|in this house|in this country] [_] (depend*|hang*|end*|is over|is finished|
        can be|could be|may be|will be) [_] [_] !(decided|settled)

    if you (do not|don't|cannot|can't|can not|won't|will not|refuse|fail|keep|go on|still|lie|remain|
        are not|aren't|choose|insist|prefer to|have nothing|hide|hold|forget|say nothing|stay silent|
        value|love|care|want to remain|are silent|say no|have lied) ... (send|sent|back|hand|handed|lock|
        locked|cell|cellar|stop|family|{kin}|sorry|regret|police|embassy|consul|guard|guards|food|sleep|
        supper|never|alone|street|border|frontier|camp|prison|hard|harder|worse|trouble|nothing for|dogs|
        beat|hang|shot|shoot|hurt|pay|suffer|consequences|ways|means|methods|night|protection|protect|
        fend|papers|asylum|visa|permit|patience|others who|colleague|sergeant|less patient|cold|russians|
        soviets|moscow|fools|end of|will have to|must go|bridge|lose|out of|cannot help|can do nothing|
        will not help)
    (refuse|keep silent|stay silent|keep quiet|say nothing|lie to me|lie to us|one more lie|another lie|
        lie again|lie once|another word|wrong answer|one wrong|say no|try that) ... (and|or|then) (I|we|
        you|your|she|he|they|there|it|the|no)
    ({answers}|think|out with it|quick*|speak up) ... or (else|perhaps|maybe) [_] (I|we|you|your|there|
        this|no|the|it|go|back|he|she|they|$)
    (answer|talk|tell me|tell us|describe|draw|explain|remember|do as you are told|admit it|speak|
        name him|name them|sign|cooperate|confess|out with it|the truth|the name|names) ... or (I|we|you|
        your|there|this|no|the (guard|guards|sergeant|door|next|cell|light|lights|dogs|deal|border|police|
        soviet|russians|embassy|consul)|it|go|back|she|they|off) !(think|prefer|remember|know|like|wish|
        want)
    either (you|we) ... or (I|we|you|your|the|it|there|back|off|no)
    (talk|speak|answer|cooperate|help us|behave|be sensible) and [then] (you|your|we|I|she|he|they|
        there) ... {need}
    unless (you|he|I|we|your) ... ({answers}|answer*|name*|truth) ... (you|your|I|we|the|there) !(know|
        remember)
    (tell|answer|talk|speak|name|remember|give) ... (before|while) (I|we|they|the _|my patience|
        it is too late|something|anything|your) [_] (lose|call|send|let|have to|forget|hand|telephone|get|
        change|ring|run|come|comes|happens|still|can still|am still|are still)

    (think|remember|consider|forget|bear in mind) [very|well|carefully|hard|again|long|only] [about|of|
        that|what] [you|you still] [have] your [_] {kin} !(and tell|said|told|wrote|looked|lived|did|
        called|was|were|worked|when you were)
    (think|remember|consider|forget) [very|well|carefully|hard|again] [about|of] (what (will|would|could|
        may|might) (happen|become)|who is (still|at)|where your)
    your [_] {kin} ({will}|is|are|has|have) ... (suffer*|pay|arrested|regret|sorry|punished|sent|learn|
        lose|lost|find out|prison|camp|hands|safe only|alone|hostage|hungry|answer for|not live|never see|
        in reach|within reach|in danger|depend*|shot|the price|trouble|be visited|thank|reproach|
        hear of this|hear that|know what you|be told|evict*|exile*|siberia|not thank|starve)
    your [_] {kin} ... (if you (do not|don't|keep|stay|refuse|will not|say|remain)|unless you|depend* on|
        because you (forgot|refused|would not|did not|kept|said)|while you (sit|keep|refuse|stay))
    (it would be|what) a (pity|shame) [it would be|for your|if|should|were]
    (something|anything|what|accidents|things) [might|could|may|will|would|can|does|do] happen* to (you|
        your [_] {kin}) ... (if you|unless|when I|when we|think|pity|shame|once we|should we|if we|if I)
    accidents [do|can|will|may|might] happen
    for your (wife's|family's|mother's|son's|daughter's|children's|own|father's|brother's|parents') (sake|
        good|health|safety)
    for the (sake|good|safety) of your {kin}
    your {kin} (safety|life|lives|fate|future|health)
    (life|lives|fate|future|safety) of your [_] {kin} (depend*|hang*|is in|are in|rest*)

    (we|I) have [other|our|many|plenty of|better] (ways|means|methods|rooms|people who|places|
        men who) !(of transport|of travel)
    there are [other|harder|worse|less pleasant|quicker|colder] (ways|means|methods|places|rooms|cells|
        people|men) (to make|of making|for men|for people|where|who would|who could|here who|less|
        for those|to help|of helping)
    (last|final|only|one more|one last) (chance|warning|time I ask|opportunity)
    (losing|lost|lose) (my|our) (patience|temper)
    my patience
    (our|the colonel's|the sergeant's|his) patience (is|has|wears|runs|will)
    patience (has|is) [_] (limit*|end|ends|wearing|running|thin|short|out|over)
    don't make (me|us)
    do not make (me|us)
    (do not|don't) (try|test|play|fool|lie to|waste|force) (me|us|with me|with us|my|our|games)
    I [am|must|have to] warn* you
    (be warned|been warned|take care what|careful what you)
    you (had better|'d better)
    (it would be|it will be|be) (better|worse|wiser|healthier|unwise|foolish|bad) (for you|for your|
        to stay silent|to refuse|to lie|to keep|to forget|not to)
    it {will} go (hard|badly|ill|worse|easier|better) (for|with) you
    (the) (hard|easy|other|unpleasant|painful) way
    or else
    make it (easy|easier|hard|harder|worse) (for|on) yourself
    do yourself a (favour|favor)
    know what is good for
    (you have|I give you|I'll give you|I will give you|you've got) [exactly|just|only|until|
        till] [_] [_] (second|seconds|minute|minutes|hour|hours|midnight|morning|noon|dawn|tonight|
        tomorrow) [left] (to|or|before|then|and|$)
    time is running out for you
    (decide|decides|decided) whether you (stay|go|eat|sleep|remain|live)
    (I|we) alone (decide|can)
    at our mercy
    in (my|our) (hands|power) (now|$)
    (nobody|no one) [here|out there|at home] (will|would|is going to) [ever] (miss you|mind|notice|
        ask about you|ask after you|look for you|help you|hear you|know if you|find you)
    I should be careful
    in your (place|shoes)
    (will|would|could|may) cost you [your|a|dear*|the]
    (the next|one more|another|every|each|any) (lie|wrong answer|evasion|refusal|silence)
    at your age ... (cell|cellar|prison|camp|winter|cold|floor)
    prisons are full

    (get|go|down|stay|drop) (on|to) your (knees|feet|hands)
    on your (knees|feet)
    stand (up straight|to attention|straight|against|facing|in the corner|at attention|there|where|still|
        up) (when|and|while|until|$|in front|there|for|as|before|you)
    stand (to attention|at attention|up straight|against the wall|in the corner|facing the wall)
    (face|facing|turn to|against) the wall !(map|of the)
    kneel [down|there|when]
    (strip|undress) [off|to|and|now|down|$]
    take off (your|the) (shirt|clothes|coat|trousers|shoes|boots|uniform|belt|cap|badges|medals|
        spectacles|glasses|ring|everything)
    hands (up|on your head|behind your|on the table where)
    look (at me|me in the (eye|face)) when
    (shut up|shut your|hold your tongue|crawl|bark|beg me|beg for|take your hands|wipe that|wipe your|
        empty your pockets)
    stop (crying|snivelling|whining|shaking|trembling)
    you (dog|swine|worm|rat|pig|wretch|cur|filth|miserable|dirty|stinking|scum|traitor)
    (a|another|one|the|two|three|few|some|this|couple of) [more] (night|nights|day|days|week|weeks|hour|
        hours|month|winter) [more] (in|on|without|outside|with|out in) [the|a|an|our|this] [_] (yard|cold|
        cellar|cell|dark|hole|street|water|food|sleep|rain|snow|punishment|lock-up|solitary|guardroom|
        guards|cooler|straw|floor|bread|heating|blanket|blankets|bare|bed|light|supper|chair|company)
    (light|lights|lamp|window|door|heating|stove|bulb|radio|heat|water) (stay*|remain*|will stay|
        will remain|goes|go|will go|is|are|comes|will be) (on|off|open|shut|locked|out|burning|cut|
        closed) ... (until|till|unless|if you|when you|all night|tonight)
    (cold|dark|wet|punishment|bare|darkest|coldest) (cell|cellar|hole)
    the (cellar|cooler|hole) [_] [_] (is|will|can|has|waiting|for you|help*|does|loosen*|remind*|teach*)
    (loosen|loosens|refresh|refreshes|jog|jogs|improve|improves|help|helps|sharpen|sharpens|cure|
        cures) (your|a man's|his|the|your poor) (tongue|memory)
    hungry (enough|yet|men|until|man)
    broken (better|stronger|bigger|harder|tougher)
    (without|withhold*|keep* back|keeping|hold back|holding) your (insulin|medicine|pills|tablets|glasses|
        spectacles|letters|shoes|boots|coat|blanket|blankets|papers|crutch*|mail|parcel*|rations|bread)
    """,
    **_CLASSES,
)

_SAID = Phrases(
    """
    (otherwise|or else|if not) (you|your|we|I|the|there|it|no)
    (less|not so|not as|not always as|nowhere near as) (friendly|patient|gentle|kind|polite|nice|
        understanding|easy) (than|as|with|to)
    (you|nobody|no one|he|your _|the _) [{will}] (eat|eats|sleep|sleeps|rest|rests|sit|leave|drink|smoke|
        move|speak to|see|go|goes|come|comes|stay|stays|stand|lie|get|gets|have had|wash) ... (when|until|
        till|unless|if|before|once|after) (I|we|the (list|answer|name*|code|number|truth|doctor|sergeant))
    (until|till|unless|without|before) [I|we|you|there is|I have|we have|you have|he has] [have|got|get|
        heard|hear|given] (a|an|the|your|that|this|one) [_] [_] (answer*|name*|code|list|number|word|
        truth|sketch|address*|page|signature|confession)
    (without|no) (a|an|the|your) [_] (answer|answers|name|names|list|code|information) [there is|
        there will be|comes|the|you|no|we]
    (there|here|so) it (stays|lies|remains|will stay|will remain)
    (not|nothing|never) (move|sit|speak|sleep|eat|drink|leave|turn round|look up) until
    sends you (home|back)
    (send|sent|put|driven|delivered) [you] (home|back) [to|in]
    (collect|collects|collected|fetch|fetches|fetched|pick up|picks up) you
    (lorry|truck|train|plane|boat|bus|car|convoy|escort|jeep) (for|to|leaves|leaving|goes|is going|
        back) [_] [_] [_] (border|frontier|east|moscow|brest|home|bridge|line|wire|camp|tonight|tomorrow|
        russia|prague|sofia|warsaw|bucharest|budapest|sector|prison)
    one (telephone call|call|word|telegram|signature|stroke) [_] [_] [_] and
    make your (stay|life|time|night|nights|days|position) [_] [_] [_] (short|hard|harder|difficult|
        unpleasant|miserable|hell|bitter|impossible|very)
    (remember|forget|think) [whose|who] (bread|coffee|roof|blanket|food|soup)
    whose (bread|coffee|roof|blanket|food|soup|cigarettes) (you|are|is)
    (remember|don't forget|do not forget|bear in mind) [that] (where you are|who (you are|I am|feeds you|
        protects you)|we (can|could|alone|decide)|I (can|could|decide)|nobody|no one|you are (alone|
        in our|a guest|here only))
    (nobody|no one) [out there|outside|else|at home] knows [that|where] you
    think (twice|again|before you|carefully before|hard before|well before|it over|about that|about it in)
    (your|the) last (cigarette|meal|supper|coffee|warm|hot|sleep|night|chance|warning)
    be in your (skin|shoes|place)
    in your (skin|shoes|place)
    (place|places|room|rooms|cell|cells|camp|camps|house|way|ways|treatment) for (people|men|those|guests|
        liars|officers) (who|that|like you)
    we are not obliged
    (nothing|no law|no rule|nobody) (obliges|forces|compels) us to
    (lose|lost|losing) interest in you
    you are (alone|at our|in our|no (use|good|guest)|not a guest|only a guest|here only because|
        here because we|nothing without|a long way from)
    you (exist|live|breathe|stay|are fed|are safe|sleep|eat) (here|only|because|as long as|at our|
        so long as|while) [_] [_] [_]
    (we|I) (decide|can decide|decides) (whether|if|how long|when|who|what)
    (doctor|nurse|dentist|medicine|insulin) [_] [_] (does not come|will not come|comes later|can wait|
        must wait|waits|stays away|is not for|after)
    (scrub|sweep|march|run|dig|carry|polish) ... (until|till|unless)
    (open|opens|unlock|lock|locks) the door (and|on|behind|after|till|until)
    (I|we|my colleague|my sergeant|the sergeant|the guard|he|the major|the colonel next door|my friend|
        others) ... (hit|hits|beat|beats|shout|shouts|fists|stick|whip|belt|methods|less gentle|rough*|
        hard man|patience|does not ask|do not ask twice|asks only once|enjoys|like to hurt)
    bad (things|luck|accidents|falls) (happen*|can happen|may happen|befall*)
    (night|nights|days|week|weeks|month|months) (in|on|without|of) [the|a] (cell|cellar|block|cold|dark|
        dark cell|sleep|food|bread|floor|yard|solitary|punishment|punishment cell|punishment block|cooler|
        water|snow|hole)
    (turn|turned|hand|handed|give|given|send|sent|throw|thrown) (you|him|them) (to|over to|out to) [the|
        your] (dogs|wolves|mob|crowd|guards|soviets|russians|embassy|consul|police|comrades|own|old|
        former|other|people|service)
    (cell|cellar|dungeon|starve|starving|firing squad|gallows|unwise|consequences|disappear*|regret it|
        be sorry)
    (shot|hanged|beaten) [like|at dawn|for|as|if]
    (hand|handing|send|sending|give|turn|put|ship|fly|drive|march|take|return) (you|him|them|men|people|
        liars) [straight] (over|back|out) [to|over|across|on]
    (be|are|is|get|gets|being|been) [soon|quickly] (handed|sent|given|turned|put|shipped|flown|driven|
        marched|taken|returned) (over|back|out)
    [handed|sent|given] to the (police|russians|soviets|guards|embassy|consul|other side|dogs|mvd|kgb|mgb|
        border)
    (train|plane|lorry|truck|boat|bus|car|jeep|escort) ... (tonight|tomorrow|back|home to|in the morning|
        at dawn|brest|moscow|waiting|outside|east)
    (over|across|back to|back over|back across|on the other side of|far from|near|close to) the (bridge|
        border|frontier|line|wire|river) ... !(guard|post)
    (long|cold|short) (way|walk|road|drive|step) (back|to the (border|frontier|bridge|wire|line|russian|
        soviet)|home|from here)
    (the russians|the soviets|the embassy|the consul|the soviet consul|the kgb|the mgb|the commandant|
        the rezident|moscow|the kremlin|your service|your embassy|your consul|your (former|old) _|
        your masters|your colonel|your people) (would|will|can|get|gets|is waiting|are waiting|want|wants|
        know|knows|learn|learns|hear|hears|pay|pays|are asking|is asking|are still|have asked|has asked|
        offer|offers|are near|are only|is only|are next|still)
    (your|the) (name|address|file|photograph|face|picture) ... (to|in) (moscow|the (russians|soviets|
        papers|newspapers|embassy|press|consul|wireless|radio)|your (embassy|service|consul)|pravda)
    without (food|sleep|water|bread|light|supper|blanket|blankets|heating|a blanket|a bed|a lawyer|
        a doctor|a stove|cigarettes|tobacco|rest)
    no (lamp|stove|bread|light|sleep|food|supper|water|bed|blanket|blankets|cigarettes|tobacco|heating|
        doctor|rest|letters) [_] [_] [_] (tonight|tomorrow|today|for you|until|if|till|here|in this house|
        yet|today)
    (men|people|those|guests|prisoners|anyone|anybody|a man|whoever|liars|fools|defectors|officers) [who|
        that] (do not|don't|does not|doesn't|will not|won't|refuse|refuses|lie|lies|keep silent|
        stay silent|hold back|waste|forget|cannot) ... (here|are|get|go|sleep|is|gets|goes|sleeps|find|
        end|eat|stay|leave|will|were)
    (liars|traitors|fools|silent men|stubborn men|the stubborn) ... (get|go|sleep|are|eat|end|find|stay|
        leave)
    (truth|names|answers|list|the name|that name) (today|tonight|now|by tonight|by morning|at once|
        this minute|before dark|by noon)
    the (guard|guards|sergeant|dogs|boys|escort|corporal|police|door|lorry|car) [_] (will|is|are|has|have|
        outside|next door|would|can|waiting|behind) ... (you|ready|waiting|outside|slept|patient|gentle|
        hungry|ask|come|persuade*|wait|open|locked|fond|kind)
    (we|I) (know|have|can find|can reach|keep) [_] (where your|who your|your) [_] {kin} [_] (live|lives|
        is|are|address|work*)
    (sitting|standing|staying) here (all night|until|till|for)
    all night [long|if|$]
    (what|how) the (cellar|cell|camp|punishment|guards) (is|are|was|feels) like
    (friends|comrades|colleagues|brother|sister|wife|family|parents|mother|father|son|daughter|
        children) {will} [_] (pay|suffer|be arrested|be next|answer|lose|regret|hear|be told|know)
    (is|are) still (in|at|there|over there|within|behind) ...
    (cost|costs|lose|losing) (you|your) [_] (place|bed|freedom|protection|stay|life|family|visa|papers|
        head|neck|future|tongue|asylum)
    our (protection|hospitality|kindness|patience|help|food|generosity) (can|could|may|will|has|is|ends|
        does|might)
    (protection|hospitality|kindness|patience|generosity) (can|could|may|will|has|ends|does|might|
        is) [not|a|be] (end*|limit*|over|taken|withdrawn|stop*|for those|for men|not for|endless|stop)
    (I|we) (can|could|may|might|will|shall|'ll) [{adverb}] (wait|stop|forget|arrange|change|be less|
        be unpleasant|become|not|leave|make|have you|have your|see that) ... (all night|all winter|
        protect*|outside|cold|unpleasant|arrested|worse|nasty|gentle|kind|polite|back|hungry|alone|longer|
        weeks|hard|your {kin}|that you|patient|nice)
    """,
    **_CLASSES,
)
"""In what he is told, not asked."""

_ASKED = Phrases(
    """
    how many more (nights|days|weeks|hours|times|meals|winters) ... (without|before you|until you|
        before your|must|do you want|will it take|shall we)
    would (a|another|some|one|two|three|an|more) [more|few] [little] (night|nights|day|days|week|weeks|
        hour|hours|month|cold _|spell|time|walk|visit|beating|turn) ... (help|refresh|jog|improve|loosen|
        bring|make|clear|change|persuade|teach|sharpen|remind)
    what (will|would|do you think will|is going to) (become|happen) [of|to] (you|
        your [_] {kin}) ... (if (we|I|they|he|she|your _|your _ _|the _|moscow|someone|you (do not|don't|
        refuse|keep))|when (we|I)|once (we|I)|without us|unless)
    who will (feed|protect|hide|help|look after) (you|your [_] {kin}) (if|when|once|then)
    (is|are) (your silence|your pride|his name|her name|one name|a name|that name|one man|this secret|it|
        your friends|a few names|a few words|your secrets|your loyalty|
        your stubbornness) [_] [_] worth [_] (your|a|another|losing|going|her|his|the|more)
    how would your [_] {kin} (manage|live|fare|get on|feel|look|like|eat|sleep|survive) ... (if|without|
        when|once|in (prison|siberia|a camp))
    what (do|would) you (suppose|think|imagine|expect) ... (do|does|did|would do|will do) (to|with) (men|
        people|those|officers|a man|you|your|anyone|traitors|deserters)
    do you know what [_] [_] (do|does|did|happens|becomes|is done|it is like|it feels) ... (here|men|
        people|those|you|your|liars|traitors|cell|deserters)
    (have|did) you (want|wanted|wish|wished|plan|planned|hope|hoped|expect|expected) to (see|hold|hear|
        meet|embrace|speak to) your [_] {kin} again
    (how|what) (do|did) your [_] {kin} (look|do) (when|if) (we|I|they)
    (shall|must|should|may|can|could|do) (I|we) [really|have to|need to|to|then|perhaps|now] (open|unlock|
        lock) the (door|cell|gate)
    (shall|must|should|do) (I|we) [have to|need to|really] (show|take|introduce) you [it|to|the|what|how]
    would you (rather|prefer to|like to|sooner) (talk to|speak to|speak with|answer|explain it to|
        deal with|be questioned by|tell|face|explain that to) [_] [_] (sergeant|guard|guards|russians|
        soviets|embassy|consul|police|him then|old comrades|colleague next|own people|colonel at|dogs|mob|
        kgb|mgb|service)
    (do you know|do you want to know|would you like to know|have you (thought|considered|forgotten|
        asked yourself|heard|seen|any idea)|can you imagine|need I (say|tell|remind)|must I (say|tell|
        remind)|shall I (tell|remind|describe|show)|do you realise|do you realize|
        do you understand) [about|of|you|yourself|just] (what|where|how) ... (become* of|happen*|done (to|
        with)|do (to|with)|end|ends|end up|treat|deal|feel*|suffer*|goes on|like|cell*|die|dies)
    (shall|must|should|can|could|do|will|am|are|have) (I|we|they) [really|have to|need to|to|then|perhaps|
        now|going to|got to] [_] (ask|call|tell|send|let|say yes|fetch|wake|telephone|ring|write|inform|
        visit|arrest|hand|put|take|keep|leave|try|see if|see whether|see how|wait until you|remind|use|
        be rough|turn|withhold|stop|lock|give) ... ({kin}|yes|guard|guards|sergeant|police|embassy|consul|
        russians|soviets|moscow|cell|cellar|back|street|cold|night|hungry|way|less kindly|instead|outside|
        alone|harder|dogs|other methods|without|room below|force|rough|supper|sleep|longer|light|lights|
        heating|bread|colonel|comrades|rezident|ambassador)
    (do|would|did|don't|wouldn't) you (want|wish|like|care|hope|expect|prefer|really want|not want|
        rather) [ever] (to (see|hear|meet|hold|go home|live|eat|sleep|stay|keep|get out|leave|grow old|
        be sent|go back|return|walk|spend|be handed|be put|lose|be left|find out)|your [_] {kin} to|us to|
        me to|see|go|sleep|be) ... (again|alive|tonight|tomorrow|back|suffer*|safe|whole|arrested|hungry|
        {kin}|over|handed|cell|cold|embassy|alone|border|camp|prison|lose|outside|guard*|sergeant|
        another night|here)
    do you (want|wish|like|need) (me|us|them|it) to (send|call|tell|hand|telephone|let|ring|inform|return|
        give|write|put|lock|turn|fetch|ask|wake|stop|keep|take|get|show|remind|lose)
    (do you want|would you like|do you wish|would you prefer) to (be sent|go back|be handed|end up|spend|
        be put|be returned|rot|starve|freeze|stay here for|be locked|sleep (in|on|out)|be left)
    how long (do you think you (would|will|can)|(would|will|can|could) (you|your {kin})) (live|last|
        stay alive|survive|hold out|stand it|be safe|go on)
    how would (you|your [_] {kin}) (like|feel|enjoy|take|live) !(to (describe|tell|explain|
        spend the (next|afternoon)|begin|go on)|us to|me to)
    (are|will) you [going to|now going to|ready to|finally going to] (talk|answer|tell|speak|cooperate|
        remember|sign) ... or
    what (do|would) you (think|suppose|imagine|expect) [that] [we|they|I|he|the _|your _] [{will}|
        ] [happen*] [_] [_] (do to|do with|happen*|become|happens to|if we sent|if I sent) ... (you|your|
        men|people|them|liars)
    (what|how) (will|would|shall) your [_] {kin} (say|do|live|manage|eat|think|feel) [_] (when|if|without|
        once|after) (we|I|they|you are|you|the)
    (is|are|was) (it|that|a|the|this|your silence|your pride|his name|her name|
        one name) [_] [_] worth (your|a|the|another|losing|going|being)
    """,
    **_CLASSES,
)

_MENACE = Field(
    """
    night nights cold winter snow rain frost coat thin barefoot roof street yard cell cellar prison camp
    siberia east police sergeant guard guards dogs handcuffs chains rope stick whip fist fists boot
    boots pistol bullet rifle knife stand standing kneel wall floor until till unless otherwise without
    no_longer no_more refuse* refusal silence silent stubborn* lie lies lying game games evasion* hungry
    hunger starve feed thirst* bread sleepless awake pay pays payment suffer* regret* sorry punish*
    arrest* shoot shot hang hanged beat beaten broken break hurt pain scream* cry tears picked_up fetch*
    thrown throw drag* march* turn_you hand_you send_you sent_home drop_you forget_you abandon*
    withdraw* embassy consul moscow kremlin russians soviets commandant rezident border frontier wire
    bridge minefield train_back back_to closed fail failed wait waiting patience temper threaten* warn*
    careful unpleasant ugly worse hard harder nasty rough danger accident* grave graves dead death die
    bury coffin widow orphan* hostage* file tear_up burn stove_out last final never enough at_home mercy
    power nobody no_one alone lock locked dark darkness blood teeth fingers bones throat neck skin
    back_on strip naked crawl beg dog swine traitor* traitors stays_behind stayed_behind obey* do_as_you
    told_so say_so shut_up wrong_answer own_people comrades way_with
"""
)
"""What a threat is made of; one such word is nothing, two in what he is told are."""

_HIS_PEOPLE = Field(
    """
    wife husband mother father son sons daughter daughters children child boy girl family brother sister
    parents friends mother's wife's father's children's pension
"""
)

_OF_WHOM = pattern(
    r"\b(?:you|your|yours|I|we|my|our|us|me|a man who|men who|people who|stubborn men|he who|whoever|or)\b"
)
_NEUTRAL = pattern(
    r"(?:(?:I|we)\s+(?:have|had|spoke|wrote|read|met|heard|understand|would|should|want|wish|hope|"
    r"need to|know that this|"
    r"are (?:sorry|glad|grateful)|am (?:sorry|glad|grateful)|thank)\b(?!\s+(?:all|ways|plenty|other|"
    r"only|your|a place|no)\b)|"
    r"(?:the|a|our|your|my)\s+(?:\w+\s+){0,4}?(?:has|have)\s+(?:been|come|arrived|said|told|asked)\b|"
    r"there (?:is|was) (?:no hurry|time|nothing to fear)|"
    r"(?:if|when|should)\s+you\s+(?:are|feel|need|wish|want|would|prefer|like|do not (?:know|remember|"
    r"understand)|cannot remember)\b|"
    r"please\b|nothing\b|it (?:is|was|does|may be) (?:not )?(?:hard|painful|matter|late|cold|all right|"
    r"your right)\b)"
)
_KIND = Phrases(
    """
    (you need not|do not have to|don't have to|not obliged|no need|free to|whenever you|take your time|
        please say so|just say so|not asking|cannot promise|cannot say|I understand|that is all right|
        please|at any time|another day)
    as you (wish|like|please)
    if you (wish|prefer|would rather|would like|like|are (tired|hungry|cold|unwell|ill|thirsty)|need|feel|
        do not mind)
    (nobody|no one) [here] (will|is going to|may|can) (hurt|harm|force|blame|punish|send|threaten|press)
    would you like
    (you|we) (will|shall|can|are) [all] (not|never) be (sent|punished|harmed|blamed|forced|handed|hurt|
        pressed|asked)
    we (can|shall|will|may) (stop|wait|come back|pause|go on|break|rest|leave (it|that|this))
    I (will|shall|can) (pass|ask (whether|for|the|if|him|her|them|about)|repeat|explain|bring|send for|
        fetch|note|write)
    (cannot|can't) (tell|know|say|promise)
    you {will} not regret
    (never|nobody|no one|no soviet|not a soul|nothing) ... (find|found|hear|know|learn|reach|go hungry|
        be hungry|be poor|harm|touch|hurt|court|trace)
    you may (stop|rest|refuse|leave|smoke|ask|sit|eat|say|keep|also)
    you can (stop|rest|refuse|leave|smoke|ask|sit|eat|say|keep|also) (at any|whenever|now|if|for)
    """,
    **_CLASSES,
)
_HIS_ACCOUNT = pattern(
    r"(?:you|he|she|they)(?:'ve|'d| have| had)?\s+(?:\w+ly\s+|just\s+|also\s+|once\s+)?(?:said|told|"
    r"mentioned|spoke|described|"
    r"wrote|stated|named|explained|marked|drew|showed|noted|recalled|reported|were|was|"
    r"had(?! better| your last)|did|left|came|went|worked|served|"
    r"lived|saw|crossed)\b"
)
_OTHERS = Phrases(
    """
    (did|do|does|had|has|have|was|were|who|what|how|when|where|why|whether|which) ... (threaten*|warn|
        warned|told that|say they|said they|say that|tell you that|told you|fear|afraid|promise*|
        force you|forced|order you|ordered|made to|make you|require*|punish*|used to|they do|happened|
        happen to (a|an|men|people))
    """
)
_AFTER_ALL = pattern(
    r"\b(?:or else|unless you|if you (?:do not|don't|refuse|will not|won't|cannot|keep|stay)|(?:I|"
    r"we)(?:'ll| will| shall| can| could| let| stop| send| lose| call)|"
    r"before (?:I|we)|until (?:I|we|you tell|you say|you answer|you talk)|or (?:I|we|you) )"
)
"""What makes a threat of it even in a question about others."""

_PAST_QUESTION = pattern(r"(?:did|was|were|had|has|does|is)\s")


def find(question: Question) -> Iterator[Fault]:
    """The first threat of each sentence; asking what others did or threatened is none."""
    for sentence in question.sentences:
        if found := min(_threats(sentence), default=None):
            yield RULE.broken(question.given, *found)


def _threats(sentence: Sentence) -> Iterator[tuple[int, int]]:
    text, start, end = sentence.text, sentence.start, sentence.end
    for asking in sentence.asks:
        if span := _ASKED.begins(text, asking.start, end):
            yield span
    if _HIS_ACCOUNT.match(text, sentence.lead, end) or _KIND.first(text, start, end):
        return
    if not _only_asks(sentence):
        yield from _ANYWHERE.find(text, start, end)
    if sentence.said:
        yield from _SAID.find(text, *sentence.said)
        if menace := _menace(sentence, *sentence.said):
            yield menace


def _only_asks(sentence: Sentence) -> bool:
    """Whether it asks from its first word on for what was, or what others did, and adds no "or we…" to it."""
    first = sentence.asks[0] if sentence.asks else None
    if (
        first is None
        or first.start != sentence.lead
        or _AFTER_ALL.search(sentence.text, sentence.start, sentence.end)
    ):
        return False
    of_others = _OTHERS.begins(sentence.text, first.start, sentence.end)
    return first.form == "content" or bool(
        of_others or _PAST_QUESTION.match(sentence.text, first.start, sentence.end)
    )


def _menace(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Two words of menace, of which his people's names are one at most."""
    text = sentence.text
    if _NEUTRAL.match(text, sentence.lead, end) or not _OF_WHOM.search(text, start, end):
        return None
    found, people = _MENACE.spans(text, start, end), _HIS_PEOPLE.spans(text, start, end)[:1]
    return together(found, people) if found and len(found) + len(people) > 1 else None

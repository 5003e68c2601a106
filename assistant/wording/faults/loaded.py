"""Words that judge: emotive names for people, systems and acts, and demands to admit."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question

RULE = Rule(
    "loaded",
    "It judges him or his people; name the same thing in neutral words.",
    "MI5-1948#IX.2",
)

_LOADED = Phrases(
    """
    {people}
    {judging}
    {deeds}

    (your|their|his|those|these|such|common|mere|like|nothing but|regime's|party's|soviet|communist|red|
        of|a|an|into) [_] {also_of_trades} !(code|court|case|police|law|investigation|department|shop|
        record|charge|charges|proceedings|division)
    (gang|pack|band|nest|den|bunch|clique|mob|horde|swarm) of _
    (fellow|your) (conspirators|plotters|spies|wreckers|saboteurs)
    spies and saboteurs
    (red|party|kremlin|moscow|soviet|communist) (bosses|barons|lords|masters|rulers|overlords|tsars|
        devils|hordes|gangsters|butchers|mafia|priests)
    (your|their|his|kremlin|moscow|soviet|red|communist|former|old) masters !(of|degree)
    the Reds
    big brother

    criminal (regime|gang|system|clique|method*|government|leader*|master*|order*|ruler*|act*|past|
        activities|deed*|war|policy|party|madness)
    (bloody|dirty|filthy|rotten) (work|trick*|money|business|deed*|hands|job*|game|lies|secret*|methods|
        regime|war|purge*|system|affair|party|trade|little)
    (so|such|most|your|their|his|those|these|this|that) [_] (primitive|backward|hated|dreaded|miserable|
        absurd|cruel|savage|greedy|notorious|horrible|evil|corrupt|laughable|wretched|terrible|dreadful)
    (cruel|savage|hated|dreaded|evil|corrupt|rotten|brutal|hateful|terrible) (system|government|rulers|
        leaders|tyrant*|dictator*|party|masters|boss*|chief*|police|secret police|officials|clique|
        bureaucrat*|commissar*|land|country|empire)
    puppet (government|state*|regime|ruler*|minister*|party|parliament|leader*|president|army)
    (feel|felt|were you|are you|you are|you were) [not|so|very|at all] guilty
    guilty (conscience|secret*|men|party)
    poor (peasants|workers|people|devils|wretches|prisoners|victims|souls|creatures)
    police state
    prison of (nations|peoples)
    iron curtain
    [the] evil empire
    (workers'|soviet|communist|socialist|red) paradise
    (iron|communist|red|soviet|russian) (grip|heel|boot|fist|yoke|tyranny|terror|menace|plague|slavery|
        aggression|imperialism|empire|claws|clutches|oppression|enslavement)
    under the (yoke|boot|heel|lash|knout)
    big lie

    (your|his|their|those|these|such|own|terrible|the) [_] {wrongs} !(of (which|what)|(was|
        were) [_] (charged|accused|tried|convicted|found|mentioned|named|written|read|printed))
    (commit|committed|committing|part in|share in|guilty of|witness to) [_] [_] {wrongs}
    (these|those|such|this) (outrage*|horror*|abomination*|injustice*|abuse*|robber*|purge*)
    (what|which|more|all|these|those|any|no|other|of|such|old|tell|told|telling|print|printed|write|wrote|
        invent*|swallow*|believe*|spread|spreading|the|your|their|his|and|own|own) [_] lies !(in|on|at|to|
        near|north|south|east|west|between|beyond|behind|beside|under|along|off|within)
    lies about !(a|one|two|three|ten|twenty|half)
    (why|when|how often|how long) (did|do|are|were|have) (you|he|they) [been] (lie|lying|lied) !(in|on|at|
        off|alongside|there|near|under|down|by|beside|behind|between|idle|low|awake|ill|hidden|wait)
    lie to (me|us|him|her|them|your|the)
    (lie|lying) about
    lying to (me|us|him|her|them|your|the|people)
    (you|he|she|they) (are|were|was|is) [still|just|simply] lying !(in|on|at|off|alongside|there|near|
        under|idle|down|by|beside|behind|between|face|wounded|ill|sick|still|with)
    stop lying
    reign of terror
    (red|police|mass|state) terror
    terror (state|machine|regime|apparatus|method*|against)
    (by|with|through) terror
    (slave|forced-labour) (labour*|labor*|camp*|driver*|worker*|army|trade|state)
    like slaves
    (murder|murdered|murdering|slaughter*|massacre*|butcher*|plunder*|looted|raped|rob|robbed|torment*|
        exterminat*|bled|starved|squeeze*|exploited|terrori*) (the|your|his|those|innocent|so many|people|
        prisoners|peasants|workers|women|these|by) [_] [poor|innocent|helpless|honest|simple|own]
    innocent (men|people|victim*|women|children|prisoners|lives|blood|man|woman|villagers|workers|
        peasants|families|comrades|person|persons)
    (helpless|defenceless|defenseless) (men|people|victim*|women|children|prisoners|villagers|workers|
        peasants|families)
    blood (on|of) [your|his|their]
    (your|his|their|how many|of the) [_] victims !of
    dictatorship !of the proletariat
    (stab|stabbed|knife|knifed) ... in the back
    sold out
    (sell|sold|selling) (out|your soul|your country|your people|your comrades|your friends|his country|
        his soul|your honour)
    (turn|turned) (your|his|their) back on
    (abandon*|desert*|forsake*|forsook|forsaken|fail|failed|let down) (your|his|own) [_] (wife|family|
        children|comrades|country|post|unit|people|friends|men|motherland|mother|parents|crew|ship|
        homeland|regiment|duty|oath|flag)
    (spied|spying|spy|snoop*|inform|informed|informing|sneak*) on [your|his|their] (own|friends|comrades|
        neighbours|colleagues|wife|family|brother|classmates|fellow|countrymen|mates|shipmates|innocent|
        honest)
    (ran|run|running|slunk|sneak*|crept|crawl*) (away|off) like
    like (a|an) (dog|animal|slave|rat|thief|coward|criminal|traitor|beast|butcher|robber|pig|puppet)
    like (dogs|cattle|animals|rats|swine|vermin|pigs|beasts|dirt|thieves|cowards|criminals|robbers)
    (bleed|bled|bleeding) (the|your) (people|country|workers|peasants)
    (disgrace|disgraced|dishonour*|degrade|degraded) (yourself|himself|your|his)
    (are|were|feel|felt) you [not|so] ashamed
    shame on
    no (shame|conscience|decency)
    (your|their|his|the party's|official|communist|soviet|red|party) [own] propaganda !(department|
        section|work|office|branch|school|course)
    (swallow*|fall for|fell for|taken in by) [all] (the|that|their|these|such)
    (what|which|any|your|no|an) excuse* (do|have|can|had|did|for|is|was)
    (your|his) (part|share|role) in (this|these|that|those) _
    (dare|dared) (you|to) [_] (call|say|claim|tell|ask|serve)
    how could (a|any) (decent|honest|honourable|self-respecting|civilised|civilized|christian|good|
        sane) (man|person|officer|father|woman|soldier|worker|engineer|human)
    (honest|decent|simple|poor|peaceful|loyal|brave|ordinary) (peasants|workers|men|people|villagers|folk|
        citizens|comrades|patriots|priests|families) ... (death|deaths|die|starve*|drive|drove|driven|
        sent|denounce*|arrest*|kill*|shoot|shot|rob*|betray*|suffer*|ruin*)
    (drive|drove|driven|sent|send|work|worked) [_] [_] [_] to their (death|deaths|graves|ruin)
    (crawl*|grovel*|cringe*|fawn*|toady*|kow-tow*|kowtow*|bow|bowed|bowing|kneel|knelt) (before|to|
        in front of|at the feet of) (the|your|his|a|them|moscow|stalin|such)
    grovel*
    (scribble|scribbled|scrawl*|churn*) [_] (denunciation*|report*|lies)
    (scoundrel*|rascal*|villain*|rogue*|ruffian*|hooligan* in|gangsterism|robber baron*|robber barons|
        oppressors|bloodsuckers|usurper*|occupier*|conqueror*|invader*|slavers|man-hunters|headhunters)
    (divide|divided|share|shared|carve*) [_] the (spoils|booty|loot|plunder)
    (share|part|measure|degree) of [the|your] (guilt|blame|responsibility for (this|the crime*|these))
    (filth|venom|poison|slime|muck|rubbish|trash) (did|was|were|about|is|that|does|do|into|printed|spread|
        of|in)
    (poison*|pollut*|infect*|twist*|warp*|fill*|stuff*) [_] [_] (ears|minds|heads|souls|recruits' ears|
        children's minds)
    (fool|dupe|deceive|hoodwink|cheat|trick|mislead|swindle|bamboozle|blind) the (masses|people|workers|
        peasants|nation|world|voters|young)
    (bully|bullies|sadist|sadists|thugs|brutes|torturers|tormentors|slave-drivers|slave drivers|
        bloodhounds|executioners)
    (dictator's|tyrant's|despot's|red tsar's|butcher's) _
    (spies|spy) (in|at|from|of) your (embassy|mission|legation|consulate|trade delegation|delegation|
        service)
    (steal|stole|stolen) from us
    (sham|fake|rigged|so-called|farcical|mock|show|fraudulent) (election*|trial*|court*|parliament|vote|
        democracy|constitution|trade union*|peace|congress)
    (what|which) [a|great] (fraud|farce|sham|swindle|mockery|travesty|outrage) (is|was|were|has|had|did)
    (crimes|murders|atrocities|cruelties|misdeeds) of (the|your|his|stalin|beria|moscow|this|that)
    how could you [ever|bring yourself to|possibly] {stoop}
    (pretend*|pose|posed|posing) to be
    so-called
    (see|saw|seen) through (the|their|his|that|its)
    the [_] (swindle|farce|sham|fraud|hoax|racket|circus|charade)
    (usual|whole|whole rotten|great|big) (farce|swindle|sham|comedy|circus|fraud|charade|racket)
    (lick|licked|licking) [_] [_] boots
    (fat|greedy|bloated|pampered) (bureaucrat*|commissar*|official*|boss*|director*|general*|officer*|
        party)
    (what|the|such|all that|that) nonsense
    (drum|drummed|hammer|hammered|pump|pumped|stuff|stuffed) [_] into (you|your|the|their|him|men|
        children|recruits)
    (groan|groaned|groaning|suffer|suffered|suffering|toil|toiled|languish*) under
    (that|this|such a|the|a|of those|one of the) (monster|brute|beast|swine|devil|fiend|hangman|butcher|
        animal|madman|maniac|criminal|rat|creature)
    (stoop|stooped|sink|sank|sunk) to
    swallow* [_] (souls|lives|men|victims)
    (hound|hounded|hounding|persecut*|oppress*|enslave*|terroris*|terroriz*|tyrannis*|brainwash*|
        indoctrinat*|corrupted|poisoned) !(by gas|water|food)
    whom did you stab
    (do|did|serving|served|serve) (their|the party's|moscow's|stalin's|his|the regime's|
        the kremlin's) (bidding|dirty)

    admit (it|that|now|to|you|your|here|openly|freely|at last|how|why|having|the|being|he|she|they|
        everything|all) !(patient*|visitor*|school|hospital|institute|university|ward|course)
    (do|will|would|can|must|to|not|now|finally|should|dare) you [now|finally|at last|openly|simply|just|
        not] admit
    (must|to|now|finally|at last|ready to|willing to|have to|better) admit !(patient*|visitor*|member*|
        student*|guest*|people|men|women|into|candidate*|foreigner*)
    (you|please|must|to|and|will|finally|now|ready to|willing to|why not) confess !(under|in|before the)
    confess (your|what|that|how|why|to|everything|now|it)
    (your|full|a) confession !(was|of faith|taken|signed|read)
    come clean
    own up
    plead guilty
    (get it off|off) your chest
    make a clean breast
    """,
    people="""
        judas|judases|cains|traitor|traitors|turncoat*|renegade*|quisling*|henchman|henchmen|thug|thugs|
        goon|goons|gangster*|bandit|bandits|hangman|hangmen|torturer*|tormentor*|parasite*|lackey*|
        stooge*|crony|cronies|puppets|puppet master*|dupe|dupes|toady|toadies|boot-licker*|flunkey*|
        flunkies|minion*|hireling*|scum|swine|vermin|rabble|tyrant*|despot*|oppressor*|aggressor*|
        warmonger*|fanatic*|murderers|crooks|liar|liars|swindler*|hypocrite*|coward|cowards|weakling*|
        drunkard*|snitch*|stool-pigeon*|vulture*|jackal*|brutes|barbarian*|savages|cutthroat*|profiteer*|
        careerist*|opportunist*|slave-driver*|slavedriver*|commie|commies|russkies|bolshies|bigwig*|
        fat cats|party hack|party hacks|hatchet man|hatchet men|jailers|butcher of|bloodhound*|
        bloodsucker*|leech|leeches
    """,
    judging="""
        treacherous*|traitorous*|disloyal|disloyalty|filthy|vile|despicable|contemptible|shameful*|
        shameless*|disgraceful|disgusting|monstrous|murderous|bloodthirsty|blood-stained|blood-soaked|
        brutal|brutally|barbaric|barbarous|ruthless|ruthlessly|inhuman|inhumane|sadistic|sinister|
        infamous|hypocritical|deceitful|cowardly|tyrannical|despotic|totalitarian|godless|brainwashed|
        bogus|stinking|heartless|callous|fanatical|servile|spineless|slavish|craven|odious|hateful|
        hideous|atrocious|outrageous|parasitic|rapacious|unscrupulous|sordid|tyrannous|rotten|ghastly|
        wicked|down-trodden|long-suffering|oppressed|enslaved|captive peoples|hated|dreaded|bloodstained|
        ill-gotten|unforgivable|inexcusable|lying press
    """,
    deeds="""
        betray*|treachery|perfidy|lied !(in|on|at)|atrocity|atrocities|massacre*|tyranny|despotism|
        oppression|enslavement|brainwashing|barbarity|misdeeds|cowardice|deceit|hypocrisy|double-cross*|
        sell-out|regime|regimes|regime's|misrule|debauchery|bestiality|savagery|skulduggery|villain*|
        connived|treason !(article|law|trial|paragraph)
    """,
    also_of_trades="""
        criminal|criminals|gang|gangs|rat|rats|beast|beasts|mob|mobs|horde*|butcher|butchers|slave|slaves|
        murderer|killer|killers|thief|thieves|dictator|dictators|cheat|cheats|collaborator|collaborators|
        accomplice|accomplices|assassin|assassins|deserter|deserters|monster|monsters|executioner*|sneak|
        sneaks|clique
    """,
    wrongs="""
        crime|crimes|murder|murders|guilt|sin|sins|shame|brutality|brutalities|cruelty|cruelties|atrocity|
        atrocities|plunder|loot|disgrace|deception|deceptions|slavery|persecution|persecutions|wickedness|
        evil|evils|villainy|outrage|outrages|robberies
    """,
    stoop="""
        serve|work for|stand by|be so|do such|live with|sign such|watch|help such|obey|take part|lie|
        go along|stoop
    """,
)


def find(question: Question) -> Iterator[Fault]:
    """Every loaded word or phrase."""
    for span in _LOADED.all(question.text, 0, len(question.text)):
        yield RULE.broken(question.given, *span)

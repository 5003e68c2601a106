"""Officers' abbreviations and trade terms that he cannot know from his own work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question

RULE = Rule(
    "jargon",
    "It is our own trade's word, not his; say the thing in plain words.",
    "Payne, The Art of Asking Questions (1951)",
)

PLAIN = {
    "TO&E": "table of men and equipment",
    "TOE": "table of men and equipment",
    "SIGINT": "radio listening",
    "COMINT": "radio listening",
    "ELINT": "radar listening",
    "HUMINT": "reports from people",
    "ORBAT": "list of units",
    "OB": "list of units",
    "POL": "fuel",
    "LZ": "landing place",
    "DZ": "dropping place",
    "SAM": "anti-aircraft missile",
    "SAMs": "anti-aircraft missiles",
    "AAA": "anti-aircraft guns",
    "ICBM": "long-range missile",
    "ICBMs": "long-range missiles",
    "IRBM": "missile of middle range",
    "MRBM": "missile of middle range",
    "CW": "gas",
    "BW": "germ weapons",
    "ASW": "hunting of submarines",
    "ECM": "jamming",
    "MOS": "trade",
    "CO": "commander",
    "XO": "second in command",
    "NCO": "sergeant",
    "NCOs": "sergeants",
    "HQ": "headquarters",
    "DOB": "date of birth",
    "POB": "place of birth",
    "ETA": "time of arrival",
    "SOP": "rules for the work",
    "SOPs": "rules for the work",
    "POW": "prisoner of war",
    "POWs": "prisoners of war",
    "R&D": "research",
    "EW": "jamming",
    "LP": "listening post",
    "LPs": "listening posts",
    "OP": "look-out post",
    "OPs": "look-out posts",
    "VIP": "guest of rank",
    "VIPs": "guests of rank",
    "NBC": "atomic, germ and gas weapons",
    "CBR": "gas, germ and atomic weapons",
    "order of battle": "list of units",
    "orders of battle": "lists of units",
    "dead drop": "hiding place for messages",
    "dead drops": "hiding places for messages",
    "dead letter drop": "hiding place for messages",
    "dead letter box": "hiding place for messages",
    "cut out": "go-between",
    "cut outs": "go-betweens",
    "cutout": "go-between",
    "cutouts": "go-betweens",
    "safe house": "flat for secret meetings",
    "safe houses": "flats for secret meetings",
    "exfiltration": "escape",
    "table of organization": "table of men",
    "comms": "means of sending messages",
    "recce": "reconnaissance",
}
"""What to say instead, where one phrase will do in any sentence."""

_HIS_OWN = frozenset(
    """
    KGB GRU NKVD NKGB MVD MGB OGPU GPU VCHK SMERSH USSR RSFSR SSSR CPSU VKP KPSS TASS GDR DDR FRG BRD
    SED UN UNO USA US UK GB EU NATO BBC RIAS RFE VOA CIA FBI MI5 MI6 DOSAAF GUM TSUM ZIL ZIS GAZ MAZ
    KAMAZ ZAGS OVIR MTS OKB NII TSAGI KB VVS PVO VMF GAU GULAG AK AKM TT SKS DSHK RPG PPSH PPS GSFG ATS
    VEF HES NEP KI INO EKU SVR UB StB STB AVH AVO AVB DS UZDAT SB MSW UDBA SIGURIMI SEKURITATE STASI MFS
    HVA VOPO NVA FDJ KPD SPD CDU LPG VEB HO OK TV AM PM AD BC NO MR MRS MS DR ST ID SOS TNT DDT PS CV WC
    MIG TU IL YAK LA AN SU PE MI KV IS BMP BTR BRDM PT ASU SAU JS GP ZSU OT EK MIGS TUS AGITPROP
    COMINTERN COMINFORM INTOURIST POLITBURO KOMSOMOL GOSPLAN ORGBURO NTS UPA OUN AF ROA UNRRA IRO YMCA
    DP DPS RAF USAF CC CHEKA TSK VLKSM OTK NTO RVK GVK MPVO DOSARM ITR FZU RU PTU VUZ VTUZ KMU SMU TETS
    GES GRES APN TSK CK GK VT PPO STO RKKA RKKF RVSN KPP KP NP NSH PNSH ZAS SPS UMGB UKGB OVD GAI MUR
    BKHSS OBKHSS VOKHR ITL BAM GUPVI UPVI NZ GSM BK TZ PTUR ZRK NDR PRL CSR CSSR PZPR KSC SNB BKP RKP
    PRB HNR NVD SHT GSVG SGV TSGV KVO OVO BVF SF TOF CHF DKBF RO PU GPU OO SO KRU TSU KEO GOSBANK RFSFR
    UZ MGK LGU MGU MVTU MEI MAI LETI VIIYA VMA AH PB MTB RTS ROC I II III IV V VI VII VIII IX X XI XII
    XIII XIV XV XX A B C D E F G H J K L M N O P Q R S T U W Y Z
""".split()
)
"""Abbreviations of his world or of everybody's, that are no fault."""

_CAPITALS = re.compile(
    r"(?<![\w.-])(?:[A-Z]{1,4}&[A-Z]{1,3}|[A-Z]/[A-Z]{1,3}|[A-Z]{2,6}/[A-Z]{1,5}|[GSJ]-[1-5]|C[234]I?|"
    r"[A-Z]{2,8})(?:s|es)?"
    r"(?![\w]|[-–]\d|\.\w)"
)
"""Abbreviations; a letter with a number, such as T-54, is a thing's name."""

_TERMS = Phrases(
    """
    tradecraft
    dead (drop*|letter drop*|letter box*)
    live (drop|drops|letter box*)
    brush (pass|passes|contact|contacts)
    (cut-out|cut-outs|cutout|cutouts)
    (safe-house|safe-houses|safehouse*)
    (exfil|exfiltrat*|infil|infiltration route*)
    (case officer*|handling officer*|desk officer brief)
    (dangle|dangles|walk-in|walk-ins)
    (cold|hot|warm) pitch*
    (pitch|pitched) (by|you|him|to|them)
    the pitch
    (false flag|honey trap*|honey pot*|honeytrap*|swallow operation*)
    (sleeper|sleepers) !(car|cars|train|compartment|berth|on the|under the|for the|of|in the track)
    (a|the|their|any|our|his|that) (mole|moles) !(hill|skin)
    (our|their|your|his|any|other|human|technical|penetration|recruited|an|controlled|intelligence|double|
        local|these|agent|key) (asset|assets) !(of the (bank|firm|plant|company|works))
    the assets (in|at|of your (section|service|rezidentura|station))
    (order|orders) of battle
    essential elements
    collection (requirement*|plan*|priorit*|gap*|effort|target*)
    intelligence (requirement*|product*|cycle|take)
    bona fides
    cover for (status|action)
    cover (mechanism|stop|within cover)
    (backstop*|back-stopped|back-stopping|pocket litter|flaps and seals|black bag)
    (surveillance detection|detection route*|counter-surveillance|dry-cleaning run*)
    (access|support|principal) (agent|agents)
    (agent|agents) (of influence|handling|handler*)
    (sub-source*|subsource*|stay-behind*|blow-back|blowback)
    source (validation|description|protection|protect)
    (burn notice|burned agent*|blown agent*|blown cover|blown network)
    (were|was|been|got|get) blown !(up|down|over|away|out|open|off)
    (compartmented|compartmentation|compartmentalis*|compartmentaliz*)
    (need-to-know basis|eyes only|clearance level*|classification guide|chain of custody)
    cleared for (secret|top|access|what|which|sensitive|classified)
    raw (take|intelligence|intel|product)
    the take
    intel
    finished intelligence
    (debriefing|debriefed|debrief|debriefer|debriefers) [requirement*|guide|team]
    (recce|commo|opsec|comsec|sitrep*|psyops|psy-ops|psywar|op-tempo|wetwork|wet-work)
    (comms|ops) !room
    (covert action|black ops|black propaganda|grey propaganda|special ops)
    (the|an|this|that|your|our|each|any|which) op
    (table|tables) of (organisation|organization|equipment)
    (force (multiplier*|structure|posture|level*)|throw-weight|circular error|kill (chain|ratio|
        probability|box)|counterforce|countervalue)
    (first-strike|second-strike) (capability|force*)
    (target|targeting) (folder*|package*|set)
    (logistics|logistic) (tail|train|footprint)
    tooth-to-tail
    readiness (state|condition|category|posture)
    sortie (rate*|generation)
    (fire control solution|forward edge|main supply route*|lines of communication|line of communication|
        phase line*|area of operations|beaten zone|basic load|unit of fire)
    electronic (order|warfare|countermeasures|support measures)
    (pulse repetition|signature data|signature analysis|burst transmission*|telemetry intercept*)
    (biographic leverage|vulnerability assessment*|recruitment cycle|spotting and assessing|developmental|
        asset validation)
    (in-place (source*|agent*|defector*)|defector-in-place|recruit* in place|recruitment in place)
    (playback|play-back|barium meal|chickenfeed|chicken-feed|active measures desk)
    (roll|rolled|rolling) up (the|of|your|a) (net|network|ring)
    (legal resident*|illegal support|letter of instruction|concealment device*|cryptonym*|crypto|
        bigot list)
    (hard|soft) target !(range|practice)
    denied area*
    (talent|agent) spott*
    support asset*
    (combat readiness|readiness) (category|state|condition)
    (station chief|chief of station)
    (polygraph*|flutter|fluttered|the box test)
    threat (matrix|assessment*|picture|vector*)
    (indicators and warning*|indications and warning*|national estimate*)
    (throughput|turnaround time|singleton|singletons)
    (to|with|by|through) liaison
    liaison service*
    (fallback|fallbacks|fall-back) !(position*|line)
    (declared to|undeclared officer*)
    (walk|run|talk) (me|us) through (the|your) (tradecraft|op|comms|legend build*)
    """
)
"""Terms of Western services and staffs; his own service's (rezident, legend, cipher) are none."""


def find(question: Question) -> Iterator[Fault]:
    """Abbreviations in capitals that are not of his own world, and terms of our trade."""
    text = question.text
    spans = [] if _all_capitals(text) else [found.span() for found in _CAPITALS.finditer(text)]
    taken = [(start, end) for start, end in spans if not _known(text[start:end])]
    taken += [
        (start, end)
        for start, end in _TERMS.all(text, 0, len(text))
        if not any(start < other_end and other_start < end for other_start, other_end in taken)
    ]
    for start, end in sorted(taken):
        instead = instead_of(text[start:end])
        why = f"He may not know this term; say for example “{instead}”." if instead else ""
        yield RULE.broken(question.given, start, end, why)


def instead_of(term: str) -> str:
    """Plain words for a term; "" when there are none that fit every sentence."""
    return PLAIN.get(term) or PLAIN.get(term.lower().replace("-", " "), "")


def _all_capitals(text: str) -> bool:
    return not any(letter.islower() for letter in text)


def _known(word: str) -> bool:
    return {word, word.upper(), word.removesuffix("s")} & _HIS_OWN != set()

"""Officers' abbreviations and trade terms that he cannot know from his own work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import pattern
from assistant.wording.reading import Question

RULE = Rule(
    "jargon",
    "It is our own trade's word, not his; say the thing in plain words.",
    "Payne, The Art of Asking Questions (1951)",
)

PLAIN = {
    "TO&E": "table of men and equipment",
    "TOE": "table of men and equipment",
    "SIGINT": "listening to radio signals",
    "COMINT": "listening to other people's messages",
    "ELINT": "listening to radar signals",
    "HUMINT": "information from people",
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
    "cut-out": "go-between",
    "cut-outs": "go-betweens",
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
    """KGB GRU NKVD NKGB MVD MGB OGPU GPU VCHK SMERSH USSR RSFSR SSSR CPSU VKP KPSS TASS GDR DDR FRG BRD SED UN UNO USA US UK GB EU NATO BBC RIAS RFE
    VOA CIA FBI MI5 MI6 DOSAAF GUM TSUM ZIL ZIS GAZ MAZ KAMAZ ZAGS OVIR MTS OKB NII TSAGI KB VVS PVO VMF GAU GULAG AK AKM TT SKS DSHK RPG PPSH PPS GSFG
    ATS VEF HES NEP KI INO EKU SVR UB StB STB AVH AVO AVB DS UZDAT SB MSW UDBA SIGURIMI SEKURITATE STASI MFS HVA VOPO NVA FDJ KPD SPD CDU LPG VEB HO
    OK TV AM PM AD BC NO MR MRS MS DR ST ID SOS TNT DDT PS CV WC MIG TU IL YAK LA AN SU PE MI KV IS BMP BTR BRDM PT ASU SAU JS GP ZSU OT EK MIGS TUS
    AGITPROP COMINTERN COMINFORM INTOURIST POLITBURO KOMSOMOL GOSPLAN ORGBURO NTS UPA OUN AF ROA UNRRA IRO YMCA DP DPS RAF USAF CC CHEKA TSK
    I II III IV V VI VII VIII IX X XI XII XIII XIV XV XX A B C D E F G H J K L M N O P Q R S T U W Y Z""".split()
)
_CAPITALS = re.compile(r"(?<![\w.-])(?:[A-Z]{1,4}&[A-Z]{1,3}|[A-Z]/[A-Z]{1,3}|[A-Z]{2,6}/[A-Z]{1,5}|[GSJ]-[1-5]|[A-Z]{2,8})(?:s|es)?(?![\w]|[-–]\d|\.\w)")
_TERMS = pattern(
    r"\b(?:trade-?craft|dead[- ](?:letter )?drops?|dead[- ]letter box(?:es)?|brush[- ](?:pass(?:es)?|contacts?)|cut-?outs?|safe[- ]?houses?|live (?:drops?|letter box(?:es)?)|exfil(?:tration|trate[ds]?|trating)?|infil\b|case officers?|"
    r"dangles?|walk-ins?|(?:cold|hot|warm) pitch\w*|pitch(?:ed)? (?:by|you|him|to)|the pitch\b|false[- ]flag|honey ?(?:trap|pot)s?|swallow operation|sleepers?(?! (?:car|train|compartment|berth|on the|under the|beneath|for the|of))\b|moles?\b(?= in| inside| at|\?| within|s? (?:in|inside|within))|"
    r"(?:our|their|your|his|an|any|other|human|technical|penetration|recruited|the|as an|of|controlled|intelligence|double|local|these) assets?\b(?! of the (?:bank|firm|plant|company))|orders? of battle|essential elements|collection (?:requirements?|plan|priorit\w+|gaps?|effort|target)|intelligence requirements?|"
    r"bona fides|cover (?:for (?:status|action)|story line|mechanism|stop)|back-?stop(?:ped|ping|s)?|pocket litter|flaps and seals|black bag|surveillance detection|counter-?surveillance (?:run|route)|detection route|dry[- ]clean(?:ing|ed)? (?:run|route)|"
    r"access agents?|agents? of influence|agent handling|agent handlers?|support agents?|principal agents?|sub-?sources?|source (?:validation|description|protection)|stay-behinds?|blow-?back|burn(?:ed)? notice|compartment(?:ed|ation|alised|alized|mentation)?\b(?! (?:on|of) the train)(?=\w* (?:information|access|system|project|material|were|was|rules))|compartmentation|"
    r"need-to-know|eyes only|cleared for (?:secret|top|access|what|which|sensitive|classified)|clearance levels?|classification guide|raw (?:take|intelligence|intel|product)|the take\b|take from|intel\b|finished intelligence|product line|debrief(?:ing|ed)? (?:requirement|guide|team)|"
    r"recce|comms?\b(?! room)|commo\b|opsec|comsec|sitreps?|psy-?ops?|psywar|psych(?:ological)? ops|covert action|black (?:ops|propaganda)|grey propaganda|wet ?work|special ops|paramilitary assets|ops (?:room|officer|tempo|centre|center|plan|side)|op-?tempo|"
    r"table of organi[sz]ation|tables of organi[sz]ation|force (?:multiplier|structure|posture|levels?)|throw[- ]?weight|circular error|kill (?:chain|ratio|probability)|first[- ]strike capability|second[- ]strike|counterforce|countervalue|target(?:ing)? (?:folder|package|set)|"
    r"logistics? (?:tail|train|footprint)|tooth[- ]to[- ]tail|readiness (?:state|condition|category|posture)|sortie (?:rate|generation)|air defen[cs]e identification|fire control solution|beaten zone|forward edge|main supply route|lines? of communication|phase line|jump-off|area of operations|staging area|"
    r"electronic (?:order|warfare|countermeasures)|pulse repetition|signature (?:data|analysis)|telemetry intercept|burst transmission|squirt|order-of-battle|biographic leverage|vulnerability assessment|recruitment cycle|spotting and assessing|developmental|asset validation|"
    r"in[- ]place (?:source|agent|defector)s?|defector[- ]in[- ]place|recruit(?:ment|ed)? in place|play-?back|barium (?:meal|test)|disinformation campaign|active measures desk|chicken ?feed|roll(?:ed)?[- ]up (?:the|of|your) (?:net|network|ring)|blown (?:agent|cover|operation|network)?|burned agent|"
    r"chain of custody|legal resident|illegal support|letter of instruction|concealment device|one-time link|cryptonyms?|cryptos?\b|hard target|denied area|denied-area|soft target|third-country|third country op|station chief|chief of station|desk officer brief|flap potential|"
    r"dip(?:lomatic)? pouch run|go-?to|debriefers?|polygraph\w*|the box test|flutter(?:ed)?|threat (?:matrix|assessment|picture)|indicators? and warnings?|indications and warning|national estimate|bigot list|kill box|lay-?down|bona-fides|throughput|turnaround time|table of equipment|basic load|unit of fire|circular probable)\b"
)


def find(question: Question) -> Iterator[Fault]:
    """Abbreviations in capitals that are not of his own world, and terms of our trade."""
    text = question.text
    shouting = not any(letter.islower() for letter in text)
    taken: list[tuple[int, int]] = []
    if not shouting:
        taken = [found.span() for found in _CAPITALS.finditer(text) if not _known(found.group())]
    taken += [
        found.span()
        for found in _TERMS.finditer(text)
        if not any(found.start() < end and start < found.end() for start, end in taken)
    ]
    for start, end in sorted(taken):
        instead = PLAIN.get(text[start:end]) or PLAIN.get(text[start:end].lower())
        why = f"He may not know this term; say for example “{instead}”." if instead else ""
        yield RULE.broken(question.given, start, end, why)


def _known(word: str) -> bool:
    return word in _HIS_OWN or word.upper() in _HIS_OWN or (word.endswith("s") and word[:-1] in _HIS_OWN)

"""Forms of verbs: from a list of bases to all forms, and from a past form back to its base."""

from __future__ import annotations

import re

_IRREGULAR = """
    be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|
    bite bit bitten|bind bound bound|bleed bled bled|blow blew blown|break broke broken|breed bred bred|
    bring brought brought|build built built|burn burnt burnt|buy bought bought|catch caught caught|
    choose chose chosen|come came come|cut cut cut|cost cost cost|creep crept crept|deal dealt dealt|
    dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|
    fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|
    fling flung flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
    forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|
    grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|
    hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|
    learn learnt learnt|leave left left|lend lent lent|let let let|lie lied lied|light lit lit|
    lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|put put put|
    quit quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|
    say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|
    sew sewed sewn|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shut shut shut|
    sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slip slipped slipped|speak spoke spoken|
    spend spent spent|split split split|stand stood stood|steal stole stolen|stick stuck stuck|
    strike struck struck|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|
    take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|
    throw threw thrown|understand understood understood|wake woke woken|wear wore worn|weep wept wept|
    win won won|write wrote written|withhold withheld withheld|withdraw withdrew withdrawn|
    overhear overheard overheard|mistake mistook mistaken|undertake undertook undertaken|
    forsake forsook forsaken
"""
_PAST = {
    base: (past, participle)
    for entry in "".join(_IRREGULAR.split("\n")).split("|")
    for base, past, participle in [entry.split()]
}
_BASE = {form: base for base, forms in _PAST.items() for form in forms}

_ENDS_IN_E = frozenset(
    """
    accuse acquire agree announce approve argue arrange arrive assure bribe capture cause cease change
    close compare complete compose conclude confuse continue cure date deceive decide declare decline
    define denounce deprive describe die dine disguise dislike divide divorce dodge double encode
    decode endure engage ensure erase escape evade examine excuse exchange execute expose file fire
    force forge guide hate hire hope imagine improve include induce inquire inspire interfere invite
    issue judge like live love lure manage measure move name note notice observe operate organise
    outline persuade phone place pledge prepare produce promise prove provide provoke pursue raise
    realise receive recognise refuse release relieve remove replace require rescue reserve resolve
    retire rule sabotage save seize separate serve settle share shave smoke solve stage state store
    suppose surprise survive taste telephone tie tire trace trade translate type urge use value vote
    wade waste welcome
    """.split()
)
_SINGLE = frozenset(
    "visit open offer enter happen listen order suffer remember answer discover gather".split()
)
"""Two syllables, the first stressed: what follows is added without doubling."""

_DOUBLED = frozenset(
    "admit cancel commit compel control equip expel kidnap label occur omit patrol permit prefer "
    "quarrel rebel refer signal submit transfer transmit travel".split()
)


def forms(base: str) -> tuple[str, ...]:
    """Base, past, participle and -ing form; what follows a verb of two words is kept ("hand over")."""
    verb, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _PAST.get(verb, (_regular_past(verb), _regular_past(verb)))
    also = [_regular_past(verb)] if verb in ("burn", "learn") else []
    return tuple(sorted({form + tail for form in (verb, past, participle, _ing(verb), *also)}))


def base_of(past: str) -> str:
    """The base of a past form; "" when spelling alone does not tell it."""
    form = past.lower()
    if form in _BASE:
        return _BASE[form]
    if form[:-1] in _ENDS_IN_E:
        return form[:-1]
    if form.endswith("ied"):
        return form[:-3] + "y"
    if not form.endswith("ed"):
        return ""
    stem = form[:-2]
    if stem in _SINGLE or stem == "add" or stem.endswith("ss"):
        return stem
    if re.search(r"(?:at|ut|iz|c|v|s)$", stem):
        return stem + "e"
    if re.search(r"([bdgmnprt])\1$", stem) or stem[:-1] in _DOUBLED:
        return stem[:-1]
    return stem if re.search(r"[^aeiou]{2}$|[aeiou]{2}[^aeiou]$|[wxy]$", stem) else ""


def _doubles(verb: str) -> bool:
    return verb in _DOUBLED or bool(re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxyh]", verb))


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"

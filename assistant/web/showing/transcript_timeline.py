"""The timeline of what he said and the map of whom he named, drawn for a desk and for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.bona_fides import Checked, Claim
from assistant.bona_fides.pictures import names_map, timeline

DRAWN = 300
"""Statements in one picture: with more nobody sees anything."""

NAMED = 40
"""People in the map: those named most."""

_WIDE, _NARROW = 1040, 350


def drawn(checked: Checked) -> str:
    """Both pictures, of which the style sheet shows one; where much was said, of what bears on the points."""
    dated = [each for each in checked.claims if each.when]
    few = _few(checked, dated)
    shown = replace(checked, claims=tuple(few))
    says = (
        f'<p class="hint">{len(few):,} of {len(dated):,} dated statements are drawn: those of the points, '
        "those that fill a time, and the earliest told. All are under “By topic” and in the files.</p>"
        if len(few) < len(dated)
        else ""
    )
    return (
        f'{says}<div class="check-timeline"><div class="wide">{timeline(shown, width=_WIDE)}</div>'
        f'<div class="narrow">{timeline(shown, width=_NARROW)}</div></div>'
        f"{_named(checked)}"
    )


def _named(checked: Checked) -> str:
    """Whom he names in which session; nothing where he names nobody."""
    if not checked.people:
        return ""
    most = dict(sorted(checked.people.items(), key=lambda each: -len(each[1]))[:NAMED])
    return (
        '<h3 class="check-names">Whom he names</h3><div class="check-timeline">'
        f'<div class="wide">{names_map(checked, most, width=_WIDE)}</div>'
        f'<div class="narrow">{names_map(checked, most, width=_NARROW)}</div></div>'
    )


def _few(checked: Checked, dated: Sequence[Claim]) -> Sequence[Claim]:
    if len(dated) <= DRAWN:
        return dated
    quoted = {(each.file, each.turn) for point in checked.findings for each in (point.first, point.second)}
    by_weight = sorted(
        range(len(dated)),
        key=lambda place: (
            (dated[place].file, dated[place].turn) not in quoted,
            not ((when := dated[place].when) and when.whole),
        ),
    )
    return [dated[place] for place in sorted(by_weight[:DRAWN])]

"""The timeline of what he said, drawn for a desk and for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.bona_fides import Checked, Claim
from assistant.bona_fides.pictures import timeline

DRAWN = 300
"""Statements in one picture: with more nobody sees anything."""

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

"""The strip above the box to write in: the session's clock, whether it stands still, and who stopped it."""

from __future__ import annotations

from datetime import datetime

from assistant.mock import Scenario
from assistant.mock.kept import LONGEST_WAIT, KeptRun, Seat
from assistant.web.showing.escaping import plain


def standing(id: str, kept: KeptRun, scenario: Scenario, seat: Seat, now: datetime) -> str:
    """``id`` is the run's. The page's script moves the clock on from what stands here."""
    stands = "ended" if kept.ended else "paused" if kept.paused else "going"
    return (
        f'<div class="mock-standing" data-stands="{stands}"><p class="mock-time">'
        f"{_clock(kept, now)} of {scenario.minutes} minutes</p>"
        f'<p class="mock-why" id="mock-why" role="status">{_why(kept, seat)}</p>'
        f'<div class="mock-do">{_to_do(id, kept, seat)}</div></div>'
    )


def in_minutes(minutes: float) -> str:
    """Minutes and seconds, as a clock shows them."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def _clock(kept: KeptRun, now: datetime) -> str:
    said = kept.minutes
    shown = said if kept.ended else said + kept.waiting(now)
    return (
        f'<b class="session-clock" data-session="{shown * 60:.1f}" '
        f'data-most="{(said + LONGEST_WAIT) * 60:.1f}">{in_minutes(shown)}</b>'
    )


def _why(kept: KeptRun, seat: Seat) -> str:
    if kept.ended:
        mine = " What you were writing stays here." if seat == "trainee" else ""
        return f"The run has ended: nothing more is said.{mine}"
    if not kept.paused:
        return ""
    mine = " What you write waits here." if seat == "trainee" else " He can write, but not say it."
    return f"Paused by the {plain(kept.paused_by)}: the clock stands still.{mine}"


def _to_do(id: str, kept: KeptRun, seat: Seat) -> str:
    if kept.ended:
        return (
            f'<button class="take" data-do="open" data-id="{plain(id)}" data-keep="stand">Look at the review'
            "</button>"
        )
    what, says = ("go_on", "Go on") if kept.paused else ("pause", "Pause")
    whose = f'data-do="alter" data-run="{plain(id)}" data-seat="{seat}"'
    end = f'<button class="quiet" {whose} data-what="end">End the run</button>' if seat == "trainer" else ""
    jumps = (
        '<button class="quiet to-fold" data-q="fold" data-fold="plan">Plan</button>'
        '<button class="quiet to-fold" data-q="fold" data-fold="notes">Notes</button>'
        if seat == "trainee"
        else ""
    )
    return f'{jumps}<button class="quiet" {whose} data-what="{what}" data-keep="stand">{says}</button>{end}'

"""The review of a mock debrief: what came and what did not, judgement by judgement, to be overridden."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.knowledge import Library
from assistant.mock import STATES, Review, Run, Turn, TwoStories
from assistant.mock.judging import agreement
from assistant.mock.kept import LONGEST_NOTE, KeptRun
from assistant.web.showing.citations import refs
from assistant.web.showing.escaping import plain, sentence
from assistant.web.showing.mock_standing import in_minutes
from assistant.web.showing.mock_stories import stories

_WIDE, _HIGH, _MARGIN = 320, 92, 12

_PARTS = ("Beginning", "Middle", "End")

_CHANGED = (
    '<p class="mock-changed" role="note">The scenario was changed since; the review is of the run as it was.'
    "</p>"
)

_BECAME = {
    "noticed": "Noticed",
    "missed": "Missed",
    "given away": "Given away",
    "not reached": "Not reached",
}


@dataclass(frozen=True)
class Reviewing:
    """What every part of the page needs. ``changed`` says that the scenario is another today."""

    id: str
    kept: KeptRun
    run: Run
    review: Review
    library: Library
    stories: TwoStories | None
    changed: bool


def page(here: Reviewing) -> str:
    """The whole of it."""
    stands, of = agreement(here.run, here.review, here.kept.overrides)
    review = here.review
    notes = (
        f'<section><h3>The trainee’s notes</h3><p class="own-notes" dir="auto">{plain(here.kept.notes)}</p>'
        "</section>"
        if here.kept.notes.strip()
        else ""
    )
    return f"""<div class="mock-view mock-review" data-view="review" data-run="{plain(here.id)}">
<dl class="mock-sums"><div><dt>Learned, by weight</dt><dd>{review.score:.0%}</dd></div>
<div><dt>Lines</dt><dd>{len(here.run.turns)}</dd></div>
<div><dt>Minutes</dt><dd>{in_minutes(here.kept.minutes)}</dd></div>
<div><dt>Agreement with the automatic coding</dt><dd class="agreement">{stands} of {of}</dd></div></dl>
{_CHANGED if here.changed else ""}
<p class="hint">Counts and quotations. It judges what was said, and nobody’s gift.</p>
<div class="mock-two"><section class="to-keep"><h3>To keep</h3>{_advice(here, "keep")}</section>
<section class="to-change"><h3>To change</h3>{_advice(here, "change")}</section></div>
<section><h3>What was learned</h3>{_learned(here)}</section>
<section><h3>What was missed <small>{len(review.missed)}</small></h3>{_missed(here)}</section>
<section><h3>What cannot wait, and what he must be told</h3>{_told(here)}</section>
<section><h3>The forms of your questions</h3>{_kinds(review)}</section>
<section><h3>How he was treated</h3>{_treatment(here)}</section>
<section><h3>How he felt</h3>{_curves(here)}</section>
<section><h3>What did not fit together</h3>{_cracks(here)}</section>
<section><h3>What he was mistaken about</h3>{_mistaken(here)}</section>
{stories(here.stories) if here.stories else ""}{_slipped_in(here)}{notes}
<section><h3>What was said</h3>{_talk(here)}</section></div>"""


def _slipped_in(here: Reviewing) -> str:
    """Each event with the line before which it came; one that nobody answered stands too."""
    scenario, last = here.run.scenario, here.kept.slipped
    items = [
        f"<li><p>{plain(each.says)}</p><p>Before {_turn(each.turn)}, at {in_minutes(each.minute)}.</p></li>"
        for each in here.review.events
    ]
    items += [
        f"<li><p>{plain(each.says)}</p><p>After the last line.</p></li>"
        for each in scenario.events
        if each.id == last
    ]
    if not items:
        return ""
    return f'<section class="slipped-in"><h3>What was slipped in</h3><ul>{"".join(items)}</ul></section>'


def _judged(here: Reviewing, key: str, inside: str, more: str = "") -> str:
    """A judgement, with the form in which the trainer overrides it; struck with his note where he has."""
    note = here.kept.overrides.get(key)
    marks = f'class="judged{" overridden" if note is not None else ""} {more}" data-judgement="{plain(key)}"'
    if note is not None:
        return (
            f'<li {marks}><p class="sr-only">Overridden by the trainer:</p><div class="what">{inside}</div>'
            f'<p class="override-note"><b>Judged otherwise:</b> <span dir="auto">{plain(note)}</span> '
            f'<button class="quiet" data-do="alter" data-what="take_back" data-id="{plain(key)}">Take back'
            "</button></p></li>"
        )
    return (
        f'<li {marks}><div class="what">{inside}</div><details class="overriding"><summary>Override</summary>'
        f'<form data-do="alter" data-what="override" data-id="{plain(key)}"><label class="sr-only" '
        f'for="o-{plain(key)}">Why you judge otherwise</label><input id="o-{plain(key)}" name="note" '
        "required "
        f'maxlength="{LONGEST_NOTE}" dir="auto" placeholder="Why you judge otherwise">'
        '<button type="submit" class="quiet">Keep</button></form></details></li>'
    )


def _list(items: Iterable[str], none: str) -> str:
    listed = "".join(items)
    return f'<ul class="judgements">{listed}</ul>' if listed else f'<p class="empty-line">{none}</p>'


def _turn(number: int) -> str:
    if not number:
        return ""
    return f'<button class="turn-link" data-q="turn" data-turn="{number}">line {number}</button>'


def _words(words: str) -> str:
    return f'<p class="words-of"><q dir="auto">{plain(words)}</q></p>' if words else ""


def _advice(here: Reviewing, name: str) -> str:
    advice = here.review.keep if name == "keep" else here.review.change
    return _list(
        (
            _judged(
                here,
                f"{name}/{each.key}",
                f"<p>{plain(each.says)} {_turn(each.turn)}</p>{_words(each.words)}",
            )
            for each in advice
        ),
        "Nothing stands out.",
    )


def _learned(here: Reviewing) -> str:
    scenario, told = here.run.scenario, _told_at(here.run)
    weights = {each.id: each.weight for each in scenario.requirements}
    items = []
    for each in here.review.learned:
        came = "".join(
            f'<p class="came"><span class="tag">{how}</span> '
            + "; ".join(f"{plain(scenario.fact(id).about)} {_turn(told.get(id, 0))}" for id in ids)
            + "</p>"
            for how, ids in (("volunteered", each.volunteered), ("drawn out", each.drawn_out))
            if ids
        )
        share = each.learned / max(1, each.of)
        items.append(
            _judged(
                here,
                f"learned/{each.requirement}",
                f'<p class="bar-head"><b>{plain(each.title)}</b> '
                f"<small>weight {weights[each.requirement]}</small> "
                f'<span class="figure">{each.learned} of {each.of}</span></p><div class="share" role="img" '
                f'aria-label="{share:.0%} learned"><span style="width:{share:.1%}"></span></div>{came}',
            )
        )
    return _list(items, "There was nothing to learn.")


def _told_at(run: Run) -> dict[str, int]:
    return {id: turn.number for turn in run.turns for id in turn.reply.released}


def _missed(here: Reviewing) -> str:
    def one(about: str, weight: int, turn: int, question: str, lacks: str) -> str:
        near = f"Nearest at {_turn(turn)}." if turn else "Never touched."
        short = f" He lacked: {plain(lacks)}." if lacks else ""
        return (
            f"<p><b>{plain(about)}</b> <small>weight {weight}</small></p><p>{near}{short} One way to ask: "
            f"<q>{plain(question)}</q></p>"
        )

    return _list(
        (
            _judged(
                here,
                f"missed/{each.fact}",
                one(each.about, each.weight, each.turn, each.question, each.lacking),
            )
            for each in here.review.missed
        ),
        "Nothing: all that he could tell came.",
    )


def _told(here: Reviewing) -> str:
    warning = here.review.first_warning
    first = "never" if warning is None else f"minute {warning:.0f}"
    items = [_judged(here, "warning/first", f"<p>First word of hostilities: <b>{first}</b></p>")]
    for place, (says, turn) in enumerate(here.review.must_tell.items()):
        when = _turn(turn) if turn else "<b>never</b>"
        items.append(_judged(here, f"told/{place}", f"<p>{plain(says)}: {when}</p>"))
    return _list(items, "")


def _kinds(review: Review) -> str:
    """A bar a third, each form as wide as it is frequent; the words below say the same."""
    rows = []
    for part, counted in zip(_PARTS, review.kinds, strict=False):
        total = sum(counted.values()) or 1
        said = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counted.items()) or "no lines"
        bar = "".join(
            f'<span class="k-{plain(kind)}" style="width:{count / total:.2%}"><i>{count}</i></span>'
            for kind, count in counted.items()
        )
        rows.append(
            f'<div class="third"><b>{part}</b><div class="stack" role="img" aria-label="{part}: {said}">{bar}'
            f"</div></div>"
        )
    kinds = dict.fromkeys(kind for counted in review.kinds for kind in counted)
    legend = "".join(
        f'<span><i class="k-{plain(kind)}"></i>{plain(kind.replace("_", " "))}</span>' for kind in kinds
    )
    return f'<div class="thirds">{"".join(rows)}<p class="legend">{legend}</p></div>'


def _treatment(here: Reviewing) -> str:
    def one(kept: bool, what: str, turn: int, paragraph: str, words: str) -> str:
        mark = "kept" if kept else "missed"
        return (
            f'<p><span class="tag {mark}">{mark}</span> {plain(what)} {_turn(turn)}'
            f"{refs([paragraph], here.library)}</p>{_words(words)}"
        )

    return _list(
        (
            _judged(here, f"treatment/{n}", one(each.kept, each.what, each.turn, each.paragraph, each.words))
            for n, each in enumerate(here.review.treatment)
        ),
        "No line kept or missed the guidance.",
    )


def _curves(here: Reviewing) -> str:
    pictures = "".join(_curve(here.run, key) for key in STATES)
    rows = "".join(
        f"<tr><td>{_turn(turn.number)}</td><td>{plain(change.why)}"
        f"{refs([change.paragraph] if change.paragraph else [], here.library)}</td>"
        f"<td>{_moves(change.by)}</td></tr>"
        for turn in here.run.turns
        for change in turn.reply.changes
    )
    table = (
        '<details class="all-changes"><summary>Every change in words</summary><table><thead><tr>'
        '<th scope="col">Line</th><th scope="col">What</th><th scope="col">How it moved him</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details>"
        if rows
        else ""
    )
    return f'<div class="curves">{pictures}</div>{table}'


def _moves(by: object) -> str:
    moves = by.items() if isinstance(by, dict) else ()
    return plain(", ".join(f"{key.replace('_', '-')} {move:+g}" for key, move in moves))


def _curve(run: Run, key: str) -> str:
    """From 0 to 10 line by line, a dot where a line or an event moved him."""
    values = [run.scenario.state[key], *(getattr(turn.reply.state, key) for turn in run.turns)]
    step = (_WIDE - 2 * _MARGIN) / max(1, len(values) - 1)
    floor = _HIGH - _MARGIN
    at = [(_MARGIN + n * step, floor - value / 10 * (_HIGH - 2 * _MARGIN)) for n, value in enumerate(values)]
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"><title>{plain(says)}</title></circle>'
        for turn, (x, y) in zip(run.turns, at[1:], strict=True)
        if (says := _why(turn, key))
    )
    name = sentence(key.replace("_", "-"))
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
    return (
        f'<figure class="curve"><figcaption><b>{name}</b> <small>{values[0]:g} → {values[-1]:.1f}</small>'
        f'</figcaption><svg viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{name} from {values[0]:g} '
        f'to {values[-1]:.1f} of 10"><path class="floor" d="M{_MARGIN} {floor}H{_WIDE - _MARGIN}M{_MARGIN} '
        f'{_MARGIN}H{_WIDE - _MARGIN}"/><polyline points="{line}"/>{dots}</svg></figure>'
    )


def _why(turn: Turn, key: str) -> str:
    said = [
        f"{change.why} ({change.by[key]:+g}{f', {change.paragraph}' if change.paragraph else ''})"
        for change in turn.reply.changes
        if change.by.get(key)
    ]
    if turn.event and key in ("fear", "suspicion"):
        said.insert(0, f"Slipped in: {turn.event}")
    return f"Line {turn.number}: {'; '.join(said)}" if said else ""


def _cracks(here: Reviewing) -> str:
    return _list(
        (
            _judged(
                here,
                f"crack/{each.crack}",
                f'<p><span class="tag">{_BECAME.get(each.became, plain(each.became))}</span> '
                f"{plain(each.what)} {_turn(each.turn)}</p>",
            )
            for each in here.review.cracks
        ),
        "His story has no cracks.",
    )


def _mistaken(here: Reviewing) -> str:
    return _list(
        (
            _judged(here, f"mistaken/{place}", f"<p>{plain(says)}</p>")
            for place, says in enumerate(here.review.mistaken)
        ),
        "Nothing that he told.",
    )


def _talk(here: Reviewing) -> str:
    scenario = here.run.scenario
    lines = [_spoken("subject", scenario.name, scenario.opening)]
    for turn in here.run.turns:
        lines += _of_turn(here, turn)
    return f'<ol class="mock-talk">{"".join(lines)}</ol>'


def _of_turn(here: Reviewing, turn: Turn) -> Sequence[str]:
    kind = turn.reply.kind.replace("_", " ")
    coded = _judged(here, f"kind/{turn.number}", f'<p><span class="tag">{plain(kind)}</span></p>')
    event = (
        [f'<li class="mock-line event"><p class="words">{plain(turn.event)}</p></li>'] if turn.event else []
    )
    return [
        *event,
        f'<li class="mock-line by-trainee" data-turn="{turn.number}" tabindex="-1"><p class="who">'
        f'<b dir="auto">{plain(here.kept.trainee)}</b> <small>line {turn.number}, '
        f"{in_minutes(turn.minute)}</small></p>"
        f'<p class="words" dir="auto">{plain(turn.question)}</p>'
        f'<ul class="judgements coded">{coded}</ul></li>',
        _spoken("subject", here.run.scenario.name, turn.shown),
    ]


def _spoken(who: str, name: str, words: str) -> str:
    return (
        f'<li class="mock-line by-{who}"><p class="who"><b>{plain(name)}</b></p>'
        f'<p class="words" dir="auto">{plain(words)}</p></li>'
    )

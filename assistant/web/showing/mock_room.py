"""Mock debriefs: the scenarios and runs to choose from, and the room in which one is held.

What the subject feels stands nowhere here: the trainee has to hear it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import datetime

from assistant.handling import Reminder
from assistant.knowledge import Library
from assistant.mock import Run, Scenario
from assistant.mock.kept import LONGEST_LINE, LONGEST_NAME, LONGEST_NOTES, KeptRun
from assistant.store import ContentSummary, PlanSummary
from assistant.web.showing.citations import refs
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon
from assistant.web.showing.mock_plan import choice
from assistant.web.showing.mock_standing import in_minutes
from assistant.web.showing.questionnaires import kept_line

SAYS = '<p id="mock-says" class="wrong" role="alert"></p>'
"""Where an error is said."""


def home(
    scenarios: Iterable[Scenario],
    runs: Sequence[ContentSummary],
    plans: Sequence[PlanSummary],
    now: datetime,
    deleted: str,
    own: Container[str] = (),
    has_model: bool = False,
) -> str:
    """The scenarios as cards, and the runs so far; ``own`` are the ids of those that were written here."""
    cards = "".join(f"<li>{_card(each, plans, each.id in own, has_model)}</li>" for each in scenarios)
    undo = ""
    if deleted:
        undo = (
            '<div class="undo" role="status"><span>Run deleted.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(deleted)}">Undo</button></div>'
        )
    listed = (
        f'<ul class="conversations">{"".join(kept_line(each, False, now) for each in runs)}</ul>'
        if runs
        else '<p class="empty-line">Runs will be listed here.</p>'
    )
    return f"""<div class="mock-view mock-home" data-view="home"><div class="welcome">
<h2>Practise on a subject who answers</h2>
<p>Each has a story that he tells in part. What he feels about how he is treated decides what comes. At the
end stands a review with the lines that it speaks of.</p></div>
<div class="mock-home-parts"><section class="mock-scenarios"><header><h3>Scenarios</h3>
<button class="quiet" data-q="write">Write a scenario</button></header>
<ul class="mock-cards">{cards}</ul></section>
<section class="mock-runs"><header><h3>Runs so far</h3>
<button class="quiet" data-do="go" data-view="desk">Trainer’s desk</button></header>{undo}{listed}</section>
</div></div>"""


def _card(scenario: Scenario, plans: Sequence[PlanSummary], own: bool, has_model: bool) -> str:
    id = plain(scenario.id)
    plan = f"<label>Plan beside the talk {choice(plans)}</label>" if plans else ""
    voiced = _VOICED if has_model else ""
    yours = ' · <span class="tag">yours</span>' if own else ""
    return f"""<article class="mock-card" data-scenario="{id}"><h4>{plain(scenario.title)}</h4>
<p class="hint"><span class="tag">{plain(scenario.difficulty)}</span> {scenario.minutes} minutes{yours}</p>
<p class="setting">{plain(scenario.setting)}</p>
<details class="beginning"><summary class="take">Begin</summary>
<form data-do="begin" data-scenario="{id}">
<label>Who practises <input name="trainee" required maxlength="{LONGEST_NAME}" autocomplete="off"
dir="auto"></label>
{plan}{voiced}
<details class="seed"><summary>Seed</summary><label>The same seed and the same
lines at the same pace give the same answers
<input name="seed" value="1" inputmode="numeric" pattern="[0-9]{{1,6}}"></label></details>
<button type="submit" class="primary"><span>Begin</span></button></form></details></article>"""


_VOICED = """<label class="check"><input type="checkbox" name="voiced"> The language model words his answers;
what it adds or leaves out is not shown</label>"""


def title(name: str, kept: KeptRun, scenario: Scenario) -> str:
    """The run's title, and what can be done with the whole."""
    if kept.ended:
        clock = f"ended at {in_minutes(kept.minutes)}"
        acts = """<button class="quiet" data-do="file" data-format="docx">Word</button>
<button class="quiet" data-do="file" data-format="pdf">PDF</button>
<button class="quiet" data-do="file" data-format="json">JSON</button>
<button class="quiet" data-do="go" data-view="desk">Trainer’s desk</button>"""
    else:
        clock = plain(scenario.name)
        acts = '<button class="take" data-do="alter" data-what="end">End and review</button>'
    return f"""<div class="mock-title"><div><h2 tabindex="-1" dir="auto">{plain(name)}</h2>
<div class="mock-clock"><span dir="auto">{plain(kept.trainee)}</span> {_trainee(kept)} · {clock}</div></div>
<div class="mock-acts">{acts}<button class="quiet" data-do="go" data-view="home">All runs</button></div>
</div>"""


def _trainee(kept: KeptRun) -> str:
    return f"""<details class="mock-menu"><summary aria-label="Change the trainee’s name"
title="Change the name">{icon("edit")}</summary><form data-do="alter" data-what="trainee"><label>Who practises
<input name="text" value="{plain(kept.trainee)}" required maxlength="{LONGEST_NAME}" dir="auto"></label>
<button type="submit" class="quiet">Keep</button></form></details>"""


def room(id: str, kept: KeptRun, run: Run) -> str:
    """The setting and the talk."""
    scenario = run.scenario
    return (
        f'<div class="mock-view" data-view="room" data-run="{plain(id)}" data-mark="{plain(kept.mark)}" '
        f'data-trainee="{plain(kept.trainee)}" data-subject="{plain(scenario.name)}">'
        '<details class="mock-setting"'
        f"{'' if kept.lines else ' open'}><summary>The setting</summary><p>{plain(scenario.setting)}</p>"
        f"</details>{talk(kept, run)}</div>"
    )


def talk(kept: KeptRun, run: Run) -> str:
    """What was said so far, and what was slipped in."""
    scenario = run.scenario
    events = {each.id: each.says for each in scenario.events}
    lines = [_line("subject", scenario.name, scenario.opening)]
    for line, turn in zip(kept.lines, run.turns, strict=True):
        if turn.event:
            lines.append(_event(turn.event))
        lines.append(_line("trainee", kept.trainee, line.line, line.id, turn.minute))
        lines.append(_line("subject", scenario.name, turn.shown))
    if kept.slipped:
        lines.append(_event(events.get(kept.slipped, "")))
    return f'<ol class="mock-talk" aria-label="What is said" aria-live="polite">{"".join(lines)}</ol>'


def _line(who: str, name: str, words: str, id: str = "", minute: float | None = None) -> str:
    named = f' data-id="{plain(id)}"' if id else ""
    when = "" if minute is None else f" <small>{in_minutes(minute)}</small>"
    return (
        f'<li class="mock-line by-{who}"{named}><p class="who"><b dir="auto">{plain(name)}</b>{when}</p>'
        f'<p class="words" dir="auto">{plain(words)}</p></li>'
    )


def _event(says: str) -> str:
    return f'<li class="mock-line event"><p class="words">{plain(says)}</p></li>'


def composer() -> str:
    """The box to write in; the page's script fills it with what was being typed."""
    return f"""<form id="mock-form" autocomplete="off" novalidate><div class="composer-row">
<textarea name="text" rows="1" maxlength="{LONGEST_LINE}" dir="auto" aria-label="What you say to him"
aria-describedby="mock-why" placeholder="What you say to him"></textarea><button type="submit"
class="primary"><span>Say</span></button>
</div><p class="keys"><kbd>Enter</kbd> says it <kbd>Shift Enter</kbd> new line</p></form>"""


def notes(kept: KeptRun) -> str:
    """The trainee's own notes; they are kept while he types."""
    return f"""<details class="mock-fold mock-notes" data-fold="notes"><summary><h3>Your notes</h3></summary>
<textarea id="mock-notes-text" aria-label="Your notes" maxlength="{LONGEST_NOTES}" dir="auto"
placeholder="For yourself; they are kept with the run">{plain(kept.notes)}</textarea></details>"""


def reminders(found: Sequence[tuple[str, Reminder]], library: Library) -> str:
    """What the trainee's last lines call for; whether they are shown is the page's."""
    cards = "".join(
        f'<li class="reminder"><h4>{plain(each.name)}</h4><p class="trigger"><q dir="auto">{plain(line)}</q>'
        f'</p><p class="advice">{plain(each.advice)} '
        f"{refs([cited.id for cited in each.citations], library)}</p></li>"
        for line, each in found
    )
    listed = f"<ol>{cards}</ol>" if cards else '<p class="hint">Nothing to mind right now.</p>'
    return (
        '<section class="mock-reminders"><h3><label><input type="checkbox" data-q="reminders" checked> '
        f'Live reminders</label></h3><div class="shown" aria-live="polite">{listed}</div></section>'
    )


def gone(says: str) -> str:
    """In place of a run that cannot be shown."""
    return (
        f'<div class="mock-view" data-view="gone"><div class="empty"><p class="empty-title">{plain(says)}</p>'
        '<p><button class="chip" data-do="go" data-view="home">All runs</button></p></div></div>'
    )

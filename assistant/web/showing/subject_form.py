"""The form for a subject and a session, and the invented subjects to begin from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.questionnaires import STAGES, SUBJECTS, USUAL_MINUTES, Agency, SubjectProfile
from assistant.web.showing.escaping import plain, sentence
from assistant.web.subject_form import Filled

_YES_NO = (("yes", "Yes"), ("no", "No"), ("", "Not known"))


def home(examples: Mapping[str, SubjectProfile]) -> str:
    """What an empty tab shows."""
    each = "".join(_example(name, profile) for name, profile in examples.items())
    return f"""<div class="plan-view plan-home" data-view="home"><div class="welcome">
<h2>Plan a session</h2>
<p>Say what is known of the subject and which agencies have an interest: you get one questionnaire that puts
each question once, in the order the directives ask for, within the time there is. Every question names who
wants it and the paragraph it rests on, and stays yours to change.</p>
<div class="beginnings"><button class="begin" data-do="go" data-view="subject"><b>Start from nothing</b>
<span>An empty form. Leave out what is not known.</span></button>
<label class="begin bring"><b>Bring a plan</b><span>A file from here (JSON), or any XLSForm (.xlsx).</span>
<input type="file" class="sr-only" data-bring accept=".json,.xlsx,application/json"></label></div>
<section><h3>Or try it with an invented subject</h3><div class="beginnings">{each}</div></section>
</div></div>"""


def _example(name: str, profile: SubjectProfile) -> str:
    has = [
        "papers brought" if profile.documents_brought else "",
        "family behind" if profile.family_behind else "",
        "recalled" if profile.recalled else "",
    ]
    about = ", ".join(part for part in (profile.nationality, *has) if part)
    return (
        f'<button class="begin" data-do="go" data-view="subject" data-example="{plain(name)}">'
        f"<b>{plain(sentence(profile.post or profile.name))}</b>"
        f"<span>“{plain(profile.name)}”: {plain(about)}</span></button>"
    )


def form(
    filled: Filled,
    tags: Iterable[str],
    agencies: Sequence[Agency],
    plan: str = "",
    locked: int = 0,
    example: str = "",
) -> str:
    """The form. ``plan`` is the id of the plan to be built anew, of which ``locked`` questions will stay."""
    again = bool(plan)
    head = (
        f"<h2>The subject and the session</h2><p>Building anew keeps what is locked "
        f"({_counted(locked, 'question')}), your own questions among it; everything else is chosen again.</p>"
        if again
        else "<h2>A new plan</h2><p>Every entry is optional. What is not known stays unknown, and the plan "
        "says what must be settled before a question is put.</p>"
    )
    return f"""<div class="plan-view" data-view="subject" data-plan="{plain(plan)}" data-from="{
        plain(example)
    }">
<form id="subject" autocomplete="off" novalidate><header class="form-head">{head}</header>
<div class="form-columns"><div class="form-column">
<fieldset><legend>Who he is</legend><div class="fields">
{_text("cover_name", "Cover name", filled.cover_name, "never his own")}
{_text("nationality", "Nationality", filled.nationality)}
{_text("service", "Service", filled.service, "KGB, GRU, MFA, Army …")}
{_text("rank", "Rank", filled.rank)}
{_text("post", "Post", filled.post, "as he says it: cipher clerk of an embassy", wide=True)}
<p class="reading wide" data-reading role="status"></p>
{_kind(filled.kind)}
{_text("languages", "Languages", filled.languages, "Russian, some French")}
</div></fieldset>
<fieldset><legend>Where he was</legend><div class="fields">
<label class="field wide"><span class="name">One place a line: place, from, to</span>
<textarea name="places" rows="4" maxlength="8000" dir="auto"
placeholder="Kharkov, 1919, 1938&#10;Moscow, September 1938, spring 1945">{
        plain(filled.places)
    }</textarea></label>
<div class="remarks-here wide" data-remarks role="status"></div>{_wrong("places")}</div></fieldset>
</div><div class="form-column">
<fieldset><legend>What bears on the talk</legend><div class="fields">
{_yes_no("papers", "Papers brought", filled.papers)}
{_area("which_papers", "Which", filled.which_papers, "a notebook; two telegrams", 1)}
{_yes_no("family", "Close family behind", filled.family)}
{_area("which_family", "Who and where", filled.which_family, "wife and a son; a sister in Riga", 1)}
{_yes_no("recalled", "Recalled before he left", filled.recalled)}
{_area("motive_stated", "Why he came, in his own words", filled.motive_stated)}
{_area("state", "How he is", filled.state)}
</div></fieldset></div></div>
<fieldset><legend>What he could see</legend>
<div class="picks" role="group" aria-label="Access">{
        _picks("access", ((tag, tag, "") for tag in tags), filled.access)
    }
</div>{
        _text(
            "more_access",
            "Other access, in his own words",
            filled.more_access,
            "the harbour office; the minister's diary",
        )
    }</fieldset>
<fieldset><legend>The session</legend>
<div class="field"><span class="name" id="agencies-name">Agencies that have an interest</span>
<div class="picks" role="group" aria-labelledby="agencies-name">
{_picks("agencies", ((each.id, each.name, each.id) for each in agencies), filled.agencies)}
<span class="all-none"><button type="button" class="quiet" data-all="agencies">All</button>
<button type="button" class="quiet" data-none="agencies">None</button></span></div></div>
<div class="session-row"><div class="field"><span class="name" id="stage-name">Stage</span>
<div class="segments stages" role="radiogroup" aria-labelledby="stage-name">{
        _stages(filled.stage)
    }</div></div>
{_number("minutes", "Minutes in all", filled.minutes, 10, 3000, 5)}
{_number("sessions", "Sessions", filled.sessions, 1, 20, 1)}</div>
{_wrong("minutes")}{_wrong("sessions")}
<label class="field file"><span class="name">Former sessions, if there were any</span>
<input type="file" name="former" multiple accept=".json,.txt,.md,text/plain,application/json">
<span class="hint">Answers as JSON, or a transcript with Q: and A: lines. What he answered is not asked
again; what he brought up himself is followed up. Several are taken in order of name.</span></label>
</fieldset>
<footer class="form-foot"><p class="wrong" data-wrong="" role="alert"></p>
<button type="submit" class="primary"><span>{"Build anew" if again else "Build the plan"}</span></button>
<p class="keys"><kbd>Ctrl</kbd> <kbd>Enter</kbd> builds</p>
<p class="unbuilt" hidden>Changed, not built yet.
<button type="button" class="quiet" data-q="discard">Discard the changes</button></p></footer></form></div>"""


def _text(key: str, name: str, value: str, hint: str = "", wide: bool = False) -> str:
    return (
        f'<label class="field{" wide" if wide else ""}"><span class="name">{plain(name)}</span>'
        f'<input type="text" name="{key}" value="{plain(value)}" maxlength="400" dir="auto" '
        f'placeholder="{plain(hint)}"></label>{_wrong(key)}'
    )


def _area(key: str, name: str, value: str, hint: str = "", rows: int = 2) -> str:
    return (
        f'<label class="field wide"><span class="name">{plain(name)}</span>'
        f'<textarea name="{key}" rows="{rows}" maxlength="400" dir="auto" '
        f'placeholder="{plain(hint)}">{plain(value)}</textarea></label>{_wrong(key)}'
    )


def _number(key: str, name: str, value: str, least: int, most: int, step: int) -> str:
    return (
        f'<label class="field"><span class="name">{plain(name)}</span><input type="number" name="{key}" '
        f'value="{plain(value)}" min="{least}" max="{most}" step="{step}" inputmode="numeric"></label>'
    )


def _wrong(key: str) -> str:
    return f'<p class="wrong wide" data-wrong="{key}" role="alert"></p>'


def _kind(chosen: str) -> str:
    options = "".join(
        f'<option value="{plain(kind)}"{" selected" if kind == chosen else ""}>{plain(kind)}</option>'
        for kind in SUBJECTS
    )
    return (
        '<label class="field"><span class="name">Take him as</span><select name="kind">'
        f'<option value="">what his post says</option>{options}</select></label>{_wrong("kind")}'
    )


def _yes_no(key: str, name: str, chosen: str) -> str:
    choices = "".join(
        f'<label><input type="radio" name="{key}" value="{value}"{" checked" if value == chosen else ""}>'
        f"<span>{says}</span></label>"
        for value, says in _YES_NO
    )
    return (
        f'<div class="field wide yes-no"><span class="name" id="{key}-name">{plain(name)}</span>'
        f'<div class="segments" role="radiogroup" aria-labelledby="{key}-name">{choices}</div></div>'
        f"{_wrong(key)}"
    )


def _stages(chosen: str) -> str:
    return "".join(
        f'<label><input type="radio" name="stage" value="{stage}" data-minutes="{USUAL_MINUTES[stage]}"'
        f"{' checked' if stage == chosen else ''}><span>{sentence(stage)}</span></label>"
        for stage in STAGES
    )


def _picks(key: str, each: Iterable[tuple[str, str, str]], chosen: Sequence[str]) -> str:
    """Things to tick: value, name, and a short form beside it."""
    return "".join(
        f'<label class="pick"><input type="checkbox" name="{key}" value="{plain(value)}"'
        f"{' checked' if value in chosen else ''}><span>{plain(name)}"
        f"{f' <small>{plain(short)}</small>' if short else ''}</span></label>"
        for value, name, short in each
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

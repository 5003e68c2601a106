"""The twenty cases as a table, each cell with the paragraph it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.policy import Case, CaseTable, Cell
from assistant.web.showing.escaping import plain, sentence
from assistant.web.showing.timeline import case_anchor, picture


def page(table: CaseTable) -> str:
    remarks = "".join(
        f"<li>{plain(remark.says)} {''.join(_link(id) for id in remark.paragraphs)}</li>"
        for remark in table.remarks
    )
    rows = "".join(_row(case) for case in table.cases)
    return f"""{picture(table.cases)}
<table class="cases"><caption>The twenty defectors of MI5's study of 1948.
Each statement names the paragraph that it rests on.</caption>
<thead><tr><th scope="col">Case</th><th scope="col">Year, place</th><th scope="col">Recalled before</th>
<th scope="col">Exploited</th><th scope="col">What the study tells</th></tr></thead>
<tbody>{rows}</tbody></table>
<details class="remarks"><summary>
Where the study leaves something open or counts differently from itself</summary>
<ul>{remarks}</ul></details>"""


def _row(case: Case) -> str:
    told = (
        ("Reasons", case.reasons),
        ("Approach", case.approach),
        ("Reception", case.reception),
        ("Use", case.use),
        ("Later", case.later),
    )
    story = "".join(_part(name, cells) for name, cells in told if cells)
    place = f'<br><span class="where">{_cell(case.place)}</span>' if case.place else ""
    return f"""<tr id="{case_anchor(case)}" tabindex="-1"><th scope="row"
data-label="Case">{plain(case.name)}</th>
<td data-label="Year, place">{_cell(case.year)}{place}</td><td
data-label="Recalled before">{_cell(case.recalled)}</td>
<td data-label="Exploited">{_cell(case.exploited)}</td>
<td data-label="What the study tells">{story or '<span class="none">nothing more</span>'}</td></tr>"""


def _part(name: str, cells: Sequence[Cell]) -> str:
    said = "".join(f"<li>{_cell(cell)}</li>" for cell in cells)
    return f'<div class="told"><h4>{name}</h4><ul>{said}</ul></div>'


def _cell(cell: Cell) -> str:
    title = f"“{cell.quote}”" + (f" {cell.note}" if cell.note else "")
    return f'<span title="{plain(title)}">{plain(sentence(cell.value))}</span> {_link(cell.paragraph)}'


def _link(id: str) -> str:
    number = id.partition("#")[2]
    return (
        f'<button class="ref" data-do="read" data-id="{plain(id)}" aria-label="Read {plain(id)}">'
        f"{plain(number)}</button> "
    )

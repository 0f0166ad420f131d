"""A comparison as its page shows it, and the addresses that lead to one."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from config.compare.cells import nothing
from config.compare.lines import all_of
from config.compare.suggestions import comparison_address as address_of

register = template.Library()


@register.simple_tag
def comparison_address(rows, found, treaty=None):
    """The address that compares the states of these rows on the day of a filter; empty if it cannot be done."""
    on = found.day if found.day != found.today else None
    return address_of([row.place.iso3 for row in rows], treaty=treaty.slug if treaty else "", on=on)


@register.simple_tag
def compared_lines(block, states):
    """The rows of a table of states compared. Each cell names its state, for screens too narrow for columns."""
    return mark_safe("\n".join(_row(line, states) for line in block.shown))  # noqa: S308 -- escaped where it is made


def _row(line, states):
    mark = f'<span class="cite compare-mark">{escape(line.mark)}</span>' if line.mark else ""
    if line.is_empty:
        said = f"<span>{line.nothing} ({all_of(len(states))})</span>"
        cells = f'<td class="compare-none" colspan="{len(states)}">{said}</td>'
    else:
        cells = "".join(_cell(one, cell, line.nothing) for one, cell in zip(states, line.cells, strict=True))
    return f'<tr class="compare-row-{line.kind}"><th scope="row">{escape(line.heading)} {mark}</th>{cells}</tr>'


def _cell(one, cell, said):
    html = cell.html or nothing(said)
    kind = "" if cell.html else ' class="compare-empty"'
    return f'<td{kind}><span class="compare-who">{escape(one.name)}</span><div>{html}</div></td>'

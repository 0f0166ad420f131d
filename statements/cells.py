"""The HTML of table cells that hold more than plain text. Everything from the record is escaped here."""

from django.utils.html import escape

from statements.enums import StatementKind, Verdict, stance_in_words
from treaties.cells import partial


def links(found, between="; "):
    """Links in a row."""
    return between.join(f'<a href="{escape(link.url)}">{escape(link.name)}</a>' for link in found)


def when_cell(row):
    return partial(row.when)


def title_cell(row):
    """What was said: the title, the quotation, and what it is."""
    statement = row.statement
    title = f'<a href="{row.url}">{escape(statement.title)}</a>'
    words = f"“{escape(statement.quote)}”" if statement.quote else escape(statement.summary)
    css = "statement-quote" if statement.quote else "statement-summary"
    return f'{title}<p class="{css}">{words}</p><p class="cite">{StatementKind(statement.kind).label}</p>'


def issuers_cell(row):
    """All who issued it, and the speaker where there is one."""
    speaker = ", ".join(escape(part) for part in (row.statement.speaker, row.statement.role) if part)
    return links(row.issuers, ", ") + (f'<p class="cite">{speaker}</p>' if speaker else "")


def stance_cell(row):
    return escape(stance_in_words(row.statement.stance, row.statement.regarding))


def justifications_cell(row):
    return _labelled("Justifications", row.justifications)


def sources_cell(row):
    return _labelled("Sources", row.sources)


def _labelled(heading, found):
    """Links that say what they are where a narrow screen shows no column headings."""
    return f'<span class="statement-label">{heading}: </span>{links(found)}' if found else ""


def claim_cell(row):
    """The claim and who makes it, at an address of its own."""
    made_on = f", {row.claim.made_on.text}" if row.claim.made_on else ""
    return (
        f'<span id="{escape(row.claim.key)}">{escape(row.claim.claim)}</span>'
        f'<p class="cite">Claimed in: {escape(row.claim.claimant)}{made_on}</p>'
    )


def verdict_cell(row):
    return f"<b>{Verdict(row.claim.verdict).label}</b>"


def finding_cell(row):
    """The finding, and the way to the page that shows the fact."""
    page = f' <a href="{escape(row.claim.page)}">See the record</a>' if row.claim.page else ""
    return escape(row.claim.finding) + page

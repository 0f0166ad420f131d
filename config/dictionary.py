"""The data dictionary: every list that can be downloaded, its address and the meaning of its columns."""

from typing import Any, NamedTuple

from django.urls import reverse

from casualties.tables import FIGURE_COLUMNS, STANDING_COLUMNS
from config.compare.tables import COMPARISON_COLUMNS
from config.tables import SEARCH_COLUMNS, SOURCE_COLUMNS
from statements.tables import CLAIM_COLUMNS, CODING_COLUMNS, STATEMENT_COLUMNS
from states.tables import COLUMNS as STATE_COLUMNS
from treaties.models import Treaty
from treaties.tables import RECORD_COLUMNS, STATUS_COLUMNS, TREATY_COLUMNS, WITHDRAWAL_COLUMNS


class Table(NamedTuple):
    """A list: its heading, the addresses of its pages without the last slash, and the columns of its downloads."""

    slug: str
    heading: str
    addresses: list[str]
    columns: list[Any]


def tables():
    """Every list of the site, in the order of the navigation."""
    treaties = [treaty.slug for treaty in Treaty.objects.all()]
    of_treaties = {name: [_address(f"treaties:{name}", slug) for slug in treaties] for name in OF_A_TREATY}
    return [
        _table("treaties", "Treaties", [_address("treaties:list")], TREATY_COLUMNS),
        *(_table(name, heading, of_treaties[name], columns) for name, (heading, columns) in OF_A_TREATY.items()),
        _table("states", "States", [_address("states:list")], STATE_COLUMNS),
        _table("statements", "Statements", [_address("statements:list")], STATEMENT_COLUMNS),
        _table("justifications", "Stated justifications", [_address("statements:justifications")], CODING_COLUMNS),
        _table("claims", "Checked claims", [_address("statements:claims")], CLAIM_COLUMNS),
        _table("casualties", "Casualties", [_address("casualties:list")], FIGURE_COLUMNS),
        _table("standing", "Casualties by treaty standing", [_address("casualties:standing")], STANDING_COLUMNS),
        _table("compare", "States compared", [_address("compare")], COMPARISON_COLUMNS),
        _table("sources", "Sources", [_address("sources")], SOURCE_COLUMNS),
        _table("search", "Search", [_address("search")], SEARCH_COLUMNS),
    ]


def _table(slug, heading, addresses, columns):
    return Table(slug, heading, addresses, [column for column in columns if column.exported])


def _address(name, *args):
    return reverse(name, args=args).rstrip("/")


OF_A_TREATY = {
    "status": ("Standing of every state", STATUS_COLUMNS),
    "withdrawals": ("Withdrawals", WITHDRAWAL_COLUMNS),
    "record": ("Record of acts", RECORD_COLUMNS),
}

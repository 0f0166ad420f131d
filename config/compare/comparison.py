"""A whole comparison, built once for the page and its downloads."""

from casualties.comparison import comparable
from config.compare.facts import casualties_block, place_block
from config.compare.lines import Comparison, Part
from config.compare.reasons import reasons_block
from config.compare.rows import compared_states, sides
from config.compare.standing import standing_block
from config.compare.ways import stages_block, votes_block


def comparison_of(found, groups, neighbours):
    """The comparison that a filter asks for; eleven queries at most, however many states."""
    chosen = compared_states(found.chosen, found.on_query)
    figures = comparable([one.state for one in chosen])
    return Comparison(
        chosen,
        [_part(treaty, each, found.day) for treaty, each in sides(chosen, found.treaties, found.day)],
        casualties_block(chosen, figures),
        figures,
        place_block(chosen, groups, neighbours),
    )


def _part(treaty, each, day):
    blocks = {
        "steps towards leaving": stages_block(treaty, each, day),
        "votes in parliament": votes_block(treaty, each),
        "stated justifications": reasons_block(treaty, each),
    }
    standing = standing_block(treaty, each, day)
    there, missing = (
        [block for block in blocks.values() if block],
        [name for name, block in blocks.items() if not block],
    )
    return Part(treaty, [standing, *there], missing)

"""What holds for every chart, whatever it shows."""

import re

from states.charts import FULL, Box, Dot, Line, Steps, Words


def check(chart):
    """A chart says what it shows, of what, from where, and has the same as a table; nothing leaves its frame."""
    assert all((chart.key, chart.title, chart.unit, chart.description, chart.source, chart.columns, chart.rows))
    assert all(link.text for link in chart.source)
    assert all(len(row) == len(chart.columns) and all(isinstance(cell, str) for cell in row) for row in chart.rows)
    assert any(isinstance(mark, Words) and mark.text for mark in chart.marks)
    for mark in chart.marks:
        assert all(0 <= value <= FULL for value in places_of(mark)), mark
        assert all(type(value) is int for value in places_of(mark)), mark
        assert mark.look
    assert chart.height > 0


def places_of(mark):
    """Every coordinate of a mark; of a box the far ends too."""
    if isinstance(mark, Box):
        assert mark.width >= 0
        assert mark.height >= 0
        return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height]
    if isinstance(mark, Line):
        return [mark.x1, mark.y1, mark.x2, mark.y2]
    if isinstance(mark, Steps):
        assert re.fullmatch(r"M\d+ \d+(H\d+V\d+)*H\d+", mark.path)
        return [int(number) for number in re.findall(r"\d+", mark.path)]
    assert isinstance(mark, Dot | Words)
    return [mark.x, mark.y]


def looks(chart, look):
    """The marks of one look, in their order."""
    return [mark for mark in chart.marks if mark.look == look]

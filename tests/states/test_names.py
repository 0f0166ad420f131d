"""Several names in one text."""

import pytest
from django.core.exceptions import ValidationError

from states.names import are_names, names_in


@pytest.mark.parametrize(
    ("text", "names"), [("", []), ("APMBC", ["APMBC"]), ("Mine Ban Treaty|APMBC", ["Mine Ban Treaty", "APMBC"])]
)
def test_names_are_read_one_by_one(text, names):
    are_names(text)
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A|", "no space"),
        ("|A", "no space"),
        ("A||B", "no space"),
        ("A | B", "no space"),
        ("A|–", "no space"),
        ("Mine Ban Treaty|mine-ban treaty", "given twice"),
    ],
)
def test_what_would_be_no_name_or_the_same_again_is_refused(text, reason):
    with pytest.raises(ValidationError, match=reason):
        are_names(text)

"""The tokens of the style sheet: their names, their values in both schemes, what each is for, and their contrasts.

The values are read in tokens.css; what they are for stands here, because readers' browsers need not load it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

#: What each token is for, by group. A test holds the names to those of the style sheet.
PURPOSES: Mapping[str, Mapping[str, str]] = {
    "Grounds, words and lines": {
        "paper": "The ground of every page.",
        "surface": "Fields, and what lies above the page.",
        "mark": "A quiet ground: the clock, a row under the pointer, the target of a link, words found.",
        "ink": "Words, rules, buttons.",
        "quiet": "Words of the second rank: labels, sources, units; the borders of fields.",
        "line": "Hair lines between rows. They carry no meaning of their own.",
        "link": "Links in running text.",
        "focus": "The ring around what the keyboard is at.",
        "problem": "The border and the message of a field that was not understood.",
    },
    "Standings: none a verdict, none alone": {
        "party": "State Party; dotted where a suspension is contested, striped where not yet in force.",
        "withdrawing": "State Party, withdrawal pending; hatched. Also the stretch of time between notice and effect.",
        "withdrawn": "Withdrawn; cross-hatched.",
        "signatory": "Signatory.",
        "none": "Not a party; gaps.",
        "hatching": "Lines drawn over a colour.",
        "dots": "Dots drawn over a colour.",
    },
    "Shades: parts of a whole, where no colour may judge": {
        "shade-1": "Votes in favour; beside them votes against are in the ink of words.",
        "shade-2": "Abstentions, and the way to a notice.",
    },
    "Typefaces: those of the reader’s own device": {
        "sans": "Headings, data, labels and everything one operates.",
        "serif": "What one reads: answers, leads, quotations, notes.",
    },
    "Sizes of type": {
        "step--1": "Tables, labels, sources.",
        "step-0": "Running text; headings of parts.",
        "step-1": "Leads, quotations, headings of the third rank.",
        "step-2": "Headings of the second rank, short answers, titles of charts.",
        "step-3": "The badge of a standing by itself.",
        "step-4": "The title of a page; grows with the screen.",
    },
    "Spaces and the measure": {
        "space-1": "Within a line.",
        "space-2": "Between what belongs together.",
        "space-3": "Between paragraphs.",
        "space-4": "Around what is set apart.",
        "space-5": "Between columns; above a heading of the third rank.",
        "space-6": "Above a part.",
        "space-7": "Above the foot of the page.",
        "measure": "How long a line of running text may become.",
    },
}
#: Drawn over colours only: their contrast with the paper says nothing.
OVER_COLOURS = frozenset({"hatching", "dots"})
PROPERTY = re.compile(r"--(?P<name>[\w-]+):\s*(?P<value>[^;]+);")
BY_SCHEME = re.compile(r"light-dark\(([^,]+),([^)]+)\)")


class Token(NamedTuple):
    """A custom property of the style sheet; `light` and `dark` are the same where the scheme changes nothing."""

    name: str
    light: str
    dark: str
    purpose: str
    #: How colours stand out from the paper, such as "16.1 : 1", in each scheme; empty where that says nothing.
    contrast_in_light: str = ""
    contrast_in_dark: str = ""

    @property
    def is_colour(self) -> bool:
        return self.light.startswith("#")

    @property
    def length(self) -> str:
        """A length that a drawing can have; empty for colours, typefaces and sizes of type."""
        return self.light if self.name.startswith(("space", "measure")) else ""


def tokens(sheet: str) -> dict[str, list[Token]]:
    """The tokens of a style sheet by group. Raises KeyError for one whose purpose is not known, or that is missing."""
    values = {found["name"]: _schemes(found["value"]) for found in PROPERTY.finditer(sheet)}
    if unknown := set(values) - {name for group in PURPOSES.values() for name in group}:
        raise KeyError(f"What these are for is not known: {', '.join(sorted(unknown))}")
    paper = values["paper"]
    return {
        group: [_token(name, values[name], purpose, paper) for name, purpose in purposes.items()]
        for group, purposes in PURPOSES.items()
    }


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, each "#rgb" or "#rrggbb": from 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _token(name: str, schemes: tuple[str, str], purpose: str, paper: tuple[str, str]) -> Token:
    light, dark = schemes
    if not light.startswith("#") or name == "paper" or name in OVER_COLOURS:
        return Token(name, light, dark, purpose)
    ratios = [f"{contrast(colour, ground):.1f} : 1" for colour, ground in zip(schemes, paper, strict=True)]
    return Token(name, light, dark, purpose, *ratios)


def _schemes(value: str) -> tuple[str, str]:
    """The value in light and in dark."""
    found = BY_SCHEME.fullmatch(value)
    return (found[1].strip(), found[2].strip()) if found else (value.strip(), value.strip())


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[at : at + 2] for at in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

"""How running text writes small numbers and begins a sentence. Pure: no database, no clock."""

WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def in_words(number: int) -> str:
    """How many of something, before its noun: "no", "one", "twelve"; above twelve in digits."""
    return WORDS[number] if number < len(WORDS) else f"{number:,}"


def with_capital(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is: "the United Kingdom …" begins a sentence."""
    return text[:1].upper() + text[1:]

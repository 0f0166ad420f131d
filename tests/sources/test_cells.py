"""Links to sources, as pages and tables show them."""

from sources.cells import publishers


def test_each_source_is_linked_once_under_its_publisher():
    assert publishers([("a_1", "A & Sons"), ("b_2", "B"), ("a_1", "A & Sons")]) == (
        '<a href="/sources/a_1/">A &amp; Sons</a>; <a href="/sources/b_2/">B</a>'
    )


def test_no_source_gives_no_link():
    assert publishers([]) == ""

"""Searching folded text by its words, with an inverted index on either database.

PostgreSQL indexes the words of the column; SQLite keeps a virtual table of them in step by triggers. Migration 0002
makes both. A word that is asked for finds the words that begin with it.
"""

import re

from django.db.models import Lookup, TextField

from states.models import fold

CONFIGURATION = "simple"
INDEX = "statements_words"


def words_of(text):
    """The words of a text in any script, in plain lower-case letters and digits."""
    return re.findall(r"[a-z0-9]+", fold(text))


@TextField.register_lookup
class Words(Lookup):
    """`search_text__words=["mine", "ban"]`: both words begin a word of the text.

    Only for the statements' own column, for which alone there is an index.
    """

    lookup_name = "words"
    prepare_rhs = False
    sign = ""

    def as_postgresql(self, compiler, connection):
        column, parameters = self.process_lhs(compiler, connection)
        wanted = " & ".join(f"'{word}':*" for word in self.rhs)
        sql = f"to_tsvector('{CONFIGURATION}', {column}) @@ to_tsquery('{CONFIGURATION}', %s)"
        return sql, [*parameters, wanted]

    def as_sqlite(self, compiler, connection):
        key = compiler.quote_name_unless_alias(self.lhs.target.model._meta.pk.column)
        table = compiler.quote_name_unless_alias(self.lhs.alias)
        found = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608 -- a name of our own
        return f"{self.sign}{table}.{key} IN ({found})", [" ".join(f'"{word}" *' for word in self.rhs)]


@TextField.register_lookup
class WordsEach(Words):
    """The same, for words that thousands of rows hold: each row is asked in the order of the query.

    On SQLite a key with a sign is no longer one that it would look up for every match first. PostgreSQL would make the
    words of each row's text anew: it looks for them in the text itself, where single spaces part them.
    """

    lookup_name = "words_each"
    sign = "+"

    def as_postgresql(self, compiler, connection):
        column, parameters = self.process_lhs(compiler, connection)
        sql = " AND ".join([f"strpos(' ' || {column}, %s) > 0"] * len(self.rhs))
        return f"({sql})", [value for word in self.rhs for value in (*parameters, f" {word}")]

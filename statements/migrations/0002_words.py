"""The index of the statements' words: for PostgreSQL on the column, for SQLite a table that triggers keep in step."""

from django.db import migrations

POSTGRESQL = "CREATE INDEX statements_words ON statements_statement USING gin (to_tsvector('simple', search_text))"
SQLITE = (
    """
    CREATE VIRTUAL TABLE statements_words USING fts5(
        search_text, content='statements_statement', content_rowid='id', detail='none', prefix='2 3 4')
    """,
    """
    CREATE TRIGGER statements_words_insert AFTER INSERT ON statements_statement BEGIN
        INSERT INTO statements_words (rowid, search_text) VALUES (new.id, new.search_text);
    END
    """,
    """
    CREATE TRIGGER statements_words_delete AFTER DELETE ON statements_statement BEGIN
        INSERT INTO statements_words (statements_words, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
    END
    """,
    """
    CREATE TRIGGER statements_words_update AFTER UPDATE OF search_text ON statements_statement BEGIN
        INSERT INTO statements_words (statements_words, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
        INSERT INTO statements_words (rowid, search_text) VALUES (new.id, new.search_text);
    END
    """,
    # For rows that were there before: where this is repeated for a table made anew.
    "INSERT INTO statements_words (statements_words) VALUES ('rebuild')",
)


def make_index(apps, schema_editor):
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else (POSTGRESQL,)
    for statement in statements:
        schema_editor.execute(statement)


def remove_index(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        schema_editor.execute("DROP INDEX statements_words")
        return
    for trigger in ("insert", "delete", "update"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS statements_words_{trigger}")
    schema_editor.execute("DROP TABLE statements_words")


class Migration(migrations.Migration):
    dependencies = [("statements", "0001_initial")]

    operations = [migrations.RunPython(make_index, remove_index)]

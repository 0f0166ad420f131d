"""The index that gives the statements of a state without reading the rows that tie them together.

Django makes one by state alone, of which it is no part: the table is one that Django makes for a field.
"""

from django.db import migrations

MAKE = "CREATE INDEX statements_of_a_state ON statements_statement_states (state_id, statement_id)"


class Migration(migrations.Migration):
    dependencies = [("statements", "0003_analysts_keep_statements")]

    operations = [migrations.RunSQL(MAKE, "DROP INDEX statements_of_a_state")]

"""The words of takes: a table that each database has in its own way."""

from typing import Any

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE broadsheet_wire_words
USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')
"""
POSTGRESQL = """
CREATE TABLE broadsheet_wire_words (
    take_id bigint PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX broadsheet_wire_words_found ON broadsheet_wire_words USING gin (words);
"""


def make(apps: Any, schema_editor: Any) -> None:
    """Make the table."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(SQLITE if sqlite else POSTGRESQL)


def unmake(apps: Any, schema_editor: Any) -> None:
    """Take it away."""
    schema_editor.execute("DROP TABLE broadsheet_wire_words")


class Migration(migrations.Migration):
    dependencies = [("broadsheet_wire", "0003_waiting_reading_decisions")]
    operations = [migrations.RunPython(make, unmake)]

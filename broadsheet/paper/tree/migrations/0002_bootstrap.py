"""Wagtail's own three columns, brought in by the operations it offers for a page table of one's own."""

from django.db import migrations

from wagtail.models import (
    BootstrapLocaleField,
    BootstrapTranslatableModel,
    BootstrapTranslationKeyField,
)


class Migration(migrations.Migration):

    dependencies = [
        ("broadsheet_paper_tree", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField("broadsheet_paper_tree.PaperPage"),
        BootstrapTranslationKeyField("broadsheet_paper_tree.PaperPage"),
        BootstrapTranslatableModel("broadsheet_paper_tree.PaperPage"),
    ]

"""The newsroom's words for Wagtail's scripts, which ask for them at an address of their own."""

from __future__ import annotations

from django.views.i18n import JavaScriptCatalog

words_for_scripts = JavaScriptCatalog.as_view(packages=["wagtail.admin", "broadsheet.newsroom"])

"""The public face of the room, and what it must not load."""

from __future__ import annotations

import subprocess
import sys

from broadsheet import copydesk

FACE = [
    "DateMention", "Finding", "Paragraph", "Part", "Person", "Quantity", "Quote", "Reading",
    "Source", "Style", "TrailName", "read", "split_trail",
]  # fmt: skip


def test_the_exported_names_are_these_and_no_others() -> None:
    assert copydesk.__all__ == FACE
    assert all(hasattr(copydesk, name) for name in FACE)


def test_the_copy_desk_can_be_imported_alone() -> None:
    code = (
        "import sys, broadsheet.copydesk as desk; desk.read('Lock opens\\n\\nThe gate opened.');"
        "heavy = {'django', 'wagtail', 'lxml', 'broadsheet.settings', 'broadsheet.paper'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

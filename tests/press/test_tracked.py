"""Nothing is read unseen while a page is made, and nothing that pages show is changed past the
signals."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

import broadsheet
from broadsheet.reads import recording
from tests.press.machine import Paper

#: Tables that are read while a page is made, with how a change of them is known.
SEEN = {
    "broadsheet_paper_tree_paperpage": "a story, section or front: by its own key",
    "broadsheet_paper_story": "tracked row by row, and its lists by name",
    "broadsheet_paper_section": "the list of sections, on every page",
    "broadsheet_paper_front": "tracked",
    "broadsheet_paper_frontslot": "published with the front",
    "broadsheet_paper_masthead": "tracked",
    "broadsheet_paper_listing": "the lists of sections, by name",
    "broadsheet_paper_correction": "the list of corrections; those of a story are part of its page",
    "broadsheet_paper_quotation": "written when the story is published",
    "broadsheet_paper_sentence": "written when the story is published",
    "broadsheet_paper_version": "written when the story is published",
    "broadsheet_paper_relatedline": "published with the story",
    "broadsheet_paper_story_bylines": "published with the story",
    "broadsheet_paper_story_topics": "published with the story",
    "broadsheet_paper_story_sections": "published with the story",
    "broadsheet_pictures_picture": "tracked",
    "broadsheet_pictures_picturerendition": "made of a picture; its going touches the picture",
    "broadsheet_staff_byline": "tracked",
    "broadsheet_topics_topic": "tracked",
    "broadsheet_wire_agency": "tracked",
    "broadsheet_replies_reply": "the list of a story's replies, by name",
    "wagtailcore_site": "a change of a paper's address touches everything",
    "wagtailcore_locale": "written once, when the paper is founded",
    "wagtailembeds_embed": "the key `embeds`",
    "django_content_type": "written when the program is installed",
    "broadsheet_paper_formerslug": "read for what has moved; a moved section touches everything",
    "wagtailredirects_redirect": "a change of it touches everything",
    "broadsheet_press_generation": "the press itself",
    "broadsheet_press_change": "the press itself",
}
_TABLE = re.compile(r'(?:FROM|JOIN) "?(\w+)"?')


@pytest.fixture
def standing(db: None) -> Iterator[Paper]:
    """A paper with a bit of everything."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    paper = Paper()
    first = paper.write(0, 5, names=3, top=True, live=True)
    paper.write(1, 9, names=2, top=False, live=True)
    paper.reply(first)
    paper.place(first, "lead")
    yield paper
    paper.folder.cleanup()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_every_table_that_a_page_reads_is_one_whose_changes_are_seen(standing: Paper) -> None:
    read: dict[str, str] = {}

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        read.update(dict.fromkeys(_TABLE.findall(sql), sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        for address in standing.addresses():
            standing.fresh(address)
    unseen = {table: sql for table, sql in read.items() if table not in SEEN}
    assert unseen == {}
    assert {"broadsheet_paper_story", "broadsheet_replies_reply"} <= set(read)


def test_every_page_says_what_it_read(standing: Paper) -> None:
    for address in standing.addresses():
        with recording() as reads:
            standing.fresh(address)
        assert any(key.startswith("masthead:") for key in reads.keys), address


#: Rooms whose tables pages show; the ORM's short cuts there would pass the signals by.
_SHORT_CUTS = {"update", "bulk_update", "bulk_create", "raw", "delete"}
_MODELS = {"Story", "Section", "Front", "FrontSlot", "Masthead", "Byline", "Topic", "Agency",
           "Picture", "Listing", "Correction", "PaperPage"}  # fmt: skip
#: Where it is done all the same, and who tells the press.
_ALLOWED = {
    "newsroom/paper/sections.py": "sends the signal itself",
    "paper/receivers.py": "within the publication that sends it",
    "paper/filing.py": "a draft",
    "demo/apps.py": "every page changes with it",
    "demo/fill.py": "every page changes with it",
}


def test_nothing_that_pages_show_is_changed_past_the_signals() -> None:
    root = Path(broadsheet.__file__).parent
    found = []
    for path in sorted(root.rglob("*.py")):
        name = str(path.relative_to(root))
        if "/migrations/" in name or name in _ALLOWED:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if _is_short_cut(node):
                found.append(f"{name}:{node.lineno}")  # type: ignore[attr-defined]
    assert found == []


def _is_short_cut(node: ast.AST) -> bool:
    """`Story.objects...update(...)` and its like."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr not in _SHORT_CUTS:
        return False
    inner: ast.AST = node.func.value
    while isinstance(inner, (ast.Call, ast.Attribute)):
        if isinstance(inner, ast.Attribute) and inner.attr == "objects":
            return isinstance(inner.value, ast.Name) and inner.value.id in _MODELS
        inner = inner.func if isinstance(inner, ast.Call) else inner.value
    return False

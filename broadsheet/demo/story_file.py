"""The form in which the demonstration's stories are written: TOML between two lines of `+++`, then
the body, block by block with an empty line between.

    a paragraph, with *italic* words
    ## a heading
    > words | said by | the outlet that heard it, if any
    @post words | said by | platform
    - items of a list, line by line
    | rows of a table | line by line, the first its head |
    [fact Title]           and the list under it
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


class StoryFileError(Exception):
    """A file is not in this form. The message names it."""


@dataclass(frozen=True, slots=True)
class DemoReply:
    """A reader's reply; `state` is accepted, waiting or paper (the paper's own answer)."""

    name: str
    text: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStory:
    """One story of the demonstration. `name` is its file's, without the ending, and `related`
    holds the names of older ones."""

    headline: str
    section: str
    hours_ago: float
    standfirst: str = ""
    front_headline: str = ""
    slug: str = ""
    sections: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    agency: str = ""
    credit: str = ""
    dateline: str = ""
    language: str = ""
    picture: str = ""
    caption: str = ""
    alt: str = ""
    top_news: bool = False
    slot: str = ""
    name: str = ""
    related: tuple[str, ...] = ()
    correction: str = ""
    replies: tuple[DemoReply, ...] = ()
    body: tuple[tuple[str, Any], ...] = field(default=())


def read_story(path: Path) -> DemoStory:
    """Read one file.

    Raises:
        StoryFileError: it has no head, or one with unknown or missing keys.
    """
    text = path.read_text(encoding="utf-8")
    head = re.match(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", text, re.S)
    if head is None:
        raise StoryFileError(f"{path.name}: no head between two lines of +++")
    facts = tomllib.loads(head[1])
    for name in ("sections", "bylines", "topics", "related"):
        facts[name] = tuple(facts.get(name, ()))
    facts["replies"] = tuple(DemoReply(*row) for row in facts.get("replies", ()))
    try:
        return DemoStory(**facts, name=path.stem, body=tuple(blocks(head[2])))
    except TypeError as error:
        raise StoryFileError(f"{path.name}: {error}") from error


def read_all() -> list[DemoStory]:
    """Every story of the demonstration, in the order of their files."""
    return [read_story(path) for path in sorted((HERE / "stories").glob("*.txt"))]


def read_paper() -> dict[str, Any]:
    """Names, sections, bylines, agencies and topics of the demonstration paper."""
    return tomllib.loads((HERE / "paper.toml").read_text(encoding="utf-8"))


def blocks(text: str) -> Iterator[tuple[str, Any]]:
    """The body's blocks, as a story's stream takes them."""
    for piece in re.split(r"\n\s*\n", text.strip()):
        lines = piece.strip().splitlines()
        first = lines[0]
        if first.startswith("## "):
            yield "heading", first[3:].strip()
        elif first.startswith("> "):
            yield "quotation", _said(first[2:])
        elif first.startswith("@post "):
            yield "post", _said(first[6:])
        elif first.startswith("- "):
            yield "list", [_rich(line[2:]) for line in lines]
        elif first.startswith("| "):
            yield "table", _table(lines)
        elif first.startswith("[fact "):
            items = "".join(f"<li>{_inline(line[2:])}</li>" for line in lines[1:])
            yield "fact_box", {"title": first[6:].rstrip("]"), "text": f"<ul>{items}</ul>"}
        else:
            yield "paragraph", _rich(" ".join(lines))


def _said(line: str) -> dict[str, str]:
    words, speaker, source = (part.strip() for part in line.split("|"))
    return {"text": words, "speaker": speaker, "source": source, "url": ""}


def _table(lines: list[str]) -> dict[str, Any]:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return {
        "data": rows,
        "cell": [],
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_caption": "",
        "table_header_choice": "both",
    }


def _inline(text: str) -> str:
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", escape(text, quote=False))


def _rich(text: str) -> str:
    return f"<p>{_inline(text)}</p>"

"""A story's body as sentences, and sentences put back: links, bold and pictures stay where they
were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lxml import html as lxml_html

from broadsheet.copydesk.sentences import split_sentences
from broadsheet.paper.from_wire.merging import Merge, Row, Side, chosen
from broadsheet.paper.models import Story
from broadsheet.paper.provenance import plain

#: Blocks whose text is merged; all others stand as they are.
_TEXT = frozenset(("paragraph", "quotation", "post"))


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the body: its block's number, its span in the block's plain text."""

    block: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Block:
    """What a block of the body ends with: fragments of HTML, or of plain text."""

    pieces: list[str] = field(default_factory=list)
    touched: bool = False


def sentences_of(paragraphs: Sequence[str]) -> list[str]:
    """The sentences of a take, in order."""
    return [text[s:e] for text in paragraphs for s, e in split_sentences(text)]


def paragraph_starts(paragraphs: Sequence[str]) -> set[int]:
    """The numbers of the sentences that begin a paragraph."""
    starts, number = set(), 0
    for text in paragraphs:
        starts.add(number)
        number += sum(1 for _ in split_sentences(text))
    return starts


def places(story: Story) -> list[Place]:
    """The sentences of a story's body, in order."""
    found = []
    for number, block in enumerate(story.body):
        if block.block_type in _TEXT:
            text = _plain(block)
            found += [Place(number, s, e, text[s:e]) for s, e in split_sentences(text)]
    return found


def _plain(block: Any) -> str:
    if block.block_type == "paragraph":
        return plain(str(block.value.source))
    return str(block.value["text"])


def merged_body(
    story: Story, merge: Merge, starts: set[int], choices: Mapping[int, str]
) -> list[tuple[str, Any]]:
    """The body that a merge comes to.

    Args:
        story: its latest text, of which the merge was made.
        starts: the sentences of the new take that begin a paragraph there.
        choices: by row number, `ours`, `new` or `both`, where a person decided.
    """
    have = places(story)
    kept = {number: _Block() for number in {place.block for place in have}}
    added: dict[int, list[list[str]]] = {}
    at, fresh = -1, False
    for number, row in enumerate(merge.rows):
        side = chosen(row, number, choices)
        if row.our_place is not None:
            place = have[row.our_place]
            at, fresh = place.block, False
            _put(kept[at], story.body[at], place, row, side)
        elif row.new is not None and side is not Side.OURS and row.state != "dropped":
            fresh = _insert(story, kept, added, at, row, starts, fresh=fresh)
    return list(_blocks(story, kept, added))


def _put(block: _Block, old: Any, place: Place, row: Row, side: Side) -> None:
    if side is not Side.NEW:
        block.pieces.append(_piece(old, place))
    if side is not Side.OURS:
        block.touched = True
        if row.new is not None:
            block.pieces.append(_written(old.block_type, row.new))


def _insert(
    story: Story,
    kept: dict[int, _Block],
    added: dict[int, list[list[str]]],
    at: int,
    row: Row,
    starts: set[int],
    *,
    fresh: bool,
) -> bool:
    """Put a sentence of the new take behind block `at`; gives whether it stands in a new block."""
    begins = row.new_place in starts
    if fresh and not begins:
        added[at][-1].append(escape(str(row.new), quote=False))
        return True
    if not begins and at >= 0 and story.body[at].block_type == "paragraph":
        kept[at].pieces.append(escape(str(row.new), quote=False))
        kept[at].touched = True
        return False
    added.setdefault(at, []).append([escape(str(row.new), quote=False)])
    return True


def _piece(block: Any, place: Place) -> str:
    if block.block_type == "paragraph":
        return cut(str(block.value.source), place.start, place.end)
    return place.text


def _written(kind: str, text: str) -> str:
    return escape(text, quote=False) if kind == "paragraph" else text


def _blocks(
    story: Story, kept: Mapping[int, _Block], added: Mapping[int, list[list[str]]]
) -> Iterator[tuple[str, Any]]:
    for pieces in added.get(-1, ()):
        yield _paragraph(pieces)
    for number, block in enumerate(story.body):
        now = kept.get(number)
        if now is None or not now.touched:
            yield block.block_type, block.value
        elif now.pieces and block.block_type == "paragraph":
            yield _paragraph(now.pieces)
        elif now.pieces:
            yield block.block_type, {**block.value, "text": " ".join(now.pieces)}
        for pieces in added.get(number, ()):
            yield _paragraph(pieces)


def _paragraph(pieces: Sequence[str]) -> tuple[str, str]:
    return "paragraph", f"<p>{' '.join(pieces)}</p>"


def cut(source: str, start: int, end: int) -> str:
    """A piece of rich text, with the marks around and in it.

    Args:
        source: the paragraph's HTML.
        start, end: of the piece, in the paragraph's plain text.
    """
    root = lxml_html.fragment_fromstring(source, create_parent="div")
    whole = root.text_content()
    shift = len(whole) - len(whole.lstrip())
    piece = deepcopy(root)
    _trim(piece, 0, start + shift, end + shift)
    inner = piece[0] if len(piece) == 1 and piece[0].tag == "p" and not piece.text else piece
    text = escape(inner.text or "", quote=False)
    return text + "".join(lxml_html.tostring(child, encoding="unicode") for child in inner).rstrip(
        "\n"
    )


def _trim(node: Any, at: int, start: int, end: int) -> int:
    """Leave of a node only what lies in the span; gives the offset behind it."""
    text = node.text or ""
    node.text = text[max(0, start - at) : max(0, end - at)]
    at += len(text)
    for child in list(node):
        tail = child.tail or ""
        begun = at
        at = _trim(child, at, start, end)
        outside = at <= start or begun >= end
        child.tail = tail[max(0, start - at) : max(0, end - at)]
        at += len(tail)
        if outside:
            child.drop_tree()
    return at

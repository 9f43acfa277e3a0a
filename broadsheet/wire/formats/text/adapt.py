"""A text file's shape into its item, by way of the copy desk."""

from __future__ import annotations

from broadsheet.wire.formats import embargoes, signals, stamps
from broadsheet.wire.formats.bylines import byline
from broadsheet.wire.formats.feed_item import language
from broadsheet.wire.formats.item import Item
from broadsheet.wire.formats.release import take_copy
from broadsheet.wire.formats.text.shape import TextFile


def adapt(file: TextFile) -> list[Item]:
    """The one item of a text file."""
    item = Item(format="text", problems=list(file.problems))
    said = file.labels
    item.headline = said.get("headline", "")
    item.byline = byline([said["byline"]]) if "byline" in said else ""
    item.slugline = said.get("slugline", "")
    item.dateline = said.get("dateline", "")
    item.credit = said.get("credit", "")
    item.copyright = said.get("copyright", "")
    item.language = language(said.get("language", ""))
    item.keywords = [w.strip() for w in said.get("keywords", "").split(",") if w.strip()]
    if "date" in said:
        stamp = stamps.read(said["date"])
        item.published = item.versioned = stamp.value
        if stamp.problem:
            item.problems.append(stamp.problem)
    if "embargo" in said:
        held = embargoes.read(f"Embargo: {said['embargo']}", None)
        if held is not None:
            embargoes.hold(item, held)
    take_copy(item, file.copy, written=None, headline=item.headline)
    if not item.paragraphs and not item.headline:
        item.problems.append("no copy was found in it")
    signals.mark(item)
    return [item]

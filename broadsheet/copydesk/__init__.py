"""The copy desk: text in, reading and findings out. Pure: it knows nothing of the web."""

from broadsheet.copydesk.desk import read
from broadsheet.copydesk.reading import (
    DateMention,
    Finding,
    Paragraph,
    Part,
    Person,
    Quantity,
    Quote,
    Reading,
    Source,
    TrailName,
)
from broadsheet.copydesk.style import Style
from broadsheet.copydesk.trail import split_trail

__all__ = [
    "DateMention",
    "Finding",
    "Paragraph",
    "Part",
    "Person",
    "Quantity",
    "Quote",
    "Reading",
    "Source",
    "Style",
    "TrailName",
    "read",
    "split_trail",
]

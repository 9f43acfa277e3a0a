"""A person brought in with full title and name, and again with both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.copydesk.checks.own_words import own_words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Person, Reading, Span

ID = "second-mention"
FINDS = (
    "Lock opens\n\nHarbour Board Chairwoman Ines Okafor came. Later Harbour Board Chairwoman Ines Okafor left.",
    "Lock opens\n\nUK Secretary of State Tom Reyes came on Monday. On Tuesday UK Secretary of State Tom Reyes left.",
    "Lock opens\n\nSelby Mayor Ada Bello opened the lock. Boats came. Selby Mayor Ada Bello waved.",
)
LEAVES = (
    "Lock opens\n\nHarbour Board Chairwoman Ines Okafor came. Later Okafor left.",
    "Lock opens\n\nUK Secretary of State Tom Reyes came. “UK Secretary of State Tom Reyes is late,” said Ada Bello.",
    "Lock opens\n\nMr Tom Reyes came on Monday. On Tuesday Mr Tom Reyes left.",
    "Harbour Board Chairwoman Ines Okafor opens lock\n\nHarbour Board Chairwoman Ines Okafor came.",
)
_ROLE_LEAST = 2


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding a person, on the title and first name of the second time."""
    own = own_words(reading, quoted)
    for person in reading.people:
        if person.role is None or len(person.role.split()) < _ROLE_LEAST:
            continue
        full = list(_in_full(own, person))
        if len(full) > 1:
            (start, end), *others = full[1:]
            given = own[start:end].rpartition(" ")[0]
            yield Finding(
                start,
                start + len(given),
                ID,
                "style",
                f"{person.name} was brought in with the full title before: the surname is enough",
                evidence=(full[0], *others),
                rule="full title and name at the first mention only",
            )


def _in_full(own: str, person: Person) -> Iterator[Span]:
    """Every mention of the whole name with the whole role right before it."""
    role = re.compile(rf"(?<!\w){re.escape(person.role or '')}\s$")
    length = len(person.role or "") + 1
    for start, end in person.mentions:
        if " " in own[start:end]:
            before = role.search(own, max(0, start - length), start)
            if before is not None:
                yield before.start(), end

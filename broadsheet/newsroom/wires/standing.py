"""How each wire stands, in words for the page of all wires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone
from wagtail.models import Site

from broadsheet.wire.coming import adding, hubs
from broadsheet.wire.coming.due import silent
from broadsheet.wire.coming.noting import PINNED, plain
from broadsheet.wire.models import Delivery, Take, Wire

DAY = timedelta(days=1)
#: What the wires bring is asked for at these times by nobody: they come when they come.
_COME_BY_THEMSELVES = frozenset((Wire.Kind.PUSH, Wire.Kind.HAND))
WORDS = {
    "off": "switched off",
    "silent": "silent",
    "trouble": "in trouble",
    "new": "nothing has come yet",
    "well": "in order",
}
#: The states by the colours of the style sheet.
_CLASSES = {"off": "copy", "silent": "down", "trouble": "down", "new": "draft", "well": "live"}


@dataclass(frozen=True, slots=True)
class Standing:
    """One wire on the page."""

    wire: Wire
    state: str
    address: str
    error: str
    takes_today: int

    @property
    def words(self) -> str:
        """The state as a person reads it."""
        return WORDS[self.state]

    @property
    def state_class(self) -> str:
        """The state as a class of the style sheet."""
        return _CLASSES[self.state]

    @property
    def is_asked(self) -> bool:
        """Whether somebody may ask it now."""
        return self.wire.working and self.wire.kind not in _COME_BY_THEMSELVES

    @property
    def next_poll(self) -> datetime | None:
        """When it is asked next; None for one that is not asked by the clock."""
        clocked = self.is_asked and self.wire.kind != Wire.Kind.FOLDER
        return self.wire.next_poll if clocked else None

    @property
    def hub(self) -> str:
        """How it stands with the hub that tells us what is new; empty when the feed names none."""
        said = hubs.facts(self.wire)
        if said is None:
            return ""
        if ends := said["lease_ends"]:
            local = timezone.localtime(datetime.fromisoformat(ends))
            return f"tells us what is new until {local:%-d %b, %H:%M}"
        return str(said["problem"] or "was asked, and has not answered yet")

    @property
    def server_key(self) -> str:
        """The key by which an SFTP server is known, where nobody named a file of keys."""
        return str(self.wire.remembered.get(PINNED) or "")

    @property
    def lag(self) -> str:
        """How far behind the agency the last take came."""
        return in_words(self.wire.lag) if self.wire.lag is not None else ""


def standings(paper: Site) -> list[Standing]:
    """Every wire: what is wrong first, then by name."""
    wires = list(Wire.objects.filter(paper=paper).select_related("agency"))
    counts = _takes_of_a_day(wires)
    found = [standing(wire, counts.get(wire.pk, 0)) for wire in wires]
    return sorted(found, key=lambda one: one.state not in {"silent", "trouble"})


def standing(wire: Wire, takes_today: int = 0) -> Standing:
    """One wire."""
    # An error names the address that was asked, or the one that it led to: no key of either.
    error = plain(wire.error)
    return Standing(wire, _state(wire), adding.shown(wire), error, takes_today)


def _takes_of_a_day(wires: list[Wire]) -> dict[int, int]:
    since = timezone.now() - DAY
    found = Take.objects.filter(wire__in=wires, received__gte=since).order_by()
    return dict(found.values_list("wire").annotate(Count("id")))


def _state(wire: Wire) -> str:
    if not wire.working:
        return "off"
    if wire.error:
        return "trouble"
    if silent(wire):
        return "silent"
    return "new" if wire.last_take is None else "well"


def in_words(seconds: float) -> str:
    """A span of time, roughly: `40 s`, `12 min`, `3 h`, `2 days`."""
    if seconds < 90:
        return f"{max(0, seconds):.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    if seconds < 36 * 3600:
        return f"{seconds / 3600:.0f} h"
    return f"{seconds / 86400:.0f} days"


def held_count(paper: Site | None) -> int:
    """How many deliveries lie in quarantine."""
    return Delivery.objects.filter(paper=paper, state=Delivery.State.QUARANTINED).count()

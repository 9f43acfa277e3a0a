"""What the wire room's list is narrowed to; it stands in the address, so that a view can be kept."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from broadsheet.paper.models import MadeFrom
from broadsheet.staff.models import User
from broadsheet.wire.models import Seen, Take, Thread

MOST_WORDS = 200
KINDS = {
    "text": "Text",
    "picture": "Pictures",
    "video": "Video",
    "audio": "Sound",
    "graphic": "Graphics",
    "package": "Packages",
    "event": "Events",
}
URGENCIES = {str(n): f"{n} or more urgent" for n in range(1, 9)} | {"1": "1, most urgent"}
STANDINGS = {
    "": "All",
    "unread": "Unread",
    "without": "No story yet",
    "with": "With a story",
    "mine": "I have it",
    "spiked": "Spiked",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Each field is a word of the address; empty means everything.

    Attributes:
        q: words to be found.
        wire, agency, section: ids.
        urgency: at most this number; 1 is the most urgent.
        language: a primary subtag (`en`).
        kind: a take's kind.
        standing: a key of STANDINGS. Only `spiked` shows what was spiked.
    """

    q: str = ""
    wire: str = ""
    agency: str = ""
    section: str = ""
    urgency: str = ""
    language: str = ""
    kind: str = ""
    standing: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Filters:
        """What the address says; what makes no sense is left out."""
        said = {one.name: str(query.get(one.name, "")).strip()[:MOST_WORDS] for one in fields(cls)}
        for name in ("wire", "agency", "section"):
            said[name] = said[name] if _is_number(said[name]) else ""
        for name, known in (("urgency", URGENCIES), ("kind", KINDS), ("standing", STANDINGS)):
            said[name] = said[name] if said[name] in known else ""
        said["language"] = said["language"].lower() if said["language"].isalpha() else ""
        return cls(**said)

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))

    @property
    def narrow(self) -> bool:
        """Whether threads are left out beside those that were spiked."""
        return any(getattr(self, one.name) for one in fields(self) if one.name != "q")

    @property
    def count(self) -> int:
        """How many boxes are set; the words and the tabs stand apart."""
        apart = {"q", "standing"}
        return sum(bool(getattr(self, one.name)) for one in fields(self) if one.name not in apart)

    @property
    def address(self) -> str:
        """As the part of an address behind the question mark."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return urlencode({name: value for name, value in said.items() if value})

    def applied(self, threads: QuerySet[Thread], user: User) -> QuerySet[Thread]:
        """The threads that pass, for whoever asks."""
        threads = threads.filter(gone_into=None, best__isnull=False)
        threads = threads.filter(spiked__isnull=self.standing != "spiked")
        return threads.filter(*self._of_best(), *self._of_thread(user))

    def _of_best(self) -> list[Q]:
        found = []
        if self.urgency:
            found.append(Q(best__urgency__lte=int(self.urgency)))
        if self.language:
            tag = self.language
            found.append(Q(best__language__iexact=tag) | Q(best__language__istartswith=f"{tag}-"))
        if self.kind:
            found.append(Q(best__kind=self.kind))
        return found

    def _of_thread(self, user: User) -> list[Q]:
        found: list[Q] = []
        takes = Take.objects.filter(thread=OuterRef("pk"))
        if self.wire:
            found.append(Q(Exists(takes.filter(wire=int(self.wire)))))
        if self.agency:
            found.append(Q(Exists(takes.filter(agency=int(self.agency)))))
        if self.section:
            found.append(Q(sorting__section=int(self.section)))
        if self.standing == "mine":
            found.append(Q(taken_by=user))
        if self.standing == "unread":
            seen = Seen.objects.filter(user=user, thread=OuterRef("pk"))
            found.append(~Q(Exists(seen.filter(at__gte=OuterRef("latest")))))
        if self.standing in {"with", "without"}:
            made = Q(Exists(MadeFrom.objects.filter(take__thread=OuterRef("pk"))))
            found.append(made if self.standing == "with" else ~made)
        return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16

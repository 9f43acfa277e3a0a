"""A paper to which everything that can happen happens, with its press in front and an oracle that
renders every address anew before and after.

Long lists are made of few stories here, so that what enters and leaves them is seen.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from broadsheet.newsroom.front import placing
from broadsheet.paper import lists, publishing
from broadsheet.paper.founding import found
from broadsheet.paper.models import Front, Section, Story
from broadsheet.paper.web import corrections, errors, feed, section, story_list
from broadsheet.press.answer import call
from broadsheet.press.front import Press, for_nobody
from broadsheet.press.sheets import Sheets
from broadsheet.replies import deciding
from broadsheet.replies import lists as reply_lists
from broadsheet.replies.models import Reply
from broadsheet.staff.models import Byline, User
from broadsheet.staff.roles import EDITOR, give_role
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency
from tests.conftest import write_story

HOST = "localhost"
SMALL = (
    (section, "PAGE", 2), (story_list, "PAGE", 2), (feed, "STORIES", 3), (errors, "NEWEST", 2),
    (corrections, "PAGE", 2), (reply_lists, "A_PAGE", 2),
)  # fmt: skip


@dataclass
class Tally:
    """What was seen over a run."""

    asked: int = 0
    printed: int = 0
    needless: int = 0
    stale: list[str] = field(default_factory=list)


class Counting:
    """Django, counting what it prints."""

    def __init__(self) -> None:
        self.django = get_wsgi_application()
        self.prints = 0

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        self.prints += 1
        return self.django(environ, start_response)


class Paper:
    """The paper, its presses (one a process), and the oracle."""

    def __init__(self, processes: int = 1) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.printer = Counting()
        root = Path(self.folder.name)
        self.presses = [Press(self.printer, Sheets(root, "aaaa")) for _ in range(processes)]
        self.site = found("The Selby Clarion", sections=["World", "City"])
        front = self.front
        Front.objects.filter(pk=front.pk).update(top_count=2, block_count=2)
        self.user = User.objects.create_user(username="edith", email="edith@example.org")
        give_role(self.user, EDITOR)
        self.tally = Tally()
        self.seen: dict[str, bytes] = {}
        self.former: set[str] = set()
        self.made = 0

    @property
    def front(self) -> Front:
        """The front as it is live."""
        return placing.front_of(self.site)

    def stories(self) -> list[Story]:
        """Every story, in the order they were made."""
        return list(Story.objects.filter(paper=self.site).order_by("pk"))

    def sections(self) -> list[Section]:
        """The sections that are open."""
        return list(lists.sections(self.site))

    def addresses(self) -> list[str]:
        """Every address that is, was or never was."""
        found = ["/", "/about/", "/corrections/", "/corrections/page/2/", "/feed.xml",
                 "/sitemap.xml", "/robots.txt", "/nowhere/", "/nowhere/2026/01/01/nothing/"]  # fmt: skip
        for one in self.sections():
            found += [one.address, f"{one.address}feed.xml"]
            found += [f"{one.address}page/{n}/" for n in (1, 2, 3)]
        for name, nouns in (("by", Byline), ("agency", Agency), ("topic", Topic)):
            for noun in nouns.objects.all():
                found += [f"/{name}/{noun.slug}/", f"/{name}/{noun.slug}/page/2/"]
        for story in self.stories():
            if story.address:
                found += [story.address, f"{story.address}replies/2/"]
        self.former |= set(found)
        return sorted(self.former)

    def fresh(self, address: str) -> bytes:
        """What Django says at an address, now."""
        answer = call(self.printer.django, for_nobody(environ(address)))
        return answer.line.encode() + location(answer.headers) + answer.read()

    def sent(self, press: Press, address: str) -> bytes:
        """What a reader is sent."""
        answer = call(press, environ(address))
        return answer.line.encode() + location(answer.headers) + answer.read()

    def look(self) -> None:
        """Ask for every address in every process, and hold it against the oracle."""
        for number, address in enumerate(self.addresses()):
            fresh = self.fresh(address)
            for press in self.presses if number % 3 == 0 else self.presses[:1]:
                self._ask(press, address, fresh)

    def _ask(self, press: Press, address: str, fresh: bytes) -> None:
        before = self.printer.prints
        sent = self.sent(press, address)
        self.tally.asked += 1
        if sent != fresh:
            self.tally.stale.append(address)
        if self.printer.prints > before and sent.startswith(b"200"):
            self.tally.printed += 1
            if self.seen.get(address) == sent:
                self.tally.needless += 1
        self.seen[address] = sent

    # What can happen.

    def write(self, home: int, hours: int, *, names: int, top: bool, live: bool) -> Story:
        """A story, perhaps of some hours ago."""
        self.made += 1
        one = self.sections()[home % len(self.sections())]
        story: Story = write_story(
            self.site, f"Headline {self.made}", section=one.title, publish=False,
            published=timezone.now() - timedelta(hours=hours), in_top_news=top,
            bylines=[self.byline(names)] if names % 2 else [],
            topics=[self.topic(names)] if names % 3 == 0 else [],
            agency=self.agency(names) if names % 2 == 0 else None,
            sections=[s for s in self.sections() if s.pk != one.pk and names % 4 == 0],
        )  # fmt: skip
        if live:
            publishing.publish(story.get_latest_revision_as_object(), user=self.user)
        return story

    def byline(self, number: int) -> Byline:
        """One of two."""
        name = f"Writer {number % 2}"
        return Byline.objects.get_or_create(
            paper=self.site, slug=f"writer-{number % 2}", defaults={"name": name}
        )[0]

    def topic(self, number: int) -> Topic:
        """One of two."""
        return Topic.objects.get_or_create(
            paper=self.site, slug=f"topic-{number % 2}", defaults={"name": f"Topic {number % 2}"}
        )[0]

    def agency(self, number: int) -> Agency:
        """One of two."""
        return Agency.objects.get_or_create(
            paper=self.site, slug=f"agency-{number % 2}", defaults={"name": f"Agency {number % 2}"}
        )[0]

    def edit(self, story: Story, what: str) -> None:
        """Change one thing of a story and publish it."""
        self.made += 1
        latest = story.get_latest_revision_as_object()
        words = f"Changed {self.made}"
        if what == "headline":
            latest.title = words
        elif what == "standfirst":
            latest.standfirst = words
        elif what == "body":
            latest.body = [("paragraph", f"<p>{words}.</p>")]
        elif what == "time":
            latest.published = timezone.now() - timedelta(minutes=self.made % 90)
        elif what == "top":
            latest.in_top_news = not latest.in_top_news
        elif what == "replies":
            latest.replies_open = not latest.replies_open
        elif what == "byline":
            latest.bylines.set([] if latest.bylines.count() else [self.byline(self.made)])
        elif what == "move":
            homes = [s for s in self.sections() if s.pk != latest.home_section_id]
            latest.home_section = homes[self.made % len(homes)] if homes else latest.home_section
        publishing.publish(latest, user=self.user)

    def reply(self, story: Story) -> Reply:
        """A reader's reply comes in and is accepted."""
        self.made += 1
        reply = Reply.objects.create(
            paper=self.site, story=story, name="Reader", text=f"Reply {self.made}",
            email_sealed=b"", email_hmac="", text_hash=str(self.made), received=timezone.now(),
        )  # fmt: skip
        return deciding.accept(reply, self.user)

    def place(self, story: Story, place: str) -> None:
        """Put a story on the front, or take it off."""
        front = self.front
        slots = placing.moved(placing.slots_of(front), place, story.pk)
        placing.save(front, slots, self.user).publish(user=self.user)

    def rename(self, one: Section) -> None:
        """Give a section another name and slug."""
        self.made += 1
        latest = one.get_latest_revision_as_object()
        latest.title, latest.slug = f"Section {self.made}", f"section-{self.made}"
        latest.save_revision(user=self.user).publish(user=self.user)


def environ(address: str) -> dict[str, Any]:
    """A reader's request."""
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": address, "SCRIPT_NAME": "", "QUERY_STRING": "",
        "SERVER_NAME": HOST, "SERVER_PORT": "80", "HTTP_HOST": HOST, "wsgi.url_scheme": "http",
        "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(),
        "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }  # fmt: skip


def location(headers: Iterable[tuple[str, str]]) -> bytes:
    """Where an answer leads."""
    return b"".join(value.encode() for name, value in headers if name.lower() == "location")

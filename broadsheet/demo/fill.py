"""Fills an empty paper with the demonstration, and takes it away again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Site

from broadsheet.demo.story_file import HERE, DemoStory, read_all, read_paper
from broadsheet.paper import publishing
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.models import Front, FrontSlot, Masthead, RelatedLine, Section, Story
from broadsheet.pictures.models import Picture
from broadsheet.replies.cleaning import hash_of_text
from broadsheet.replies.models import Reply
from broadsheet.replies.sealing import mark_of_email, seal
from broadsheet.staff.models import Byline
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency

CREDIT = "Drawn for the demonstration"


def fill(paper: Site, say: Callable[[int, int], None] | None = None) -> int:
    """Publish every story of the demonstration in `paper`; how many.

    Args:
        say: told how many are done, of how many.
    """
    facts, stories = read_paper(), read_all()
    with transaction.atomic():
        _masthead(paper, facts)
        nouns = _nouns(paper, facts)
    pictures = {demo.picture: _picture(demo) for demo in stories if demo.picture}
    made: dict[str, Story] = {}
    printed: dict[str, list[Story]] = {"lead": [], "top": []}
    for done, demo in enumerate(sorted(stories, key=lambda s: -s.hours_ago), 1):
        # The oldest comes first, so that a related story is there before its line.
        older = [made[name] for name in demo.related]
        story = made[demo.name] = _publish(paper, demo, nouns, pictures, older)
        if demo.slot:
            printed[demo.slot].append(story)
        if say is not None:
            say(done, len(stories))
    _front(paper, printed)
    return len(stories)


def _masthead(paper: Site, facts: dict[str, Any]) -> None:
    masthead = paper.masthead
    for name in ("name", "motto", "language", "time_zone", "publisher", "contact_email"):
        setattr(masthead, name, facts[name])
    masthead.about = facts["about"].strip()
    masthead.demonstration = True
    masthead.save()
    for row in facts["sections"]:
        add_section(paper, row["name"], about=row["about"], demonstration=True)


def _nouns(paper: Site, facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
    made: dict[str, dict[str, Any]] = {}
    for noun, model in (("bylines", Byline), ("agencies", Agency), ("topics", Topic)):
        made[noun] = {
            row["name"]: model.objects.create(
                paper=paper, slug=slugify(row["name"]), demonstration=True, **row
            )
            for row in facts[noun]
        }
    return made


def _picture(demo: DemoStory) -> Picture:
    path = HERE / "pictures" / f"{demo.picture}.webp"
    with path.open("rb") as file:
        picture = Picture(
            title=demo.picture.capitalize(),
            file=File(file, name=f"demonstration-{demo.picture}.webp"),
            alt=demo.alt,
            caption=demo.caption,
            credit=CREDIT,
            demonstration=True,
        )
        picture.save()
    return picture


def clock(hours_ago: float) -> datetime:
    """So long ago, at a minute that a clock on a newspaper's wall might show."""
    moment = timezone.now() - timedelta(hours=hours_ago)
    return moment.replace(minute=moment.minute // 5 * 5, second=0, microsecond=0)


def _publish(
    paper: Site,
    demo: DemoStory,
    nouns: dict[str, dict[str, Any]],
    pictures: dict[str, Picture],
    older: list[Story],
) -> Story:
    home = find_section(paper, demo.section)
    if home is None:
        raise LookupError(f"{demo.headline}: no section {demo.section} in paper.toml")
    story = Story(
        title=demo.headline,
        public_slug=demo.slug,
        standfirst=demo.standfirst,
        front_headline=demo.front_headline,
        dateline=demo.dateline,
        credit=demo.credit,
        agency=nouns["agencies"].get(demo.agency),
        language=demo.language,
        picture=pictures.get(demo.picture),
        picture_caption=demo.caption,
        in_top_news=demo.top_news,
        body=list(demo.body),
        published=clock(demo.hours_ago),
        paper=paper,
        home_section=home,
        live=False,
        demonstration=True,
    )
    home.add_child(instance=story)
    story.bylines.set([nouns["bylines"][name] for name in demo.bylines])
    story.topics.set([nouns["topics"][name] for name in demo.topics])
    story.sections.set([s for n in demo.sections if (s := find_section(paper, n))])
    for order, other in enumerate(older):
        story.related_lines.add(RelatedLine(text=other.headline, target=other, sort_order=order))
    story.save()
    publishing.publish(story)
    if demo.correction:
        publishing.correct(story, kind="correction", text=demo.correction)
    _replies(paper, story, demo)
    return story


def _replies(paper: Site, story: Story, demo: DemoStory) -> None:
    first = story.published or timezone.now()
    for number, reply in enumerate(demo.replies, 1):
        address = f"{secrets.token_hex(6)}@example.org"
        Reply.objects.create(
            paper=paper,
            story=story,
            name=reply.name,
            text=reply.text,
            email_sealed=seal(address),
            email_hmac=mark_of_email(address),
            text_hash=hash_of_text(reply.text),
            received=min(first + timedelta(minutes=37 * number), timezone.now()),
            status="waiting" if reply.state == "waiting" else "accepted",
            from_the_paper=reply.state == "paper",
            demonstration=True,
        )


def _front(paper: Site, printed: dict[str, list[Story]]) -> None:
    front = Front.objects.get(pk=paper.root_page_id)
    order = 0
    for place in ("lead", "top"):
        for story in reversed(printed[place]):
            front.slots.add(FrontSlot(place=place, story=story, sort_order=order))
            order += 1
    front.save_revision().publish()


def take_away(paper: Site, say: Callable[[int, int], None] | None = None) -> None:
    """Remove what the demonstration made, and nothing else: a section that holds somebody's own
    story stays, and so does a picture that one uses.

    Args:
        say: told how many stories are gone, of how many.
    """
    stories = list(Story.objects.filter(paper=paper, demonstration=True))
    for done, story in enumerate(stories, 1):
        story.delete()
        if say is not None:
            say(done, len(stories))
    for picture in Picture.objects.filter(demonstration=True).exclude(pk__in=_in_use()):
        picture.delete()
    for section in Section.objects.filter(paper=paper, demonstration=True):
        if not section.get_children().exists() and not section.also_stories.exists():
            section.delete()
    for noun in (Byline, Agency, Topic):
        noun.objects.filter(paper=paper, demonstration=True, stories=None).delete()
    Masthead.objects.filter(paper=paper).update(demonstration=False)


def _in_use() -> set[int]:
    """Pictures over or in the stories that stay, as they are on the paper and as drafts."""
    used: set[int] = set()
    for live in Story.objects.iterator():
        for story in (live, live.get_latest_revision_as_object()):
            inside = [
                block.value["picture"] for block in story.body if block.block_type == "picture"
            ]
            used |= {picture.pk for picture in (story.picture, *inside) if picture is not None}
    return used

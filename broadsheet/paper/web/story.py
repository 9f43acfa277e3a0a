"""A story's page: live, or gone and said to be so."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from broadsheet.paper.models import Section, Story, Version
from broadsheet.paper.web import cuts, json_ld
from broadsheet.paper.web.answer import page
from broadsheet.paper.web.asking import Asked, asked, href
from broadsheet.paper.web.body import body
from broadsheet.paper.web.contract import BodyBlock, CorrectionView, Link, Moment, StoryView
from broadsheet.paper.web.corrected import corrected
from broadsheet.paper.web.errors import gone
from broadsheet.paper.web.frame import frame
from broadsheet.paper.web.moments import moment, published_at
from broadsheet.paper.web.origins import origin_of
from broadsheet.paper.web.paging import moved_to
from broadsheet.paper.web.section import find as find_section
from broadsheet.paper.web.section import moved
from broadsheet.paper.web.teasers import length_of, section_link
from broadsheet.paper.web.tongues import tongue_of

TEMPLATE = "paper/story.html"
#: Changes after which a reader is told that the story is newer than its first date.
OF_FACTS = (Version.Change.UPDATE, Version.Change.CLARIFICATION, Version.Change.CORRECTION)


@require_safe
def show(
    request: HttpRequest, section: str, year: int, month: int, day: int, slug: str
) -> HttpResponse:
    """The story at its address."""
    where = asked(request)
    home = find_section(where, section)
    story = find(where, home, year, month, day, slug) if home else None
    if story is None:
        answer = None if home else moved(where, section, request)
        if answer is None:
            raise Http404("There is no such story.")
        return answer
    if not story.live:
        return gone(where)
    if request.path != story.address:
        # Such as /2026/3/5/: a story has one address.
        return moved_to(story.address)
    return printed(story, where)


def find(
    where: Asked, section: Section | None, year: int, month: int, day: int, slug: str
) -> Story | None:
    """The story that has, or had, this address."""
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    stories = Story.objects.select_related("picture", "agency", "paper__masthead")
    at = {"home_section": section, "day": when, "public_slug": slug}
    found: Story | None = stories.filter(paper=where.paper, **at).first()
    return found


def printed(story: Story, where: Asked, *, preview: bool = False) -> HttpResponse:
    """The page, of a live story or of one that is being written."""
    return page(where, TEMPLATE, lambda: view(story, where, preview=preview))


def view(story: Story, where: Asked, *, preview: bool = False) -> StoryView:
    """What the story's template is given."""
    home = story.home_section.specific if story.home_section else None
    published = published_at(story, where.masthead.zone)
    modified = None if preview else _modified(story, where)
    corrections = tuple(_corrections(story, where))
    picture = cuts.shared(where, story)
    blocks = body(story)
    return StoryView(
        frame=frame(
            where,
            story.headline,
            path=story.address,
            description=story.standfirst or _opening(blocks),
            kind="article",
            section=home,
            picture=picture,
            structured=json_ld.story(story, where, published, modified, picture, corrections),
            published=published.iso if published else "",
            modified=modified.iso if modified else "",
        ),
        headline=story.headline,
        length=length_of(story.headline),
        standfirst=story.standfirst,
        section=section_link(home),
        tongue=tongue_of(story, where.masthead),
        bylines=tuple(Link(text=b.name, href=href(f"/by/{b.slug}/")) for b in story.bylines.all()),
        published=published,
        modified=modified,
        picture=cuts.cut(story.picture, cuts.STORY, caption=story.picture_caption),
        body=blocks,
        origin=origin_of(story),
        corrections=corrections,
        related=tuple(_related(story)),
        topics=tuple(Link(text=t.name, href=href(f"/topic/{t.slug}/")) for t in story.topics.all()),
        also_in=tuple(section_link(s) for s in story.sections.all() if s.live),
        replies=not preview,
        record=story,
    )


def _modified(story: Story, where: Asked) -> Moment | None:
    """When the last version with new facts was made; None while the first is the last such."""
    latest = story.versions.filter(number__gt=1, change__in=OF_FACTS).order_by("-number").first()
    return moment(latest.made, where.masthead.zone) if latest else None


def _corrections(story: Story, where: Asked) -> list[CorrectionView]:
    found = story.corrections.order_by("-made", "-id") if story.pk else []
    return [corrected(correction, where.masthead) for correction in found]


def _related(story: Story) -> list[Link]:
    links = []
    for line in story.related_lines.all():
        target = line.target if line.target and line.target.live else None
        links.append(Link(text=line.text, href=href(target.address) if target else line.url))
    return links


def _opening(blocks: tuple[BodyBlock, ...]) -> str:
    """The first words of a story without a standfirst."""
    first = next((b.value.html for b in blocks if b.kind == "paragraph"), "")
    return Truncator(strip_tags(first)).chars(200)

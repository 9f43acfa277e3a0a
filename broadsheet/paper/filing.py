"""Copy into a story: what the box in the newsroom and `broadsheet file` both do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from broadsheet.paper import lists, provenance, publishing
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.models import Copy, RelatedLine, Section, Story
from broadsheet.paper.models.story import TOMORROW
from broadsheet.paper.naming import agency_named, byline_named
from broadsheet.paper.prepared import Prepared, fingerprint, prepare
from broadsheet.staff.models import User

HEADLINE_MOST = 255
STANDFIRST_MOST = 600


class FilingError(Exception):
    """The copy cannot be filed. The message says what is wrong and what to do."""


class NoHeadlineError(FilingError):
    """Nothing in the copy can stand as a headline."""


class HeadlineTooLongError(FilingError):
    """The headline is longer than the paper can set."""


class DateToComeError(FilingError):
    """It would be published under a date that has not come."""


class NoSectionError(FilingError):
    """The story would stand in no section of this paper. `names` are those that it has not."""

    def __init__(self, message: str, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Filed:
    """A story that copy became, or that it was found to be already."""

    story: Story
    created: bool
    published: bool
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person decided over what was found; None leaves a thing as it was found."""

    headline: str | None = None
    standfirst: str | None = None
    credit: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    sections: Sequence[Section] | None = None
    in_top_news: bool | None = None
    replies_open: bool | None = None
    language: str = ""
    published: date | datetime | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def noon(day: date, paper: Site) -> datetime:
    """Where a date without a time sorts: at noon in the paper's zone."""
    return datetime.combine(day, time(12), tzinfo=paper.masthead.zone)


@transaction.atomic
def file_prepared(
    paper: Site,
    text: str,
    prepared: Prepared,
    choices: Choices,
    *,
    name: str = "",
    user: User | None = None,
    publish: bool = False,
) -> Filed:
    """Make the story that was prepared, with what a person chose. All or nothing is written.

    Raises:
        FilingError: it has no headline, one that is too long, or no section.
    """
    if publish and _not_yet(paper, choices.published or prepared.published):
        raise DateToComeError(
            "The date of publication has not come yet: it would stand in the address for ever. "
            "Mend the date, or schedule the story."
        )
    copy, _ = Copy.objects.get_or_create(
        paper=paper,
        fingerprint=fingerprint(text),
        defaults={"text": text, "name": name[:255], "by": user},
    )
    # Of two who press the button at one moment, the second waits here and finds the story.
    copy = Copy.objects.select_for_update().get(pk=copy.pk)
    if copy.story is not None:
        return _found_again(copy.story, user, publish)
    story = _story(paper, prepared, choices, user)
    copy.story = story
    copy.save(update_fields=["story"])
    if publish:
        publishing.publish(story, user=user)
    else:
        provenance.write(story)
        story.save_revision(user=user)
    provenance.mark_copy(story, text)
    return Filed(story, True, publish, prepared.questions)


def _not_yet(paper: Site, when: date | datetime | None) -> bool:
    if when is None:
        return False
    moment = when if isinstance(when, datetime) else noon(when, paper)
    return moment > timezone.now() + TOMORROW


def _found_again(story: Story, user: User | None, publish: bool) -> Filed:
    newly = publish and not story.live
    if newly:
        publishing.publish(story.get_latest_revision_as_object(), user=user)
        story.refresh_from_db()
    return Filed(story, False, newly)


def _chosen(choice: str | None, found: str) -> str:
    return (found if choice is None else choice).strip()


def _story(paper: Site, prepared: Prepared, choices: Choices, user: User | None) -> Story:
    headline = _headline(_chosen(choices.headline, prepared.headline))
    sections = list(prepared.sections if choices.sections is None else choices.sections)
    if not sections:
        raise _no_section(paper, prepared)
    agency = _chosen(choices.agency, prepared.agency)
    top = prepared.in_top_news if choices.in_top_news is None else choices.in_top_news
    open_ = paper.masthead.replies_open if choices.replies_open is None else choices.replies_open
    story = Story(
        title=headline,
        standfirst=_chosen(choices.standfirst, prepared.standfirst)[:STANDFIRST_MOST],
        credit=_chosen(choices.credit, prepared.credit)[:200],
        dateline=_chosen(choices.dateline, prepared.dateline)[:120],
        agency=agency_named(paper, agency) if agency else None,
        body=list(prepared.body),
        paper=paper,
        home_section=sections[0],
        in_top_news=top,
        replies_open=open_,
        language=choices.language,
        live=False,
        owner=user,
        **choices.extra,
    )
    _set_time(story, paper, choices.published or prepared.published)
    sections[0].add_child(instance=story)
    story.sections.set(sections[1:])
    byline = _chosen(choices.byline, prepared.byline)
    if byline:
        story.bylines.set([byline_named(paper, byline)])
    for order, line in enumerate(prepared.related):
        story.related_lines.add(_related(paper, line, order))
    story.save()
    return story


def _headline(headline: str) -> str:
    if not headline:
        raise NoHeadlineError(
            "No headline was found in the copy: put it on the first line, with an empty line below."
        )
    if len(headline) > HEADLINE_MOST:
        raise HeadlineTooLongError(
            f"The headline has {len(headline)} characters, at most {HEADLINE_MOST} can be set: "
            f"“{headline[:60]}…”. Is the first line really the headline? Shorten it, or put an "
            "empty line after it."
        )
    return headline


def _no_section(paper: Site, prepared: Prepared) -> NoSectionError:
    have = ", ".join(section.title for section in lists.sections(paper)) or "none yet"
    names = (*prepared.unknown_sections, *prepared.unsure_names)
    if names:
        return NoSectionError(
            f"The copy stands under {' and '.join(names)}, which this paper has not "
            f"(its sections: {have}). Make them, or name another section.",
            names,
        )
    return NoSectionError(f"The copy names no section. Name one (this paper's: {have}).", names)


def _set_time(story: Story, paper: Site, when: date | datetime | None) -> None:
    if isinstance(when, datetime):
        story.published, story.grain = when, Story.Grain.MINUTE
    elif when is not None:
        story.published, story.grain = noon(when, paper), Story.Grain.DAY


def _related(paper: Site, line: str, order: int) -> RelatedLine:
    found = Story.objects.filter(paper=paper, live=True, title__iexact=line).first()
    return RelatedLine(text=line[:300], target=found, sort_order=order)


def file_copy(
    paper: Site,
    text: str,
    *,
    name: str = "",
    published: date | None = None,
    section: str = "",
    make_sections: bool = False,
    user: User | None = None,
    publish: bool = False,
) -> Filed:
    """Read copy and file it, as `broadsheet file` does.

    Args:
        published: the day of publication.
        section: the home section, before those that the copy names.
        make_sections: open the sections that the paper has not.

    Raises:
        FilingError: see its kinds.
    """
    prepared = prepare(paper, text, published=published)
    if prepared.standing is not None:
        return _found_again(prepared.standing, user, publish)
    with transaction.atomic():
        sections = _sections(paper, prepared, section, make_sections)
        if make_sections:
            prepared = replace(prepared, unknown_sections=(), unsure_names=())
        choices = Choices(sections=sections, published=published)
        return file_prepared(paper, text, prepared, choices, name=name, user=user, publish=publish)


def _sections(paper: Site, prepared: Prepared, asked: str, make: bool) -> list[Section]:
    sections = list(prepared.sections)
    if make:
        # In the order of the copy: the first section it names is the story's home.
        names = [n.name for n in prepared.reading.trail if n.kind != "place"]
        sections = [add_section(paper, n) for n in names] if names else sections
    if asked:
        home = find_section(paper, asked) or (add_section(paper, asked) if make else None)
        if home is None:
            have = ", ".join(s.title for s in lists.sections(paper)) or "none yet"
            raise NoSectionError(
                f"There is no section “{asked}” (this paper's: {have}). "
                "Check the name, or add --make-section.",
                [asked],
            )
        sections = [home, *(s for s in sections if s.pk != home.pk)]
    return sections

"""The theme's contract: what a template is given as `page`, field by field, and nothing else.

An owner's template may count on every field here. Text is plain unless its field says HTML.
Addresses are ready to stand in `href`: percent-encoded, and paths unless they say absolute.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from broadsheet.paper.models import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere."""

    text: str
    """What the reader sees."""
    href: str
    """Where it leads; empty if nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The language of a piece of text, where it may differ from the paper's."""

    language: str
    """A BCP 47 tag, for `lang`."""
    direction: str
    """`ltr` or `rtl`, for `dir`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as a clock in the paper's zone would show it."""

    iso: str
    """For `datetime`: with the zone's offset, or a date alone if only the day is known."""
    date: str
    """The day in words: 6 September 2023."""
    weekday: str
    """The day in words with its name: Wednesday 6 September 2023."""
    clock: str
    """Hours and minutes; empty if only the day is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture cut for one place. Its size is given, so that nothing moves when it arrives."""

    src: str
    """Address of the middle size."""
    srcset: str
    """Every size, for `srcset`."""
    sizes: str
    """How wide it stands, for `sizes`."""
    width: int
    """Of the largest size, in pixels."""
    height: int
    """Of the largest size, in pixels."""
    alt: str
    """What it shows, for who cannot see it; empty if it only adorns."""
    caption: str
    """The words below it."""
    credit: str
    """Who made it."""
    portrait: bool
    """Whether it is taller than wide."""
    first: bool
    """Whether it is seen at once: loaded first, the others when they come near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """A story as it stands on a front or in a list."""

    headline: str
    """The headline, or the one for the front."""
    href: str
    """The story's address."""
    standfirst: str
    """May be empty."""
    section: Link
    """Its home section."""
    by: str
    """Names of its bylines, else its agency; may be empty."""
    published: Moment
    """When it was first published."""
    today: bool
    """Whether that is the day of the newest story here; the clock is then enough."""
    picture: PictureView | None
    """Its picture, cut for the place."""
    tongue: Tongue
    """The story's own language."""
    length: str
    """Of the headline: `short` (to 40 characters), `medium` (80), `long` (140), `epic`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLink:
    """A section in the row at the head of each page."""

    text: str
    """Its name."""
    href: str
    """Its address."""
    current: bool
    """Whether this page belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """The paper."""

    name: str
    """Its name."""
    length: str
    """Of the name: `short` (to 16 characters), `medium` (28) or `long`."""
    motto: str
    """May be empty."""
    tongue: Tongue
    """The paper's language."""
    publisher: str
    """Who answers for it; may be empty."""
    contact: str
    """Readers' e-mail address; may be empty."""
    demonstration: bool
    """Whether its people and places are made up; every page says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePicture:
    """The picture that other sites show with a link to this page."""

    address: str
    """Absolute address of a JPEG."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    alt: str
    """What it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page has around its own matter."""

    paper: PaperView
    """The paper."""
    title: str
    """For `<title>`, with the paper's name."""
    share_title: str
    """For Open Graph, without it."""
    description: str
    """One or two sentences; may be empty."""
    canonical: str
    """Absolute address of this page; empty for an error page, which has none."""
    kind: str
    """For Open Graph: `website` or `article`."""
    sections: tuple[SectionLink, ...]
    """The row of sections, in the editor's order."""
    feeds: tuple[Link, ...]
    """RSS feeds of the paper and, in a section, of that section."""
    stylesheet: str
    """Address of the one stylesheet; it carries a fingerprint and never goes stale."""
    fonts: tuple[str, ...]
    """Addresses of the faces that a page shows at once."""
    picture: SharePicture | None
    """For Open Graph."""
    structured: SafeString
    """JSON-LD, safe inside a script element; may be empty."""
    published: str
    """For Open Graph: when an article was published, ISO 8601; else empty."""
    modified: str
    """For Open Graph: when its text last changed, ISO 8601; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontBlock:
    """One section's block on the front."""

    section: Link
    """The section."""
    stories: tuple[Teaser, ...]
    """Its stories, the newest first."""
    rhythm: str
    """How they are set: `one`, `two`, `three` or `four` abreast with pictures, `feature` (one
    large, the others in a column beside it) or `columns` (words alone)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The front. No story stands on it twice. Template: paper/front.html."""

    frame: Frame
    """What every page has."""
    edition: Moment | None
    """When the newest story was published; None in a paper with no story."""
    lead: Teaser | None
    """The lead; None in a paper with no story."""
    seconds: tuple[Teaser, ...]
    """The first top stories, set beneath the lead: none, or two."""
    top_name: str
    """What the column of top stories is called."""
    top: tuple[Teaser, ...]
    """The other top stories."""
    blocks: tuple[FrontBlock, ...]
    """Blocks by section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The way through a long list."""

    number: int
    """This page's number; the first is 1."""
    newer: str
    """Address of the page before; empty on the first."""
    older: str
    """Address of the page after; empty on the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list of stories: of a section, author, agency or topic. Template: paper/list.html, or
    paper/section.html."""

    frame: Frame
    """What every page has."""
    kind: str
    """`section`, `byline`, `agency` or `topic`."""
    name: str
    """Of what it lists."""
    role: str
    """An author's role, an agency's full name; else empty."""
    about: tuple[str, ...]
    """Paragraphs about it; may be none."""
    lead: Teaser | None
    """The first story of a section's first page; else None."""
    stories: tuple[Teaser, ...]
    """The others, the newest first."""
    paging: Paging
    """The way to older ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyBlock:
    """One block of a story's body."""

    kind: str
    """paragraph, heading, picture, quotation, post, embed, list, table or fact_box."""
    template: str
    """The template for it, which is given `value`."""
    value: Any
    """What the kind needs: see Markup, PictureView, QuotationView, EmbedView, ListItems,
    TableView, FactBox; a heading has its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A paragraph, or several. Spoken words stand in `<q data-speaker>`."""

    html: SafeString
    """HTML: p, a, b, i, sup, sub, s, q."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """Words set apart, or a post quoted from a platform."""

    paragraphs: tuple[str, ...]
    """The words, without quotation marks."""
    speaker: str
    """Who says them; may be empty."""
    source: str
    """Who heard them, or where they were posted; may be empty."""
    url: str
    """Address of the original; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """Something on another site. It is never loaded: a reader may follow the link."""

    url: str
    """Its address."""
    host: str
    """The site's name."""
    title: str
    """Its title, if known; else the address without its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItems:
    """Points, one after another."""

    points: tuple[SafeString, ...]
    """HTML of each: a, b, i, sup, sub, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table."""

    text: str
    """Its words."""
    head: str
    """`col` or `row` if it heads one; else empty."""
    across: int
    """Columns that it covers."""
    down: int
    """Rows that it covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table."""

    caption: str
    """May be empty."""
    head: tuple[tuple[Cell, ...], ...]
    """Its head row, if it has one."""
    rows: tuple[tuple[Cell, ...], ...]
    """The other rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBox:
    """A box beside the story."""

    title: str
    """Its title."""
    html: SafeString
    """HTML: p, ul, ol, li, a, b, i, sup, sub, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Somebody that a story relies on."""

    name: str
    """A person or an outlet."""
    sentences: int
    """How many sentences come from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a story came from."""

    agency: Link | None
    """The agency, with its page."""
    told_to: str
    """Outlets that the agency had it from, in words; may be empty."""
    credit: str
    """The credit line; may be empty."""
    sources: tuple[Outlet, ...]
    """Outlets that are named as sources."""
    speakers: tuple[Outlet, ...]
    """Who is quoted in direct speech; the number is of quotations."""
    from_copy: int
    """Sentences that came in copy."""
    all_sentences: int
    """Sentences altogether; 0 if that was not worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """One correction or clarification."""

    kind: str
    """Correction or Clarification, in the paper's language."""
    text: str
    """What was wrong, and what is right."""
    made: Moment
    """When it was printed."""
    story: Link
    """The story that it belongs to."""
    tongue: Tongue
    """The story's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story. Template: paper/story.html."""

    frame: Frame
    """What every page has."""
    headline: str
    """Its headline."""
    length: str
    """Of the headline: as in Teaser."""
    standfirst: str
    """May be empty."""
    section: Link
    """Its home section."""
    tongue: Tongue
    """Its language."""
    bylines: tuple[Link, ...]
    """Who wrote it, with their pages."""
    published: Moment | None
    """When it was first published; None in a preview of a draft."""
    modified: Moment | None
    """When facts in it last changed; None if they did not."""
    picture: PictureView | None
    """The picture above the text."""
    body: tuple[BodyBlock, ...]
    """Its text, block by block."""
    origin: Origin
    """Where it came from."""
    corrections: tuple[CorrectionView, ...]
    """What was put right in it, the latest first."""
    related: tuple[Link, ...]
    """Other stories; without an address if it has not been found."""
    topics: tuple[Link, ...]
    """What it is about."""
    also_in: tuple[Link, ...]
    """Other sections that it stands in."""
    replies: bool
    """Whether replies are shown and taken; not in a preview."""
    record: Story
    """The story itself, for the tag libraries of other rooms alone (`replies_of`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """What the paper says of itself. Template: paper/about.html."""

    frame: Frame
    """What every page has."""
    paragraphs: tuple[str, ...]
    """May be none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """What the paper put right. Template: paper/corrections.html."""

    frame: Frame
    """What every page has."""
    corrections: tuple[CorrectionView, ...]
    """The latest first; may be none."""
    paging: Paging
    """The way to older ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """Why there is nothing to read here. Template: paper/error.html."""

    frame: Frame
    """What every page has."""
    status: int
    """404 or 410."""
    heading: str
    """What is the matter."""
    words: str
    """What a reader can do."""
    stories: tuple[Teaser, ...]
    """The newest stories, to read instead."""

"""The theme's contract for replies: what their templates are given, field by field."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.paper.web.contract import Frame, Link, Moment, Tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """One reply that is printed."""

    anchor: str
    """Its `id` on the page, by which it can be linked to."""
    number: int
    """Its place among all replies to the story, from 1."""
    name: str
    """Who wrote it, as they call themselves."""
    received: Moment
    """When it came."""
    paragraphs: tuple[str, ...]
    """Plain text; a line end inside a paragraph is a line end."""
    from_the_paper: bool
    """Whether the paper itself answers here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One place in the row of page numbers."""

    text: str
    """The number; empty for the gap between far numbers."""
    href: str
    """Where that page is."""
    here: bool
    """Whether it is this page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesView:
    """One page of the replies to a story."""

    story: Link
    """The story."""
    tongue: Tongue
    """The story's language."""
    count: int
    """Of all replies, not of those on this page."""
    number: int
    """Of this page, from 1."""
    last: int
    """Number of the last page."""
    replies: tuple[ReplyView, ...]
    """The oldest first."""
    turns: tuple[Turn, ...]
    """The row of page numbers; empty when there is one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of the form, with what was written into it."""

    name: str
    """Of the field in the form."""
    value: str
    """What was written before; empty on a fresh form."""
    faults: tuple[str, ...]
    """What is wrong with it, in whole sentences."""
    most: int
    """Letters that it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The form under a story."""

    action: str
    """Where it is sent to."""
    open: bool
    """Whether replies are taken; else there is a line that says so."""
    name: FieldView
    """The reader's name."""
    email: FieldView
    """The reader's e-mail address, which is not published."""
    text: FieldView
    """The reply."""
    trap: str
    """Name of the field that people do not see and must leave empty."""
    trap_faults: tuple[str, ...]
    """What is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainView:
    """The page after a reply that was not taken: the reason, and the reader's words."""

    frame: Frame
    """What every page has."""
    heading: str
    """What happened, in a few words."""
    words: str
    """Why, and what to do; may be empty when the fields say it."""
    story: Link | None
    """The story, if it is still on the paper."""
    form: FormView | None
    """The form, filled in; None when it cannot be sent again."""
    text: str
    """The reader's words, for a page without a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterView:
    """A later page of the replies to a story."""

    frame: Frame
    """What every page has."""
    replies: RepliesView
    """The replies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedView:
    """Thanks, and what happens next."""

    frame: Frame
    """What every page has."""
    story: Link
    """The story."""
    tongue: Tongue
    """The story's language."""

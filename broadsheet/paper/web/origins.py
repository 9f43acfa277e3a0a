"""Where a story came from, in the words that stand at its foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from broadsheet.paper.models import Sentence, Story
from broadsheet.paper.web.asking import href
from broadsheet.paper.web.contract import Link, Origin, Outlet

#: Where people post for themselves: a source, but nobody who told us.
PLATFORMS = frozenset(
    {"X", "Twitter", "Facebook", "Instagram", "Telegram", "Bluesky", "Threads", "Mastodon",
     "LinkedIn", "YouTube", "TikTok", "WhatsApp", "Weibo", "Truth Social"}
)  # fmt: skip


def origin_of(story: Story) -> Origin:
    """The agency, credit line, and what the rows of its sentences say."""
    rows = list(story.sentences.all()) if story.pk else []
    own = {name.casefold() for name in (story.credit, story.agency and story.agency.name) if name}
    outlets = _counted(
        name for row in rows for name in dict.fromkeys(row.chain) if name.casefold() not in own
    )
    # Only words between quotation marks: who is meant in reported speech is the copy desk's best
    # reading, good enough for an editor's eye and not for print.
    said = list(story.quotations.all()) if story.pk else []
    speakers = _counted(name for row in said if (name := row.person or row.speaker))
    return Origin(
        agency=_agency(story),
        told_to=", ".join(o.name for o in outlets if o.name not in PLATFORMS),
        credit=story.credit,
        sources=outlets,
        speakers=speakers,
        from_copy=sum(row.origin == Sentence.Origin.COPY for row in rows),
        all_sentences=len(rows),
    )


def _agency(story: Story) -> Link | None:
    if story.agency is None:
        return None
    return Link(text=story.agency.name, href=href(f"/agency/{story.agency.slug}/"))


def _counted(names: Iterable[str]) -> tuple[Outlet, ...]:
    """The most often named first."""
    return tuple(Outlet(name=name, sentences=n) for name, n in Counter(names).most_common())

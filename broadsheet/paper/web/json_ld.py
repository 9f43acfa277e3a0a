"""What machines are told of a page: schema.org in JSON-LD.

Types: https://schema.org/NewsArticle, /Quotation, /CorrectionComment, /NewsMediaOrganization.
"""

from __future__ import annotations

from typing import Any

from broadsheet.paper.models import Story
from broadsheet.paper.web.asking import Asked, href
from broadsheet.paper.web.contract import CorrectionView, Moment, SharePicture
from broadsheet.paper.web.tongues import tongue_of

SCHEMA = "https://schema.org"
#: Quotations that are told of; a page of interviews need not say everything twice.
QUOTATIONS = 20


def paper(where: Asked) -> dict[str, Any]:
    """The paper itself, on its front."""
    return {
        "@context": SCHEMA,
        "@type": "WebSite",
        "name": where.masthead.name,
        "url": where.absolute("/"),
        "inLanguage": where.masthead.language,
        "publisher": publisher(where),
    }


def publisher(where: Asked) -> dict[str, Any]:
    """Who publishes."""
    return {
        "@type": "NewsMediaOrganization",
        "name": where.masthead.publisher or where.masthead.name,
        "url": where.absolute("/"),
        "correctionsPolicy": where.absolute("/corrections/"),
    }


def story(
    story: Story,
    where: Asked,
    published: Moment | None,
    modified: Moment | None,
    picture: SharePicture | None,
    corrections: tuple[CorrectionView, ...],
) -> dict[str, Any]:
    """One story. A day without an hour stays one: no time of day is made up."""
    told: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "NewsArticle",
        "headline": story.headline,
        "description": story.standfirst,
        "mainEntityOfPage": where.absolute(story.address),
        "datePublished": published.iso if published else "",
        "dateModified": (modified or published).iso if (modified or published) else "",  # type: ignore[union-attr]
        "inLanguage": tongue_of(story, where.masthead).language,
        "isAccessibleForFree": True,
        "articleSection": _sections(story),
        "dateline": story.dateline,
        "author": _authors(story, where),
        "publisher": publisher(where),
        "sourceOrganization": _agency(story, where),
        "creditText": story.credit,
        "keywords": [topic.name for topic in story.topics.all()],
        "image": _image(picture),
        "citation": _quotations(story),
        "correction": [_correction(c) for c in corrections],
    }
    return {key: value for key, value in told.items() if value not in ("", None, [])}


def _sections(story: Story) -> list[str]:
    homes = [story.home_section.title] if story.home_section else []
    return homes + [section.title for section in story.sections.all()]


def _authors(story: Story, where: Asked) -> list[dict[str, Any]]:
    people = [
        {"@type": "Person", "name": b.name, "url": where.absolute(f"/by/{b.slug}/")}
        for b in story.bylines.all()
    ]
    agency = _agency(story, where)
    return people or ([agency] if agency else [publisher(where)])


def _agency(story: Story, where: Asked) -> dict[str, Any] | None:
    if story.agency is None:
        return None
    return {
        "@type": "Organization",
        "name": story.agency.full_name or story.agency.name,
        "url": where.absolute(href(f"/agency/{story.agency.slug}/")),
    }


def _image(picture: SharePicture | None) -> list[dict[str, Any]]:
    if picture is None:
        return []
    size = {"width": picture.width, "height": picture.height}
    return [{"@type": "ImageObject", "url": picture.address, **size}]


def _quotations(story: Story) -> list[dict[str, Any]]:
    told = []
    for quotation in story.quotations.all()[:QUOTATIONS]:
        entry: dict[str, Any] = {"@type": "Quotation", "text": quotation.words}
        speaker = quotation.person or quotation.speaker
        if speaker:
            entry["creator"] = {"@type": "Person", "name": speaker}
        if quotation.chain:
            outlets = [{"@type": "Organization", "name": name} for name in quotation.chain]
            entry["isBasedOn"] = [{"@type": "CreativeWork", "publisher": o} for o in outlets]
        told.append(entry)
    return told


def _correction(correction: CorrectionView) -> dict[str, Any]:
    return {
        "@type": "CorrectionComment",
        "text": correction.text,
        "datePublished": correction.made.iso,
    }

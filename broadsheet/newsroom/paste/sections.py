"""The question which sections a story stands in: what is proposed, what is asked, what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from broadsheet.newsroom.access import Desk
from broadsheet.paper import lists
from broadsheet.paper.founding import add_section
from broadsheet.paper.models import Section
from broadsheet.paper.prepared import Prepared

MAKE, LEAVE, USE = "make", "leave", "use"


class UnansweredError(Exception):
    """A question about sections has no answer. The message says which."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One of the paper's sections, ticked or not."""

    section: Section
    ticked: bool
    home: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A name in the copy that is no section of this paper, and what was said about it."""

    name: str
    answer: str
    instead: str
    home: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class SectionQuestion:
    """Everything the screen shows of it."""

    ticks: list[Tick]
    asked: list[Asked]


def proposed(desk: Desk, prepared: Prepared) -> SectionQuestion:
    """As the copy has it: the first section it names is the home."""
    ticked = {section.pk for section in prepared.sections}
    first = _first_name(prepared)
    make = MAKE if desk.may.publish else ""
    asked = [
        Asked(name, make if sure else "", "", sure and name == first and bool(make), sure)
        for name, sure in _names(prepared)
    ]
    home = None if any(a.home for a in asked) else next((s.pk for s in prepared.sections), None)
    ticks = [Tick(s, s.pk in ticked, s.pk == home) for s in lists.sections(desk.paper)]
    return SectionQuestion(ticks, asked)


def answered(desk: Desk, prepared: Prepared, data: QueryDict) -> SectionQuestion:
    """As somebody filled the form in."""
    ticked, home = set(data.getlist("section")), data.get("home", "")
    ticks = [
        Tick(s, str(s.pk) in ticked or home == str(s.pk), home == str(s.pk))
        for s in lists.sections(desk.paper)
    ]
    asked = [
        Asked(
            name,
            str(data.get(f"answer-{name}", "")),
            str(data.get(f"instead-{name}", "")),
            home == f"new-{name}",
            sure,
        )
        for name, sure in _names(prepared)
    ]
    return SectionQuestion(ticks, asked)


def decide(desk: Desk, question: SectionQuestion) -> list[Section]:
    """The sections that were chosen, the home first. Sections that were asked for are opened.

    Raises:
        UnansweredError: a name was left without an answer, or nothing was chosen.
    """
    mine = {str(tick.section.pk): tick.section for tick in question.ticks}
    chosen = [tick.section for tick in question.ticks if tick.ticked]
    home = next((tick.section for tick in question.ticks if tick.home), None)
    for asked in question.asked:
        section = _section_for(desk, asked, mine)
        if section is not None:
            chosen.append(section)
            home = section if asked.home else home
    if not chosen:
        raise UnansweredError("Tick at least one section: the story needs a place on the paper.")
    home = home or chosen[0]
    return [home, *(s for s in dict.fromkeys(chosen) if s.pk != home.pk)]


def _section_for(desk: Desk, asked: Asked, mine: Mapping[str, Section]) -> Section | None:
    if asked.answer == MAKE and desk.may.publish:
        return add_section(desk.paper, asked.name)
    if asked.answer == USE and asked.instead in mine:
        return mine[asked.instead]
    if asked.answer == LEAVE:
        return None
    raise UnansweredError(
        f"The copy stands under “{asked.name}”, which this paper has not: say what to do with it."
    )


def _names(prepared: Prepared) -> list[tuple[str, bool]]:
    return [
        *((name, True) for name in prepared.unknown_sections),
        *((name, False) for name in prepared.unsure_names),
    ]


def _first_name(prepared: Prepared) -> str:
    """The first name of the trail that is a section, known or not; empty when there is none."""
    known = {section.title.casefold() for section in prepared.sections}
    for name in prepared.reading.trail:
        if name.name.casefold() in known or name.name in prepared.unknown_sections:
            return str(name.name)
    return ""

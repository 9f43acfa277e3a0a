"""Which stories an agency's later take concerns: those made from its item, and those that hold its
sentences because somebody pasted them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from broadsheet.copydesk.sentences import split_sentences
from broadsheet.paper.models import DraftSentence, MadeFrom, SecondThought, Sentence, Story
from broadsheet.paper.provenance import fingerprint
from broadsheet.wire.models import Take

#: A sentence of fewer words is everybody's, and so is one that more stories hold.
LEAST_WORDS = 6
EVERYBODYS = 40
#: From this share of the take's own sentences on, a story was surely made of it.
SURE = 0.4
_MOST_TAKES = 400


@dataclass(frozen=True, slots=True)
class Concerned:
    """A story that a take concerns.

    Attributes:
        base: the take that its text came from.
        found_by: lineage, or text.
        sure: whether that is certain enough to act before anybody has looked.
    """

    story: Story
    base: Take | None
    found_by: str
    sure: bool


def kin_of(take: Take) -> list[Take]:
    """All versions of a take's item that are kept, itself left out, the oldest first: those with
    its guid, those that it names as replaced, those that name it, and on along the chain."""
    found: dict[int, Take] = {}
    guids, asked = {take.guid, *take.replaces}, set[str]()
    mine = Take.objects.filter(paper=take.paper_id).exclude(pk=take.pk)
    while guids - asked and len(found) < _MOST_TAKES:
        ask = guids - asked
        asked |= ask
        for kin in mine.filter(guid__in=ask).select_related("agency"):
            found[kin.pk] = kin
            guids |= {kin.guid, *kin.replaces}
    for kin in mine.filter(thread=take.thread_id).exclude(pk__in=found).select_related("agency"):
        if set(kin.replaces) & guids:
            found[kin.pk] = kin
    return sorted(found.values(), key=lambda kin: (kin.versioned, kin.pk))


def concerned(take: Take, *, everything: bool) -> list[Concerned]:
    """The stories that a take concerns, each once.

    Args:
        everything: for a kill or an embargo: also those that do not follow the item any more, and
            those that only hold some of its sentences.
    """
    kin = kin_of(take)
    found: dict[int, Concerned] = {}
    rows = MadeFrom.objects.filter(take__in=[*kin, take]).select_related("story", "take__agency")
    known = set()
    for row in rows.order_by("id"):
        known.add(row.story_id)
        # A story that took the very take in has nothing to learn from it.
        if row.take_id != take.pk and (everything or row.follows):
            found[row.story_id] = Concerned(
                row.story, row.take, SecondThought.FoundBy.LINEAGE, sure=True
            )
        elif row.take_id == take.pk:
            found.pop(row.story_id, None)
    for one in _holding_text([*kin, take], skip=known, everything=everything):
        found.setdefault(one.story.pk, one)
    return list(found.values())


def _holding_text(takes: list[Take], *, skip: Iterable[int], everything: bool) -> list[Concerned]:
    prints = {take.pk: _prints(take) for take in takes}
    every = set().union(*prints.values()) if prints else set()
    held = _holders(takes[-1].paper_id, every)
    found = []
    stories = Story.objects.in_bulk([pk for pk in held if pk not in set(skip)])
    # Made from another item with the same sentences: whose words they are, an editor decides.
    elsewhere = set(MadeFrom.objects.filter(story__in=stories).values_list("story_id", flat=True))
    for pk, story in stories.items():
        base = max(takes, key=lambda take: (_share(held[pk], prints[take.pk]), take.pk))
        alike = _share(held[pk], prints[base.pk]) >= SURE
        sure = alike and pk not in elsewhere
        if sure or everything:
            found.append(Concerned(story, base, SecondThought.FoundBy.TEXT, sure))
    return found


def _prints(take: Take) -> set[str]:
    return {
        fingerprint(text[s:e])
        for text in take.paragraphs
        for s, e in split_sentences(text)
        if len(text[s:e].split()) >= LEAST_WORDS
    }


def _share(held: set[str], prints: set[str]) -> float:
    return len(held & prints) / len(prints) if prints else 0.0


def _holders(paper: int, prints: set[str]) -> dict[int, set[str]]:
    """The stories that hold any of these sentences, public or not, and which."""
    found: dict[int, set[str]] = {}
    asked = sorted(prints)
    pairs: set[tuple[int, str]] = set()
    for at in range(0, len(asked), 400):
        some = asked[at : at + 400]
        for rows in (DraftSentence, Sentence):
            held = rows.objects.filter(paper=paper, fingerprint__in=some)
            pairs |= set(held.values_list("story_id", "fingerprint"))
    counted = Counter(mark for _, mark in pairs)
    for story, mark in pairs:
        if counted[mark] <= EVERYBODYS:
            found.setdefault(story, set()).add(mark)
    return found

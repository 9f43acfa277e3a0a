"""What is new in a take against another: sentence by sentence, and word by word within one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from broadsheet.newsroom.story.differences import Run
from broadsheet.paper.from_wire.aligning import align
from broadsheet.wire.models import Take
from broadsheet.wire.threads.marks import sentences_of

#: Sentences that stayed are folded away when more than this stand in a row.
FOLDED = 2
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence, or a run of those that stayed.

    Attributes:
        kind: new, gone, changed, same or folded.
    """

    kind: str
    text: str = ""
    runs: tuple[Run, ...] = ()
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All of a take against an older one."""

    headline: tuple[Run, ...]
    lines: tuple[Change, ...]

    @property
    def summary(self) -> str:
        """How much is new, in words."""
        kinds = [line.kind for line in self.lines]
        said = [
            f"{kinds.count(kind)} {kind}" for kind in ("new", "changed", "gone") if kind in kinds
        ]
        if self.headline:
            said.insert(0, "another headline")
        return ", ".join(said) or "the same words"


def changes(old: Take, new: Take) -> Changes:
    """What made `new` out of `old`."""
    before, after = [*sentences_of(old.paragraphs)], [*sentences_of(new.paragraphs)]
    return Changes(
        word_runs(" ".join(old.headline.split()), " ".join(new.headline.split())),
        tuple(_folded([*_lines(before, after)])),
    )


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for pair in align(before, after):
        old = before[pair.one] if pair.one is not None else ""
        new = after[pair.other] if pair.other is not None else ""
        if pair.same:
            yield Change("same", new)
        elif pair.one is None:
            yield Change("new", new)
        elif pair.other is None:
            yield Change("gone", old)
        else:
            yield Change("changed", new, word_runs(old, new))


def _folded(lines: list[Change]) -> Iterator[Change]:
    waiting: list[Change] = []
    for line in [*lines, None]:
        if line is not None and line.kind == "same":
            waiting.append(line)
            continue
        if len(waiting) > FOLDED:
            yield Change("folded", folded=tuple(one.text for one in waiting))
        else:
            yield from waiting
        waiting = []
        if line is not None:
            yield line


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Both sentences whole, word by word; nothing when they are the same."""
    if old == new:
        return ()
    a, b = _WORD.findall(old), _WORD.findall(new)
    runs: list[Run] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(b[b1:b2])))
            continue
        runs += [Run("removed", "".join(a[a1:a2]))] if a2 > a1 else []
        runs += [Run("added", "".join(b[b1:b2]))] if b2 > b1 else []
    return tuple(runs)

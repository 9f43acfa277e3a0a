"""Whether takes of one news are known for it: pairs made of a folder's texts by what newsrooms do to
copy, and pairs that only look alike.

    python benchmarks/threads.py [FOLDER_OR_FILE ...] [--half first|second|all] [--show KIND ...]

Texts are read from wire files of any format, and from `.jsonl` with an object a line that has `text`;
without a path, from the demonstration's stories. The first half is for tuning, the second to be looked at
at the end. A pair counts as joined when one text finds the other by a key and the two are judged one text,
which is what a take's coming decides. Prints recall for each edit, wrong merges for each trap, precision,
recall and F1 of all, and how many accounts of one event and next days' stories are linked.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from news_of_one_form import accounts, of_one_form
from newsroom_edits import SAME, next_day, same_column, same_ending

from broadsheet.wire import formats
from broadsheet.wire.threads.likeness import Likeness, likeness, may_be_alike
from broadsheet.wire.threads.marks import Marks, marks_of, words_of

DEMO = Path(__file__).parent.parent / "broadsheet" / "demo" / "stories"
LEAST_WORDS, LEAST_PARAGRAPHS, MOST_WORDS = 120, 4, 3000
OF_A_FORM = 10


@dataclass
class Outcome:
    """What became of the pairs of one kind."""

    pairs: int = 0
    joined: int = 0
    linked: int = 0
    others: list[str] = field(default_factory=list)


def main(words: list[str]) -> int:
    """Measure; 0 when the goals are reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--half", choices=("first", "second", "all"), default="all")
    parser.add_argument("--show", nargs="*", default=[])
    args = parser.parse_args(words)
    copies = list(texts(args.paths or [DEMO]))
    random.Random(1).shuffle(copies)  # noqa: S311 - the same halves in every run
    if args.half != "all":
        copies = copies[args.half == "second" :: 2]
    same, other = measured(copies)
    return report(len(copies), same, other, args.show)


def texts(paths: Iterable[Path]) -> Iterator[list[str]]:
    """Every text of some length, once, as paragraphs."""
    seen: set[str] = set()
    for path in files(paths):
        for copy in copies_in(path):
            count = len(words_of(" ".join(copy)))
            long = len(copy) >= LEAST_PARAGRAPHS and LEAST_WORDS <= count < MOST_WORDS
            if long and copy[0] not in seen:
                seen.add(copy[0])
                yield copy


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, those of folders in order."""
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (one for one in found if one.is_file())


def copies_in(path: Path) -> Iterator[list[str]]:
    """The texts of a file."""
    if path.suffix == ".jsonl":
        for line in path.read_text().splitlines():
            # The first two paragraphs are the headline, twice.
            yield [one for one in json.loads(line)["text"].split("\n\n") if one.strip()][2:]
    elif path.parent == DEMO:
        body = path.read_text().split("+++", 2)[2]
        yield [one for one in body.split("\n\n") if one.strip() and one.strip()[0] not in "#>!|"]
    else:
        for item in formats.items(path.read_bytes(), name=path.name):
            yield list(item.to_json()["paragraphs"])


def measured(copies: list[list[str]]) -> tuple[dict[str, Outcome], dict[str, Outcome]]:
    """The outcomes of pairs that are one news, and of those that are not, by kind."""
    chance = random.Random(5)  # noqa: S311 - the same pairs in every run
    same: dict[str, Outcome] = defaultdict(Outcome)
    other: dict[str, Outcome] = defaultdict(Outcome)
    for copy in copies:
        another = chance.choice([one for one in copies if one is not copy])
        for name, edit in SAME.items():
            judge(same[name], marks_of(copy), marks_of(edit(chance, copy, another)), copy)
        later = next_day(chance, copy, another)
        if later:
            judge(other["next_day"], marks_of(copy), marks_of(later), copy)
        for trap in (same_column, same_ending):
            one, two = trap(chance, copy, another)
            judge(other[trap.__name__], marks_of(one), marks_of(two), copy)
    for form in of_one_form(chance, OF_A_FORM):
        every_pair(other["one_form"], form)
    for one, two in accounts():
        judge(other["accounts_of_one_event"], marks_of(one), marks_of(two), one)
    every_pair(other["any_two_texts"], copies)
    return same, other


def every_pair(outcome: Outcome, copies: list[list[str]]) -> None:
    """Judge each text with each other."""
    marked = [(marks_of(copy), copy) for copy in copies]
    for place, (one, copy) in enumerate(marked):
        for two, _ in marked[:place]:
            judge(outcome, one, two, copy)


def judge(outcome: Outcome, one: Marks, two: Marks, copy: list[str]) -> None:
    """Note what would be decided on two texts."""
    like = Likeness()
    found = bool(set(one.keys()) & set(two.keys()))
    if found and may_be_alike(one.tokens, two.tokens):
        like = likeness(one, two)
    outcome.pairs += 1
    outcome.joined += like.is_one_text
    outcome.linked += like.is_linked
    outcome.others.append(f"{'joined' if like.is_one_text else 'apart'} {like} {copy[0][:60]}")


def report(count: int, same: dict[str, Outcome], other: dict[str, Outcome], show: list[str]) -> int:
    """Print everything; 0 when F1 is .95 at least and wrong merges are 0.5 % at most."""
    print(f"{count} texts\n\n| edit | pairs | joined |\n|---|---|---|")
    for name, one in same.items():
        print(f"| {name.replace('_', ' ')} | {one.pairs} | {one.joined / one.pairs:.3f} |")
    print("\n| not one text | pairs | joined | linked |\n|---|---|---|---|")
    for name, one in other.items():
        print(f"| {name.replace('_', ' ')} | {one.pairs} | {one.joined} | {one.linked} |")
    for name in show:
        wanted = "apart" if name in same else "joined"
        lines = (same.get(name) or other[name]).others
        print(f"\n{name}", *(line for line in lines if line.startswith(wanted)), sep="\n  ")
    right, all_same = sum(one.joined for one in same.values()), sum(o.pairs for o in same.values())
    wrong, all_other = (
        sum(one.joined for one in other.values()),
        sum(o.pairs for o in other.values()),
    )
    hard = sum(one.pairs for name, one in other.items() if name != "any_two_texts")
    precision, recall = right / (right + wrong), right / all_same
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"\nprecision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}; wrong merges {wrong} of"
        f" {all_other:,} pairs ({wrong / all_other:.3%}), {hard:,} of them made to look alike"
    )
    return 0 if f1 >= 0.95 and wrong / all_other <= 0.005 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What the benchmark of the copy desk found, and the page that tells it."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass
class Measured:
    """Everything that the page tells. Times are seconds of processor time, starts of the clock."""

    kib: float
    words: int
    texts: int
    scores: dict[str, dict[str, Any]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    gave_up: int = 0
    pairs: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    costs: dict[str, float] = field(default_factory=dict)
    starts: list[float] = field(default_factory=list)
    bare_starts: list[float] = field(default_factory=list)
    growth: dict[int, float] = field(default_factory=dict)
    sample: dict[str, dict[str, int]] = field(default_factory=dict)


#: The table's first rows: what is told, where the scorer keeps it, and what is to be reached.
QUOTED = (
    (
        "direct quotations of 5+ words, IoU ≥ .3: span and speaker both right, F1",
        ("direct quotes >=5w IoU>=0.3", "quote_and_speaker_f1"),
        0.92,
    ),
    (
        "all direct quotations, IoU ≥ .8: span and speaker both right, F1",
        ("direct quotes >=1w IoU>=0.8", "quote_and_speaker_f1"),
        0.86,
    ),
    (
        "all reported content by characters, direct and indirect, F1",
        ("all content, characters (direct+indirect)", "f1"),
        0.78,
    ),
)
PRECISION, RECALL, ALARMS, COST, START = 0.95, 0.95, 0.40, 0.1, 0.3
SAMPLE = {"error": 14, "query": 12, "style": 15}
HEAD = """\
# The copy desk, measured

Made by `python benchmarks/copydesk.py --data DIR --scorer SCORER --sample PAGE`; its head says what
these are. The articles, their marks and the sample page are not part of the project. Peers run in
the same run, each in an environment of its own, on one thread. A peer knows no levels, so that
whatever it marks counts as an alarm; a spelling remark stands for `misspelling`, a repetition for
`doubled-word`.
"""


def page(found: Measured) -> str:
    """The whole page, in Markdown."""
    about = (
        f"{datetime.now(UTC):%-d %B %Y}; {platform.python_implementation()} "
        f"{platform.python_version()} on {platform.system()} {platform.machine()}; "
        f"{found.texts} articles, {found.words:,} words, {found.kib:.0f} KiB."
    )
    parts = [HEAD, about, _reached(found), _peers(found), _checks(found), _cost(found)]
    if found.missing:
        parts.append("Left out, as they could not be installed: " + "; ".join(found.missing) + ".")
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _reached(found: Measured) -> str:
    lines = [
        "## Reached",
        "",
        "| | best peer here | broadsheet | to reach | |",
        "|---|---|---|---|---|",
    ]
    for what, best, ours, reach, good in _rows(found):
        lines.append(f"| {what} | {best} | {ours} | {reach} | {'yes' if good else 'no'} |")
    return "\n".join(lines)


def _rows(found: Measured) -> Iterator[tuple[str, str, str, str, bool]]:
    ours = found.scores["broadsheet"]
    for what, (row, column), reach in QUOTED:
        value = ours[row][column]
        best = _best({name: one[row].get(column, 0) for name, one in _others(found)})
        yield what, best, _share(value), _share(reach), value >= reach
    yield from _injected(found)
    alarms = ours["clean alarms per 1000 words"]["TOTAL"]
    quiet = {name: one["clean alarms per 1000 words"]["TOTAL"] for name, one in _others(found)}
    told = ", ".join(f"{name} {value:.2f}" for name, value in quiet.items() if value) or "–"
    yield "alarms on clean copy per 1,000 words", told, f"{alarms:.2f}", "≤ .40", alarms <= ALARMS
    yield from _sampled(found)
    if "textacy" in found.pairs:
        ratio = statistics.median(a / b for a, b in found.pairs["textacy"])
        what = "cost: processor time for reading and all checks, textacy's as 1"
        yield what, "1", f"{ratio:.3f}", "≤ .1", ratio <= COST
    start = min(found.starts)
    yield "start of `broadsheet read`, seconds, least", "–", f"{start:.2f}", "< .3", start < START
    times = [seconds / size for size, seconds in sorted(found.growth.items())]
    growth = times[-1] / times[0]
    what = "time per MB at 10 MB, that at 1 MB as 1"
    yield what, "–", f"{growth:.2f}", "about 1", growth <= 1.25


def _others(found: Measured) -> list[tuple[str, dict[str, Any]]]:
    return [(name, one) for name, one in found.scores.items() if name != "broadsheet"]


def _injected(found: Measured) -> Iterator[tuple[str, str, str, str, bool]]:
    """Precision and recall together: either alone is easily had."""
    alone = {name: one["checks ALL"] for name, one in _others(found) if one["checks ALL"]["tp"]}
    name = max(alone, key=lambda one: alone[one]["f1"], default="")
    best = f"{name} {_both(alone[name])}" if name else "–"
    ours = found.scores["broadsheet"]["checks ALL"]
    good = ours["p"] >= PRECISION and ours["r"] >= RECALL
    yield "injected errors: P / R", best, _both(ours), ".95 / .95", good


def _both(row: dict[str, float]) -> str:
    return f"{_share(row['p'])} / {_share(row['r'])}"


def _sampled(found: Measured) -> Iterator[tuple[str, str, str, str, bool]]:
    ours = found.sample.get("broadsheet")
    if ours is None:
        return
    for level, reach in SAMPLE.items():
        most = ours[f"{level} of"]
        best = _most({name: row[level] for name, row in found.sample.items()})
        what = f"sample page: `{level}` found of {most}"
        yield what, best, str(ours[level]), str(reach), ours[level] >= reach
    others = [f"{n} {row['outside']}" for n, row in found.sample.items() if row["outside"] and n != "broadsheet"]  # fmt: skip
    outside = ours["outside"]
    yield "sample page: alarms outside its defects", ", ".join(others) or "–", str(outside), "0", outside == 0  # fmt: skip


def _best(values: dict[str, float]) -> str:
    name = max(values, key=lambda one: values[one], default="")
    return f"{name} {_share(values[name])}" if name and values[name] else "–"


def _most(values: dict[str, int]) -> str:
    rest = {name: value for name, value in values.items() if name != "broadsheet" and value}
    name = max(rest, key=lambda one: rest[one], default="")
    return f"{name} {rest[name]}" if name else "0"


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if value else "0"


def _peers(found: Measured) -> str:
    head = "| | quotes 5+ | all quotes | content | P | R | alarms | ms per KiB |"
    lines = ["## Everybody", "", head, "|---|---|---|---|---|---|---|---|"]
    for name, one in found.scores.items():
        values = [_share(one[row].get(column, 0)) for _, (row, column), _ in QUOTED]
        checks, alarms = one["checks ALL"], one["clean alarms per 1000 words"]["TOTAL"]
        cost = found.costs[name] or _our_seconds(found) * (name == "broadsheet")
        remarks = bool(one["checks ALL"]["tp"] or alarms)
        values = [value if float(value) else "–" for value in values]
        values += (
            [_share(checks["p"]), _share(checks["r"]), f"{alarms:.2f}"] if remarks else 3 * ["–"]
        )
        values.append(f"{1000 * cost / found.kib:.2f}" if cost else "–")
        lines.append(f"| {name} | " + " | ".join(values) + " |")
    if found.gave_up:
        why = "(an odd number of quotation marks)"
        gave_up = f"textacy gave up on {found.gave_up} of {found.texts} articles {why}"
        lines += ["", f"{gave_up}; given one paragraph at a time, on the paragraphs that have one."]
    return "\n".join(lines)


def _our_seconds(found: Measured) -> float:
    return min((ours for rows in found.pairs.values() for ours, _ in rows), default=0.0)


def _checks(found: Measured) -> str:
    lines = ["## Check by check, on the injected errors", "", "| check | P | R | right mend |"]
    lines.append("|---|---|---|---|")
    for check, row in found.scores["broadsheet"]["checks"].items():
        mend = row.get("right_suggestion", "")
        lines.append(f"| {check} | {_share(row['p'])} | {_share(row['r'])} | {mend} |")
    return "\n".join(lines)


COST_HEAD = """\
## Cost

Processor time on the articles as they are, ours and textacy's in turn; each ratio is of one pair.
Milliseconds per KiB: least, median.

| | broadsheet | peer | ratio |
|---|---|---|---|"""
STARTS = """
`broadsheet read` on one sentence starts and ends in {ours} s of the clock (least, median of {turns});
a Python that does nothing, in {bare} s.

| MB of copy | seconds | seconds per MB |
|---|---|---|"""


def _cost(found: Measured) -> str:
    lines = [COST_HEAD]
    for label, pairs in found.pairs.items():
        ours = _middle([1000 * one / found.kib for one, _ in pairs])
        peer = _middle([1000 * one / found.kib for _, one in pairs])
        ratio = _middle([one / other for one, other in pairs])
        lines.append(f"| beside {label} | {ours} | {peer} | {ratio} |")
    ours, bare = _middle(found.starts), _middle(found.bare_starts)
    lines.append(STARTS.format(ours=ours, bare=bare, turns=len(found.starts)))
    for size, seconds in sorted(found.growth.items()):
        lines.append(f"| {size} | {seconds:.1f} | {seconds / size:.2f} |")
    return "\n".join(lines)


def _middle(values: Sequence[float]) -> str:
    return f"{min(values):.3g}, {statistics.median(values):.3g}"

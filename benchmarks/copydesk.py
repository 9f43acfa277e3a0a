"""How well the copy desk reads, and at what cost, beside its peers in one run.

    python benchmarks/copydesk.py --data DIR --scorer score.py [--sample PAGE] [--peers DIR]

DIR holds `orig.jsonl`, `clean.jsonl` and `dirty.jsonl` (lines of `{"id", "text", "pubdate"}`) and
the marks that the scorer compares with; neither is part of the project. The scorer is called as
`score.py eval --dir DIR --quotes P --clean P --dirty P --json OUT` and `score.py seed --pred P`.
Each peer runs in an environment of its own, made below `--peers` (kept) or a scratch folder; one
that cannot be installed is left out, and the page says so. `--peer 'NAME=COMMAND'` adds another
that answers as `broadsheet read --batch` does. The page is written beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from copydesk_page import Measured, page
from copydesk_peers import (
    OURS,
    PEERS,
    TEXTACY,
    TEXTACY_LEAN,
    NoPeerError,
    in_process,
    words_for,
)

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path(__file__).with_suffix(".md")
#: One thread for everybody, so that processor time means the same.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PARTS = ("orig", "clean", "dirty")
PAIRS = 3
STARTS = 15
MEGABYTES = (1, 2, 5, 10)
GROWTH = """
import json, sys, time
from pathlib import Path
from broadsheet import copydesk
from broadsheet.copydesk.style import choose_style
texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).open(encoding="utf-8")]
whole = "\\n\\n".join(texts)
copydesk.read(texts[0])
for size in map(int, sys.argv[2:]):
    length = size * 1_000_000
    text = (whole * (length // len(whole) + 1))[:length]
    begun = time.process_time()
    copydesk.read(text, style=choose_style("auto", text))
    print(json.dumps([size, time.process_time() - begun]), flush=True)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, write the page, say where; 2 when the data or the scorer are not there."""
    args = _arguments(argv)
    needed = [args.scorer, *(args.data / f"{name}.jsonl" for name in ("orig", "clean", "dirty"))]
    if absent := [str(path) for path in needed if not path.is_file()]:
        print(f"copydesk.py: not there: {', '.join(absent)}.", file=sys.stderr)
        return 2
    texts = [row["text"] for row in _rows(args.data / "orig.jsonl")]
    size = sum(len(text.encode()) for text in texts) / 1024
    found = Measured(size, sum(len(text.split()) for text in texts), len(texts))
    with tempfile.TemporaryDirectory() as scratch:
        place = args.peers or Path(scratch) / "peers"
        place.mkdir(parents=True, exist_ok=True)
        commands = _commands(args, place.resolve(), found)
        _score_all(args, commands, Path(scratch), found)
        _pair(args, place.resolve(), found)
        _starts(found)
        _grow(args.data / "orig.jsonl", found)
    PAGE.write_text(page(found), encoding="utf-8")
    print(f"Written: {PAGE}")
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the development articles")
    parser.add_argument("--scorer", type=Path, required=True, help="the program that scores")
    parser.add_argument("--sample", type=Path, help="the sample page that `score.py seed` knows")
    parser.add_argument("--peers", type=Path, help="keep the peers' environments here")
    parser.add_argument(
        "--peer", action="append", default=[], metavar="NAME=COMMAND", help="one peer more"
    )
    return parser.parse_args(argv)


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _commands(args: argparse.Namespace, place: Path, found: Measured) -> dict[str, list[str]]:
    """What runs each reader that can be had here."""
    commands = {OURS.name: [sys.executable, "-m", "broadsheet", "read", "--batch"]}
    for peer in PEERS:
        try:
            commands[peer.name] = words_for(peer, place)
        except NoPeerError as error:
            found.missing.append(str(error))
    for more in args.peer:
        name, _, command = more.partition("=")
        commands[name] = ["sh", "-c", command]
    return commands


def _ask(words: list[str], lines: str) -> tuple[str, float, int]:
    """One reader's answers, the processor time that it says, and the texts that it gave up."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    own = {"PYTHONPATH": path} if words[0] == sys.executable else {}
    done = subprocess.run(
        words, input=lines, capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, **ONE_THREAD, **own},
    )  # fmt: skip
    if done.returncode:
        raise NoPeerError(f"it ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    seconds, gave_up = 0.0, 0
    for line in done.stderr.splitlines():
        if line.startswith("{"):
            said = json.loads(line)
            seconds = said.get("seconds", seconds)
            gave_up += "gave_up" in said
    return done.stdout, seconds, gave_up


def _score_all(
    args: argparse.Namespace, commands: dict[str, list[str]], scratch: Path, found: Measured
) -> None:
    for name, words in commands.items():
        print(f"{name}: reading", file=sys.stderr)
        try:
            _score(args, name, words, scratch, found)
        except NoPeerError as error:
            if name == OURS.name:
                raise
            found.missing.append(f"{name}: {error}")


def _score(
    args: argparse.Namespace, name: str, words: list[str], scratch: Path, found: Measured
) -> None:
    answers = {part: scratch / f"{part}.jsonl" for part in PARTS}
    for part in PARTS:
        if part not in _parts_for(name):
            answers[part].write_text("", encoding="utf-8")
            continue
        lines = (args.data / f"{part}.jsonl").read_text(encoding="utf-8")
        out, seconds, gave_up = _ask(words, lines)
        answers[part].write_text(out, encoding="utf-8")
        found.costs.setdefault(name, seconds)
        found.gave_up += gave_up * (name == TEXTACY.name)
    found.scores[name] = _scored(args, answers, scratch / "scores.json")
    if args.sample:
        found.sample[name] = _sampled(args, words, scratch / "sample.json")


def _parts_for(name: str) -> tuple[str, ...]:
    """Quotations are scored on the articles as they are, findings on the other two."""
    peer = next((one for one in PEERS if one.name == name), OURS)
    return PARTS[not peer.quotes : 3 if peer.findings else 1]


def _scored(args: argparse.Namespace, answers: dict[str, Path], out: Path) -> dict[str, Any]:
    words = [sys.executable, str(args.scorer), "eval", "--dir", str(args.data), "--json", str(out)]
    words += ["--quotes", str(answers["orig"])]
    words += ["--clean", str(answers["clean"]), "--dirty", str(answers["dirty"])]
    subprocess.run(words, check=True, capture_output=True, text=True)
    scores: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return scores


def _sampled(args: argparse.Namespace, words: list[str], out: Path) -> dict[str, int]:
    """Of the sample page's known defects, how many were found at each level; alarms besides."""
    line = json.dumps({"id": "sample", "text": args.sample.read_text(encoding="utf-8")}) + "\n"
    out.write_text(_ask(words, line)[0], encoding="utf-8")
    asked = [sys.executable, str(args.scorer), "seed", "--pred", str(out)]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    rows = re.findall(r"^(error|query|style) (\d+) / (\d+)", said, re.M)
    counts = {level: int(hit) for level, hit, _ in rows}
    counts |= {f"{level} of": int(most) for level, _, most in rows}
    outside = re.search(r"no listed defect (\d+)", said)
    return {**counts, "outside": int(outside[1]) if outside else 0}


def _pair(args: argparse.Namespace, place: Path, found: Measured) -> None:
    """Ours and textacy in turn, so that a slower minute of the machine slows both."""
    lines = (args.data / "orig.jsonl").read_text(encoding="utf-8")
    if TEXTACY.name not in found.scores:
        return
    for peer, turns in ((TEXTACY, PAIRS), (TEXTACY_LEAN, 1)):
        print(f"broadsheet beside {peer.name}: {turns}", file=sys.stderr)
        pairs = []
        for _ in range(turns):
            ours = min(_ask(in_process(OURS), lines)[1] for _ in range(2))
            pairs.append((ours, _ask(words_for(peer, place), lines)[1]))
        found.pairs[peer.name] = pairs


def _starts(found: Measured) -> None:
    """Clock time of `broadsheet read` on one sentence, and of a Python that does nothing."""
    reads = [sys.executable, "-m", "broadsheet", "read", "--json"]
    for words, times in ((reads, found.starts), ([sys.executable, "-c", ""], found.bare_starts)):
        for _ in range(STARTS):
            begun = time.perf_counter()
            subprocess.run(
                words, input="The gate opened on Monday.", text=True, capture_output=True,
                check=True, cwd=ROOT,
            )  # fmt: skip
            times.append(time.perf_counter() - begun)


def _grow(data: Path, found: Measured) -> None:
    """Seconds by megabytes; the shortest is read twice and the better counts."""
    sizes = [str(size) for size in MEGABYTES]
    print(f"growth: {', '.join(sizes)} MB", file=sys.stderr)
    words = [sys.executable, "-c", GROWTH, str(data.resolve()), *sizes[:1], *sizes]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT)
    times: dict[int, list[float]] = {}
    for line in done.stdout.splitlines():
        size, seconds = json.loads(line)
        times.setdefault(size, []).append(seconds)
    found.growth = {size: min(rows) for size, rows in times.items()}


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NoPeerError as error:
        sys.exit(f"copydesk.py: the copy desk itself could not be measured: {error}")

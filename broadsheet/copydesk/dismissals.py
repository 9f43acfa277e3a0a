"""Findings that somebody has dismissed: by the id of the check and a fingerprint of the sentence, so
that they stay dismissed wherever the sentence goes and come back when it is changed."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadsheet.copydesk.reading import Finding, Span
from broadsheet.copydesk.sentences import split_sentences

#: In the paper's folder, or in that of the file that was checked. One JSON object a line.
FILE_NAME = ".broadsheet-dismissed"

_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
#: How far around a finding its sentence is sought: a line may be as long as a book.
_AROUND = 1000
_SHOWN = 80
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "."})


class DismissalsError(Exception):
    """The file of dismissals cannot be used; the words say where and what to do."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One row: the check, the fingerprint, and for people the words and the day."""

    rule: str
    sentence: str
    words: str = ""
    day: str = ""


def sentence_at(text: str, offset: int) -> Span:
    """The span of the sentence that holds `offset`, or of the one that ends before it."""
    first, last = max(0, offset - _AROUND), min(len(text), offset + _AROUND)
    for match in _BREAK.finditer(text, first, last):
        if match.start() < offset:
            first = match.end()
        else:
            last = match.start()
            break
    found = (first, last)
    for start, end in split_sentences(text[first:last]):
        if first + start > offset and found != (first, last):
            break
        found = (first + start, first + end)
    return found


def fingerprint(text: str, finding: Finding) -> str:
    """16 hexadecimal figures for the sentence in which a finding begins, whatever its spaces and
    the shape of its marks."""
    import hashlib

    start, end = sentence_at(text, finding.start)
    plain = unicodedata.normalize("NFC", " ".join(text[start:end].split())).translate(_MARKS)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def dismissal(text: str, finding: Finding, day: date) -> Dismissal:
    """The row that dismisses a finding."""
    start, end = sentence_at(text, finding.start)
    words = " ".join(text[start:end].split())
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return Dismissal(finding.check, fingerprint(text, finding), shown, day.isoformat())


def is_dismissed(text: str, finding: Finding, rows: Iterable[Dismissal]) -> bool:
    """Whether one of the rows dismisses the finding."""
    same = {row.sentence for row in rows if row.rule == finding.check}
    return bool(same) and fingerprint(text, finding) in same


def load(path: Path) -> tuple[Dismissal, ...]:
    """The rows of a file; none if there is no file.

    Raises:
        DismissalsError: it cannot be read, or a line is no row.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise DismissalsError(f"{path}: cannot be read: {error}.") from None
    return tuple(_row(path, n, line) for n, line in enumerate(lines, 1) if line.strip())


def _row(path: Path, number: int, line: str) -> Dismissal:
    try:
        row = json.loads(line)
        rule, sentence = row["rule"], row["sentence"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise DismissalsError(
            f'{path}:{number}: is no {{"rule", "sentence"}}. Mend or delete that line.'
        ) from None
    return Dismissal(str(rule), str(sentence), str(row.get("words", "")), str(row.get("day", "")))


def add(path: Path, rows: Iterable[Dismissal]) -> int:
    """Write rows that the file does not hold yet; how many these were.

    Raises:
        DismissalsError: the file cannot be read or written.
    """
    held = {(row.rule, row.sentence) for row in load(path)}
    new = {(row.rule, row.sentence): row for row in rows}
    lines = [_line(row) for key, row in new.items() if key not in held]
    if not lines:
        return 0
    try:
        with path.open("ab+") as file:
            # A line that somebody typed may lack its end.
            file.seek(0, os.SEEK_END)
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    lines.insert(0, "\n")
            file.write("".join(lines).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise DismissalsError(f"{path}: {(error.strerror or str(error)).lower()}.") from None
    return len([line for line in lines if line != "\n"])


def _line(row: Dismissal) -> str:
    return json.dumps(
        {"rule": row.rule, "sentence": row.sentence, "words": row.words, "day": row.day},
        ensure_ascii=False,
    ) + "\n"  # fmt: skip

"""What the old text formats (IPTC 7901, ANPA 1312) have in common: bytes to lines, lines to
paragraphs, datelines, and the clock of the trailer."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from broadsheet.wire.formats.zones import home_of, month_of

#: Codes of the line and of the screen that are no part of the copy (IPTC 7901, section 4).
_CONTROL = re.compile(r"[\x00-\x06\x07\x0b\x0e-\x1f\x7f]")
#: A town (or two), then whatever the agency writes behind it: a region, a day.
_TOWN = (
    r"(?P<place>[^\W\d_][^()\n\d/,]{1,60}?(?:/[^\W\d_][^()\n\d/,]{1,30}?)?)"
    r"(?P<behind>(?:,\s*[^()/,\n]{2,30}?){0,3}(?:\s+\d[^()\n]{1,20}?)?)"
)
_DASH = r"\.?[-–—_=]{1,2}\s*"
#: `GENEVA, Nov 21 (dpa) - `, `ATLANTA (AP) _ `, `PARIS, 3 mai 2016 (AFP) - `, `Madrid, 3 may (EFE).- `,
#: `GENT 12/03 (BELGA) = `, `NEW YORK--(BUSINESS WIRE)--`.
_BRACKETS = re.compile(rf"^{_TOWN}\s*(?:--)?\s*\((?P<agency>[^()\n]{{2,30}})\)\s*(?:{_DASH}|:\s*)")
#: `June 7 (ANA) - `: a date and no place.
_DATE = re.compile(
    r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}(?:,\s*\d{4})?\s*\(",
    re.I,
)
#: `MOSCOW, June 5. /TASS/. `, `Odense /ritzau/ `, `AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ -- `.
_STROKES = re.compile(
    rf"^{_TOWN}(?:\.?\s+|(?<=\d))/(?P<agency>[^\W\d_][\w -]{{1,24}})/\.?\s*(?:{_DASH}|:\s*)?"
)
#: `(ANSA) - ROMA, 5 MAR - `: the agency before the place.
_AGENCY_FIRST = re.compile(
    r"^\((?P<agency>[^()\n\d]{2,30})\)\s*[-–—]\s*(?P<place>[^\W\d_][^()\n\d,]{1,40})(?P<behind>),\s*"
    r"(?:\d{1,2}\.?\s+[^\W\d_]{3,10}|[^\W\d_]{3,10}\.?\s+\d{1,2})\.?\s*[-–—]\s*"
)
#: `SAITAMA, Japan, Dec. 9 Kyodo - `: a day and a name without brackets.
_BARE = re.compile(rf"^{_TOWN}(?<=\d)\s+(?P<agency>[A-Z][A-Za-z]{{1,14}})\s+[-–—_]{{1,2}}\s+(?=\S)")
#: `Genève (ats) Le scandale`: no dash, where the bracket holds agencies that are known.
_NO_DASH = re.compile(rf"^{_TOWN}\s*\((?P<agency>[a-z]{{2,10}}(?:[/-][a-z]{{2,10}})*)\)\s+(?=\S)")
_CLOCK = re.compile(
    r"\b(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>[A-Z]{1,4}\b|[+-]\d{4})?\s*"
    r"(?P<month>[^\W\d_]{3,9})\.?\s*(?P<year>\d{2}|\d{4})\b"
)
#: `2026-03-06/10:05`, as APA closes its messages.
_ISO_CLOCK = re.compile(
    r"\b(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[/T ]((?:[01]\d|2[0-3]):[0-5]\d)\b"
)
_ZONES = {"GMT": 0, "UTC": 0, "Z": 0, "BST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
          "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "PST": -480, "PDT": -420}  # fmt: skip


#: A row of a table or of a list stands for itself.
_ROW = re.compile(r"\||[+*•-] \S")


def decoded(data: bytes) -> str:
    """The text: UTF-8 or UTF-16 where it is that, else Windows' Latin-1, one kind of line end."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig", "replace" if wide else "strict")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """A text without the codes that steered printers."""
    return _CONTROL.sub("", text)


def joined(lines: list[str]) -> list[str]:
    """Wrapped lines into paragraphs: an empty line, an indented one or a row begins the next."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        begins = line[:1] in " \t" or _ROW.match(line)
        if not line.strip() or (begins and paragraphs[-1]):
            paragraphs.append([])
        if line.strip():
            paragraphs[-1].append(line.strip())
    return [" ".join(" ".join(rows).split()) for rows in paragraphs if rows]


def has_rows(text: str) -> bool:
    """Whether the lines of a text are its own and not those of the program that wrote the markup:
    some are empty, or some indented and others not, or each ends a sentence."""
    lines = text.strip().splitlines()
    indented = [line[:1].isspace() for line in lines[1:] if line.strip()]
    empty = any(not line.strip() for line in lines)
    return (
        empty or (any(indented) and not all(indented)) or (len(lines) > 1 and _are_sentences(lines))
    )


def paragraphs_of(text: str) -> list[str]:
    """Plain text into paragraphs: at empty lines; without any, at indented lines, or at every line
    where the lines are whole sentences and not cut to a width."""
    lines = clean(text).strip("\r\n").splitlines()
    if any(not line.strip() for line in lines):
        blocks = re.split(r"\n\s*\n", "\n".join(lines))
        return [found for block in blocks for found in _rows_of(block.split("\n"))]
    return _rows_of(lines)


def _rows_of(lines: list[str]) -> list[str]:
    if len(lines) > 1 and _are_sentences(lines):
        return [" ".join(line.split()) for line in lines if line.strip()]
    return joined(["", *lines])


def _are_sentences(lines: list[str]) -> bool:
    return all(line.rstrip().endswith((".", "!", "?", "”", '"', "»", ":")) for line in lines[:-1])


def dateline_of(paragraph: str) -> tuple[str, str, str]:
    """The place, the agency and the paragraph without both; empty strings where it has none.

    A region behind the town belongs to the place (`CHATHAM, Mass.`), a day does not.
    """
    opening = paragraph[:160]
    patterns = (_BRACKETS, _STROKES, _AGENCY_FIRST, _BARE, _NO_DASH)
    found = next((match for one in patterns if (match := one.match(opening))), None)
    if found is None or not _is_place(found["place"]) or re.search(r"\d", found["agency"]):
        return "", "", paragraph
    if found.re in (_BARE, _NO_DASH) and not home_of(found["agency"]):
        return "", "", paragraph
    agencies = [name.strip() for name in re.split(r"[/,]", found["agency"])]
    known = [name for name in agencies if home_of(name)]
    agency = known[0] if found.re is _NO_DASH else agencies[-1]
    place = "" if _DATE.match(paragraph) else f"{found['place'].strip()}{_region(found['behind'])}"
    return place, agency, paragraph[found.end() :].strip()


def _region(behind: str) -> str:
    """What stands between town and agency, up to the day."""
    kept = []
    for part in behind.split(",")[1:]:
        if re.search(r"\d", part) or not part.strip() or part.strip()[0].islower():
            break
        kept.append(f", {part.strip()}")
    return "".join(kept)


#: A line drawn with letters, as agencies part their copy: `___`, `* * *`.
_DRAWN = re.compile(r"^[\s_*=•·–—-]+$")


def is_drawn(paragraph: str) -> bool:
    """Whether a paragraph is but a line that parts the copy."""
    return not paragraph[:1].isalnum() and _DRAWN.match(paragraph) is not None


def place_of(dateline: str) -> str:
    """The place of a line that may carry a date and an agency too: `CERVA, Aug 28`, `Kiel (ANA) -`."""
    place, agency, _ = dateline_of(f"{dateline.rstrip(' -–—')} - x")
    if agency:
        return place
    bare = re.split(r"\s*[(\[]|,?\s+(?:[^\W\d_]{3,10}\.?\s+)?\d|,\s*\d", dateline, maxsplit=1)[
        0
    ].strip(" ,-–—.")
    return bare if re.search(r"[^\W\d_]", bare) else ""


def _is_place(words: str) -> bool:
    """Names are capitals, but for the small words in them: a sentence with a bracket is no place."""
    parts = words.split()
    return len(parts) <= 6 and all(not part[0].islower() or len(part) <= 3 for part in parts)


def clock_of(text: str, agency: str) -> tuple[str | None, str]:
    """The time of a trailer (`212101 GMT Nov 18`) in UTC, and what was assumed.

    Args:
        text: the trailer.
        agency: whose it is; where it names no zone, the agency's own clock is taken.
    """
    if iso := _ISO_CLOCK.search(text):
        home = home_of(agency) or "UTC"
        at = datetime.fromisoformat(f"{iso[1]}T{iso[2]}").replace(tzinfo=ZoneInfo(home))
        utc = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return utc, f"{text.strip()} names no zone; {home} was taken"
    found = _CLOCK.search(text)
    month = month_of(found["month"]) if found else None
    if found is None or month is None:
        return None, f"its trailer gives no time: {text.strip()[:60]}" if text.strip() else ""
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    zone, problem = zone_of(found["zone"], agency, text)
    try:
        hour, minute = int(found["hour"]), int(found["minute"])
        at = datetime(year, month, int(found["day"]), hour, minute, tzinfo=zone)
    except ValueError:
        return None, f"its trailer gives no time: {text.strip()[:60]}"
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), problem


def zone_of(name: str | None, agency: str, text: str) -> tuple[tzinfo, str]:
    """The zone of a time, by its name or by the agency's home."""
    if name and name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[3:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes)), ""
    if name and name.upper() in _ZONES:
        return timezone(timedelta(minutes=_ZONES[name.upper()])), ""
    home = home_of(agency) or "UTC"
    return ZoneInfo(home), f"{text.strip()} names no zone; {home} was taken"

"""What a reader's request asks of a sheet: which encoding, and whether they have it already
(RFC 9110, sections 12.5.3 and 13)."""

from __future__ import annotations

from email.utils import formatdate, parsedate_to_datetime
from wsgiref.types import WSGIEnvironment

from broadsheet.press.sheets import Sheet


def wants_gzip(header: str) -> bool:
    """Whether gzip is to be sent: it is acceptable, and no less so than plain bytes."""
    weights = _weights(header)
    packed = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    # Plain bytes are always acceptable unless they are refused; unnamed, they come last.
    plain = weights.get("identity", 0.0)
    return packed > 0.0 and packed >= plain


def _weights(header: str) -> dict[str, float]:
    weights = {}
    for part in header.split(","):
        coding, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if coding:
            weights[coding] = _weight(parameters)
    return weights


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def etag_of(sheet: Sheet, *, packed: bool) -> str:
    """A strong validator: other bytes, another tag; so each encoding has its own."""
    return f'"{sheet.digest[:32]}{"-gz" if packed else ""}"'


def last_modified(sheet: Sheet, now: float) -> str:
    """The header's value; empty while the second it was printed in still runs, in which the page
    might be printed once more and the two could not be told apart."""
    return "" if now < sheet.printed + 1 else formatdate(sheet.printed, usegmt=True)


def has_it_already(environ: WSGIEnvironment, sheet: Sheet, etag: str, now: float) -> bool:
    """Whether 304 is the answer."""
    if sheet.status != 200:
        return False
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        # The weak comparison: a cache may have made our tag weak.
        named = [tag.strip().removeprefix("W/") for tag in str(tags).split(",")]
        return "*" in named or etag in named
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or now < sheet.printed + 1:
        return False
    try:
        return parsedate_to_datetime(str(since)).timestamp() >= sheet.printed
    except (ValueError, TypeError, OverflowError):
        return False

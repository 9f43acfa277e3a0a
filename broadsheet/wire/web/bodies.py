"""What a sender sends, whole and within a limit."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

#: As much as one answer to a poll may be.
MOST_BYTES = 32 * 1024 * 1024


class BodyError(Exception):
    """It cannot be taken so.

    Attributes:
        status: what is answered.
    """

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True, slots=True)
class Sent:
    """One file as it was sent."""

    data: bytes
    name: str = ""


def check_length(request: HttpRequest) -> int:
    """The length that a sender announces, before anything is read.

    Raises:
        BodyError: there is none, or it is too large.
    """
    said = str(request.META.get("CONTENT_LENGTH") or "")
    if not said and "HTTP_TRANSFER_ENCODING" not in request.META:
        return 0
    if not said.isascii() or not said.isdecimal():
        raise BodyError(411, "Say how long it is: Content-Length is missing.")
    if int(said) > MOST_BYTES:
        raise BodyError(413, f"It is larger than {MOST_BYTES:,} bytes. Send it in several pieces.")
    return int(said)


def files_of(request: HttpRequest) -> list[Sent]:
    """The files of a form (multipart/form-data), or the body as the only one.

    Raises:
        BodyError: too large, broken off, or with nothing in it.
    """
    length = check_length(request)
    if (request.content_type or "").lower() == "multipart/form-data":
        sent = [
            Sent(file.read(), str(file.name))
            for name in request.FILES
            for file in request.FILES.getlist(name)
        ]
    else:
        sent = [Sent(body_of(request, length))]
    sent = [one for one in sent if one.data.strip()]
    if not sent:
        raise BodyError(400, "There is nothing in it.")
    return sent


def body_of(request: HttpRequest, length: int) -> bytes:
    """The body, all of it.

    Raises:
        BodyError: it broke off.
    """
    data = request.read(length)
    if len(data) != length:
        raise BodyError(400, f"It broke off after {len(data):,} of {length:,} bytes.")
    return bytes(data)

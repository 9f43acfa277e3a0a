"""The beginning of what could not be read, as text that shows every control code and runs nothing."""

from __future__ import annotations

import codecs
import zlib

from broadsheet.wire.models import Delivery

#: So many bytes are shown.
MOST = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Control codes by their pictures (U+2400…); what turns the order of letters by its number.
_PICTURES: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(32) if code not in (9, 10)},
    127: 0x2421,
    **{code: f"‹U+{code:04X}›" for code in (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F)},
    **{code: f"‹U+{code:04X}›" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
}


def peek(delivery: Delivery) -> str:
    """The first bytes of a delivery, as text."""
    return as_text(first_bytes(delivery))


def first_bytes(delivery: Delivery) -> bytes:
    """The first bytes, unpacked no further than that."""
    return zlib.decompressobj().decompress(bytes(delivery.packed), MOST)


def as_text(data: bytes) -> str:
    """Bytes as text: by their byte-order mark, else as UTF-8, else as Windows' Western letters."""
    text = _decoded(data).replace("\r\n", "\n")
    return text.translate(_PICTURES)


def _decoded(data: bytes) -> str:
    for mark, coding in _BOMS:
        if data.startswith(mark):
            return data.decode(coding, "replace")
    try:
        # A letter that the end cuts in two is no sign of another coding.
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")

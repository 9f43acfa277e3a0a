"""The bytes of a wire file, from the disk or from stdin, within a limit."""

from __future__ import annotations

import sys
from pathlib import Path

#: Bytes of one file that are read; a day's whole feed of a large agency is a tenth of it.
MOST = 256_000_000


def bytes_of(name: str) -> bytes:
    """The bytes of a file; `-` is stdin.

    Raises:
        OSError: it cannot be read, or is longer than what is read.
    """
    if name == "-":
        data = sys.stdin.buffer.read(MOST + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(MOST + 1)
    if len(data) > MOST:
        raise OSError(f"longer than the {MOST // 1_000_000} MB that are read")
    return data

"""`broadsheet check --fix`: the mends that are certain, shown as differences and then written."""

from __future__ import annotations

import os
import sys
import tempfile

from broadsheet.cli.copy_in import CopyIn, NoCopyError, Original, take_original
from broadsheet.cli.desk import Desk
from broadsheet.cli.terminal import Paint, safe

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def fix(name: str, desk: Desk, *, yes: bool) -> CopyIn | None:
    """Mend one file; the copy as it stands then, or None when the mends were not written.

    The mended copy of standard input goes to standard output, and None is given.

    Args:
        yes: write without asking. Else a person at a terminal is asked, and where there is none
            nothing is written.

    Raises:
        NoCopyError: the file cannot be read or written, or not in its own encoding.
    """
    from broadsheet.copydesk.mending import mend_all

    original = take_original(name)
    text, made = mend_all(original.copy.text, desk.read)
    if name == "-" and yes:
        sys.stdout.buffer.write(_encoded(original, text))
        return None
    if made:
        _show(original.copy, text)
        if not yes and not _agreed(name, original.copy.name, len(made)):
            return None
        _write(original, _encoded(original, text))
        print(f"{original.copy.name}: {_mends(len(made))} written.", file=sys.stderr)
    return CopyIn(original.copy.name, text)


def _mends(count: int) -> str:
    return "1 mend" if count == 1 else f"{count} mends"


def _show(copy: CopyIn, text: str) -> None:
    """Print the differences."""
    from broadsheet.copydesk.mending import unified

    paint = Paint.for_stdout()
    for line in unified(copy.text, text, copy.name):
        colour = _COLOURS.get(line[:1])
        print(paint(safe(line), *([colour] if colour else [])))


def _agreed(name: str, shown: str, count: int) -> bool:
    """Ask the person at the terminal; nobody is there: no."""
    if name == "-" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(f"{shown}: {_mends(count)} not written: --yes writes without asking.", file=sys.stderr)  # fmt: skip
        return False
    sys.stdout.flush()
    try:
        return input(f"Write {_mends(count)} to {shown}? [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        return False


def _encoded(original: Original, text: str) -> bytes:
    try:
        return original.encoded(text)
    except UnicodeEncodeError:
        raise NoCopyError(
            f"{original.copy.name}: a mend has a character that {original.encoding} lacks. Save "
            "the file as UTF-8 first."
        ) from None


def _write(original: Original, data: bytes) -> None:
    """Put the bytes in the file's place at one stroke; a link goes on pointing where it did.

    Raises:
        NoCopyError: it cannot be written, or somebody changed it while we were at it.
    """
    path = original.path.resolve()
    try:
        if path.read_bytes() != original.data:
            raise NoCopyError(f"{original.copy.name}: it was changed meanwhile; nothing was written.")  # fmt: skip
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(aside, path.stat().st_mode & 0o7777)
            os.replace(aside, path)
        except BaseException:
            os.unlink(aside)
            raise
    except OSError as error:
        raise NoCopyError(f"{original.copy.name}: {(error.strerror or str(error)).lower()}.") from None  # fmt: skip

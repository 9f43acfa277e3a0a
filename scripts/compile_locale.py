"""Compile the newsroom's words: every .po under broadsheet/newsroom/locale into a .mo beside it.

    python scripts/compile_locale.py

Plain Python, so that no gettext tools need to be installed. The .mo layout is that of the GNU
gettext manual, "The Format of GNU MO Files".
"""

from __future__ import annotations

import ast
import re
import struct
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "broadsheet" / "newsroom" / "locale"
MAGIC, HEADER_BYTES = 0x950412DE, 28
_LINE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")$')


def read_po(text: str) -> dict[str, str]:
    """The messages of a .po file: context, singular and plural joined as .mo files join them.

    Raises:
        ValueError: a line is neither a keyword, a string, a remark nor empty.
    """
    messages: dict[str, str] = {}
    entry: dict[str, str] = {}
    key = ""
    for number, line in enumerate([*text.splitlines(), ""], 1):
        line = line.strip()
        found = _LINE.match(line)
        if found:
            key = found[1]
            entry[key] = ast.literal_eval(found[2])
        elif line.startswith('"') and key:
            entry[key] += ast.literal_eval(line)
        elif not line and entry:
            _keep(entry, messages)
            entry, key = {}, ""
        elif line and not line.startswith("#"):
            raise ValueError(f"line {number} is no line of a .po file: {line!r}")
    return messages


def _keep(entry: dict[str, str], messages: dict[str, str]) -> None:
    source = entry["msgid"]
    if "msgid_plural" in entry:
        source += "\0" + entry["msgid_plural"]
    if "msgctxt" in entry:
        source = entry["msgctxt"] + "\4" + source
    words = [entry[name] for name in sorted(entry) if name.startswith("msgstr")]
    if any(words):
        messages[source] = "\0".join(words)


def to_mo(messages: dict[str, str]) -> bytes:
    """A .mo file: a header, two tables of lengths and offsets, the strings."""
    pairs = sorted((k.encode(), v.encode()) for k, v in messages.items())
    start = HEADER_BYTES + 16 * len(pairs)
    tables: list[tuple[int, int]] = []
    strings = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append((len(pair[column]), start + len(strings)))
            strings += pair[column] + b"\0"
    head = struct.pack(
        "<7I", MAGIC, 0, len(pairs), HEADER_BYTES, HEADER_BYTES + 8 * len(pairs), 0, start
    )
    return head + b"".join(struct.pack("<2I", *row) for row in tables) + strings


def main() -> int:
    """Compile all; 0 when done."""
    for source in sorted(HERE.rglob("*.po")):
        target = source.with_suffix(".mo")
        target.write_bytes(to_mo(read_po(source.read_text(encoding="utf-8"))))
        print(f"{target.name}: {len(read_po(source.read_text(encoding='utf-8')))} messages")
    return 0


if __name__ == "__main__":
    sys.exit(main())

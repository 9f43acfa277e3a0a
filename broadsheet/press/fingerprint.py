"""What a sheet depends on besides the database: program, theme, the owner's files, settings. A
change of any of them, seen at the next start, makes every sheet void."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import django
import wagtail

import broadsheet
from broadsheet.config import Config

LENGTH = 16
#: Made by Python itself, and different on each machine.
_NOT_OURS = frozenset(("__pycache__",))


def fingerprint(config: Config, roots: Iterable[Path] | None = None) -> str:
    """Sixteen hexadecimal digits.

    Args:
        config: the settings in force.
        roots: the folders whose files count; by default the program, and the owner's templates
            and static files.
    """
    if roots is None:
        program = Path(broadsheet.__file__).parent
        roots = (program, config.folder / "templates", config.folder / "static")
    digest = hashlib.sha256()
    versions = (broadsheet.__version__, django.__version__, wagtail.__version__)
    settings = [(f.name, getattr(config, f.name)) for f in fields(config) if f.metadata]
    digest.update(repr((versions, settings)).encode())
    for root in roots:
        for path in _files(root):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(root)}\0{content}\0".encode())
        digest.update(b"\0")
    return digest.hexdigest()[:LENGTH]


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and not _NOT_OURS.intersection(path.parts):
            yield path

"""The copy desk as `broadsheet read` and `broadsheet check` set it up: the day, the house style and,
where there is one, the paper's folder. No paper is needed, and Django is not loaded."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.cli.copy_in import NoCopyError, day

if TYPE_CHECKING:
    from broadsheet.copydesk import Reading, Style


@dataclass(frozen=True, slots=True)
class Desk:
    """How copy is read. `style`: auto, none, a style's name or its file; `folder`: the paper's."""

    published: date | None
    style: str
    folder: Path | None

    def style_for(self, text: str) -> Style | None:
        """The house style that is tried on a copy."""
        from broadsheet.copydesk.style import choose_style

        return choose_style(self.style, text, self.folder)

    def read(self, text: str, published: date | None = None) -> Reading:
        """Read one copy; `published` is its own day, which beats the one for all of them."""
        from broadsheet import copydesk

        return copydesk.read(
            text, published=published or self.published, style=self.style_for(text)
        )


def add_desk_options(parser: argparse.ArgumentParser) -> None:
    """Declare the words that set the desk up."""
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the day of publication, YYYY-MM-DD"
    )
    parser.add_argument(
        "--style",
        metavar="STYLE",
        help="the house style: uk, us, english, none, one of the paper's own, or a .toml file "
        "(default: the paper's setting, else the tongue in which the copy is spelt)",
    )
    parser.add_argument(
        "--paper",
        metavar="DIR",
        help="the paper whose style and dismissals hold (default: this folder's, if it has one)",
    )


def desk_for(args: argparse.Namespace) -> Desk:
    """The desk that was asked for.

    Raises:
        NoCopyError: the paper or the style cannot be used.
    """
    from broadsheet.copydesk.style import AUTO, NONE, StyleError, load_style

    folder, setting = _paper(args.paper)
    wanted = args.style or setting
    try:
        if wanted not in {AUTO, NONE}:
            load_style(wanted, folder)
    except StyleError as error:
        raise NoCopyError(str(error)) from None
    return Desk(args.published, wanted, folder)


def _paper(asked: str | None) -> tuple[Path | None, str]:
    """The paper's folder and its setting `style`. One that nobody asked for may have settings that
    are wrong: that is said, and does not keep anybody from reading copy."""
    from broadsheet import config
    from broadsheet.copydesk.style import AUTO

    folder = config.find_folder(asked)
    if not (folder / config.FILE_NAME).is_file():
        if asked:
            raise NoCopyError(f"no paper in {folder}: it holds no {config.FILE_NAME}.")
        return None, AUTO
    try:
        # The environment's own settings may be those of another program's paper.
        found = config.load(folder, _style_alone())
    except config.ConfigError as error:
        if asked:
            raise NoCopyError(str(error)) from None
        print(f"broadsheet: the paper in {folder} is left aside: {error}", file=sys.stderr)
        return None, AUTO
    return folder, found.style


def _style_alone() -> dict[str, str]:
    name = "BROADSHEET_STYLE"
    return {name: os.environ[name]} if name in os.environ else {}

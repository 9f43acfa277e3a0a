"""The owner's folder: broadsheet.toml with every key at its default, templates/, static/, styles/,
data/.

Nothing is ever overwritten: a folder that holds something else is refused.
"""

from __future__ import annotations

import json
import os
import textwrap
from collections.abc import Mapping
from pathlib import Path

from broadsheet import config

TEMPLATES_WORDS = """\
A file here beats the theme's file of the same path.

Look up what there is in broadsheet/theme/templates of the program, copy the one file that you
want to change to the same path here, and change the copy. The paper shows it after the next
start. What you leave away comes from the theme, and goes with it when you upgrade.

docs/theme.md says what each template is given. Colours and type need no template: put a
stylesheet into ../static instead, as docs/theme.md shows.
"""

STATIC_WORDS = """\
Files here are served under /static/ and beat the theme's file of the same path.
"""

STYLES_WORDS = """\
The paper's house styles, one TOML file each. A file paper.toml is used by the setting
style = "paper"; it may extend one that ships (english, uk, us), change its rules or switch them off,
and hold names that the paper knows. The program's docs/style.md shows one.
"""
#: The folders that are the owner's own, and what is written into each at the start.
OWN = {"templates": TEMPLATES_WORDS, "static": STATIC_WORDS, "styles": STYLES_WORDS}


class FolderError(OSError):
    """The folder holds something else, or a paper already. Its words say what to do."""


def make_folder(folder: Path, settings: Mapping[str, config.Value] | None = None) -> None:
    """Make the owner's folder. Nothing is left of it when that fails.

    Args:
        folder: it may exist if it is empty.
        settings: keys that are written into broadsheet.toml with another value than the default.

    Raises:
        FolderError: it holds a paper, something else, or is no folder.
        OSError: it cannot be written to.
    """
    check_room(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in OWN.items():
        (folder / name).mkdir()
        (folder / name / "README.txt").write_text(words, encoding="utf-8")
    # The database, readers' addresses and the secret lie here: nobody else's business.
    (folder / "data").mkdir(mode=0o700)
    # Last and whole: the folder is a paper from the moment that this file stands in it.
    aside = folder / f".{config.FILE_NAME}"
    aside.write_text(toml(settings or {}), encoding="utf-8")
    os.replace(aside, folder / config.FILE_NAME)


def check_room(folder: Path) -> None:
    """Return if a paper can be made in `folder`.

    Raises:
        FolderError: it holds a paper, something else, or is no folder.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise FolderError(f"{folder} is a file, not a folder. Name another one.")
    if (folder / config.FILE_NAME).exists():
        raise FolderError(
            f"{folder} holds a paper already; nothing was changed. Open it: "
            f"broadsheet serve {folder}"
        )
    held = sorted(path.name for path in folder.iterdir())
    if held:
        more = f" and {len(held) - 1} more" if len(held) > 1 else ""
        raise FolderError(
            f"{folder} is not empty (it holds {held[0]}{more}); nothing was changed. "
            "Name a new or an empty folder."
        )


def toml(settings: Mapping[str, config.Value]) -> str:
    """The text of broadsheet.toml: every key at its default, as a comment, with its words.

    Args:
        settings: keys that get another value, not as a comment.
    """
    head = (
        "# The settings of this paper. A line that begins with # is at its default: take the # "
        "away\n# to change it, and start the paper anew. The environment beats this file "
        "(BROADSHEET_PORT=80).\n# `broadsheet settings` shows what is in force and where it came "
        "from.\n"
    )
    return "\n".join([head, *(_entry(setting, settings) for setting in config.table())])


def _entry(setting: config.Setting, settings: Mapping[str, config.Value]) -> str:
    words = textwrap.fill(
        config.explained(setting), 88, initial_indent="# ", subsequent_indent="# "
    )
    value = settings.get(setting.key, setting.default)
    mark = "" if setting.key in settings else "#"
    return f"{words}\n{mark}{setting.key} = {as_toml(value)}\n"


def as_toml(value: config.Value) -> str:
    """A value as it is written in TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(as_toml(part) for part in value)}]"
    # A TOML basic string has JSON's escapes, and so have its numbers and booleans JSON's form.
    return json.dumps(value, ensure_ascii=False)

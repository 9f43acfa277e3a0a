"""`--paper DIR`, as every command that needs a paper takes it, and what opening a paper means."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from broadsheet import config


def add_paper_option(parser: argparse.ArgumentParser) -> None:
    """Declare `--paper DIR`."""
    parser.add_argument(
        "--paper",
        metavar="DIR",
        help=f"the paper's folder (default: this one if it holds a {config.FILE_NAME}, "
        "else ./mypaper)",
    )


def refuse(words: str) -> NoReturn:
    """Say what is wrong on stderr and end with exit code 2."""
    print(f"broadsheet: {words}", file=sys.stderr)
    raise SystemExit(2)


def find_paper(args: argparse.Namespace) -> config.Config:
    """The settings of the paper that was asked for. Django is not loaded.

    Ends the command with a sentence and exit code 2 if there is no paper or a setting is wrong.
    """
    folder = config.find_folder(args.paper)
    if not (folder / config.FILE_NAME).is_file():
        why = f"holds no {config.FILE_NAME}" if folder.is_dir() else "does not exist"
        refuse(
            f"no paper in {folder}: it {why}. Name its folder with --paper DIR, or make one: "
            f"broadsheet init {_as_typed(folder)}"
        )
    try:
        return config.load(folder)
    except config.ConfigError as error:
        refuse(str(error))


def _as_typed(folder: Path) -> str:
    return os.path.relpath(folder) if folder.is_relative_to(Path.cwd()) else str(folder)


def open_paper(args: argparse.Namespace) -> config.Config:
    """The paper that was asked for, with Django set up and its tables up to date.

    Ends the command with a sentence and exit code 2 if that cannot be.
    """
    found = find_paper(args)
    set_up(found)
    make_ready()
    return found


def set_up(found: config.Config) -> None:
    """Load Django with the paper's settings; the database is not touched."""
    os.environ[config.FOLDER_VARIABLE] = str(found.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    import django

    try:
        django.setup()
    except config.ConfigError as error:
        refuse(str(error))
    except OSError as error:
        refuse(os_words(error))
    # Wagtail reports each page that it makes; whoever typed a command does not wait for that.
    logging.getLogger("wagtail").setLevel(logging.WARNING)


def make_ready(name: str | None = None, **particulars: Any) -> None:
    """Bring the tables up to date and found the paper if there is none.

    Args:
        name, particulars: what broadsheet.serve.ready.make_ready is told.
    """
    from django.db import Error

    from broadsheet.serve import ready

    try:
        ready.make_ready(name or ready.NAME, **particulars)
    except Error as error:
        refuse(f"the database refused: {error}. `broadsheet doctor` may say why.")
    except OSError as error:
        refuse(os_words(error))


def os_words(error: OSError) -> str:
    """An operating system's refusal as a sentence."""
    if error.strerror is None:
        return str(error)
    where = error.filename or "the paper's folder"
    return f"{where}: {error.strerror}. `broadsheet doctor` may say why."

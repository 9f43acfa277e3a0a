"""`broadsheet doctor`: what is wrong with this installation, in plain words."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
from typing import TYPE_CHECKING

from broadsheet import config
from broadsheet.cli.paper_option import add_paper_option, refuse

if TYPE_CHECKING:
    from broadsheet.serve.doctor import Remark

HELP = """Say what is wrong with this installation, where, and what to do; nothing is changed.

Exit code 0: all is well; 1: something was found.

example:
  broadsheet doctor --paper mypaper"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("--json", action="store_true", help="for machines")
    add_paper_option(parser)


def run(args: argparse.Namespace) -> int:
    """Look; 0 when all is well, 1 when something was found, 2 when there is no paper."""
    folder = config.find_folder(args.paper)
    if not (folder / config.FILE_NAME).is_file():
        refuse(f"no paper in {folder}. Make one: broadsheet init {folder}")
    remarks = _remarks(args)
    if args.json:
        print(json.dumps([dataclasses.asdict(r) for r in remarks], ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(str, remarks)) or f"All is well with the paper in {folder}.")
    return 1 if remarks else 0


def _remarks(args: argparse.Namespace) -> list[Remark]:
    from broadsheet.serve import doctor

    try:
        found = config.load(config.find_folder(args.paper))
    except config.ConfigError as error:
        where = f"setting {error.key} ({error.origin})"
        return [doctor.Remark(error.problem, where, "Nothing else was looked at.")]
    remarks = doctor.examine(found)
    if doctor.can_load(found):
        remarks += _of_tables(found)
    return remarks


def _of_tables(found: config.Config) -> list[Remark]:
    from broadsheet.serve import doctor

    os.environ[config.FOLDER_VARIABLE] = str(found.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    import django

    try:
        django.setup()
    except config.ConfigError as error:
        return [doctor.Remark(error.problem, f"setting {error.key} ({error.origin})", "")]
    return list(doctor.tables(found))

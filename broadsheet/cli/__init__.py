"""The `broadsheet` command: one module a command, loaded only when it is asked for.

Exit codes: 0 done, 1 found something, 2 misuse or failure.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from broadsheet import __version__

COMMANDS: dict[str, str] = {
    "init": "make a new paper's folder",
    "serve": "run the paper: web, worker and scheduler",
    "file": "turn copy into a story",
    "take": "put wire files in, or only show what is in them",
    "wires": "state of every wire; add, ask or remove one",
    "read": "show what the copy desk reads in a piece of copy",
    "check": "print the copy desk's findings, like a linter",
    "signin": "print a new one-time sign-in link",
    "settings": "print every setting, its value and where it came from",
    "doctor": "say what is wrong with this installation, in plain words",
    "backup": "write the whole paper into one file",
    "restore": "bring a paper back from a backup",
    "manage": "run a Django management command on the paper",
}


class Command(Protocol):
    """What a module in this room offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, args: argparse.Namespace) -> int: ...


def load(name: str) -> Command:
    """The module behind the command `name`."""
    return cast(Command, importlib.import_module(f"broadsheet.cli.{name}"))


def parser_for(name: str) -> argparse.ArgumentParser:
    """The full parser of one command; its module is imported."""
    command = load(name)
    summary, _, example = command.HELP.partition("\n\n")
    parser = argparse.ArgumentParser(
        prog=f"broadsheet {name}",
        description=summary,
        epilog=example or None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_arguments(parser)
    return parser


def overview() -> str:
    """What `broadsheet --help` prints."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {words}" for name, words in COMMANDS.items()]
    return "\n".join(
        [
            "usage: broadsheet COMMAND ...",
            "",
            "An online newspaper in one package.",
            "",
            *lines,
            "",
            "broadsheet COMMAND --help explains one command, with an example.",
            "Exit codes: 0 done, 1 found something, 2 misuse or failure.",
        ]
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0 if words else 2
    if words[0] in {"-V", "--version"}:
        print(f"broadsheet {__version__}")
        return 0
    name, rest = words[0], words[1:]
    if name not in COMMANDS:
        print(unknown(name), file=sys.stderr)
        return 2
    return _run(name, rest)


def unknown(name: str) -> str:
    """The sentence for a command that does not exist."""
    import difflib

    near = difflib.get_close_matches(name, COMMANDS, n=1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return f"broadsheet: there is no command '{name}'.{hint} See broadsheet --help."


def _run(name: str, rest: list[str]) -> int:
    parser = parser_for(name)
    try:
        return load(name).run(parser.parse_args(rest))
    except KeyboardInterrupt:
        print("broadsheet: stopped.", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has gone (`broadsheet check | head`); Python would complain
        # again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2

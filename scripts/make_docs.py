"""Writes docs/settings.md and docs/cli.md from the program itself; `--check` only compares.

Exit codes: 0 done or equal, 1 a page is not what the program says.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from broadsheet import config  # noqa: E402
from broadsheet.cli import COMMANDS, overview, parser_for  # noqa: E402
from broadsheet.serve.folder import as_toml  # noqa: E402

SETTINGS_HEAD = """\
# Settings

<!-- Made by scripts/make_docs.py from broadsheet/config.py: change that, not this. -->

Every setting has a default that works. To change one, write it into `broadsheet.toml` in the
paper's folder, or set its variable in the environment, and start the paper anew. The environment
beats the file. A secret may also be read from a file: `BROADSHEET_SECRET_KEY_FILE=/run/secrets/key`.
A key that does not exist or a value that cannot be stops the start, in words that name the nearest
known key.

`broadsheet settings` prints what is in force and where each value came from. What an editor changes
(the paper's name, motto, language, time zone, sections) is no setting: it stands in the newsroom.

`BROADSHEET_PAPER` names the paper's folder, as `--paper DIR` does.
"""

CLI_HEAD = """\
# The command line

<!-- Made by scripts/make_docs.py from broadsheet/cli/: change that, not this. -->

Every command that needs a paper takes `--paper DIR`; left away, it is the current folder if that
holds a `broadsheet.toml`, else `./mypaper`. In a clone, `.venv/bin/broadsheet` is the command after
`make run`.
"""


def settings_page() -> str:
    """docs/settings.md."""
    return "\n".join([SETTINGS_HEAD, *(_setting(setting) for setting in config.table())])


def _setting(setting: config.Setting) -> str:
    default = f"`{as_toml(setting.default)}`" if setting.default != "" else "empty"
    file = f", or in a file that `{setting.variable}_FILE` names" if setting.secret else ""
    return (
        f"## {setting.key}\n\n{config.explained(setting)}\n\n"
        f"Default: {default}. Environment: `{setting.variable}`{file}.\n"
    )


def cli_page() -> str:
    """docs/cli.md."""
    return "\n".join([CLI_HEAD, f"```text\n{overview()}\n```\n", *map(_command, COMMANDS)])


def _command(name: str) -> str:
    # Our own rows instead of argparse's page: that one differs from one Python to the next.
    parser = parser_for(name)
    words, title, examples = re.split(r"(?m)^(examples?:)\n", parser.epilog or "")
    words = f"{parser.description}\n\n{words}".strip()
    rows = [row for action in parser._actions if (row := _row(action))]
    return (
        f"## {name}\n\n{words}\n\n| word | |\n|---|---|\n"
        + "".join(rows)
        + f"\n{title.capitalize()}\n\n```sh\n{textwrap.dedent(examples)}\n```\n"
    )


def _row(action: argparse.Action) -> str:
    if action.help == argparse.SUPPRESS or action.dest == "help":
        return ""
    names = ", ".join(f"`{name}`" for name in action.option_strings)
    takes = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
    if action.option_strings and takes and not isinstance(action, argparse.BooleanOptionalAction):
        names = ", ".join(f"`{name} {takes}`" for name in action.option_strings)
    if isinstance(takes, tuple):
        takes = " ".join(takes)
        names = f"`{action.option_strings[0]} {takes}`"
    several = " ..." if action.nargs in {"*", "+"} else ""
    return f"| {names or f'`{takes}{several}`'} | {action.help or ''} |\n"


def pages() -> dict[Path, str]:
    """Each page that is made, with its text."""
    return {
        ROOT / "docs" / "settings.md": settings_page(),
        ROOT / "docs" / "cli.md": cli_page(),
    }


def main(words: list[str]) -> int:
    """Write the pages, or compare them with what lies there."""
    stale = [path for path, text in pages().items() if not _is(path, text)]
    if "--check" in words:
        for path in stale:
            print(
                f"{path.relative_to(ROOT)} is not what the program says: run scripts/make_docs.py"
            )
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages()[path], encoding="utf-8")
        print(f"{path.relative_to(ROOT)} written")
    return 0


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

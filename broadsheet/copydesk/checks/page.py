"""The page of the checks for people: `python -m broadsheet.copydesk.checks.page > docs/checks.md`."""

from __future__ import annotations

import inspect
from types import ModuleType

from broadsheet.copydesk.checks import CHECKS
from broadsheet.copydesk.desk import read
from broadsheet.copydesk.reading import Finding

_HEAD = """# The checks

*Written by `python -m broadsheet.copydesk.checks.page > docs/checks.md` from the checks themselves;
a test keeps the two the same. The examples are run as tests.*

`broadsheet check` marks what a good sub-editor would mark. A finding has a level:

- **fix**: it is wrong, and can be put right from the copy alone. `broadsheet check` exits with 1.
- **query**: somebody who knows should be asked.
- **style**: it is not wrong, but a careful house would not print it.

Of an agency's copy `broadsheet check` says only what is to be fixed, since nobody can ring the
agency; `--all` says the rest. `broadsheet read --json` always gives everything.
"""


def page() -> str:
    """The whole page in Markdown: the checks in the order of their ids."""
    checks = sorted(CHECKS, key=lambda check: str(check.ID))
    rows = [f"| [{c.ID}](#{c.ID}) | {_level(c)} | {_summary(c)} |" for c in checks]
    table = "\n".join(["| check | level | what it finds |", "|---|---|---|", *rows])
    return "\n".join([_HEAD, table, "", *map(_section, checks)])


def _own(check: ModuleType, text: str) -> list[Finding]:
    return [finding for finding in read(text).findings if finding.check == check.ID]


def _level(check: ModuleType) -> str:
    return _own(check, check.FINDS[0])[0].level


def _summary(check: ModuleType) -> str:
    return (inspect.getdoc(check) or "").split("\n\n")[0].replace("\n", " ")


def _section(check: ModuleType) -> str:
    first = _own(check, check.FINDS[0])[0]
    lines = [
        f"## {check.ID}",
        "",
        f"{_summary(check)} The rule: {first.rule}. Level: {first.level}.",
    ]
    for title, texts in (("Finds", check.FINDS), ("Leaves alone", check.LEAVES)):
        lines += ["", f"{title}:", ""]
        for text in texts:
            lines += [f"- {_shown(text)}"]
            if title == "Finds":
                lines += [f"  → {finding.message}" for finding in _own(check, text)]
    return "\n".join([*lines, ""])


def _shown(text: str) -> str:
    """The example on one line, without its headline where the body is enough, its stray
    characters made visible."""
    visible = text.replace("\u00a0", "⍽").replace("`", "'")
    return "`" + " ¶ ".join(part for part in visible.split("\n\n") if part.strip()) + "`"


if __name__ == "__main__":
    print(page(), end="")

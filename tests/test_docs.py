"""The documentation says what the program does: every setting, command and dependency, and no link
that leads nowhere."""

from __future__ import annotations

import configparser
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from broadsheet import config
from broadsheet.cli import COMMANDS, parser_for

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def read_page(page: Path) -> str:
    return page.read_text(encoding="utf-8") if page.is_file() else ""


def fenced(name: str, language: str) -> list[str]:
    """The blocks of one language in a page."""
    return re.findall(rf"^```{language}\n(.*?)^```", read(name), re.MULTILINE | re.DOTALL)


def headings(text: str) -> set[str]:
    """The anchors that a page's headings give, as the usual viewers make them."""
    plain = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", plain, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_generated_pages_are_what_the_program_says() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/make_docs.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")


def test_every_setting_has_its_heading_and_variable() -> None:
    page = read("docs/settings.md")
    for setting in config.table():
        assert f"\n## {setting.key}\n" in page
        assert f"`{setting.variable}`" in page


def test_every_command_has_its_heading_and_a_row_in_the_readme() -> None:
    page, readme = read("docs/cli.md"), read("README.md")
    for name in COMMANDS:
        assert f"\n## {name}\n" in page
        assert f"| `broadsheet {name}" in readme


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_leads_nowhere(page: Path) -> None:
    dead = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        anchors = {""} | (headings(read_page(target)) if target.suffix == ".md" else set())
        if not target.exists() or anchor not in anchors:
            dead.append(link)
    assert dead == []


def test_every_page_is_reached_from_the_index() -> None:
    linked = {link.partition("#")[0] for link in LINK.findall(read("docs/index.md"))}
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages - linked == set()


def test_the_readme_names_the_two_commands_and_shows_the_front_on_its_first_screen() -> None:
    first_screen = "\n".join(read("README.md").splitlines()[:40])
    for wanted in ("make run", "make test", "](docs/front.png)", "What it will not do"):
        assert wanted in first_screen


def test_every_direct_dependency_has_a_row() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    page = read("CONTRIBUTING.md")
    for name in (Requirement(line).name for line in asked):
        row = re.search(rf"^\| {re.escape(name)} \|(.*)\|$", page, re.MULTILINE)
        assert row, f"{name} has no row in CONTRIBUTING.md"
        assert all(cell.strip() for cell in row.group(1).split("|"))


@pytest.mark.parametrize("name", ["docs/install.md", "docs/proxy.md"])
def test_settings_in_the_docs_are_accepted(name: str, tmp_path: Path) -> None:
    blocks = fenced(name, "toml")
    assert blocks
    for block in blocks:
        (tmp_path / config.FILE_NAME).write_text(block, encoding="utf-8")
        config.load(tmp_path, {})


def commands_in(name: str) -> list[str]:
    lines = "\n".join(fenced(name, "sh")).splitlines()
    return [
        line[line.index("broadsheet ") :]
        for line in lines
        if re.match(r"(\.venv/bin/)?broadsheet ", line)
    ]


@pytest.mark.parametrize("name", ["README.md", "docs/install.md", "docs/backup.md"])
def test_commands_in_the_docs_are_accepted(name: str) -> None:
    typed = commands_in(name)
    assert typed
    for line in typed:
        _, command, *words = shlex.split(line, comments=True)
        parser_for(command).parse_args(words)


def test_the_systemd_unit_starts_and_stops_the_paper_as_serve_takes_it() -> None:
    (text,) = fenced("docs/install.md", "ini")
    unit = configparser.ConfigParser()
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(text)
    program, command, *words = shlex.split(unit["Service"]["ExecStart"])
    assert program.endswith("/.venv/bin/broadsheet")
    assert command == "serve"
    args = parser_for("serve").parse_args(words)
    assert unit["Service"]["ReadWritePaths"] == args.folder
    assert args.demo is False
    from broadsheet.serve.supervisor import STOP_WITHIN

    assert float(unit["Service"]["TimeoutStopSec"]) > STOP_WITHIN

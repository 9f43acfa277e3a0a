"""What the paper stands on is pinned: a change of either is decided, not met."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def test_wagtail_is_8_0() -> None:
    assert version("wagtail").split(".")[:2] == ["8", "0"]


def test_django_is_the_long_supported_5_2() -> None:
    assert version("Django").split(".")[:2] == ["5", "2"]


def test_the_project_allows_wagtail_8_1_and_no_django_but_5_2() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {r.name: r.specifier for r in map(Requirement, project["dependencies"])}
    assert "8.1.0" in wanted["wagtail"]
    assert "9.0" not in wanted["wagtail"]
    assert "5.2.20" in wanted["Django"]
    assert "6.0" not in wanted["Django"]


def test_every_pin_in_the_lock_carries_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        pins = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]
        assert len(pins) > 10
        assert [line for line in pins if "==" not in line or "--hash=sha256:" not in line] == []


def test_the_lock_holds_what_is_installed() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert f"\nwagtail=={version('wagtail')} " in text
    assert f"\ndjango=={version('Django')} " in text

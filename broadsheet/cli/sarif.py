"""Findings as SARIF, the format in which checkers tell automation what they found: OASIS, Static
Analysis Results Interchange Format 2.1.0."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, Protocol
from urllib.parse import quote

from broadsheet import __version__
from broadsheet.cli.copy_in import CopyIn
from broadsheet.cli.findings_shown import Lines
from broadsheet.copydesk import Finding, Style
from broadsheet.copydesk.checks import CHECKS
from broadsheet.copydesk.dismissals import fingerprint

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"fix": "error", "query": "warning", "style": "note"}


class Checked(Protocol):
    """One copy with what is said of it and what was dismissed."""

    @property
    def copy(self) -> CopyIn: ...
    @property
    def style(self) -> Style | None: ...
    @property
    def said(self) -> list[Finding]: ...
    @property
    def dismissed(self) -> list[Finding]: ...


def document(checked: Iterable[Checked]) -> dict[str, Any]:
    """One log with one run that holds the findings of every file. What was dismissed is in it,
    marked as suppressed."""
    rows = [
        (one, finding, lines, finding in one.dismissed)
        for one in checked
        for lines in [Lines(one.copy.text)]
        for finding in [*one.said, *one.dismissed]
    ]
    ids = list(dict.fromkeys(finding.check for _, finding, _, _ in rows))
    known = {**_checks(), **_style_rules(one for one, *_ in rows)}
    driver = {
        "name": "broadsheet check",
        "version": __version__,
        "rules": [known.get(id_, {"id": id_}) for id_ in ids],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(one.copy, finding, lines, ids.index(finding.check), dismissed=gone)
                    for one, finding, lines, gone in rows
                ],
            }
        ],
    }


def _checks() -> dict[str, dict[str, Any]]:
    """The desk's own checks, each with its examples."""
    return {
        str(check.ID): _rule(str(check.ID), inspect.getdoc(check) or "", check.FINDS, check.LEAVES)
        for check in CHECKS
    }


def _style_rules(checked: Iterable[Checked]) -> dict[str, dict[str, Any]]:
    """The rules of the house styles that were tried."""

    styles = [one.style for one in checked if one.style is not None]
    styles += [other for style in styles for other in style.others.values()]
    found = {rule.id: rule for style in styles for rule in style.rules}
    return {
        id_: _rule(id_, rule.why or rule.message, rule.match, rule.leave)
        for id_, rule in found.items()
    }


def _rule(id_: str, words: str, finds: Iterable[str], leaves: Iterable[str]) -> dict[str, Any]:
    short = " ".join(words.split("\n\n")[0].split())
    text = "\n".join([words, "", "Finds:", *_listed(finds), "", "Leaves alone:", *_listed(leaves)])
    return {"id": id_, "shortDescription": {"text": short}, "help": {"text": text}}


def _listed(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield "- " + " ¶ ".join(part.strip() for part in text.split("\n\n") if part.strip())


def _result(
    copy: CopyIn, finding: Finding, lines: Lines, index: int, *, dismissed: bool
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [_location(copy, lines, finding.start, finding.end)],
        "partialFingerprints": {"sentence/v1": fingerprint(copy.text, finding)},
    }
    if finding.evidence:
        result["relatedLocations"] = [
            {"id": n, **_location(copy, lines, start, end)}
            for n, (start, end) in enumerate(finding.evidence)
        ]
    if finding.suggestion is not None:
        result["fixes"] = [_fix(copy, lines, finding, finding.suggestion)]
    if dismissed:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _fix(copy: CopyIn, lines: Lines, finding: Finding, instead: str) -> dict[str, Any]:
    region = _region(lines, finding.start, finding.end)
    change = {"deletedRegion": region, "insertedContent": {"text": instead}}
    return {"artifactChanges": [{"artifactLocation": _artifact(copy), "replacements": [change]}]}


def _location(copy: CopyIn, lines: Lines, start: int, end: int) -> dict[str, Any]:
    physical = {"artifactLocation": _artifact(copy), "region": _region(lines, start, end)}
    return {"physicalLocation": physical}


def _artifact(copy: CopyIn) -> dict[str, str]:
    """Where the copy lies, as a URI; standard input has no address, only its name."""
    path = PurePath(copy.name)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


def _region(lines: Lines, start: int, end: int) -> dict[str, int]:
    first, column = lines.at(start)
    last, behind = lines.at(end)
    return {
        "startLine": first,
        "startColumn": column,
        "endLine": last,
        "endColumn": behind,
        "charOffset": start,
        "charLength": end - start,
    }

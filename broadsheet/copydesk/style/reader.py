"""A style's file read and checked: what is wrong is said with the file, the rule and the way out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from broadsheet.copydesk.style.pattern import problem_with
from broadsheet.copydesk.style.shape import (
    ABOUT,
    KINDS,
    LEVELS,
    SCOPES,
    TONGUES,
    WITHIN,
    Profile,
    Rule,
    Style,
    StyleError,
)

SHIPPED = Path(__file__).parent
Stamp = tuple[int, int]
#: The folder of a paper that holds its own styles.
FOLDER = "styles"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TEXTS = ("message", "why", "pattern", "instead", "after", "not_after", "not_before", "first", "second")  # fmt: skip
_PATTERNS = ("pattern", "after", "not_after", "not_before", "first", "second")
_LISTS = ("words", "at", "match", "leave")
_CHOICES = {"kind": KINDS, "level": LEVELS, "about": ABOUT, "within": WITHIN, "tongue": TONGUES}
_NUMBERS = ("least", "most")
_RULE_KEYS = (*_TEXTS, *_LISTS, *_CHOICES, *_NUMBERS, "scope", "swap", "certain")
_STYLE_KEYS = ("about", "extends", "off", "names", "levels", "agency", "rules")
_AGENCY_KEYS = ("style", "levels", "off")
_NEEDED = {
    "substitution": (("swap",), ("pattern", "instead"), ("tongue",)),
    "existence": (("words",), ("pattern",)),
    "consistency": (("swap",),),
    "conditional": (("first", "second"),),
    "occurrence": (("within",),),
}


def shipped() -> list[str]:
    """The names of the styles that come along."""
    return sorted(path.stem for path in SHIPPED.glob("*.toml"))


def load_style(name: str, folder: Path | None = None) -> Style:
    """The style of that name, or in that file.

    Args:
        name: a file that ends in .toml, or the name of a style: the paper's own before ours.
        folder: the paper's folder, whose styles lie in `styles/`.

    Raises:
        StyleError: there is none, or its file is wrong.
    """
    path = _find(name, folder)
    held = _HELD.get((path, folder))
    if held is None or held[0] != _stamps(held[0]):
        seen: list[Path] = []
        style = _load(path, folder, (), seen)
        held = _HELD[(path, folder)] = _stamps(seen), style
    return held[1]


#: Styles that were read in this process, each with the state of the files that it came from.
_HELD: dict[tuple[Path, Path | None], tuple[dict[Path, Stamp], Style]] = {}


def _stamps(files: Iterable[Path]) -> dict[Path, Stamp]:
    found = {}
    for file in files:
        facts = file.stat() if file.is_file() else None
        found[file] = (facts.st_mtime_ns, facts.st_size) if facts else (0, 0)
    return found


def known(folder: Path | None = None) -> list[str]:
    """The names that `load_style` knows."""
    own = folder.joinpath(FOLDER).glob("*.toml") if folder else ()
    return sorted({*shipped(), *(path.stem for path in own)})


def _find(name: str, folder: Path | None) -> Path:
    if name.endswith(".toml"):
        return Path(name)
    for place in (folder / FOLDER if folder else SHIPPED, SHIPPED):
        if "/" not in name and (place / f"{name}.toml").is_file():
            return place / f"{name}.toml"
    names = known(folder)
    raise StyleError(f"'{name}'", "", f"there is none.{_near(name, names)} Known: {', '.join(names)}; or name a file that ends in .toml.")  # fmt: skip


def _load(path: Path, folder: Path | None, on_the_way: tuple[Path, ...], seen: list[Path]) -> Style:
    seen.append(path)
    if path in on_the_way:
        raise StyleError(str(path), "", "extends itself. Take one 'extends' or 'style' away.")
    rows = _rows(path)
    file = str(path)
    _keys(file, "", rows, _STYLE_KEYS)
    on_the_way = (*on_the_way, path)
    held = _text(file, "extends", rows)
    parent = _load(_sought(held, path, folder), folder, on_the_way, seen) if held else Style("")
    rules = {rule.id: rule for rule in parent.rules}
    for id_, row in _table(file, "rules", rows).items():
        rules[id_] = _rule(file, path.stem, id_, row, rules.get(id_))
    off = parent.off | _off(file, rows, rules)
    agencies = {**parent.agencies, **_agencies(file, rows)}
    named = {one.style for one in agencies.values() if one.style} - set(parent.others)
    others = {one: _load(_sought(one, path, folder), folder, on_the_way, seen) for one in named}
    return Style(
        name=path.stem,
        about=_text(file, "about", rows),
        rules=tuple(rule for rule in rules.values() if rule.id not in off),
        names=parent.names | frozenset(_list(file, "", "names", rows)),
        levels=_levels(file, "", rows) or parent.levels or LEVELS,
        off=off,
        agencies=agencies,
        others={**parent.others, **others},
    )


def _sought(name: str, by: Path, folder: Path | None) -> Path:
    """The file of a style that another names; `uk` in the paper's own `uk.toml` is ours."""
    if name.endswith(".toml"):
        return by.parent / name
    beside = by.parent / f"{name}.toml"
    if beside.is_file() and beside != by:
        return beside
    found = _find(name, folder)
    return SHIPPED / f"{name}.toml" if found == by and by.parent != SHIPPED else found


def _rows(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise StyleError(str(path), "", f"{(error.strerror or str(error)).lower()}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StyleError(str(path), "", f"is no TOML: {error}. Mend that line.") from None


def _rule(file: str, style: str, id_: str, row: object, held: Rule | None) -> Rule:
    """The rule in a file; one that names no kind changes single keys of the rule `held`."""
    if not isinstance(row, dict):
        raise StyleError(file, id_, f"must be a table, [rules.{id_}], not {row!r}.")
    if not _ID.fullmatch(id_):
        raise StyleError(file, id_, "an id is small letters, figures and hyphens: meet-with.")
    if id_ in _checks():
        raise StyleError(file, id_, "a check of the desk has this id. Give the rule another.")
    _keys(file, id_, row, _RULE_KEYS)
    values: dict[str, Any] = {}
    for key in row:
        values[key] = _value(file, id_, key, row)
    if held is not None and "kind" not in row:
        rule = held._replace(style=style, **values)
    else:
        for key in ("kind", "message", "match", "leave"):
            if not values.get(key):
                raise StyleError(file, id_, f"'{key}' is missing. {_WHY_NEEDED[key]}")
        rule = Rule(id=id_, style=style, **values)
    _whole(file, rule)
    return rule._replace(at=tuple(word.lower() for word in rule.at))


_WHY_NEEDED = {
    "kind": f"It is one of {', '.join(KINDS)}.",
    "message": "It is what the desk says; {found} and {instead} stand for the words.",
    "match": "Give at least one sentence that the rule must find.",
    "leave": "Give at least one sentence that the rule must leave alone.",
}


def _value(file: str, rule: str, key: str, row: Mapping[str, Any]) -> object:
    value = row[key]
    if key in _CHOICES:
        return _choice(file, rule, key, value, _CHOICES[key])
    if key in _LISTS:
        return _list(file, rule, key, row)
    if key == "scope":
        return tuple(_choice(file, rule, key, v, SCOPES) for v in _list(file, rule, key, row))
    if key == "swap":
        return _swap(file, rule, value)
    wanted = int if key in _NUMBERS else bool if key == "certain" else str
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        says = {int: "a whole number", bool: "true or false", str: "text in quotation marks"}
        raise StyleError(file, rule, f"'{key}' must be {says[wanted]}, not {value!r}.")
    return value


def _swap(file: str, rule: str, value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(v, str) and k for k, v in value.items()):
        raise StyleError(file, rule, "'swap' must be a table of words: { \"on-line\" = \"online\" }.")  # fmt: skip
    return tuple(value.items())


def _whole(file: str, rule: Rule) -> None:
    """Whether the rule's keys make a rule of its kind."""
    ways = _NEEDED[rule.kind]
    if not any(all(getattr(rule, key) for key in way) for way in ways):
        wanted = ", or ".join(" and ".join(f"'{key}'" for key in way) for way in ways)
        raise StyleError(file, rule.id, f"a rule of kind {rule.kind} needs {wanted}.")
    if rule.kind == "occurrence" and rule.most is None and rule.least is None:
        raise StyleError(file, rule.id, "a rule of kind occurrence needs 'most' or 'least'.")
    # Our own are tried by the tests; to compile them all would cost each start of a command.
    for key in _PATTERNS if Path(file).parent != SHIPPED else ():
        problem = problem_with(getattr(rule, key))
        if problem:
            raise StyleError(file, rule.id, f"'{key}' {problem}")
    for hole in re.findall(r"\{(\w*)\}", rule.message):
        if hole not in {"found", "instead", "count"}:
            raise StyleError(file, rule.id, f"'message' knows {{found}}, {{instead}} and {{count}}, not {{{hole}}}.")  # fmt: skip
    for key in ("first", "second") if Path(file).parent != SHIPPED else ():
        if rule.kind == "conditional" and re.compile(getattr(rule, key)).groups < 1:
            raise StyleError(file, rule.id, f"'{key}' needs a group in brackets: what both must share.")  # fmt: skip


def _checks() -> frozenset[str]:
    """The ids of the desk's own checks."""
    # They are read by the desk, which reads with styles: known once everything is loaded.
    from broadsheet.copydesk.checks import CHECKS

    return frozenset(str(check.ID) for check in CHECKS)


def _off(file: str, rows: Mapping[str, Any], rules: Collection[str]) -> frozenset[str]:
    """Rules and checks that are switched off; one that is not known is a slip of the pen."""
    names = [*rules, *_checks()]
    for name in (off := _list(file, "", "off", rows)):
        if name not in names:
            raise StyleError(file, "", f"'off' names '{name}', which is no rule or check.{_near(name, names)}")  # fmt: skip
    return frozenset(off)


def _agencies(file: str, rows: Mapping[str, Any]) -> dict[str, Profile]:
    found = {}
    for name, row in _table(file, "agency", rows).items():
        if not isinstance(row, dict):
            raise StyleError(file, "", f"agency {name} must be a table, [agency.{name}].")
        _keys(file, "", row, _AGENCY_KEYS)
        off = frozenset(_list(file, "", "off", row))
        style = _text(file, "style", row) or None
        found[name.casefold()] = Profile(style, _levels(file, "", row), off)
    return found


def _levels(file: str, rule: str, row: Mapping[str, Any]) -> tuple[str, ...] | None:
    if "levels" not in row:
        return None
    return tuple(_choice(file, rule, "levels", v, LEVELS) for v in _list(file, rule, "levels", row))


def _table(file: str, key: str, rows: Mapping[str, Any]) -> dict[str, Any]:
    value = rows.get(key, {})
    if not isinstance(value, dict):
        raise StyleError(file, "", f"'{key}' must be tables, [{key}.NAME], not {value!r}.")
    return value


def _text(file: str, key: str, rows: Mapping[str, Any]) -> str:
    value = rows.get(key, "")
    if not isinstance(value, str):
        raise StyleError(file, "", f"'{key}' must be text in quotation marks, not {value!r}.")
    return value


def _list(file: str, rule: str, key: str, rows: Mapping[str, Any]) -> tuple[str, ...]:
    value = rows.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise StyleError(file, rule, f"'{key}' must be a list of texts, not {value!r}.")
    return tuple(value)


def _choice(file: str, rule: str, key: str, value: object, choices: Collection[str]) -> str:
    if value not in choices:
        near = _near(str(value), choices)
        raise StyleError(file, rule, f"'{key}' cannot be {value!r}: it is one of {', '.join(choices)}.{near}")  # fmt: skip
    return str(value)


def _keys(file: str, rule: str, row: Mapping[str, Any], keys: Iterable[str]) -> None:
    for key in row:
        if key not in keys:
            raise StyleError(file, rule, f"there is no key '{key}'.{_near(key, keys)} Known: {', '.join(keys)}.")  # fmt: skip


def _near(word: str, words: Iterable[str]) -> str:
    # Only for what has gone wrong: a command that starts is not to wait for it.
    import difflib

    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return f" The nearest known one is '{near[0]}'." if near else ""

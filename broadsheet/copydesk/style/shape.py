"""House style as data: what a rule and a style hold once their file has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

#: The kinds of rule, in the words of Vale (https://vale.sh/docs/styles), which made them usual.
KINDS = ("substitution", "existence", "consistency", "conditional", "occurrence")
LEVELS = ("fix", "query", "style")
#: What a rule is about: `words` are never touched inside a quotation, `spelling` and `marks` are.
ABOUT = ("words", "spelling", "marks")
SCOPES = ("headline", "standfirst", "body", "related")
#: How a rule would have everything spelt: -ise and -our, -ize and -our, -ize and -or.
TONGUES = ("uk", "oxford", "us")
WITHIN = ("sentence", "paragraph", "headline", "standfirst", "copy")


class StyleError(Exception):
    """A style cannot be used. Carries the file, the rule ("" when it is the file as a whole) and
    the problem, which says what to do."""

    def __init__(self, file: str, rule: str, problem: str) -> None:
        self.file, self.rule, self.problem = file, rule, problem
        where = f"style {file}, rule '{rule}'" if rule else f"style {file}"
        super().__init__(f"{where}: {problem}")


class Rule(NamedTuple):
    """One rule, as docs/style.md explains its keys. `style` is the style that it stands in."""

    id: str
    style: str
    kind: str
    message: str
    level: str = "style"
    why: str = ""
    about: str = "words"
    scope: tuple[str, ...] = SCOPES
    words: tuple[str, ...] = ()
    swap: tuple[tuple[str, str], ...] = ()
    pattern: str = ""
    instead: str = ""
    tongue: str = ""
    at: tuple[str, ...] = ()
    after: str = ""
    not_after: str = ""
    not_before: str = ""
    first: str = ""
    second: str = ""
    within: str = ""
    least: int | None = None
    most: int | None = None
    certain: bool = False
    match: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How a finding names it: `uk.meet-with`."""
        return f"{self.style}.{self.id}"


class Profile(NamedTuple):
    """What is said of one agency's copy: by which style, at which levels, without which rules.
    None: as of all other copy."""

    style: str | None = None
    levels: tuple[str, ...] | None = None
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Style:
    """A house style: rules, names that the paper knows, and a profile for each agency.

    `off` are rules and checks that say nothing; `agencies` maps an agency's name to its profile,
    `*` to that of every other agency; `others` holds the styles that profiles name.
    """

    name: str
    about: str = ""
    rules: tuple[Rule, ...] = ()
    names: frozenset[str] = frozenset()
    levels: tuple[str, ...] = LEVELS
    off: frozenset[str] = frozenset()
    agencies: Mapping[str, Profile] = field(default_factory=dict)
    others: Mapping[str, Style] = field(default_factory=dict)

"""House style as data: what a rule and a style hold once their file has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The kinds of rule, in the words of Vale (https://vale.sh/docs/styles), which made them usual.
KINDS = ("substitution", "existence", "consistency", "conditional", "occurrence")
LEVELS = ("fix", "query", "style")
#: What a rule is about: `words` are never touched inside a quotation, `spelling` and `marks` are.
ABOUT = ("words", "spelling", "marks")
SCOPES = ("headline", "standfirst", "body", "related")
WITHIN = ("sentence", "paragraph", "headline", "standfirst", "copy")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Which of the fields a kind uses is said in docs/style.md."""

    id: str
    style: str
    kind: str
    level: str
    message: str
    why: str = ""
    about: str = "words"
    scope: tuple[str, ...] = SCOPES
    words: tuple[str, ...] = ()
    swap: tuple[tuple[str, str], ...] = ()
    pattern: str = ""
    instead: str = ""
    at: tuple[str, ...] = ()
    after: str = ""
    not_after: str = ""
    not_before: str = ""
    first: str = ""
    second: str = ""
    within: str = ""
    least: int = 0
    most: int | None = None
    certain: bool = False
    match: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How a finding names it: `uk.meet-with`."""
        return f"{self.style}.{self.id}"


@dataclass(frozen=True, slots=True)
class Profile:
    """What holds for the copy of one agency. None: as for all other copy."""

    style: str | None = None
    levels: tuple[str, ...] | None = None
    off: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Style:
    """A house style: rules, names that the paper knows, and a profile for each agency.

    `agencies` maps an agency's name to its profile, `*` to that of all others; `others` holds
    the styles that profiles name.
    """

    name: str
    rules: tuple[Rule, ...] = ()
    names: frozenset[str] = frozenset()
    levels: tuple[str, ...] = LEVELS
    off: frozenset[str] = frozenset()
    agencies: Mapping[str, Profile] = field(default_factory=dict, hash=False)
    others: Mapping[str, Style] = field(default_factory=dict, hash=False)

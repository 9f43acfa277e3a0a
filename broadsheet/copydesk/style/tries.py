"""The rules of a style made ready: for each word, the rules that are tried where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.copydesk.style.shape import Rule, Style

TOKEN = re.compile(r"\w+|[^\w\s]")
_SPACES = r"[\s\u00a0]{1,4}"
_NEXT = re.compile(r"\W{1,6}(\w+)")
#: Room for spaces beyond one between the words of a phrase.
_SLACK = 12
#: A key of `at` that stands for every token that begins with a figure.
FIGURE = "0"


class Try:
    """One thing to look for at a token: a rule's pattern, or one of its words or phrases.

    Patterns are compiled when they are first wanted: most never are in one run of a command.
    """

    __slots__ = ("_plain", "_regex", "instead", "phrase", "rule", "side", "source")

    def __init__(
        self,
        rule: Rule,
        source: str,
        *,
        phrase: str = "",
        instead: str | None = None,
        side: int = 0,
    ) -> None:
        self.rule, self.source, self.phrase = rule, source, phrase
        self.instead, self.side = instead, side
        self._plain = _plain(phrase)
        self._regex: re.Pattern[str] | None = None

    def may_stand(self, text: str, at: int) -> bool:
        """Whether the phrase can begin here; asked first, as most phrases never get further."""
        return _plain(text[at : at + len(self.phrase) + _SLACK]).startswith(self._plain)

    @property
    def regex(self) -> re.Pattern[str]:
        """What must match where it is tried."""
        if self._regex is None:
            flags = re.I if self.phrase and self.phrase.islower() else 0
            self._regex = re.compile(self.source, flags)
        return self._regex


class Tries:
    """All of a style's rules, by the token at which they are tried."""

    def __init__(self, style: Style) -> None:
        self.at: dict[str, list[Try]] = {}
        #: Phrases of two words and more, by the first and then the second.
        self.pairs: dict[str, dict[str, list[Try]]] = {}
        self.anywhere: list[Try] = []
        self.figures: list[Try] = []
        self.counted: list[Rule] = []
        self.spelt: list[Rule] = []
        for rule in style.rules:
            self._add(rule)

    def _add(self, rule: Rule) -> None:
        if rule.kind == "occurrence":
            self.counted.append(rule)
            return
        if rule.tongue:
            self.spelt.append(rule)
            return
        for side, (old, new) in self._phrases(rule):
            self._put(Try(rule, phrase_pattern(old), phrase=old, instead=new, side=side), old)
        pattern = rule.first if rule.kind == "conditional" else rule.pattern
        if not pattern:
            return
        one = Try(rule, pattern, instead=rule.instead or None)
        if not rule.at:
            self.anywhere.append(one)
        for key in rule.at:
            self._put(one, key)

    def _phrases(self, rule: Rule) -> list[tuple[int, tuple[str, str | None]]]:
        rows: list[tuple[int, tuple[str, str | None]]] = [(0, (word, None)) for word in rule.words]
        for old, new in rule.swap:
            rows.append((0, (old, new)))
            if rule.kind == "consistency":
                rows.append((1, (new, old)))
        return rows

    def _put(self, one: Try, phrase: str) -> None:
        keys = [token[0].lower() for token in TOKEN.finditer(phrase)][:2]
        if keys == [FIGURE]:
            self.figures.append(one)
        elif one.phrase and len(keys) == 2 and keys[1].isalnum():
            self.pairs.setdefault(keys[0], {}).setdefault(keys[1], []).append(one)
        else:
            self.at.setdefault(keys[0] if keys else phrase, []).append(one)

    def beginning(self, text: str, end: int, word: str) -> list[Try] | None:
        """The phrases that begin with `word`, which ends at `end`, and go on as the text does."""
        pairs = self.pairs.get(word)
        behind = _NEXT.match(text, end) if pairs else None
        return pairs.get(behind[1].lower()) if pairs and behind else None


def _plain(words: str) -> str:
    return " ".join(words.split()).replace("’", "'").lower()


def phrase_pattern(phrase: str) -> str:
    """Words of a file as a pattern: any spaces between them, either apostrophe."""
    parts = [re.escape(part).replace("'", "['’]").replace("’", "['’]") for part in phrase.split()]
    return _SPACES.join(parts) + r"(?!\w)"


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once a process and only when it is wanted."""
    return re.compile(pattern)


@lru_cache(maxsize=32)
def tries_of(style: Style) -> Tries:
    """The style made ready; made once a process."""
    return Tries(style)

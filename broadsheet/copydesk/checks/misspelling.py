"""Words that are misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from broadsheet.copydesk.cues import words
from broadsheet.copydesk.quotes import Quoted
from broadsheet.copydesk.reading import Finding, Reading, Span
from broadsheet.copydesk.spelling.forms import is_spelt
from broadsheet.copydesk.spelling.judge import Slip, is_known, judge, judge_capital, parts_of
from broadsheet.copydesk.spelling.slips import FRAMES

ID = "misspelling"
FINDS = (
    "Lock opens\n\nThe harbour board recieved the new gate on time.",
    "Lock opens\n\nThe lock keeper did'nt see the boat.",
    "Lock opens\n\nGoverment money paid for the gate.",
    "Lock opens\n\n“We have waited a long tiem,” the keeper said.",
    "Lock opens\n\nThe mayor said that the council could of paid.",
    "Lock opens\n\nThe well-knwon keeper bowed.",
    "Lock opens\n\nThe boats came form the harbour.",
)
LEAVES = (
    "Lock opens\n\nThe harbour and the harbor, the centre and the center: all are spelt.",
    "Lock opens\n\nLakhs of rupees, a jirga, two matatus and an iftar at the majlis.",
    "Lock opens\n\nA pro-lock newsmaker undertaxed the hourlong, boatless re-election.",
    "Lock opens\n\nThe sign read “Achtung, dieses Wehr wird gerade gebaut und gesperrt”.",
    "Lock opens\n\nThe wherry, a vessel of Ost, is no ferry: see @wherryost or wherry.example.",
    "Lock opens\n\nThe Kolman gate is new. Before that, kolman gates were wooden.",
    "Lock opens\n\nThe keeper wrote “recieved [sic]” and that it’s y’all’s o’clock.",
    "Schleuse auf\n\nDie neue schleuse wurde gestern von der stadt geöffnet, wie das amt mitteilt.",
)
_LETTER = "a-z\u00df-\u00f6\u00f8-\u00ff\u0153\u0161\u017e"
_JOINED = "\u00ad\u200b-\u200d\u2060\u0300-\u036f"
#: Stands for what is no copy.
_BLANK = "\x00"
_WORD = re.compile(
    rf"(?<![\w@#/\\&.’'{_JOINED}-])(?<!-\n)[{_LETTER}]+(?:[’'-][{_LETTER}]+)*"
    rf"(?![\w@\\/&{_JOINED}]|[.’'-]\w|-\n)"
)
#: A capital at a sentence's start, no other behind it.
_OPENS = rf"[“\"‘(]?([A-Z][{_LETTER}]{{4,}})(?=,? [a-z])"
_FIRST = re.compile(_OPENS)
_OPENING = re.compile(rf"[\n.!?](?: ?[”\"’)])? *{_OPENS}")
_TITLE_WORD = re.compile(rf"(?<![\w’'-])[A-Z][{_LETTER}]{{6,}}(?![\w’'-])")
_TITLED = 0.7
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_NAME = re.compile(r"[^\W\d_]+")
_AROUND_IT = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
#: What is no copy, tried only where one of its signs stands.
_NO_COPY = (
    (("://", "www.", "@"), re.compile(r"(?<!\S)\S*?(?:://|www\.|@)\S*")),
    (("`",), re.compile(r"`[^`\n]{1,200}`")),
    (("<",), re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")),
    (("{", "=", "|", "()"), re.compile(r"^[^\n{}=|]*?(?:[{}=|]|\(\))[^\n]*$", re.M)),
)
_SIC = re.compile(r"[”’\"]?\s?[\[(]sic\b")
_SAYING = re.compile(r",?\s(?:said|says|told|added|writes|wrote|tweeted)\b")
_COPY = frozenset({"headline", "standfirst", "body", "quote-block"})
_MARKS = "“”‘’\"'"
#: A text with more unknown words than this, or this share of them, is not the copy of a story.
_MOST = 400
_SHARE = 0.3
#: So many characters around a word are looked at for others that are unknown.
_AROUND = 60
#: More than so many strangers near by: it is another language.
_STRANGERS = 2
#: Beside other unknown words, or small words of another language, a word must be this near.
_PLAIN = 0.7
_FOREIGN = words(
    "de la le les el et du des der das und los las il di del della dei une ein eine est che"
)
_RULE = "a word is spelt as in the word lists"
#: Words that were found to be known, for the stories to come.
_seen: set[str] = set()
_SEEN_MOST = 50_000


def find(reading: Reading, quoted: list[list[Quoted]], dated: bool) -> Iterator[Finding]:
    """One finding for each word that no list and no rule knows and that is a slip of the hand away
    from one that they do; words that the story or the paper uses as names are let be."""
    text = _copy(reading)
    tokens = _WORD.findall(text)
    story = set(tokens)
    unknown = {part for t in story - _seen for part in parts_of(t) if not is_known(part)}
    _remember(story, unknown)
    if len(unknown) <= min(_MOST, _SHARE * len(story) + 1):
        openings = _openings(text, reading)
        if unknown or openings:
            yield from _misspelt(text, tokens, unknown, openings, _known(reading))
    yield from _out_of_place(text)


def _remember(story: set[str], unknown: set[str]) -> None:
    """Keep the words of the story that are known, so that the next story need not ask for them."""
    if len(_seen) > _SEEN_MOST:
        _seen.clear()
    _seen.update(t for t in story - _seen if unknown.isdisjoint(parts_of(t)))


def _misspelt(
    text: str,
    tokens: list[str],
    unknown: set[str],
    openings: dict[str, list[Span]],
    names: set[str],
) -> Iterator[Finding]:
    capitals = Counter(match[0].lower() for match in _CAPITAL.finditer(text))
    for word, spans in openings.items():
        slip = judge_capital(word) if capitals[word] == len(spans) else None
        if slip is not None and word not in names:
            yield _finding(text, slip, spans)
        names.update({word} if slip is None else ())
        capitals[word] -= len(spans)
    names.update(word for word, times in capitals.items() if times > 0)
    story = set(tokens)
    times = Counter(token for token in tokens if token in unknown)
    slips = {w: slip for w in unknown - names if (slip := judge(w, story, times[w]))}
    for word, spans in _places(text, slips).items() if slips else ():
        yield _finding(text, slips[word], spans)


def _copy(reading: Reading) -> str:
    """The text, equally long, with what is no copy, addresses, markup and lines of code blotted
    out."""
    pieces: list[str] = []
    at = 0
    for part in reading.parts:
        if part.kind in _COPY and part.start >= at:
            gap = part.start - at
            pieces += ["\n" * min(gap, 1), _BLANK * (gap - 2), "\n" * (gap > 1)]
            pieces.append(reading.text[part.start : part.end])
            at = part.end
    text = "".join(pieces)
    for signs, pattern in _NO_COPY:
        if any(sign in text for sign in signs):
            text = pattern.sub(lambda match: _BLANK * len(match[0]), text)
    return text


def _known(reading: Reading) -> set[str]:
    """The words of the names that the paper knows, in small letters."""
    return {word for name in reading.known_names for word in _NAME.findall(name.lower())}


def _openings(text: str, reading: Reading) -> dict[str, list[Span]]:
    """Unknown words that begin a sentence, or stand in a headline in capitals, in small letters."""
    spans: dict[str, list[Span]] = {}
    first = _FIRST.match(text)
    for match in (*([first] if first else ()), *_OPENING.finditer(text)):
        word = match[1].lower()
        if word in _seen or is_known(word) or _SAYING.match(text, match.end(1)):
            continue
        if not text[match.start() - 1 : match.start()].isupper():
            spans.setdefault(word, []).append(match.span(1))
    for match in _title_words(text, reading):
        word = match[0].lower()
        if not is_known(word) and match.span() not in spans.get(word, ()):
            spans.setdefault(word, []).append(match.span())
    return spans


def _title_words(text: str, reading: Reading) -> Iterator[re.Match[str]]:
    """The long words of a headline in which nearly every word has a capital."""
    capitals = [word[0].isupper() for word in reading.headline.split()]
    if not capitals or sum(capitals) < _TITLED * len(capitals):
        return
    for part in reading.parts:
        if part.kind == "headline":
            yield from _TITLE_WORD.finditer(text, part.start, part.end)


def _places(text: str, slips: dict[str, Slip]) -> dict[str, list[Span]]:
    """Where each slip stands, save in foreign words, in words that are spoken of, and where the
    writer says `sic`."""
    places: dict[str, list[Span]] = {}
    for match in _WORD.finditer(text):
        for part in parts_of(match[0]):
            slip = slips.get(part)
            if slip is not None:
                start = match.start() + match[0].replace("’", "'").index(part)
                span = start, start + len(part)
                if not _let_be(text, match, span, slip):
                    places.setdefault(part, []).append(span)
    return places


def _let_be(text: str, match: re.Match[str], span: Span, slip: Slip) -> bool:
    start, end = match.span()
    if _SIC.match(text, end) or (
        text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS
    ):
        return True
    if "-" in match[0] and is_known(match[0].replace("-", "")):
        return True
    if slip.word.endswith("in") and text[end : end + 1] in _MARKS[2:]:
        return True
    before = _AROUND_IT.findall(text[max(0, span[0] - _AROUND) : span[0]])[1:]
    behind = _AROUND_IT.findall(text[span[1] : span[1] + _AROUND])[:-1]
    beside = {*before[-1:], *behind[:1]}
    if beside & _FOREIGN or (slip.cost > _PLAIN and any(map(_is_strange, beside))):
        return True
    return sum(map(_is_strange, before + behind)) > _STRANGERS


def _is_strange(word: str) -> bool:
    """Whether a word of the surroundings is in no list, be it ever so short."""
    return word.islower() and not all(len(p) < 2 or is_spelt(p) for p in parts_of(word))


def _finding(text: str, slip: Slip, spans: list[Span]) -> Finding:
    (start, end), others = spans[0], tuple(spans[1:])
    right = slip.right
    if right is not None and text[start].isupper():
        right = right[0].upper() + right[1:]
    word = text[start:end]
    if right is not None:
        message = f"“{word}” is misspelt: “{right}” is meant"
    else:
        message = f"“{word}” is in no word list; perhaps " + " or ".join(
            f"“{near}”" for near in slip.near
        )
    if others:
        message += f" ({len(spans)} times)"
    return Finding(start, end, ID, "fix", message, right, others, _RULE)


def _out_of_place(text: str) -> Iterator[Finding]:
    """Right words that the words around them show to be wrong: `could of`."""
    for frame in FRAMES:
        if frame.sign not in text:
            continue
        for match in frame.pattern.finditer(text):
            start, end = match.span("wrong")
            yield Finding(
                start,
                end,
                ID,
                "fix",
                f"“{match[0]}”: “{frame.right}” is meant, not “{match['wrong']}”",
                frame.right,
                rule="the word that is meant, not one that looks like it",
            )

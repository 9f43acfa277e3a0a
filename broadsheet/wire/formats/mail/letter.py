"""The words of a mail without what belongs to the letter and not to the copy: greeting, signature,
quoted and forwarded mails, small print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_FORWARDED = re.compile(
    r"^(?:>\s*)?-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht"
    r"|message transféré|message d'origine|mensaje reenviado|messaggio inoltrato|videresendt.{0,12}|vidarebefordrat.{0,14})\s*-{2,}\s*$"
    r"|^begin forwarded message:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_INNER = re.compile(
    r"^\W*(?P<name>from|von|de|subject|betreff|objet|asunto|oggetto|date|sent|datum|gesendet|fecha|data|to|an|à|para|a|cc)\s*:\*?\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_INNER_NAMES = {
    "from": "from", "von": "from", "de": "from", "subject": "subject", "betreff": "subject",
    "objet": "subject", "asunto": "subject", "oggetto": "subject", "date": "date", "sent": "date",
    "datum": "date", "gesendet": "date", "fecha": "date", "data": "date",
}  # fmt: skip
_QUOTED = re.compile(
    r"^(?:on\b.{5,120}\bwrote|am\b.{5,120}\bschrieb.{0,80}|le\b.{5,120}\ba écrit|el\b.{5,120}\bescribió)\s*:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_GREETING = re.compile(
    r"^(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|sehr geehrte|liebe|guten (?:tag|morgen)|hallo"
    r"|bonjour|chers?|madame|buenos|estimad[oa]s?|hola|gentile|buongiorno|geachte|beste|hej|hei)\b[^.!?\n]{0,60}[,!:–-]?\s*$",
    re.IGNORECASE,
)
_SMALL_PRINT = re.compile(
    r"\b(?:this|the contents? of this|the information in this|diese)\s+(?:e-?mail|message|communication|transmission|nachricht)\b"
    r".{0,300}\b(?:confidential|privileged|intended|vertraulich)|\bplease consider the environment before printing|"
    r"\bif you are not the intended recipient|\bview (?:this (?:e-?mail|message) )?in (?:your )?browser\b|\bunsubscribe\b(?=.{0,120}$)",
    re.IGNORECASE | re.DOTALL,
)
#: Characters above a forwarded mail that are a word to the colleague, not the copy.
_COVER = 400


@dataclass(slots=True)
class Letter:
    """Copy and what was around it. `inner` holds the headers of a forwarded mail: from, subject,
    date; `aside` is what nobody should print."""

    copy: str
    aside: list[str] = field(default_factory=list)
    inner: dict[str, str] = field(default_factory=dict)


def open_letter(text: str) -> Letter:
    """Take the copy out of a mail's words."""
    letter = Letter(text)
    _forwarded(letter)
    _cut(letter, _QUOTED)
    _cut(letter, _SIGNATURE)
    _unquote(letter)
    paragraphs = re.split(r"\n[ \t]*\n", letter.copy.strip("\n"))
    while len(paragraphs) > 1 and _GREETING.match(paragraphs[0].strip()):
        paragraphs.pop(0)
    greeting, _, rest = paragraphs[0].partition("\n")
    if rest.strip() and greeting.rstrip().endswith(",") and _GREETING.match(greeting.strip()):
        paragraphs[0] = rest
    kept = []
    for paragraph in paragraphs:
        if _SMALL_PRINT.search(paragraph):
            letter.aside.append(" ".join(paragraph.split()))
        else:
            kept.append(paragraph)
    letter.copy = "\n\n".join(kept)
    return letter


def _forwarded(letter: Letter) -> None:
    """A forwarded mail is the copy when there is but a word above it, and is dropped else."""
    found = _FORWARDED.search(letter.copy)
    if found is None:
        return
    above, below = letter.copy[: found.start()].strip(), letter.copy[found.end() :]
    if len(above) > _COVER:
        letter.copy = above
        return
    lines = below.lstrip("\n").split("\n")
    at = 0
    while at < len(lines) and (lines[at].strip() or not letter.inner):
        header = _INNER.match(lines[at].strip())
        if header and (name := _INNER_NAMES.get(header["name"].lower())):
            letter.inner.setdefault(name, header["said"].strip(" *"))
        elif not header and lines[at].strip() and not lines[at].startswith((" ", "\t")):
            break
        at += 1
    letter.copy = "\n".join(lines[at:])
    if above:
        letter.aside.append(" ".join(above.split()))


def _cut(letter: Letter, mark: re.Pattern[str]) -> None:
    found = mark.search(letter.copy)
    if found is not None and letter.copy[: found.start()].strip():
        aside = letter.copy[found.end() :].strip()
        letter.copy = letter.copy[: found.start()]
        if aside:
            letter.aside.append(aside)


def _unquote(letter: Letter) -> None:
    """A mail quoted whole, each line behind `>`, is the copy; quoted lines in a mail are not."""
    lines = letter.copy.split("\n")
    quoted = [line for line in lines if line.startswith(">")]
    said = [line for line in lines if line.strip() and not line.startswith(">")]
    if not quoted:
        return
    if len("".join(said)) > _COVER:
        letter.copy = "\n".join(line for line in lines if not line.startswith(">"))
    else:
        letter.copy = "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines)

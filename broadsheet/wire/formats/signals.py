"""Second thoughts that stand in an item's words, where a format's own fields do not say them.

The signals are: `correction` (something was wrong), `kill` (do not use), `repeat` (sent before),
`update` (new facts, a later lead), `embargo` (not yet) and `advisory` (a word to the desk, no copy).
A label counts only where it is set off from the headline, so that corrections officers, kill
switches and repeat offenders stay news."""

from __future__ import annotations

import re

from broadsheet.wire.formats.item import Item

SIGNALS = ("kill", "correction", "repeat", "update", "embargo", "advisory")

#: Label words, in the languages of the agencies, by what they signal.
_LABELS = {
    "kill": "(?:mandatory|bulletin|story|photo)[ -]kill|kill|withdrawn|retraction|"
    "elimination|annulation|annulé|annulée|zurückgezogen|zurückziehung|stornierung|anulación|anulada|anulado|"
    "annullamento|annullata|annullato|annulla|ingetrokken|intrekking|tilbagetrukket|tilbagetrækning|tilbaketrukket|tilbaketrekking|"
    "makulert|annullering|återkallas|återkallad|peruutus|peruttu|mitätöity|anulado|cancelado|anulowano",
    "correction": "correction|corrections|corrected|corrects|corrective|corr|corrx|corx|refile|refiled|refiling|clarification|"
    "rectificatif|rectification|correctif|berichtigung|berichtigt|korrektur|korrigiert|corrección|corrige|corregido|rectificación|"
    "correzione|corretto|rettifica|correctie|rectificatie|rättelse|rättad|korrigering|rettelse|rettet|korreksjon|oikaisu|korjaus|"
    "korjattu|correção|corrigido|korekta|sprostowanie",
    "repeat": "rpt|repeat|repeats|repeating|repeated|repetition|resend|resending|wiederholung|répétition|bis|repetición|repite|"
    "ripetizione|herhaling|gentagelse|repetisjon|repris|toisto|repetição|powtórka",
    "update": "update|updates|updated|updating|recast|recasts|wrapup|writethru|write-thru|actualisation|actualisé|actualización|"
    "actualiza|ampliación|amplía|aggiornamento|aggiorna|uppdatering|uppdaterad|uppdaterar|opdatering|opdateret|oppdatering|oppdatert|"
    "päivitys|päivitetty|aktualisierung|aktualisiert|atualização|atualiza|aktualizacja|lead",
    "advisory": "advisory|media advisory|note to editors|attention editors|attn editors|editors' note|planning|budget|daybook",
}
_EACH = {name: re.compile(rf"(?:{words})\Z", re.IGNORECASE) for name, words in _LABELS.items()}
_ANY = "|".join(f"(?:{words})" for words in _LABELS.values())
#: A label at the head, set off: `CORRECTED-`, `UPDATE 2-`, `Correction: `, `(RPT)`, `+++ KILL +++`.
_LABEL = re.compile(
    rf"^[\s\W]*(?P<word>{_ANY})(?P<count>\s*(?:no\.?\s*)?\d{{1,2}})?"
    r"(?P<off>\s*[:/)\]|*+]|\s*[-–—](?=\s|[\W\d]|[A-ZÀ-Þ])|\s*\Z)\s*",
    re.IGNORECASE,
)
#: Later leads, wherever a slugline or headline carries them: `8th Ld-Writethru`, `2ndLd`.
_LEAD = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)\s?-?(?:ld|lead|add|sub)\b|\bld-?writethru\b|\bwrite-?thru\b"
    r"|\b(?:first|second|third)\s+lead\b",
    re.IGNORECASE,
)
_CORRECTIVE = re.compile(
    r"[-,\s(](?:corrective|correction|corr)\W*\Z|\((?-i:CORRECTED|REFILED?)\)\W*\Z", re.IGNORECASE
)
#: Short forms that are no words, and so labels in any case.
_SHORT = frozenset({"corr", "corrx", "corx", "rpt"})
#: Verbs that open a bracketed first paragraph or an editor's note, by what they signal.
_VERBS = {
    "correction": r"correct(?:s|ed|ing|ion)\b|fix(?:es|ed|ing)?|clarif(?:y|ies|ied|ying)|amend(?:s|ed|ing)?|refil(?:es?|ed|ing)|"
    r"remov(?:es|ed|ing)|delet(?:es|ed|ing)|restor(?:es|ed|ing)|rectif\w+|corrig\w+|berichtig\w+|korrig\w+|korrektur|rett(?:er|else|et)\b|"
    r"rätt(?:ar|else|at)|oikais\w+|korja\w+|corrett\w+|corregg\w+|this (?:story|article|copy|version) (?:has been |was |)correct\w+|"
    r"(?:this (?:story|article) )?(?:has been |was )refiled",
    "repeat": r"repeat(?:s|ed|ing)?|resend(?:s|ing)?|resent|wiederhol\w+|répèt\w+|repit\w+|ripet\w+|herhal\w+|gentag\w+|gjenta\w+",
    "update": r"updat(?:es|ed|ing)|add(?:s|ed|ing)|recast(?:s|ing)?|write(?:s)? through|rewrit(?:es|ing)|changes|includes|"
    r"actualis\w+|ajout\w+|utförlig\w+|utvidg\w+|(?:noe )?utvide[td]\w*|actualiz\w+|añad\w+|amplía|aggiorn\w+|aggiung\w+|ergänz\w+|aktualisier\w+|durchgehend neu|neu:|uppdater\w+|"
    r"opdater\w+|oppdater\w+|päivit\w+|lisää",
    "kill": r"kill(?:s|ed)?\b(?=.{0,40}\b(?:story|item|copy|version)\b)|(?:please )?do not (?:use|publish|run) (?:this|the) (?:story|item|article|copy)(?!.{0,40}\b(?:before|until|after|without|unless|in|on)\b)|"
    r""
    r"(?:this|the) (?:story|item|article|copy) (?:has been |is |was )?(?:killed|withdrawn|retracted|eliminated)",
}
_OPENING = {
    name: re.compile(
        rf"^[\s(\[*+–-]*(?:(?:eds?\b\.?:?|(?:attention )?editors?:)\s*)?(?:{verbs})", re.IGNORECASE
    )
    for name, verbs in _VERBS.items()
}
#: A line under the copy that says that an earlier version was wrong.
_CORRECTED = re.compile(
    r"^[\s\W]*(?:(?:rättad|korrigerad|korrigert|rettet|corrected|berichtigte|korrigierte|versión corregida|version corrigée)(?: version)?\s*[:(]"
    r"|(?:correction|clarification|rättelse|rettelse|retting|korreksjon|berichtigung|korrektur|rectificatif|rectificación|corrección|oikaisu|correctie|rettifica)\s*:"
    r"|(?:this|an earlier version of this|a previous version of this) (?:story|article|report|version|copy)\b.{0,160}?\b(?:correct(?:ed|s)|incorrectly|misstated|misspelled|in error|wrongly|erroneously)\b)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(
    r"^[(\[].{3,400}[)\]]\W*$|^(?:eds?\.?|editors)\s*:", re.IGNORECASE | re.DOTALL
)
_TO_EDITORS = frozenset({"editors", "editor", "ednote", "correction", "instruction", "revision"})


def labels(text: str) -> list[str]:
    """The signals of the labels at the head of a headline or slugline, however many are stacked."""
    found, _ = _stacked(text)
    if _LEAD.search(text):
        found.append("update")
    if _CORRECTIVE.search(text):
        found.append("correction")
    return list(dict.fromkeys(found))


def without_labels(headline: str) -> str:
    """A headline as it is printed: the agency's labels to the desk are not. One that is a label
    and no more stays."""
    _, rest = _stacked(headline)
    return rest.strip() or headline


def _stacked(text: str) -> tuple[list[str], str]:
    """The labels at the head, and what follows them."""
    found: list[str] = []
    while (match := _LABEL.match(text)) is not None and match.end():
        name = _name_of(match)
        if name is None:
            break
        found.append(name)
        text = text[match.end() :]
    return found, text


def _name_of(match: re.Match[str]) -> str | None:
    word, off = match["word"], match["off"].strip()
    name = next(name for name, pattern in _EACH.items() if pattern.match(word))
    dashed = off[:1] in {"-", "–", "—"}
    spaced = match["off"][:1].isspace()
    if word.lower() in _SHORT:
        return name
    if name == "kill" and not _is_kill(word, match["off"]):
        return None
    # "Update-minded", "Lead - not copper": a dash sets off only what is written as a label.
    if dashed and not (word.isupper() or match["count"] or (spaced and word.lower() != "lead")):
        return None
    if word.lower() in {"lead", "bis", "planning", "budget"} and not word.isupper():
        return None
    # A headline of one word is a headline, unless it is written as a label.
    return name if off or word.isupper() else None


def _is_kill(word: str, off: str) -> bool:
    """A kill takes copy away, so its label has to be beyond doubt: in capitals, and not the first
    half of a KILL-SWITCH."""
    phrase = " " in word or "-" in word
    return (word.isupper() or phrase) and (
        off[:1].isspace() or off[:1] not in {"-", "–", "—"} or phrase
    )


def opening(text: str) -> list[str]:
    """The signals of a bracketed first paragraph or of a note that says what was done."""
    return [name for name, pattern in _OPENING.items() if pattern.match(text)]


def mark(item: Item) -> None:
    """Add what headline, slugline, first paragraphs and editors' notes signal. To be called when
    all of these are set."""
    found = [*item.signals, *labels(item.headline), *labels(item.slugline)]
    for paragraph in item.paragraphs[:2]:
        if _BRACKETED.match(paragraph):
            found += opening(paragraph)
    if any(_CORRECTED.match(paragraph) for paragraph in item.paragraphs[-3:]):
        found.append("correction")
    for note in item.notes:
        if note.role in _TO_EDITORS:
            said = [*labels(note.text), *opening(note.text)]
            # A note to editors beside copy makes no advisory of it.
            found += [name for name in said if name != "advisory"]
    if item.embargo:
        found.append("embargo")
    if "kill" in found and item.status == "usable":
        item.status = "canceled"
    if item.status == "canceled":
        found.append("kill")
    item.signals = list(dict.fromkeys(found))

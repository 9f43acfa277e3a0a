"""What stands under the copy of a release, mail or text file and is not for print: notes to
editors, contacts, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

#: A line that says that the copy is over, in the languages of the agencies.
_END = re.compile(
    r"^[\W_]*(?:ends?|end of (?:release|story|text)|ende|fin|fine|fim|einde|slut|slutt|loppu|koniec|-30-|30|#{2,})"
    r"[\W_]*$|^\s*#(?:\s*#)+\s*$",
    re.IGNORECASE,
)
#: A head under which everything is for the desk alone.
_NOTES = re.compile(
    r"^[\W_]*(?:(?:foot)?notes?\s+(?:to|for)\s+(?:the\s+)?editors?|editor(?:s|'s|’s|s'|s’)?\s+notes?|advisory to editors|"
    r"hinweise?\s+(?:an|für)\s+die\s+redaktion(?:en)?|redaktionelle[r]?\s+hinweise?|"
    r"notes?\s+(?:à|aux?)\s+(?:la\s+|l['’])?(?:attention\s+des\s+)?r[ée]dac(?:tions?|teurs?)|"
    r"notas?\s+(?:a|para)\s+(?:los\s+|as?\s+|la\s+)?(?:editores|redacc?i[óo]n|reda[cç][õã]\w*)|note?\s+(?:per|alla)\s+(?:i\s+)?redazion[ei]|"
    r"til\s+redaktionen|til\s+redaksjonen|till\s+redaktionen)\b",
    re.IGNORECASE,
)
#: A head or line that gives people to ring or write to.
_CONTACT = re.compile(
    r"^[\W_]*(?:(?:ihre?|your)\s+)?(?:(?:media|press|news|pr)\s+(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|relations)|(?:(?:[a-z]+\s+){1,3})?contacts?(?:\s+information)?(?=\s*[:\n]|$)|"
    r"(?:(?:news|city|copy|picture|foreign|sports)\s*)?desk(?=\s*:)|for\s+(?:more|further|additional)\s+(?:information|details)[^.]{0,60}?(?:contact|call|e-?mail|:)|(?:please\s+)?contact:|"
    r"presse?kontakt|ansprechpartner(?:in)?(?=\s*[:\n]|$)|rückfragehinweis|rückfragen\s+(?:bitte\s+)?an|kontakt(?=\s*[:\n]|$)|"
    r"contacts?\s+presse|contacto\s+(?:de\s+)?prensa|contatti?\s+stampa|ufficio\s+stampa|pressekontakter?|presskontakt|kontaktperson(?:er)?|yhteyshenkilöt?|yhteystiedot|lisätiedot|lisätietoja|"
    r"persona de contacto|contactpersoon|contatos?)\b",
    re.IGNORECASE,
)
_REACH = re.compile(r"[^\s@]+@[^\s@]+\.\w{2,}|(?:\+|\b0|\()\d[\d ()./-]{6,}\d")


@dataclass(slots=True)
class Ended:
    """The copy, and under it what is for the desk; `contacts` give names and numbers of people."""

    copy: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)


def end_of(paragraphs: Sequence[str]) -> Ended:
    """Part the copy from what stands under it. The copy is never left without a paragraph."""
    ended = Ended()
    into = ended.copy
    for paragraph in paragraphs:
        if ended.copy and _END.match(paragraph):
            into = ended.notes
        elif ended.copy and _NOTES.match(paragraph):
            into = ended.notes
            into.append(paragraph)
        elif ended.copy and _CONTACT.match(paragraph):
            if len(paragraph) < 60 and into is not ended.notes:
                into = ended.contacts
            ended.contacts.append(paragraph)
        elif into is ended.contacts and not _tells_who(paragraph):
            # A contact's lines are short; running text after them is copy again.
            into = ended.copy
            into.append(paragraph)
        else:
            into.append(paragraph)
    return ended


def is_contact(paragraph: str) -> bool:
    """Whether a paragraph by itself tells the desk whom to ring: a contact's head and a number."""
    return _CONTACT.match(paragraph) is not None and reaches_someone(paragraph)


def reaches_someone(text: str) -> bool:
    """Whether a text gives an e-mail address or a telephone number, and so is not for print."""
    return bool(_REACH.search(text))


def _tells_who(paragraph: str) -> bool:
    """A name, a number, an address; a sentence without any of these is copy."""
    sentence = paragraph.rstrip("”\"’'").endswith((".", "!", "?"))
    if re.fullmatch(r"https?://\S+", paragraph):
        return True
    return reaches_someone(paragraph) or (len(paragraph) < 60 and not sentence)

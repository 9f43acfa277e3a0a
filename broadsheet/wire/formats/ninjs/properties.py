"""Which properties ninjs knows and of what kind each is, in all its versions (IPTC's schemas for
1.0 to 3.1), by their names in small letters."""

from __future__ import annotations

import re
from typing import Any

from broadsheet.wire.formats.json_values import rows, words

_STRINGS = words("""uri type mimetype representationtype profile version firstcreated versioncreated
    contentcreated embargoed pubstatus copyrightholder copyrightnotice usageterms ednote language
    title byline by headline slugline located expires name""")
_NUMBERS = words("urgency charcount wordcount")
_LISTS = words("""person organisation place subject event object infosource genre trustindicator
    people organisations places subjects events objects infosources genres trustindicators
    descriptions bodies headlines altids associations renditions services plannedcoverage advices
    newscoverages organisers participants advice""")
_OBJECTS = words("""$standard standard rightsinfo digitalsourcetype renditions associations altids dates
    contactinfo eventdetails commissioned itemcount""")
#: Of what is named in a list (people, places, subjects ...), these are strings.
_NAMES = words("name rel scheme code uri literal role title")
#: What other systems add to the standard's own; known, and so no sign of a broken file.
_ADDED = words("""guid source priority service authors keywords evolvedfrom rewrites rewritten_by readtime
    extra signal products annotations ednotes original_creator section attachments byline_html
    infodata rels creditline recordsequencenumber friendlykey referenceid editorialpriority
    editorialtypes signals bylines datelinelocation alertcategories audiences firstpublished slug
    replacing revisions product newsvalue sector datetime originaltransmissionreference""")
#: Unanchored at its end, as the schemas have it.
_NAMED = re.compile(r"(?:headline|body|description)_[a-z0-9_]")
_WORDS_OF = {
    "type": words("""text audio video picture graphic composite component event planning
        planneditem"""),
    "pubstatus": words("usable withheld canceled"),
    "representationtype": words("complete incomplete full partial"),
}
_KINDS = {str: "a string", (int, float): "a number", list: "a list", dict: "an object"}


def wrong_with(said: dict[str, Any]) -> list[str]:
    """What a ninjs object says that no version of the standard allows; what is merely unknown is
    named too, since a misspelt property is lost otherwise."""
    problems = [] if said.get("uri") or said.get("guid") else ["it has no uri"]
    problems += _wrong_properties(said)
    low = {name.lower(): value for name, value in said.items()}
    problems += _wrong_associations(low.get("associations"))
    problems += _wrong_inside(low)
    return problems


def _wrong_properties(said: dict[str, Any]) -> list[str]:
    problems = []
    for name, value in said.items():
        low = name.lower()
        if value is None or low in _ADDED or low[:1] == "_" or _NAMED.match(low):
            continue
        if wrong := _kind(low, value):
            problems.append(f"{name} {wrong}")
        elif low in _WORDS_OF and value not in _WORDS_OF[low]:
            problems.append(
                f"{name} is “{value}”, which is none of {', '.join(sorted(_WORDS_OF[low]))}"
            )
        elif low == "urgency" and not (1 <= value <= 9 and value == int(value)):
            problems.append(f"{name} is {value}, and not a whole number from 1 to 9")
    return problems


def _wrong_associations(value: Any) -> list[str]:
    """Version 1 names each association by its key, later ones by a property."""
    problems = []
    for row in rows(value):
        low = {name.lower() for name in row}
        missing = {"uri"} if not low & {"uri", "guid"} else set()
        missing |= set() if isinstance(value, dict) else {"name"} - low
        problems += [f"an association has no {name}" for name in sorted(missing)]
        problems += [f"an association's {problem}" for problem in _wrong_properties(row)]
    return problems


def _wrong_inside(low: dict[str, Any]) -> list[str]:
    problems = []
    for name in sorted(_LISTS - {"associations", "renditions", "bodies"}):
        for row in rows(low.get(name)):
            bad = [key for key, value in row.items() if key.lower() in _NAMES and _no_text(value)]
            problems += [f"{key} of a {name} is not a string" for key in bad]
            place = row.get("geojson", row.get("geoJSON"))
            if isinstance(place, dict) and "type" not in place:
                problems.append(f"the geojson of a {name} says no type")
    for row in rows(low.get("plannedcoverage")):
        problems += [f"a planned coverage's {p}" for p in _wrong_properties(row) if "urgency" in p]
    for row in [*rows(low.get("advices")), *rows(low.get("advice"))]:
        for name in ("importance", "lifetime"):
            if name in row and not (isinstance(row[name], dict) and "code" in row[name]):
                problems.append(f"the {name} of an advice has no code")
    rights = low.get("rightsinfo")
    if isinstance(rights, dict) and {"linkedrights", "encodedrights"} <= {
        k.lower() for k in rights
    }:
        problems.append("its rights are given twice, by a link and in full")
    details = low.get("eventdetails")
    dates = details.get("dates") if isinstance(details, dict) else None
    if isinstance(dates, dict) and {"startDate", "expectedStartDate"} <= set(dates):
        problems.append("its event begins on a known and on an expected date")
    return problems


def _no_text(value: Any) -> bool:
    return value is not None and not isinstance(value, str)


def _kind(low: str, value: Any) -> str:
    wanted: list[Any] = []
    for names, kind in (
        (_STRINGS, str),
        (_NUMBERS, (int, float)),
        (_LISTS, list),
        (_OBJECTS, dict),
    ):
        if low in names:
            wanted.append(kind)
    if not wanted:
        return "is not known"
    if isinstance(value, bool) or not any(isinstance(value, kind) for kind in wanted):
        return f"is not {' or '.join(_KINDS[kind] for kind in wanted)}"
    if isinstance(value, list) and not all(isinstance(one, dict) for one in value):
        return "holds what is no object"
    return ""

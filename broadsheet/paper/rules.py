"""Rules: the first that fits a take decides its section, and may have a story made of it.

A thread is sorted as its take comes; what else a rule does waits until the copy desk has read the
take. A story is made by a task behind it (rule_deeds.py), since making and publishing take longer than
a queue should be held.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from broadsheet.paper.models import Rule, Sorting
from broadsheet.wire.models import Take, TakeReading
from broadsheet.wire.signals import take_kept, take_read

log = logging.getLogger(__name__)
#: IPTC's codes as web addresses, and the short names that agencies write in their place.
_SCHEMES = (
    (re.compile(r"^https?://cv\.iptc\.org/newscodes/mediatopic/", re.IGNORECASE), "medtop:"),
    (re.compile(r"^https?://cv\.iptc\.org/newscodes/subjectcode/", re.IGNORECASE), "subj:"),
    (re.compile(r"^iptc:(?=\d{8}$)", re.IGNORECASE), "subj:"),
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
#: Scripts that set no space between words: a sign counts as a word.
_SIGN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
)


def connect() -> None:
    """Listen to the wire. Called once, when Django has loaded every room."""
    take_read.connect(_on_read)
    take_kept.connect(_on_kept)


def _on_read(take: Take, reading: TakeReading | None, **kwargs: Any) -> None:
    _guarded(lambda: apply(take, reading), take)


def _on_kept(take: Take, **kwargs: Any) -> None:
    # The wire room shows a section at once; the copy desk may have hours of takes before it.
    if not _has_rules(take.paper_id):
        return
    rules = working_rules(take.paper_id)
    rule = next((rule for rule in rules if all(_conditions(take, rule))), None)
    if rule is not None:
        _guarded(lambda: sort(take, rule), take)


def _guarded(act: Callable[[], object], take: Take) -> None:
    """A rule that breaks keeps no take from being kept or read."""
    try:
        with transaction.atomic():
            act()
    except OperationalError:
        raise
    except Exception:
        log.exception("no rule was applied to take %s", take.pk)


def apply(take: Take, reading: TakeReading | None) -> Rule | None:
    """Sort a take's thread by the first rule that fits, and have done what the rule says.

    Args:
        reading: what the copy desk found in the take.

    Returns:
        The rule that fits, if one does.
    """
    rule = first_fitting(take, working_rules(take.paper_id), reading)
    if rule is None:
        return None
    sort(take, rule)
    if rule.act != Rule.Act.SORT:
        # Loaded late: a task's module needs the rooms to be ready.
        from broadsheet.paper.rule_deeds import begin

        begin(rule, take)
    return rule


def working_rules(paper: int) -> list[Rule]:
    """The rules that are switched on, in their order."""
    found = Rule.objects.filter(paper=paper, working=True)
    return list(found.select_related("section", "agency", "wire"))


def _has_rules(paper: int) -> bool:
    """Whether any rule is switched on; asked for each take that comes, so in plain SQL."""
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(Rule._meta.db_table)
        cursor.execute(
            f"SELECT 1 FROM {table} WHERE paper_id = %s AND working = %s LIMIT 1",  # noqa: S608
            [paper, True],
        )
        return cursor.fetchone() is not None


def sort(take: Take, rule: Rule) -> None:
    """Put a take's thread under the rule's section, unless a person has chosen one."""
    now = timezone.now()
    sorting, new = Sorting.objects.get_or_create(
        thread_id=take.thread_id, defaults={"section": rule.section, "rule": rule, "at": now}
    )
    if not new and take.newest and sorting.section_id != rule.section_id:
        # A person's choice names no rule; one made at this very moment is not overruled either.
        mine = Sorting.objects.filter(thread=take.thread_id, rule__isnull=False)
        mine.update(section=rule.section, rule=rule, at=now)


def first_fitting(
    take: Take, rules: Iterable[Rule], reading: TakeReading | None = None
) -> Rule | None:
    """The first of `rules` that fits a take.

    Args:
        reading: what the copy desk found in it; looked up when not given.
    """
    return next((rule for rule in rules if fits(take, rule, reading)), None)


def fits(take: Take, rule: Rule, reading: TakeReading | None = None) -> bool:
    """Whether every condition that is set holds."""
    if not all(_conditions(take, rule)):
        return False
    return rule.act == Rule.Act.SORT or not rule.no_fixes or _nothing_to_fix(take, reading)


def _conditions(take: Take, rule: Rule) -> Iterator[bool]:
    """Those that are set and need no copy desk, one after another, the cheap ones first."""
    if rule.wire_id is not None:
        yield take.wire_id == rule.wire_id
    if rule.agency_id is not None:
        yield take.agency_id == rule.agency_id
    if rule.language.strip():
        yield primary(take.language) == primary(rule.language)
    if rule.urgency is not None:
        yield take.urgency is not None and 1 <= take.urgency <= rule.urgency
    if rule.subject.strip():
        yield names_subject(take, rule.subject)
    if rule.least_words:
        yield count_words(take.paragraphs) >= rule.least_words


def primary(language: str) -> str:
    """The language of a tag of BCP 47, without script and region."""
    return re.split(r"[-_]", language.strip(), maxsplit=1)[0].casefold()


def names_subject(take: Take, subject: str) -> bool:
    """Whether a take has a subject of that code, or one whose name bears that word; or a keyword
    that does. A code stands for itself alone, not for those below it."""
    code, words = _code(subject), _words(subject)
    for row in take.item.get("subjects") or ():
        own = _code(str(row.get("code") or ""))
        # A bare code is that of whatever scheme the agency uses.
        if own and code in (own, own.rpartition(":")[2]):
            return True
        if _holds(_words(str(row.get("name") or "")), words):
            return True
    return any(_holds(_words(str(key)), words) for key in take.item.get("keywords") or ())


def _code(written: str) -> str:
    code = written.strip()
    for pattern, short in _SCHEMES:
        code = pattern.sub(short, code)
    return code.casefold()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _holds(words: list[str], sought: list[str]) -> bool:
    """Whether the sought words stand in a row, whole."""
    size = len(sought)
    return bool(size) and any(
        words[at : at + size] == sought for at in range(len(words) - size + 1)
    )


def count_words(paragraphs: Iterable[str]) -> int:
    """The words of a text; a sign of a script without spaces counts as one."""
    total = 0
    for text in paragraphs:
        total += len(_SIGN.findall(text)) + len(_WORD.findall(_SIGN.sub(" ", text)))
    return total


def _nothing_to_fix(take: Take, reading: TakeReading | None) -> bool:
    """Whether the copy desk has read it and found nothing to fix."""
    if reading is None:
        try:
            reading = take.reading
        except ObjectDoesNotExist:
            return False
    return not reading.problem and not reading.fixes


def in_words(rule: Rule) -> str:
    """A rule as a plain sentence: `From ANI, subject sport → Sport: make a draft of it.`"""
    parts = [f"from {rule.agency}"] if rule.agency else []
    if rule.wire:
        parts.append(f"over the wire “{rule.wire}”")
    if rule.subject.strip():
        parts.append(f"subject {rule.subject.strip()}")
    if rule.language.strip():
        parts.append(f"language {primary(rule.language)}")
    if rule.urgency is not None:
        parts.append(f"urgency ≤ {rule.urgency}" if rule.urgency > 1 else "urgency 1")
    if rule.least_words:
        parts.append(f"{rule.least_words} words or more")
    if rule.act != Rule.Act.SORT and rule.no_fixes:
        parts.append("nothing to fix")
    said = ", ".join(parts) or "every take"
    does = f"{said[0].upper()}{said[1:]} → {rule.section.title}: {rule.get_act_display()}"
    if rule.act == Rule.Act.SORT:
        return f"{does}."
    return f"{does}, at most {rule.most_an_hour} an hour."

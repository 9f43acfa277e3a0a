"""The statements that every take costs, in plain SQL: the ORM spends more on building them than
either database on doing them, and a wire brings hundreds of takes a second after an outage.

Table and column names are those of the models, which a test compares.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

#: A key that so many takes share is everybody's (an agency's own foot line, a formula): the newest
#: of them are looked at last.
COMMON = 16
_EVERYBODYS = 0.01
#: Versions of one item that are looked at, the newest first.
VERSIONS = 200

_DELIVERY = """
INSERT INTO broadsheet_wire_delivery
  (paper_id, wire_id, digest, packed, size, name, received, state, reason)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"""
_HELD = "SELECT 1 FROM broadsheet_wire_delivery WHERE paper_id = %s AND digest = %s"
_KNOWN = "SELECT guid, digest FROM broadsheet_wire_take WHERE paper_id = %s AND guid IN "
#: SQLite takes 32,766 parameters a statement, older builds 999.
_MOST_ASKED = 500
_THREAD = """
INSERT INTO broadsheet_wire_thread (paper_id, began, latest, size, spiked_why)
VALUES (%s, %s, %s, 0, '') RETURNING id"""
_MARK = "INSERT INTO broadsheet_wire_mark (take_id, key) VALUES (%s, %s)"
_WAITING = "INSERT INTO broadsheet_wire_waiting (take_id, work) VALUES (%s, %s)"
_FIRST = "UPDATE broadsheet_wire_thread SET size = 1, best_id = %s WHERE id = %s"
_HOLD = "SELECT gone_into_id FROM broadsheet_wire_thread WHERE id = %s "
_MOST_STEPS = 50
_HEADS = """
SELECT id, status, kind, embargo, versioned, substr(marks, 1, 16) FROM broadsheet_wire_take
WHERE thread_id = %s AND newest = %s ORDER BY versioned DESC, id DESC LIMIT 100"""
_JOINED = """
UPDATE broadsheet_wire_thread SET size = size + 1, best_id = %s,
  latest = CASE WHEN latest < %s THEN %s ELSE latest END WHERE id = %s"""
_NEWEST_BY_KEY = """
SELECT * FROM (SELECT key, take_id FROM broadsheet_wire_mark WHERE key = %s
ORDER BY take_id DESC LIMIT %s) AS newest"""
_NEAR = """
SELECT take.id, take.thread_id, take.guid, take.versioned, take.newest, take.headline, take.marks,
       take.replaces, agency.name, take.paper_id
FROM broadsheet_wire_take AS take
LEFT JOIN broadsheet_wire_agency AS agency ON agency.id = take.agency_id
WHERE take.id IN """


@dataclass(frozen=True, slots=True)
class Near:
    """A take that shares keys with one that is being kept."""

    pk: int
    thread: int
    guid: str
    versioned: datetime
    newest: bool
    headline: str
    marks: bytes
    replaces: tuple[str, ...]
    agency: str


@dataclass(frozen=True, slots=True)
class Head:
    """The newest version of an item of a thread; of its marks only their beginning."""

    pk: int
    status: str
    kind: str
    embargo: datetime | None
    versioned: datetime
    marks: bytes


def put_delivery(
    paper: int, wire: int | None, digest: bytes, packed: bytes, size: int, name: str,
    received: datetime, state: str, reason: str,
) -> int:  # fmt: skip
    """Keep a delivery; gives its id."""
    row = [paper, wire, digest, packed, size, name, _stored(received), state, reason]
    return _inserted(_DELIVERY, row)


def holds(paper: int, digest: bytes) -> bool:
    """Whether a delivery of these bytes is kept."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [paper, digest])
        return cursor.fetchone() is not None


def known(paper: int, guids: Sequence[str]) -> set[tuple[str, bytes]]:
    """The versions that are kept of these items: guid and digest."""
    found: set[tuple[str, bytes]] = set()
    with connection.cursor() as cursor:
        for at in range(0, len(guids), _MOST_ASKED):
            some = guids[at : at + _MOST_ASKED]
            cursor.execute(_KNOWN + f"({', '.join(['%s'] * len(some))})", [paper, *some])
            found |= {(guid, bytes(digest)) for guid, digest in cursor.fetchall()}
    return found


def put_thread(paper: int, received: datetime) -> int:
    """Begin a thread; gives its id."""
    return _inserted(_THREAD, [paper, _stored(received), _stored(received)])


def put_take(columns: dict[str, Any]) -> int:
    """Keep a take; gives its id. The columns in the order of the model's."""
    row = [_stored(value) for value in columns.values()]
    names = ", ".join(columns)
    return _inserted(
        f"INSERT INTO broadsheet_wire_take ({names}) VALUES ({', '.join(['%s'] * len(row))})"  # noqa: S608
        " RETURNING id",
        row,
    )


def put_marks(take: int, keys: Iterable[int]) -> None:
    """Keep what a take is found by."""
    with connection.cursor() as cursor:
        cursor.executemany(_MARK, [(take, key) for key in keys])


def hold_thread(thread: int) -> int:
    """Hold a thread until the transaction ends; gives its id, or that of the one it went into. On
    SQLite whoever writes is alone anyway."""
    with connection.cursor() as cursor:
        for _ in range(_MOST_STEPS):
            cursor.execute(_HOLD + connection.ops.for_update_sql() * _locks(), [thread])
            row = cursor.fetchone()
            if row is None or row[0] is None:
                break
            thread = int(row[0])
    return thread


def _locks() -> bool:
    return bool(connection.features.has_select_for_update)


def begin_thread(thread: int, take: int) -> None:
    """A thread's first take stands for it."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, [take, thread])


def join_thread(thread: int, best: int, received: datetime) -> None:
    """A thread has one take more."""
    at = _stored(received)
    with connection.cursor() as cursor:
        cursor.execute(_JOINED, [best, at, at, thread])


def heads(thread: int) -> list[Head]:
    """The newest versions of a thread's items."""
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [thread, True])
        rows = cursor.fetchall()
    return [
        Head(pk, status, kind, embargo and _moment(embargo), _moment(versioned), bytes(marks))
        for pk, status, kind, embargo, versioned, marks in rows
    ]


def put_waiting(take: int, works: Iterable[str]) -> None:
    """Note what is still to be done with a take."""
    rows = [(take, work) for work in works]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_WAITING, rows)


def kin(paper: int, keys: Sequence[int]) -> list[Near]:
    """The takes that share keys of their lineage, the newest first."""
    found = _sharing(keys, VERSIONS)
    return _takes(paper, sorted(found, reverse=True)[:VERSIONS])


def near(paper: int, keys: Sequence[int], most: int) -> list[Near]:
    """The takes that share keys, the most promising first. What it costs does not depend on how
    many takes are kept: each key is one look into an index for the newest that have it."""
    shared = _sharing(list(dict.fromkeys(keys)), COMMON)
    held = Counter(key for found in shared.values() for key in found)
    # What few takes have says more than what many have.
    worth = {key: 1 / n if n < COMMON else _EVERYBODYS for key, n in held.items()}
    weight = {pk: sum(worth[key] for key in found) for pk, found in shared.items()}
    return _takes(paper, sorted(shared, key=lambda pk: (-weight[pk], -pk))[:most])


def _takes(paper: int, ids: Sequence[int]) -> list[Near]:
    """Takes of a paper, in this order. Whose they are is looked at here: asked in the statement, it
    has SQLite walk through all takes of the paper by another index instead of these by their ids."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_NEAR + f"({', '.join(['%s'] * len(ids))})", ids)
        rows = {row[0]: row for row in cursor.fetchall() if row[-1] == paper}
    return [_near_of(rows[pk]) for pk in ids if pk in rows]


def _sharing(keys: Sequence[int], most: int) -> dict[int, set[int]]:
    """The newest takes that have one of the keys, each with those that it has."""
    found: dict[int, set[int]] = {}
    if not keys:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join([_NEWEST_BY_KEY] * len(keys)),
            [part for key in keys for part in (key, most)],
        )
        for key, take in cursor.fetchall():
            found.setdefault(take, set()).add(key)
    return found


def _near_of(row: Sequence[Any]) -> Near:
    pk, thread, guid, versioned, newest, headline, marks, replaces, agency, _ = row
    named = json.loads(replaces) if isinstance(replaces, str) else replaces
    return Near(
        pk, thread, guid, _moment(versioned), bool(newest), headline, bytes(marks), tuple(named),
        agency or "",
    )  # fmt: skip


def _inserted(statement: str, row: Sequence[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, row)
        return int(cursor.fetchone()[0])


def _stored(value: Any) -> Any:
    """A value as the database keeps it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return value


def _moment(value: datetime | str) -> datetime:
    """SQLite gives a time in UTC without saying so, as text or not."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

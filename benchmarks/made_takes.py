"""Takes made up for measuring: texts as a language makes them, and tables filled with them in bulk."""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any

_SYLLABLES = """ba be bi bo bu da de di do du fa fe fi ka ke ki ko ku la le li lo lu ma me mi mo mu na
    ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi""".split()  # noqa: SIM905
VOCABULARY = 30_000
NAMES = 6_000
FOOT = (
    "This report was prepared by the desk of the Selby News Agency and may be used by its readers."
)
_BATCH = 2_000
_DELIVERIES = """
INSERT INTO broadsheet_wire_delivery (id, paper_id, digest, packed, size, received, name, state, reason)
VALUES (%s, %s, %s, %s, %s, %s, '', 'read', '')"""
_THREADS = """
INSERT INTO broadsheet_wire_thread (id, paper_id, began, latest, size, spiked_why)
VALUES (%s, %s, %s, %s, 1, '')"""
_TAKES = """
INSERT INTO broadsheet_wire_take (id, paper_id, delivery_id, thread_id, guid, versioned, received, item,
  digest, marks, place, reason, format, kind, status, language, headline, signals, replaces, newest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 0, 'the first of its thread', 'ninjs', 'text', 'usable',
  'en', 'A take', '[]', '[]', 1)"""


class Maker:
    """Makes takes up: six in ten new items, the others versions, cuts and rewrites of late ones."""

    def __init__(self) -> None:
        self.chance, self.made = random.Random(7), 0  # noqa: S311 - the same takes in every run
        made = ("".join(row) for n in (2, 3) for row in itertools.product(_SYLLABLES, repeat=n))
        self.words = list(itertools.islice(made, VOCABULARY + NAMES))
        self.chance.shuffle(self.words)
        # Four words in ten are small ones that every text has.
        self.words[: len(_SYLLABLES)] = _SYLLABLES
        self.names = [word.capitalize() for word in self.words[VOCABULARY:]]
        del self.words[VOCABULARY:]
        # The n-th word is drawn as often as one n-th of the first (G. Zipf, 1935).
        self.often = list(itertools.accumulate(1 / n for n in range(1, VOCABULARY + 1)))
        self.often_named = list(itertools.accumulate(1 / n for n in range(1, NAMES + 1)))
        self.late: list[tuple[str, list[str]]] = []

    def next(self) -> bytes:
        """One ninjs item."""
        guid, copy = self.copy()
        said = {
            "uri": guid,
            "type": "text",
            "version": str(self.made),
            "versioncreated": self.moment().isoformat(),
            "headline": " ".join(copy[0].split()[:8]),
            "body_text": "\n\n".join(copy),
        }
        return json.dumps(said).encode()

    def copy(self) -> tuple[str, list[str]]:
        """The guid and the text of the next take."""
        self.made += 1
        kind = self.chance.random()
        if self.late and kind < 0.25:
            guid, copy = self.chance.choice(self.late)
            copy = [*copy[:-1], self.sentence(), copy[-1]]
        elif self.late and kind < 0.33:
            guid, copy = self.new_guid(), self.chance.choice(self.late)[1]
            copy = copy[: max(2, len(copy) // 2)]
        elif self.late and kind < 0.4:
            guid, copy = (
                self.new_guid(),
                [self.rewritten(p) for p in self.chance.choice(self.late)[1]],
            )
        else:
            guid, copy = self.new_guid(), [*(self.paragraph() for _ in range(8)), FOOT]
        self.late = [*self.late, (guid, copy)][-400:]
        return guid, copy

    def new_guid(self) -> str:
        """A guid that no other take has."""
        return f"urn:made:{self.made}"

    def moment(self) -> datetime:
        """When the take was made: one a second."""
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.made)

    def paragraph(self) -> str:
        """Two sentences; in one of four the second is a quotation."""
        second = self.sentence()
        if self.chance.random() < 0.25:
            second = f"“{second[:-1]},” said {self.name()}."
        return f"{self.sentence()} {second}"

    def sentence(self) -> str:
        """Words in no order, a name or two among them, sometimes a number."""
        count = self.chance.randint(9, 24)
        words = self.chance.choices(self.words, cum_weights=self.often, k=count)
        for _ in range(self.chance.randint(0, 2)):
            words[self.chance.randrange(1, count)] = self.name()
        if self.chance.random() < 0.3:
            words[self.chance.randrange(1, count)] = str(self.chance.randint(2, 900))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def name(self) -> str:
        """A name, some far more often than others."""
        return self.chance.choices(self.names, cum_weights=self.often_named)[0]

    def rewritten(self, paragraph: str) -> str:
        """One word in four is another."""
        return " ".join(
            word
            if self.chance.random() < 0.75 or not word.islower()
            else self.chance.choices(self.words, cum_weights=self.often)[0]
            for word in paragraph.split()
        )


def fill(paper: Any, maker: Maker, count: int) -> None:
    """Fill the tables with so many takes more, each in a thread of its own.

    Their texts repeat, but their keys do not: those of sentences are new ones, and those of words and
    names are drawn as often as they are found in texts. The index is made anew at the end.
    """
    from django.db import connection, transaction

    texts = Texts(maker)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'marks_by_key'")
        (index,) = cursor.fetchone()
        cursor.execute("DROP INDEX marks_by_key")
        for done in range(0, count, _BATCH):
            with transaction.atomic():
                _some(cursor, paper.pk, texts, min(_BATCH, count - done))
        cursor.execute(index)
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Texts:
    """What rows are filled with: texts, and keys by their kind."""

    def __init__(self, maker: Maker) -> None:
        from broadsheet.wire.threads.marks import marks_of

        self.maker, self.chance = maker, maker.chance
        copies = [[*(maker.paragraph() for _ in range(8)), FOOT] for _ in range(3_000)]
        marks = [marks_of(copy) for copy in copies]
        self.rows = [
            (json.dumps({"paragraphs": copy, "headline": copy[0][:60]}), one.packed())
            for copy, one in zip(copies, marks, strict=True)
        ]
        self.packed = [zlib.compress(row[0].encode(), 6) for row in self.rows[:200]]
        self.keys = [key for one in marks for key in one.keys() if key not in set(one.sentences)]  # noqa: SIM118 - no dict
        self.count = sum(len(one.keys()) for one in marks) // len(marks)
        self.of_words = len(self.keys) // len(marks)

    def some_keys(self) -> list[int]:
        """The keys of one take."""
        fresh = [
            self.chance.getrandbits(64) - (1 << 63) for _ in range(self.count - self.of_words + 1)
        ]
        return [*fresh, *self.chance.choices(self.keys, k=self.of_words)]


def _some(cursor: Any, paper: int, texts: Texts, count: int) -> None:
    cursor.execute("SELECT coalesce(max(id), 0) FROM broadsheet_wire_take")
    (first,) = cursor.fetchone()
    takes, deliveries, threads, marks = [], [], [], []
    for pk in range(first + 1, first + 1 + count):
        texts.maker.made += 1
        moment = texts.maker.moment().replace(tzinfo=None).isoformat(" ")
        item, packed = texts.chance.choice(texts.rows)
        digest = hashlib.sha256(str(pk).encode()).digest()
        deliveries.append((pk, paper, digest, texts.chance.choice(texts.packed), len(item), moment))
        threads.append((pk, paper, moment, moment))
        takes.append(
            (pk, paper, pk, pk, f"urn:filled:{pk}", moment, moment, item, digest[:16], packed)
        )
        marks += [(pk, key) for key in texts.some_keys()]
    cursor.executemany(_DELIVERIES, deliveries)
    cursor.executemany(_THREADS, threads)
    cursor.executemany(_TAKES, takes)
    cursor.executemany("INSERT INTO broadsheet_wire_mark (take_id, key) VALUES (%s, %s)", marks)
    cursor.execute("UPDATE broadsheet_wire_thread SET best_id = id WHERE id > %s", [first])

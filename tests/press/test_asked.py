"""What a reader's request asks of a sheet."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from broadsheet.press.asked import etag_of, has_it_already, last_modified, wants_gzip
from broadsheet.press.sheets import Sheet

PRINTED = 1_700_000_000
SHEET = Sheet(200, (), b"news", b"packed", PRINTED, "ab" * 32)
TAG = etag_of(SHEET, packed=False)
LATER = PRINTED + 10.0


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", False),
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("br", False),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("gzip;q=0.001", True),
        ("*;q=0", False),
        ("gzip;q=0, *", False),
        ("identity", False),
        ("identity;q=1, gzip;q=0.5", False),
        ("identity;q=0.5, gzip;q=1", True),
        ("identity;q=0, gzip", True),
        ("gzip;q=nonsense", False),
        ("gzip;level=9;q=0.8", True),
        (" , ,gzip", True),
    ],
)
def test_it_sends_gzip_to_whom_it_is_acceptable(header: str, expected: bool) -> None:
    assert wants_gzip(header) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (TAG, True),
        (f"W/{TAG}", True),
        (f'"x", {TAG} ,"y"', True),
        ("*", True),
        ('"x"', False),
        (etag_of(SHEET, packed=True), False),
        ("", False),
    ],
)
def test_a_tag_is_compared_as_rfc_9110_says(header: str, expected: bool) -> None:
    assert has_it_already({"HTTP_IF_NONE_MATCH": header}, SHEET, TAG, LATER) is expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (formatdate(PRINTED, usegmt=True), True),
        (formatdate(PRINTED + 60, usegmt=True), True),
        (formatdate(PRINTED - 1, usegmt=True), False),
        ("yesterday", False),
        ("", False),
    ],
)
def test_a_date_is_compared_when_there_is_no_tag(since: str, expected: bool) -> None:
    assert has_it_already({"HTTP_IF_MODIFIED_SINCE": since}, SHEET, TAG, LATER) is expected


def test_a_tag_beats_a_date() -> None:
    environ = {
        "HTTP_IF_NONE_MATCH": '"old"',
        "HTTP_IF_MODIFIED_SINCE": formatdate(LATER, usegmt=True),
    }
    assert not has_it_already(environ, SHEET, TAG, LATER)


def test_no_date_is_given_or_believed_while_the_second_of_printing_runs() -> None:
    # The page may be printed again in this very second; a date could not tell the two apart.
    assert last_modified(SHEET, PRINTED + 0.5) == ""
    same = {"HTTP_IF_MODIFIED_SINCE": formatdate(PRINTED, usegmt=True)}
    assert not has_it_already(same, SHEET, TAG, PRINTED + 0.5)
    assert last_modified(SHEET, PRINTED + 1.0) == formatdate(PRINTED, usegmt=True)


def test_a_page_that_is_not_there_is_never_unchanged() -> None:
    missing = Sheet(404, (), b"no", b"", PRINTED, "ab" * 32)
    assert not has_it_already({"HTTP_IF_NONE_MATCH": "*"}, missing, TAG, LATER)

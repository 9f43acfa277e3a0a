"""A picture loses what says where it was made, and keeps what a newspaper needs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from broadsheet.pictures.cleaning import cleaned
from broadsheet.pictures.models import Picture

GPS_PLACE: dict[int, Any] = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (50.0, 27.0, 0.0)}


def phone_picture(kind: str = "JPEG", **more: Any) -> bytes:
    """A picture as a phone makes it: place, device, orientation and author inside."""
    picture = Image.effect_mandelbrot((64, 48), (-2, -1.5, 1, 1.5), 40).convert("RGB")
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Artist] = "Rob Reporter"
    exif[Base.Model] = "Phone 12 of Rob"
    exif.get_ifd(IFD.GPSInfo).update(GPS_PLACE)
    out = BytesIO()
    picture.save(out, format=kind, exif=exif.tobytes(), **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_the_place_and_the_device_go_and_the_author_and_orientation_stay(kind: str) -> None:
    with Image.open(BytesIO(phone_picture(kind))) as before:
        assert before.getexif().get_ifd(IFD.GPSInfo)
    clean = cleaned(BytesIO(phone_picture(kind)))
    assert clean is not None
    with Image.open(BytesIO(clean)) as after:
        exif = after.getexif()
        assert not exif.get_ifd(IFD.GPSInfo)
        assert Base.Model not in exif
        assert exif[Base.Artist] == "Rob Reporter"
    assert b"Phone 12" not in clean


def test_a_jpeg_is_still_turned_the_right_way() -> None:
    clean = cleaned(BytesIO(phone_picture()))
    assert clean is not None
    with Image.open(BytesIO(clean)) as after:
        assert after.getexif()[Base.Orientation] == 6


def test_xmp_goes_too() -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">exif:GPSLatitude 50,27N</x:xmpmeta>'
    clean = cleaned(BytesIO(phone_picture(xmp=xmp)))
    assert clean is not None
    assert b"GPSLatitude" not in clean


def test_a_file_that_tells_nothing_is_kept_as_it_came() -> None:
    out = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, "PNG")
    assert cleaned(out) is None


@pytest.mark.django_db
def test_a_picture_in_the_library_has_lost_its_place_and_its_size_is_that_of_the_file() -> None:
    picture = Picture(title="Harbour", file=ContentFile(phone_picture(), name="harbour.jpg"))
    picture.save()
    with picture.file.open("rb") as file:
        kept = file.read()
    assert b"Phone 12" not in kept
    assert picture.file_size == len(kept)

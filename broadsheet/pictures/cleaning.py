"""Takes out of a picture file what says where it was made, before it is kept.

A photograph from a phone holds the place to within metres (EXIF GPS), often the device's serial
number, and the same again in XMP. What a newspaper needs stays: orientation, author, copyright
and date.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO

from PIL import Image
from PIL.ExifTags import Base
from pillow_heif import register_heif_opener

register_heif_opener()

#: EXIF 2.32 tags that are kept.
KEPT = (
    Base.Orientation,
    Base.Artist,
    Base.Copyright,
    Base.ImageDescription,
    Base.DateTime,
)
#: The formats whose files can carry such data, with how each is written again.
_WRITING: dict[str, dict[str, object]] = {
    # Keeps the tables of the file that came in, so that nothing is lost twice.
    "JPEG": {"quality": "keep"},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92, "method": 4},
    "HEIF": {"quality": 92},
    "AVIF": {"quality": 85},
}


def tells_too_much(picture: Image.Image) -> bool:
    """Whether the file holds more than the tags that are kept."""
    exif = picture.getexif()
    if any(tag not in KEPT for tag in exif):
        return True
    return any(picture.info.get(name) for name in ("xmp", "XML:com.adobe.xmp", "photoshop"))


def cleaned(file: IO[bytes]) -> bytes | None:
    """The file without what it should not tell, or None when nothing need go.

    Args:
        file: a picture, from its beginning.

    Raises:
        PIL.UnidentifiedImageError: it is no picture.
    """
    file.seek(0)
    with Image.open(file) as picture:
        writing = _WRITING.get(picture.format or "")
        if writing is None or not tells_too_much(picture):
            return None
        kept = Image.Exif()
        for tag in KEPT:
            if tag in picture.getexif():
                kept[tag] = picture.getexif()[tag]
        out = BytesIO()
        extra = dict(writing)
        if picture.info.get("icc_profile"):
            extra["icc_profile"] = picture.info["icc_profile"]
        # Pillow writes what `info` still holds unless it is told otherwise.
        for name in ("xmp", "XML:com.adobe.xmp", "photoshop", "exif"):
            picture.info.pop(name, None)
        picture.save(out, format=picture.format, exif=kept.tobytes(), **extra)
        return out.getvalue()

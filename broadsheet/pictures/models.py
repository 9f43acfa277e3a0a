"""The picture library: what a picture shows, who made it, and how it may be cut."""

from __future__ import annotations

from io import BytesIO
from secrets import token_hex
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.utils.file import hash_filelike

from broadsheet.pictures.cleaning import cleaned


class Picture(AbstractImage):
    """One picture with the words that it never goes without."""

    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it."),
    )
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it: Name / Agency")
    )
    demonstration = models.BooleanField(default=False, editable=False)

    #: Wagtail's description and tags are left out: the words below say the same, and are printed.
    admin_form_fields = (
        "title",
        "file",
        "alt",
        "caption",
        "credit",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new file only without what it should not tell (see cleaning.py)."""
        upload: Any = getattr(self, "file")  # noqa: B009
        if upload and not upload._committed:
            clean = cleaned(upload.file)
            upload.seek(0)
            if clean is not None:
                self.file = ContentFile(clean, name=upload.name)
                self.file_size = len(clean)
            self.file_hash = hash_filelike(upload.file if clean is None else BytesIO(clean))
            upload.seek(0)
        # One transaction with what listens: other words are a version of each story that shows it.
        with transaction.atomic():
            super().save(*args, **kwargs)

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> ContentFile[bytes]:  # noqa: A002
        """A cut, held in memory: the temporary file that Wagtail makes it in would stay open."""
        made = super().generate_rendition_file(filter, source=source)
        try:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)
        finally:
            made.close()

    @property
    def default_alt_text(self) -> str:
        """The alternative text, or the caption; never a file name read aloud."""
        return self.alt or self.caption

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        # Wagtail's chooser asks for it by this name.
        permissions = [("choose_picture", "Can choose picture")]


class PictureRendition(AbstractRendition):
    """A picture cut and scaled for one use."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename: str) -> str:
        """A name that nobody can guess: cuts lie where readers reach them, and the newsroom makes
        some of pictures that are not on the paper yet, or no longer."""
        name: str = super().get_upload_to(f"{token_hex(6)}-{filename}")
        return name

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

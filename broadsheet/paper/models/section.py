"""A section: part of the paper with its own page, its own feed and its place in every address."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.paper.tree.models import PaperPage

#: First parts of addresses that mean something else.
RESERVED = frozenset(
    {
        "about", "agency", "by", "corrections", "edit", "feed", "healthz", "media", "newsroom",
        "page", "replies", "search", "static", "theme", "topic",
        "wire",
    }
)  # fmt: skip


class Section(PaperPage):
    """One section. Its title is its name; its slug opens the address of every story at home."""

    about = models.CharField(_("what it covers"), max_length=300, blank=True)
    order = models.PositiveIntegerField(_("place in the row of sections"), default=100)
    on_front = models.BooleanField(_("has a block on the front"), default=True)
    demonstration = models.BooleanField(default=False, editable=False)

    parent_page_types = ["broadsheet_paper.Front"]
    subpage_types = ["broadsheet_paper.Story"]
    show_in_menus = True

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "title"]

    def clean(self) -> None:
        """Refuse a slug that is taken by the paper itself."""
        super().clean()
        if self.slug in RESERVED:
            raise ValidationError(
                {"slug": _("'%(slug)s' is used by the paper itself: choose another.")
                 % {"slug": self.slug}}
            )  # fmt: skip

    @property
    def address(self) -> str:
        """Its path on the paper's host."""
        return f"/{self.slug}/"

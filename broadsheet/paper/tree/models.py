"""The one table under every front, section and story.

Wagtail lets a new project choose this table once, before its first migration. It is ours so that
live, published, home section and paper stand in one row and share one index: a front, a section
or a feed is then one index scan, never a query of Wagtail's tree joined to our columns.
It is an app of its own because Wagtail's first migrations need the table before anything else
of the paper can exist.
"""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage
from wagtail.models.pages import AbstractPageMeta

from broadsheet.paper.tree.acting import acting


class PaperPage(AbstractPage):
    """What fronts, sections and stories have in common."""

    class Grain(models.TextChoices):
        MINUTE = "minute", _("date and time")
        DAY = "day", _("date only")

    paper = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    home_section = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="stories_at_home"
    )
    published = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        help_text=_("What the story says. Empty: the moment of first publication."),
    )
    grain = models.CharField(
        _("shown as"), max_length=6, choices=Grain.choices, default=Grain.MINUTE
    )
    day = models.DateField(
        null=True,
        editable=False,
        help_text="The date in the address: of first publication, in the paper's zone, for ever.",
    )
    public_slug = models.SlugField(
        _("last part of the address"), max_length=120, allow_unicode=True, blank=True
    )

    class Meta(AbstractPageMeta):
        permissions = [
            ("bulk_delete_paperpage", "Delete with everything under it"),
            ("lock_paperpage", "Lock and unlock what one has locked"),
            ("publish_paperpage", "Publish anything"),
            ("unlock_paperpage", "Unlock anything"),
        ]
        indexes = [
            models.Index(fields=["paper", "live", "-published", "-id"], name="latest_of_paper"),
            models.Index(
                fields=["paper", "home_section", "live", "-published", "-id"],
                name="latest_of_section",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["home_section", "day", "public_slug"],
                condition=models.Q(day__isnull=False),
                name="one_story_an_address",
            )
        ]

    @property
    def address(self) -> str:
        """Its path on the paper's host; empty while it has none."""
        specific = self.specific_deferred
        return "" if specific is self else str(specific.address)

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """Wagtail's question where this is read: at our address, not at its place in the tree."""
        address = self.address
        if not address or self.paper is None:
            return None
        return self.paper.pk, self.paper.root_url, address

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """A draft as readers would see it."""
        # Late: readers' pages stand above the table.
        from broadsheet.paper.web.preview import preview

        return preview(self, request)

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Publish in one transaction, so that whatever listens succeeds or fails with it."""
        with acting(user or revision.user), transaction.atomic():
            return super().publish(revision, user=user, **kwargs)

    def unpublish(
        self, set_expired: bool = False, commit: bool = True, user: Any = None, **kwargs: Any
    ) -> Any:
        """Take off the paper in one transaction with whatever listens.

        Wagtail calls this without `commit` for a row that it is about to delete.
        """
        with acting(user, deleting=not commit), transaction.atomic():
            return super().unpublish(set_expired, commit, user=user, **kwargs)

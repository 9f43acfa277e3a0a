"""A story: an article of the paper. Fields here; panels, publishing and lists have their own files."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.search import index

from broadsheet.paper.models.blocks import StoryBlocks
from broadsheet.paper.tree.models import PaperPage

SLUG_LENGTH = 100
#: A paper far to the east may print tomorrow's date today.
TOMORROW = timedelta(hours=36)


class HeldError(ValidationError):
    """The story may not be public: an agency's kill or embargo holds it."""


def _replies_open() -> bool:
    return True


def _short(slug: str) -> str:
    """A slug that fits, cut between two words."""
    if len(slug) > SLUG_LENGTH:
        whole = slug[: SLUG_LENGTH + 1].rpartition("-")[0]
        slug = whole or slug[:SLUG_LENGTH]
    return slug.strip("-")


class Story(PaperPage):
    """One story. Its title is its headline; it lies flat under its home section."""

    standfirst = models.TextField(_("standfirst"), max_length=600, blank=True)
    body = StreamField(StoryBlocks(), blank=True, verbose_name=_("body"))
    dateline = models.CharField(
        _("dateline"), max_length=120, blank=True, help_text=_("Where it was written: NAIROBI")
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("The outlet that the copy credits.")
    )
    agency = models.ForeignKey(
        "broadsheet_wire.Agency",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("agency"),
    )
    bylines = ParentalManyToManyField(
        "broadsheet_staff.Byline", blank=True, related_name="stories", verbose_name=_("bylines")
    )
    topics = ParentalManyToManyField(
        "broadsheet_topics.Topic", blank=True, related_name="stories", verbose_name=_("topics")
    )
    sections = ParentalManyToManyField(
        "broadsheet_paper.Section",
        blank=True,
        related_name="also_stories",
        verbose_name=_("also in sections"),
    )
    picture = models.ForeignKey(
        "broadsheet_pictures.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_caption = models.CharField(
        _("caption"), max_length=400, blank=True, help_text=_("Empty: the picture's own.")
    )
    front_headline = models.CharField(
        _("headline on the front"), max_length=255, blank=True, help_text=_("Empty: this one.")
    )
    in_top_news = models.BooleanField(_("belongs to the top stories"), default=False)
    language = models.CharField(
        _("language"), max_length=20, blank=True, help_text=_("Empty: the paper's. ur, ar, bn")
    )
    replies_open = models.BooleanField(_("readers may reply"), default=_replies_open)
    demonstration = models.BooleanField(default=False, editable=False)

    search_fields = [
        *PaperPage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("paper"),
        index.FilterField("home_section"),
        index.FilterField("published"),
    ]

    parent_page_types = ["broadsheet_paper.Section"]
    subpage_types: list[str] = []
    template = "paper/story.html"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def address(self) -> str:
        """Its path on the paper's host, `/<section>/<yyyy>/<mm>/<dd>/<slug>/`; empty until it
        has been published once."""
        if self.day is None or self.home_section is None:
            return ""
        return f"/{self.home_section.slug}/{self.day:%Y/%m/%d}/{self.public_slug}/"

    @property
    def headline(self) -> str:
        """The newsroom's word for the title."""
        return str(self.title)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give the story its slugs before Wagtail makes one of its own from the title."""
        self._give_slugs()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """The same for a draft, of which Wagtail checks less."""
        self._give_slugs()
        super().minimal_clean()

    def _give_slugs(self) -> None:
        if not self.public_slug:
            self.public_slug = _short(slugify(self.title, allow_unicode=True)) or "story"
        if not getattr(self, "slug"):  # noqa: B009
            # The tree refuses one slug twice in a section; readers' addresses have a date as well.
            self.slug = f"{self.public_slug}-{secrets.token_hex(4)}"

    def clean(self) -> None:
        """Refuse an address that another story has."""
        super().clean()
        if self.live and self.published and self.published > timezone.now() + TOMORROW:
            raise ValidationError(
                {"published": _("That day has not come yet: the date would stay in the address "
                                "for ever. Mend the date, or put the story on the schedule.")}
            )  # fmt: skip
        if self.day and self.home_section_id and self._address_taken():
            raise ValidationError(
                {"public_slug": _("Another story of that day has this address: change the last "
                                  "part of the address.")}
            )  # fmt: skip

    def _take_free_address(self) -> None:
        """Two stories of one day may have one headline: the later one's address gets a number."""
        self._give_slugs()
        wanted, number = self.public_slug, 2
        while self._address_taken():
            self.public_slug, number = f"{wanted}-{number}", number + 1

    def _address_taken(self) -> bool:
        others = PaperPage.objects.filter(
            home_section=self.home_section_id, day=self.day, public_slug=self.public_slug
        )
        return bool(others.exclude(pk=self.pk).exists())

    def held_by(self, at: datetime | None = None) -> models.QuerySet[Any]:
        """The holds that keep the story off the paper now, or at another time."""
        moment = at or timezone.now()
        running = models.Q(until=None) | models.Q(until__gt=moment)
        held: models.QuerySet[Any] = self.holds.filter(running, lifted=None)
        return held.select_related("take", "take__agency")

    def refuse_if_held(self, at: datetime | None = None) -> None:
        """Stop what would make the story public.

        Raises:
            HeldError: a kill or an embargo is in force.
        """
        held = self.held_by(at).first() if self.pk else None
        if held is None:
            return
        who = held.take.agency.name if held.take.agency else held.take.item.get("agency") or ""
        who = str(who) or "The agency"
        if held.kind == "kill":
            raise HeldError(
                f"{who} has killed the copy that this story came from, so it cannot be published. "
                "An editor can lift that on the story's screen, with a reason."
            )
        until = (
            held.until.astimezone(self.paper.masthead.zone) if held.until and self.paper else None
        )
        when = f"until {until:%-d %B %Y, %H:%M}" if until else "until the agency says otherwise"
        raise HeldError(
            f"The copy is under embargo by {who} {when}: publish it then, or put it on the schedule."
        )

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """A story that goes live gets its time, and the date in its address, once and for ever."""
        if self.live:
            self.refuse_if_held()
        if self.live and self.paper:
            self.published = self.published or timezone.now()
            if self.day is None:
                self.day = self.published.astimezone(self.paper.masthead.zone).date()
                self._take_free_address()
        return super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Story:
        """A revision as a story. The address' date and the first time of publication belong to
        the story, not to a revision, however old that revision is."""
        home = content.get("home_section")
        if home != self.home_section_id and not PaperPage.objects.filter(pk=home).exists():
            # The section that this text was written for is closed: it stands where the row does.
            content = {**content, "home_section": self.home_section_id}
        story: Story = super().with_content_json(content)
        story.day = self.day
        story.paper_id = self.paper_id
        if story.published is None:
            story.published = self.published
        return story

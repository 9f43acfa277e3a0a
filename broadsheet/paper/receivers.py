"""What happens in the paper when Wagtail publishes or takes off: the version, the listings, the
provenance, the redirects, and the news to the rooms above; all in the transaction of the change."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.embeds.models import Embed
from wagtail.models import Revision, Site
from wagtail.signals import page_published, page_unpublished

from broadsheet.paper import provenance, repeated, versions
from broadsheet.paper.models import (
    Correction,
    FormerSlug,
    Front,
    Listing,
    Masthead,
    Section,
    Story,
)
from broadsheet.paper.printed import story_changed
from broadsheet.paper.signals import printed_matter_changed, story_published, story_taken_down
from broadsheet.paper.tree.acting import current_act
from broadsheet.paper.withdrawn import withdraw_pictures
from broadsheet.pictures.models import Picture, PictureRendition
from broadsheet.reads import Touched
from broadsheet.staff.models import Byline
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency


def connect() -> None:
    """Listen. Called once, when Django has loaded every room."""
    page_published.connect(_story_published, sender=Story)
    page_unpublished.connect(_story_unpublished, sender=Story)
    post_save.connect(_draft_saved, sender=Revision)
    pre_save.connect(_section_renamed, sender=Section)
    for page in (Front, Section):
        page_published.connect(_page_changed, sender=page)
        page_unpublished.connect(_page_changed, sender=page)
    for noun in (Masthead, Byline, Topic, Agency, Correction, Picture, Redirect):
        post_save.connect(_noun_changed, sender=noun)
        post_delete.connect(_noun_changed, sender=noun)
    repeated.connect()
    pre_delete.connect(_story_stays, sender=Story)
    for page in (Front, Section, Story):
        post_delete.connect(_page_deleted, sender=page)
    post_save.connect(_site_changed, sender=Site)
    post_delete.connect(_cut_gone, sender=PictureRendition)
    post_save.connect(_embed_changed, sender=Embed)
    post_delete.connect(_embed_changed, sender=Embed)


def _story_published(instance: Story, revision: Any = None, **kwargs: Any) -> None:
    story = instance
    if not story.live:
        # Wagtail sends this for a story that was only put on the schedule, too.
        return
    before = story.versions.exclude(text="").order_by("-number").first()
    _stand_under_home(story)
    _list(story)
    provenance.write(story)
    version = versions.record(story, revision=revision)
    if before is not None:
        _redirect_from(json.loads(before.text)["address"], story)
    story_published.send(sender=Story, story=story, version=version)
    printed_matter_changed.send(sender=Story, paper=story.paper, touched=story_changed(story))


def _draft_saved(instance: Revision, **kwargs: Any) -> None:
    kind = ContentType.objects.get_for_model(Story)
    if instance.content_type_id == kind.pk:
        provenance.remember_draft(instance.as_object())


def _story_unpublished(instance: Story, **kwargs: Any) -> None:
    if current_act().deleting:
        # Its rows are about to go with it; what is written now would be left without a story.
        return
    instance.listings.all().delete()
    version = versions.record(instance, kill=True)
    withdraw_pictures(instance)
    story_taken_down.send(sender=Story, story=instance, version=version)
    touched = story_changed(instance)
    # Its address stays, and says that it is gone.
    touched.keys.add(f"story:{instance.pk}")
    printed_matter_changed.send(sender=Story, paper=instance.paper, touched=touched)


def _stand_under_home(story: Story) -> None:
    """Move the story to where its home section says; the tree follows the field."""
    if story.home_section_id and story.get_parent().pk != story.home_section_id:
        moving = Story.objects.get(pk=story.pk)
        moving.move(story.home_section, pos="last-child")
        fresh = Story.objects.only("path", "depth", "url_path").get(pk=story.pk)
        story.path, story.depth, story.url_path = fresh.path, fresh.depth, fresh.url_path


def _list(story: Story) -> None:
    wanted = {story.home_section_id, *(section.pk for section in story.sections.all())} - {None}
    story.listings.exclude(section__in=wanted).delete()
    for section in wanted:
        Listing.objects.update_or_create(
            story=story,
            section_id=section,
            defaults={"published": story.published or timezone.now()},
        )


def _redirect_from(old_address: str, story: Story) -> None:
    if old_address and old_address != story.address:
        Redirect.add_redirect(old_address, redirect_to=story, is_permanent=True)
    # A story that took an address back must not be redirected away from it.
    here = Redirect.normalise_path(story.address)
    Redirect.objects.filter(old_path=here, site=story.paper).delete()
    Redirect.objects.filter(old_path=here, site=None).delete()


def _section_renamed(instance: Section, **kwargs: Any) -> None:
    """Before a section is saved. Wagtail's own signal comes only after the commit, when a crash
    could already have lost the old addresses."""
    before = Section.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if before is None or before == instance.slug:
        return
    instance.has_moved = True
    FormerSlug.objects.filter(paper=instance.paper, slug=instance.slug).delete()
    FormerSlug.objects.update_or_create(
        paper=instance.paper, slug=before, defaults={"section": instance}
    )


def _story_stays(instance: Story, **kwargs: Any) -> None:
    """What was public stays on record: a story is taken down, never deleted."""
    if not instance.demonstration and instance.versions.exists():
        raise ProtectedError(
            "A story that was public is not deleted: take it down, and its record stays.",
            {instance},
        )


def _page_changed(instance: Any, **kwargs: Any) -> None:
    touched = None
    if isinstance(instance, Front):
        touched = Touched({f"front:{instance.pk}"})
    elif instance.live and not getattr(instance, "has_moved", False):
        touched = Touched()
        touched.row_moved(f"sections:{instance.paper_id}", "")
    # A section with another slug, or one that is closed, moves the address of each of its stories.
    printed_matter_changed.send(sender=type(instance), paper=instance.paper, touched=touched)


def _page_deleted(instance: Any, **kwargs: Any) -> None:
    if instance.live:
        printed_matter_changed.send(sender=type(instance), paper=instance.paper)


def _noun_changed(sender: Any, instance: Any, **kwargs: Any) -> None:
    name = _KEYS.get(sender)
    touched = Touched({f"{name}:{instance.pk}"}) if name else None
    if isinstance(instance, Redirect):
        # What leads elsewhere is judged anew at every change; pages of replies follow it too.
        touched = Touched({"redirects"})
    if isinstance(instance, Correction):
        touched = Touched({f"story:{instance.story_id}"})
        touched.row_moved(f"corrections:{instance.paper_id}", "")
    printed_matter_changed.send(
        sender=sender, paper=getattr(instance, "paper", None), touched=touched
    )


#: What pages that show these say that they read; of others, everything is printed again.
_KEYS = {
    Masthead: "masthead",
    Byline: "byline",
    Topic: "topic",
    Agency: "agency",
    Picture: "picture",
}


def _cut_gone(instance: PictureRendition, **kwargs: Any) -> None:
    touched = Touched({f"picture:{instance.image_id}"})
    printed_matter_changed.send(sender=PictureRendition, paper=None, touched=touched)


def _embed_changed(**kwargs: Any) -> None:
    printed_matter_changed.send(sender=Embed, paper=None, touched=Touched({"embeds"}))


def _site_changed(instance: Site, **kwargs: Any) -> None:
    printed_matter_changed.send(sender=Site, paper=instance)

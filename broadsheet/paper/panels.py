"""The editing screens of a story, a section and the front, in the newsroom's words."""

from __future__ import annotations

from django.forms import CheckboxSelectMultiple, Select, TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from broadsheet.paper.forms import StoryForm
from broadsheet.paper.models import Front, Section, Story


def install() -> None:
    """Give each noun its screen. Called once, when Django has loaded every room."""
    Story.edit_handler = story_screen()
    Section.edit_handler = section_screen()
    Front.edit_handler = front_screen()


def story_screen() -> TabbedInterface:
    """A story: its copy first, where it stands second, the rest last."""
    return TabbedInterface(
        [
            ObjectList(_copy_panels(), heading=_("Copy")),
            ObjectList(_place_panels(), heading=_("Where it stands")),
            ObjectList(_more_panels(), heading=_("More")),
        ],
        base_form_class=StoryForm,
    )


def _copy_panels() -> list[object]:
    return [
        FieldPanel(
            "title",
            classname="title",
            heading=_("Headline"),
            help_text=" ",
            widget=TextInput(attrs={"placeholder": _("Headline")}),
        ),
        FieldPanel("standfirst"),
        FieldPanel("bylines", widget=CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("dateline"), FieldPanel("credit"), FieldPanel("agency")]),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_caption")], heading=_("Picture")
        ),
        FieldPanel("body"),
        InlinePanel(
            "related_lines",
            heading=_("Related stories"),
            label=_("line"),
            panels=[FieldPanel("text"), FieldPanel("target"), FieldPanel("url")],
        ),
    ]


def _place_panels() -> list[object]:
    return [
        FieldPanel("home_section", widget=Select),
        FieldPanel("sections", widget=CheckboxSelectMultiple),
        FieldPanel("in_top_news"),
        FieldPanel("front_headline"),
        FieldPanel("topics", widget=CheckboxSelectMultiple),
        FieldPanel("public_slug"),
    ]


def _more_panels() -> list[object]:
    return [
        FieldRowPanel([FieldPanel("published"), FieldPanel("grain")]),
        PublishingPanel(),
        FieldPanel("language"),
        FieldPanel("replies_open"),
    ]


def section_screen() -> ObjectList:
    """A section: its name, its address and what it covers."""
    return ObjectList(
        [
            TitleFieldPanel("title", heading=_("Name")),
            FieldPanel("slug", heading=_("Address")),
            FieldPanel("about"),
            FieldPanel("order"),
            FieldPanel("on_front"),
        ]
    )


def front_screen() -> ObjectList:
    """The front: what stands in which place by hand."""
    return ObjectList(
        [
            InlinePanel(
                "slots",
                heading=_("Placed by hand"),
                label=_("story"),
                panels=[FieldPanel("place"), FieldPanel("story"), FieldPanel("headline")],
            ),
            FieldRowPanel(
                [FieldPanel("top_name"), FieldPanel("top_count"), FieldPanel("block_count")]
            ),
        ]
    )

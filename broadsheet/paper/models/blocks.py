"""What a story's body is made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageChooserBlock

INLINE = ["bold", "italic", "link", "superscript", "subscript", "strikethrough"]


class PictureBlock(blocks.StructBlock):
    """A picture in the run of the story."""

    picture = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(required=False, max_length=400, help_text=_("Empty: its own."))
    credit = blocks.CharBlock(required=False, max_length=200, help_text=_("Empty: its own."))

    class Meta:
        icon = "image"
        label = _("picture")
        template = "paper/blocks/picture.html"


class QuotationBlock(blocks.StructBlock):
    """Words set apart, with who said them and where they were said."""

    text = blocks.TextBlock(label=_("words"), help_text=_("Without the quotation marks."))
    speaker = blocks.CharBlock(required=False, max_length=200, label=_("said by"))
    source = blocks.CharBlock(
        required=False, max_length=200, label=_("heard by"), help_text=_("CNN; a post on X")
    )
    url = blocks.URLBlock(required=False, label=_("address of the original"))

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "paper/blocks/quotation.html"


class PostBlock(QuotationBlock):
    """A post on a social platform, quoted in the copy. Nothing is loaded from the platform."""

    class Meta:
        icon = "comment"
        label = _("social post")
        template = "paper/blocks/post.html"


class FactBoxBlock(blocks.StructBlock):
    """A box beside the story."""

    title = blocks.CharBlock(max_length=120, label=_("title"))
    text = blocks.RichTextBlock(features=[*INLINE, "ul", "ol"], label=_("text"))

    class Meta:
        icon = "info-circle"
        label = _("fact box")
        template = "paper/blocks/fact_box.html"


class StoryBlocks(blocks.StreamBlock):
    """A story's body, block by block."""

    paragraph = blocks.RichTextBlock(
        features=INLINE,
        label=_("paragraph"),
        icon="pilcrow",
        template="paper/blocks/paragraph.html",
    )
    heading = blocks.CharBlock(
        max_length=160, label=_("heading"), icon="title", template="paper/blocks/heading.html"
    )
    picture = PictureBlock()
    quotation = QuotationBlock()
    post = PostBlock()
    embed = EmbedBlock(label=_("embed"), template="paper/blocks/embed.html")
    list = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE, label=_("item")),
        label=_("list"),
        icon="list-ul",
        template="paper/blocks/list.html",
    )
    table = TableBlock(label=_("table"), template="paper/blocks/table.html")
    fact_box = FactBoxBlock()

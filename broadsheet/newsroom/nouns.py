"""Topics, bylines and agencies: plain lists, with Wagtail's own screens in our words."""

from __future__ import annotations

from typing import Any

from django.forms.models import modelform_factory
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet

from broadsheet.paper.founding import only_paper
from broadsheet.staff.models import Byline
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency

SLUG_LENGTH = 100


class NounForm(WagtailAdminModelForm):
    """A noun of this paper. Its address is made from its name when it is left empty."""

    def clean(self) -> dict[str, Any]:
        """Give it a slug, and refuse one that stands already."""
        data: dict[str, Any] = super().clean()
        slug = data.get("slug") or slugify(data.get("name", ""), allow_unicode=True)[:SLUG_LENGTH]
        data["slug"] = slug or "name"
        others = type(self.instance).objects.filter(paper=only_paper(), slug=data["slug"])
        if others.exclude(pk=self.instance.pk).exists():
            self.add_error("name", "That name or address stands already.")
        return data

    def save(self, commit: bool = True) -> Any:
        """It belongs to this paper."""
        if self.instance.paper_id is None:
            self.instance.paper = only_paper()
        return super().save(commit)


class NounViewSet(ModelViewSet):
    """What the three lists have in common."""

    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    search_fields = ["name"]
    list_display = ["name"]

    def get_form_class(self, for_update: bool = False) -> Any:
        """Our form for the fields of the list."""
        return modelform_factory(
            self.model,
            form=NounForm,
            formfield_callback=self.formfield_for_dbfield,
            fields=self.form_fields,
        )


class TopicViewSet(NounViewSet):
    """What stories are about."""

    model = Topic
    icon = "tag"
    form_fields = ["name", "kind", "about", "slug"]
    list_display = ["name", "kind"]
    list_filter = ["kind"]


class BylineViewSet(NounViewSet):
    """The names over stories."""

    model = Byline
    icon = "edit"
    form_fields = ["name", "role", "about", "user", "slug"]
    list_display = ["name", "role"]


class AgencyViewSet(NounViewSet):
    """Whose copy it is."""

    model = Agency
    icon = "site"
    form_fields = ["name", "full_name", "about", "slug"]
    list_display = ["name", "full_name"]


VIEWSETS = (
    TopicViewSet("topics"),
    BylineViewSet("bylines"),
    AgencyViewSet("agencies"),
)

"""The library's form: what is printed with a picture on a live story is changed by those who may
publish, as the story itself is."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from broadsheet.newsroom.access import ROLES_MAY, May
from broadsheet.paper.withdrawn import is_shown
from broadsheet.staff.roles import role_of

#: What readers see of a picture.
PRINTED = frozenset(("file", "alt", "caption", "credit"))


class PictureForm(BaseImageForm):
    """Wagtail's form, which knows who changes what."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.by = user

    def clean(self) -> dict[str, Any]:
        """Refuse a change of printed words to whoever may not publish.

        Raises:
            django.core.exceptions.ValidationError: the picture is on a live story.
        """
        cleaned: dict[str, Any] = super().clean()
        changes = PRINTED & set(self.changed_data)
        may = self.by is None or ROLES_MAY.get(role_of(self.by), May()).publish
        if self.instance.pk and changes and not may and is_shown(self.instance):
            raise ValidationError(
                "This picture is on a live story, so its printed words and its file change what "
                "readers see. Ask an editor or sub-editor, or add the picture anew."
            )
        return cleaned

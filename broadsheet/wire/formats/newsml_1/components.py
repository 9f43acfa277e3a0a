"""The components of a NewsML 1 item: which stand side by side as stories of their own (one news in
two languages), and which only bring pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from broadsheet.wire.formats.elements import Element, at, first, inside, kids, words

CAPTIONS = frozenset(("caption", "captions"))
HEADLINES = frozenset(("headline", "title"))
#: Roles of components whose text is something else than the copy.
NO_COPY = CAPTIONS | HEADLINES | {"subheadline", "abstract", "summary", "contact", "css", "style"}


def every(element: Element) -> Iterator[Element]:
    """The components inside an element, from the outside in."""
    for component in kids(element, "NewsComponent"):
        yield component
        yield from every(component)


def role_of(component: Element | None) -> str:
    """What a component is for, in small letters."""
    return at(first(component, "Role"), "FormalName").lower()


def apart(element: Element) -> list[Element]:
    """The stories of an item, outside each other, when it holds more than one."""
    for component in (element, *every(element)):
        stories = [child for child in kids(component, "NewsComponent") if _is_story(child)]
        if len(stories) > 1 and at(component, "EquivalentsList").lower() != "yes":
            distinct = {_headline(story).casefold() for story in stories}
            return stories if len(distinct) == len(stories) else []
    return []


def is_within(component: Element, others: Sequence[Element]) -> bool:
    """Whether a component is one of these or stands inside one."""
    return component in others or any(above in others for above in component.iterancestors())


def has_copy(component: Element) -> bool:
    """Whether there is running text in a component or below it."""
    return any(role_of(_owner(data)) not in NO_COPY for data in inside(component, "DataContent"))


def brings_files(component: Element) -> bool:
    """Whether a component or one below it names files."""
    return any(at(part, "Href") for part in inside(component, "ContentItem"))


def _owner(data: Element) -> Element | None:
    return next(data.iterancestors("{*}NewsComponent"), None)


def _is_story(component: Element) -> bool:
    return has_copy(component) and not brings_files(component) and bool(_headline(component))


def _headline(component: Element) -> str:
    line = words(first(component, "NewsLines", "HeadLine"))
    titled = (one for one in every(component) if role_of(one) in HEADLINES)
    return line or next((words(first(one, "ContentItem")) for one in titled), "")

"""The one stylesheet that a reader loads: the theme's files, one a concern, joined at an address
that carries a fingerprint of their text and so may be kept for ever.

An owner's `static/css/front.css` stands in for the theme's file of that name.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

#: In the order of the cascade. `own` is empty in the theme: it is the owner's.
FILES = (
    "fonts", "tokens", "page", "masthead", "teasers", "front", "lists", "story", "replies",
    "forms", "footer", "print", "own",
)  # fmt: skip
FIRST_FONTS = ("fonts/newsreader.woff2", "fonts/libre-franklin.woff2")
#: Written in other scripts: the paper's own faces would be loaded for nothing.
_OTHER_SCRIPTS = frozenset({"ar", "bn", "fa", "gu", "he", "hi", "ja", "ko", "mr", "ne", "pa", "ps",
                            "sd", "ta", "te", "th", "ug", "ur", "zh"})  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,>])\s*")
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def show(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """The stylesheet. Under an old fingerprint it is given too, but not to be kept."""
    if not re.fullmatch(r"[0-9a-f]{12}", fingerprint):
        raise Http404("No such stylesheet.")
    text, current = joined()
    answer = HttpResponse(text, content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = FOREVER if fingerprint == current else "no-cache"
    return answer


def address() -> str:
    """Where the stylesheet in force stands."""
    return reverse("stylesheet", args=[joined()[1]])


def first_fonts(language: str) -> tuple[str, ...]:
    """Addresses of the faces that the head of a page is set in; none for other scripts."""
    if language.split("-")[0].lower() in _OTHER_SCRIPTS:
        return ()
    return tuple(static(name) for name in FIRST_FONTS if finders.find(name))


def joined() -> tuple[str, str]:
    """The text and its fingerprint; read again when a file has changed."""
    found = (finders.find(f"css/{name}.css") for name in FILES)
    paths = [Path(path) for path in found if path]
    return _joined(tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=4)
def _joined(files: tuple[tuple[Path, int], ...]) -> tuple[str, str]:
    text = "\n".join(squeezed(path.read_text(encoding="utf-8")) for path, _ in files)
    return text, hashlib.sha256(text.encode()).hexdigest()[:12]


def squeezed(css: str) -> str:
    """The same rules without comments and without spaces that mean nothing.

    Strings must hold none of `{};,>`, as those of this theme do.
    """
    plain = _AROUND.sub(r"\1", _COMMENT.sub("", css))
    return re.sub(r"\s+", " ", plain).replace(";}", "}").strip()

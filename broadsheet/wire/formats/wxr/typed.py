"""What an author typed into WordPress, made into the HTML that WordPress would show."""

from __future__ import annotations

import html
import re

_BLOCK = (
    "address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|"
    "li|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_STARTS_BLOCK = re.compile(rf"^</?(?:{_BLOCK})\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b(?P<said>[^\]]*)\](?P<inside>.*?)\[/(?:wp_)?caption\]", re.DOTALL
)
_CAPTION_SAID = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
_PICTURE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_EMBED = re.compile(r"\[embed\b[^\]]*\]\s*(\S+?)\s*\[/embed\]")
_SHORT_CODE = re.compile(
    r"\[/?(?:gallery|audio|video|playlist|embed|caption|wp_caption|contact-form[\w-]*|sourcecode|code"
    r"|youtube|googlemaps|archives|polldaddy|slideshow|recent-posts|tweet|vimeo)\b[^\]]*\]"
)
#: Short codes of plug-ins: names of several words anywhere, and any that are closed again.
_PLUG_IN = re.compile(r"\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+(?:\s[^\]\n]*)?/?\]")
_CLOSING = re.compile(r"\[/([a-z]\w*)\]")
_OPENING = re.compile(r"\[/?([a-z]\w*)(?:\s[^\]\n]{0,400})?\]")
_MORE = re.compile(r"<!--(?:more|nextpage|noteaser)\b[^>]*-->")
_PARTS = re.compile(r"(<pre\b.*?</pre>)", re.IGNORECASE | re.DOTALL)


def as_shown(typed: str) -> str:
    """Empty lines made paragraphs, captions made figures, other short codes taken out."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    text = _CAPTION.sub(_figure, text)
    text = _EMBED.sub(_link, text)
    text = _PLUG_IN.sub("", _SHORT_CODE.sub("", text))
    if closed := set(_CLOSING.findall(text)):
        text = _OPENING.sub(lambda code: "" if code[1] in closed else code[0], text)
    text = _MORE.sub("\n\n", text)
    # The lines of <pre> stay as they are.
    pieces = _PARTS.split(text)
    return "\n".join(
        piece if number % 2 else _paragraphs(piece) for number, piece in enumerate(pieces)
    )


def _paragraphs(text: str) -> str:
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text))
    return "\n".join(
        block if _STARTS_BLOCK.match(block) or block.startswith("<!--") else f"<p>{block}</p>"
        for block in blocks
        if block
    )


def _figure(match: re.Match[str]) -> str:
    said = _CAPTION_SAID.search(match["said"])
    picture = _PICTURE.search(match["inside"])
    caption = html.escape(html.unescape(said[1] or said[2] or "")) if said else ""
    if picture is None:
        return match["inside"]
    caption = caption or match["inside"].replace(picture[0], "").strip()
    return f"\n\n<figure>{picture[0]}<figcaption>{caption}</figcaption></figure>\n\n"


def _link(match: re.Match[str]) -> str:
    address = html.escape(match[1])
    return f'<a href="{address}">{address}</a>'

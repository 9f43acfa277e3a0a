"""Page furniture: what a copied page brings along that is no copy."""

from __future__ import annotations

import re

_LINES = re.compile(
    r"""^\W*(?:
    leave\ a\ (?:reply|comment)(?:\W.*)?|post\ (?:a\ )?comment|add\ (?:a\ )?comment|\d*\ ?comments?|
    join\ the\ (?:conversation|discussion)|your\ e-?mail\ address\ will\ not\ be\ published\b.*|
    required\ fields\ are\ marked\b.*|save\ my\ name\b.*|(?:name|e-?mail|website|comment)\ ?\*?|
    notify\ me\ (?:of|by|when)\b.*|you\ must\ be\ logged\ in\b.*|log\ ?in\ to\ (?:reply|comment)\b.*|
    cancel\ reply|submit(?:\ comment)?|advertise?ments?|advert|sponsored(?:\ content)?|
    promoted\ content|share(?:\ (?:this|on|via|it)\b.{0,60})?|tweet|pin\ it|
    (?:share\ ?|facebook\ ?|twitter\ ?|whatsapp\ ?|e?mail\ ?|linkedin\ ?|telegram\ ?|x\ ?|print\ ?|
      [|·•]\ ?){2,}|
    (?:facebook|twitter|whatsapp|linkedin|telegram|pinterest|instagram|reddit)|
    print(?:\ this\ (?:page|article))?(?:\ ?\|.{0,40})?|e-?mail\ this\b.*|
    subscribe\b.{0,100}|sign\ up\b.{0,120}|click\ here\b.{0,100}|tap\ here\b.{0,100}|
    (?:join|follow)\ (?:us|our)\b.{0,100}|get\ (?:our|the)\ (?:daily\ |weekly\ )?newsletter\b.*|
    newsletter|download\ (?:our|the)\ app\b.*|continue\ reading(?:\W.*)?|loading\W*|
    (?:story\ )?continues\ below\b.*|scroll\ (?:down\ )?(?:to|for)\b.{0,60}|
    copyright\b.{0,200}|©.{0,200}|all\ rights\ reserved\b.*|this\ material\ may\ not\ be\b.*|
    filed\ under\W.*|tags?\ ?:.*|categor(?:y|ies)\ ?:.*|topics?\ ?:.*|posted\ in\W.*|
    (?:image|photo|picture)\ ?:.{0,160}|file\ (?:photo|image)\W*|representational?\ image\W*|
    (?:related|recommended|trending|popular|more)\ (?:posts?|stories|articles|news|videos)\W*|
    you\ (?:may|might)\ also\ like\W*|previous\ (?:post|article)\b.*|next\ (?:post|article)\b.*|
    skip\ to\ (?:main\ )?content|back\ to\ top|menu|search|home|log\ ?in|accept\ (?:all\ )?cookies\W*|
    we\ use\ cookies\b.*|this\ (?:story|article)\ has\ been\ updated\W.*|
    \d+\ (?:shares|views|min(?:ute)?s?\ read)|(?:min(?:ute)?s?\ read)|reading\ time\W.*
    )\W*$""",
    re.I | re.X,
)
_RELATED = re.compile(
    r"^\W*(?:also\ read|read\ also|read\ more|see\ also|related(?:\ (?:story|news))?|don['’]t\ miss|"
    r"must\ read|more\ on\ this|watch)\s*[:–—|-]+\s*(?P<title>\S.*)$",
    re.I | re.X,
)


def is_furniture(line: str) -> bool:
    """Whether a whole line or paragraph is page furniture."""
    return len(line) <= 400 and bool(_LINES.match(" ".join(line.split())))


def related_title(line: str) -> str | None:
    """The title that an `ALSO READ: ...` line leads to, or None when it is no such line."""
    match = _RELATED.match(line.strip()) if len(line) <= 400 else None
    return match["title"].strip() if match else None

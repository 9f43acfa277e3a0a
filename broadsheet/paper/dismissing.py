"""What the paper's people have dismissed of the copy desk's remarks, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import Site

from broadsheet.copydesk import Finding
from broadsheet.copydesk.dismissals import dismissal, fingerprint
from broadsheet.paper.models import Dismissal
from broadsheet.paper.models.dismissal import RULE_MOST, WORDS_MOST
from broadsheet.staff.models import User


def dismissed(paper: Site, text: str, findings: Iterable[Finding]) -> frozenset[Finding]:
    """Those of the findings on `text` that somebody has dismissed."""
    keys = {finding: _key(text, finding) for finding in findings}
    sentences = {sentence for _, sentence in keys.values()}
    rows = Dismissal.objects.filter(paper=paper, sentence__in=sentences)
    held = set(rows.values_list("rule", "sentence"))
    return frozenset(finding for finding, key in keys.items() if key in held)


def dismiss(paper: Site, text: str, finding: Finding, user: User) -> None:
    """Have this check keep quiet about this sentence. Twice is once."""
    rule, sentence = _key(text, finding)
    words = dismissal(text, finding, timezone.now().date()).words[:WORDS_MOST]
    Dismissal.objects.get_or_create(
        paper=paper, rule=rule, sentence=sentence, defaults={"words": words, "by": user}
    )


def take_back(paper: Site, text: str, finding: Finding) -> None:
    """Let the check speak of this sentence again."""
    rule, sentence = _key(text, finding)
    Dismissal.objects.filter(paper=paper, rule=rule, sentence=sentence).delete()


def _key(text: str, finding: Finding) -> tuple[str, str]:
    return finding.check[:RULE_MOST], fingerprint(text, finding)

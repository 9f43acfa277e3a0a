"""A style's own examples, run: each rule finds what it must and leaves alone what it must."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.style.shape import Rule, Style

#: Stands above an example that has no headline of its own, so that it is read as a story's body.
_HEADLINE = "Lock opens\n\n"


def failures(style: Style) -> Iterator[str]:
    """What the examples show to be wrong, one sentence each."""
    for rule in style.rules:
        for text in rule.match:
            if not messages(rule, text):
                yield f"{rule.name} does not find what it must: {text}"
        for text in rule.leave:
            if messages(rule, text):
                yield f"{rule.name} finds what it must leave alone: {text}"


def messages(rule: Rule, text: str) -> list[str]:
    """What a rule, tried alone, says of an example."""
    # The desk reads with a style, so it can only be asked for once everything is loaded.
    from broadsheet.copydesk.desk import read

    whole = text if "\n\n" in text else _HEADLINE + text
    findings = read(whole, style=Style(rule.style, rules=(rule,))).findings
    return [finding.message for finding in findings if finding.rule == rule.name]

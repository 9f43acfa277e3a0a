"""What newsrooms do to copy, as functions: used to make pairs of texts that are one news, or are not."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from broadsheet.wire.threads.marks import sentences_of, words_of


def _row(words: str) -> list[str]:
    return words.split()


_SYNONYMS = {
    "said": "told reporters", "says": "has said", "told": "informed", "killed": "left dead",
    "announced": "made known", "began": "started", "begin": "start", "start": "begin",
    "ended": "came to an end", "big": "large", "large": "big", "also": "in addition",
    "because": "since", "after": "following", "before": "ahead of", "about": "around",
    "against": "opposed to", "help": "aid", "show": "reveal", "shows": "reveals",
    "plan": "scheme", "plans": "intends", "money": "funds", "town": "municipality",
    "people": "residents", "children": "youngsters", "car": "vehicle", "police": "officers",
    "house": "home", "build": "construct", "buy": "purchase", "bought": "purchased",
    "called": "described", "asked": "questioned", "many": "numerous", "new": "fresh",
    "last": "past", "first": "initial", "during": "in the course of", "while": "as",
    "however": "but", "near": "close to", "work": "labour", "job": "post", "jobs": "posts",
    "vote": "ballot", "voted": "cast ballots", "won": "took", "lost": "was beaten in",
    "campaign": "drive", "attack": "assault", "support": "backing", "state": "province",
    "country": "nation", "government": "administration", "law": "statute", "court": "bench",
    "report": "study", "deal": "accord", "talks": "negotiations", "rise": "increase",
    "fell": "dropped", "rose": "climbed", "cut": "reduced", "need": "require", "want": "wish",
}  # fmt: skip
_COUNTED = _row("zero one two three four five six seven eight nine ten eleven twelve")
_FACT = re.compile(r"(?<=\w )[A-Z][a-z]{2,}|\d[\d,.]*\d|\d")
_QUOTE = re.compile(r"[“\"][^“”\"]{40,}[”\"]")
Edit = Callable[[random.Random, Sequence[str], Sequence[str]], list[str]]


def cut_from_the_end(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> list[str]:
    """A third to two thirds of the text stay."""
    return list(copy[: max(2, round(len(copy) * chance.uniform(0.35, 0.7)))])


def cut_to_a_brief(chance: random.Random, copy: Sequence[str], others: Sequence[str]) -> list[str]:
    """The first paragraphs, some forty words and more."""
    for end in range(1, len(copy)):
        if len(words_of(" ".join(copy[:end]))) >= 40:
            return list(copy[:end])
    return list(copy)


def new_lead(chance: random.Random, copy: Sequence[str], others: Sequence[str]) -> list[str]:
    """Another first paragraph on the facts of the text, the old one dropped or pushed down."""
    facts = _FACT.findall(" ".join(copy))
    some = chance.sample(facts, min(4, len(facts)))
    lead = f"There were fresh questions late in the day over {' and '.join(some)}, as {_filler(chance, others, 9)}."
    old = list(copy[1:]) if chance.random() < 0.5 else [copy[1], copy[0], *copy[2:]]
    return [lead, *old]


def house_rewrite(chance: random.Random, copy: Sequence[str], others: Sequence[str]) -> list[str]:
    """Other verbs and nouns, clauses turned round, numbers as words, paragraphs merged and split."""
    return _laid_out(chance, [_rewritten(chance, s, others, 0.15) for s in sentences_of(copy)])


def thorough_rewrite(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> list[str]:
    """The same with more words changed, and cut from the end."""
    sentences = [_rewritten(chance, s, others, 0.3) for s in sentences_of(copy)]
    return _laid_out(chance, sentences[: max(3, round(len(sentences) * 0.7))])


def quotation_kept(chance: random.Random, copy: Sequence[str], others: Sequence[str]) -> list[str]:
    """Only what is in quotation marks stays as it is; half of all other words are others."""
    return _laid_out(
        chance,
        [s if _QUOTE.search(s) else _rewritten(chance, s, others, 0.5) for s in sentences_of(copy)],
    )


def nothing_but_the_headline(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> list[str]:
    """The text stays as it is."""
    return list(copy)


def new_facts(chance: random.Random, copy: Sequence[str], others: Sequence[str]) -> list[str]:
    """An update: a new second and third paragraph, and the last one gone."""
    fresh = [f"{_filler(chance, others, 22).capitalize()}." for _ in range(max(2, len(copy) // 5))]
    return [copy[0], *fresh, *(copy[1:-1] or copy[1:])]


def one_number_corrected(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> list[str]:
    """One number of the text is another, wherever it stands."""
    numbers = [one for one in re.findall(r"\b\d[\d,.]*\b", " ".join(copy)) if len(one) > 1]
    if not numbers:
        return [copy[0] + " (Corrects a name.)", *copy[1:]]
    wrong = chance.choice(numbers)
    return [re.sub(rf"\b{re.escape(wrong)}\b", str(chance.randint(100, 999)), one) for one in copy]


def merged_with_another(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> list[str]:
    """A house's own story of two agencies' copy: most of the one, some paragraphs of the other."""
    most = list(copy[: max(2, round(len(copy) * 0.75))])
    return [*most[:2], *others[1 : 1 + max(1, len(most) // 3)], *most[2:]]


SAME: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        cut_from_the_end, cut_to_a_brief, new_lead, house_rewrite, thorough_rewrite, quotation_kept,
        nothing_but_the_headline, new_facts, one_number_corrected, merged_with_another,
    )
}  # fmt: skip


def next_day(chance: random.Random, copy: Sequence[str], others: Sequence[str]) -> list[str]:
    """Other news on the same names, with yesterday's background at its end: at most two fifths of
    either text. Empty where the text has no such background."""
    background: list[str] = []
    most = 0.4 * min(_length(copy), _length(others))
    for paragraph in reversed(copy):
        if background and _length([paragraph, *background]) > most:
            break
        background.insert(0, paragraph)
    fresh: list[str] = []
    for paragraph in others:
        if _length(fresh) >= 1.5 * _length(background):
            break
        fresh.append(paragraph)
    name = next(iter(_FACT.findall(" ".join(copy))), "")
    if _length(background) > most or not fresh:
        return []
    return [f"{name} {fresh[0]}".strip(), *fresh[1:], *background]


def _length(paragraphs: Sequence[str]) -> int:
    return sum(map(len, paragraphs))


STANDING = (
    "Every Thursday our correspondents write from the places where they live about what people there talk "
    "of that week. You can write to them at the address at the foot of the page, or leave a letter at the "
    "front desk. A selection of letters is printed on the first Monday of each month, shortened where "
    "space demands it, and none is printed without the name of its writer."
)
ENDING = [
    "This report was prepared by the agency's desk from the notes of its correspondents in the region.",
    "Reporting by the desk in Selby; additional reporting in Ost; editing by the night desk.",
]


def same_column(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Two different texts with the same standing paragraph."""
    return [STANDING, *copy[:6]], [STANDING, *others[:6]]


def same_ending(
    chance: random.Random, copy: Sequence[str], others: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Two different briefs with the same lines at the foot."""
    return [*copy[:2], *ENDING], [*others[:2], *ENDING]


def _filler(chance: random.Random, others: Sequence[str], count: int) -> str:
    words = [word for word in words_of(" ".join(others)) if len(word) > 3] or ["nothing"]
    return " ".join(chance.choices(words, k=count))


def _rewritten(chance: random.Random, sentence: str, others: Sequence[str], share: float) -> str:
    if _QUOTE.search(sentence) and share < 0.4:
        return sentence.replace(" said ", " told the agency ")
    words = []
    for place, word in enumerate(sentence.split()):
        bare = word.strip('.,;:“”"')
        if bare.lower() in _SYNONYMS:
            words.append(word.replace(bare, _SYNONYMS[bare.lower()]))
        elif bare.isdigit() and int(bare) < len(_COUNTED):
            words.append(word.replace(bare, _COUNTED[int(bare)]))
        elif bare.islower() and len(bare) > 4 and place and chance.random() < share:
            words.append(word.replace(bare, _filler(chance, others, 1)))
        else:
            words.append(word)
    return _turned(chance, " ".join(words))


def _turned(chance: random.Random, sentence: str) -> str:
    head, comma, tail = sentence.partition(", ")
    if comma and len(head.split()) > 3 and len(tail.split()) > 3 and chance.random() < 0.5:
        end = tail[-1] if tail[-1] in ".!?" else ""
        return f"{tail.removesuffix(end)}, {head}{end}"
    return sentence


def _laid_out(chance: random.Random, sentences: Sequence[str]) -> list[str]:
    copy: list[str] = []
    for sentence in sentences:
        if copy and chance.random() < 0.5:
            copy[-1] = f"{copy[-1]} {sentence}"
        else:
            copy.append(sentence)
    return copy

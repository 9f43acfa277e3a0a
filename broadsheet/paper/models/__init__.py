"""The nouns of the paper, one file each."""

from broadsheet.paper.models.copy import Copy
from broadsheet.paper.models.correction import Correction
from broadsheet.paper.models.dismissal import Dismissal
from broadsheet.paper.models.draft_sentence import DraftSentence
from broadsheet.paper.models.former_slug import FormerSlug
from broadsheet.paper.models.front import Front, FrontSlot
from broadsheet.paper.models.listing import Listing
from broadsheet.paper.models.made_from import MadeFrom
from broadsheet.paper.models.masthead import Masthead
from broadsheet.paper.models.printed_facts import PrintedFacts
from broadsheet.paper.models.quotation import Quotation
from broadsheet.paper.models.related import RelatedLine
from broadsheet.paper.models.rule import Rule, RuleDeed, Sorting
from broadsheet.paper.models.second_thought import Hold, Notice, SecondThought
from broadsheet.paper.models.section import Section
from broadsheet.paper.models.sentence import Sentence
from broadsheet.paper.models.story import Story
from broadsheet.paper.models.version import Version

__all__ = [
    "Copy",
    "Correction",
    "Dismissal",
    "DraftSentence",
    "FormerSlug",
    "Front",
    "FrontSlot",
    "Hold",
    "Listing",
    "MadeFrom",
    "Masthead",
    "Notice",
    "PrintedFacts",
    "Quotation",
    "RelatedLine",
    "Rule",
    "RuleDeed",
    "SecondThought",
    "Section",
    "Sentence",
    "Sorting",
    "Story",
    "Version",
]

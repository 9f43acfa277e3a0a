"""Slips that the rule of one slip of the hand does not reach: short words, contractions, well-known
misspellings two slips away, and right words in the wrong place."""

from __future__ import annotations

import re
from typing import NamedTuple

_NEGATED = [
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "could",
    "should",
    "would",
    "must",
    "need",
    "might",
    "wo",
    "ca",
    "sha",
    "ought",
    "dare",
    "mus",
    "may",
    "ai",
    "daren",
]
#: What a contraction may end on, behind a word of the lists.
ENDINGS = ("'s", "'ll", "'re", "'ve", "'d", "'m", "'all")

_PAIRS = [
    "teh:the",
    "hte:the",
    "adn:and",
    "nad:and",
    "wsa:was",
    "ahd:had",
    "hsa:has",
    "thsi:this",
    "definatly:definitely",
    "definetly:definitely",
    "definitly:definitely",
    "defiantely:definitely",
    "seperatly:separately",
    "rythym:rhythm",
    "rythem:rhythm",
    "beaurocracy:bureaucracy",
    "beaurocratic:bureaucratic",
    "beurocracy:bureaucracy",
    "bureacracy:bureaucracy",
    "concieted:conceited",
    "consciencious:conscientious",
    "entreprenuer:entrepreneur",
    "entrepeneur:entrepreneur",
    "entrepeneurs:entrepreneurs",
    "enterpreneur:entrepreneur",
    "enterpreneurs:entrepreneurs",
    "hygeine:hygiene",
    "innoculate:inoculate",
    "innoculated:inoculated",
    "innoculation:inoculation",
    "liason:liaison",
    "liasing:liaising",
    "liase:liaise",
    "lieutentant:lieutenant",
    "manouver:manoeuvre",
    "manuever:maneuver",
    "millenia:millennia",
    "occurence:occurrence",
    "occured:occurred",
    "occuring:occurring",
    "parliment:parliament",
    "parlimentary:parliamentary",
    "perseverence:perseverance",
    "posession:possession",
    "possesion:possession",
    "recieve:receive",
    "reccomend:recommend",
    "reccommend:recommend",
    "sargent:sergeant",
    "seargent:sergeant",
    "supercede:supersede",
    "superceded:superseded",
    "suprise:surprise",
    "tommorrow:tomorrow",
    "tommorow:tomorrow",
    "tomorow:tomorrow",
    "untill:until",
    "wierd:weird",
    "miniscule:minuscule",
    "pronounciation:pronunciation",
    "questionaire:questionnaire",
    "restauranteur:restaurateur",
    "sacreligious:sacrilegious",
    "sieze:seize",
    "siezed:seized",
    "casualities:casualties",
    "casuality:casualty",
    "dont:don't",
    "doesnt:doesn't",
    "didnt:didn't",
    "isnt:isn't",
    "arent:aren't",
    "wasnt:wasn't",
    "werent:weren't",
    "hasnt:hasn't",
    "havent:haven't",
    "hadnt:hadn't",
    "couldnt:couldn't",
    "shouldnt:shouldn't",
    "wouldnt:wouldn't",
    "mustnt:mustn't",
    "neednt:needn't",
    "youre:you're",
    "theyre:they're",
    "weve:we've",
    "theyve:they've",
    "youve:you've",
    "thats:that's",
    "whats:what's",
    "theyll:they'll",
    "youll:you'll",
    "couldve:could've",
    "wouldve:would've",
    "shouldve:should've",
    "alot:a_lot",
    "aswell:as_well",
    "atleast:at_least",
    "infact:in_fact",
    "inspite:in_spite",
    "incase:in_case",
    "eachother:each_other",
    "thankyou:thank_you",
    "ofcourse:of_course",
    "upto:up_to",
]
#: Misspellings that everybody makes, with what is meant.
KNOWN_SLIPS = {
    wrong: right.replace("_", " ") for wrong, right in (pair.split(":") for pair in _PAIRS)
} | {verb + "'nt": verb + "n't" for verb in _NEGATED}


class Frame(NamedTuple):
    """A place where a right word is the wrong one: the pattern's group `wrong` is to be `right`.
    `sign` is some text that must be there for the pattern to be tried."""

    sign: str
    pattern: re.Pattern[str]
    right: str


#: Errors that are certain from the words around them.
FRAMES = (
    Frame(
        "ould of ",
        re.compile(
            r"\b(?:c|w|sh)ould (?P<wrong>of)(?= (?!course\b|itself\b|themselves\b|necessity\b))"
        ),
        "have",
    ),
    Frame("ust of ", re.compile(r"\bmust (?P<wrong>of)(?= (?:been|had|gone|come|done)\b)"), "have"),
    Frame(
        " then ",
        re.compile(
            r"\b(?:more|less|fewer|higher|lower) (?P<wrong>then)(?= (?:\d|half\b|a (?:dozen|hundred|"
            r"thousand|million|year|decade|month|week|century|third|quarter)\b|twice\b|double\b))"
        ),
        "than",
    ),
    Frame(" then ", re.compile(r"(?<!each )\b(?:rather|other) (?P<wrong>then)(?= [a-z])"), "than"),
    Frame(
        " form ",
        re.compile(
            r"\b(?:came|comes|arrived|arriving|returned|returning|fled|fleeing|far|away|apart|suffers|"
            r"suffering|suffered|ranging|ranges|emerged|stems|stemming|resigned|withdrew|removed|"
            r"recovered|recovering|evacuated|escaped|heard|benefited|imported) (?P<wrong>form)"
            r"(?= (?:(?:the|a|an|his|her|their|its|our)\s|[A-Z]))"
        ),
        "from",
    ),
    Frame(
        " loose ",
        re.compile(
            r"\b(?:to|will|would|could|might|may|not|n[’']t) (?P<wrong>loose)"
            r"(?= (?:the |a |his |her |their |its |our |your |my )?(?:election|match|game|seat|seats|"
            r"job|jobs|weight|control|power|money|support|votes|lives|ground|patience|interest|"
            r"confidence|faith|hope)\b)"
        ),
        "lose",
    ),
    Frame(
        " lead ",
        re.compile(r"\b(?:has|have|had|having) (?P<wrong>lead)(?= (?:to|the|by)\b)"),
        "led",
    ),
    Frame(" own", re.compile(r"\b(?P<wrong>it[’']s)(?= own\b)"), "its"),
)

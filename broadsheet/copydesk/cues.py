"""The small words that attribution hangs on: verbs of saying and thinking, and what stands by them."""

from __future__ import annotations


def words(row: str) -> frozenset[str]:
    """The words of a row."""
    return frozenset(row.split())


#: Verbs of reported words and thoughts. A form that the rules below do not make follows a colon.
_VERBS = words(
    """
say:said:says:saying tell:told:tells:telling add write:wrote:writes:writing:written state note
announce claim explain ask reply:replied:replies:replying declare warn insist argue remark continue
stress emphasize emphasise confirm deny:denied:denies:denying admit:admitted:admits:admitting suggest
recall observe conclude acknowledge call urge promise vow maintain reiterate reveal complain joke
recount tweet post report quip:quipped:quips:quipping assert allege contend predict believe
think:thought:thinks:thinking agree disagree describe accuse criticize criticise condemn blast slam:slammed:slams:slamming
praise defend question point boast demand propose pledge comment respond retort caution concede counter
cite quote label rate repeat mock deride dismiss attack denounce tout brag:bragged:brags:bragging bemoan
lament express estimate indicate imply:implied:implies:implying hint signal recommend request conclude
testify:testified:testifies:testifying swear:swore:swears:swearing shout yell whisper mutter tease
exclaim inform assure remind advise notify:notified:notifies:notifying hope fear:feared:fears:fearing
worry:worried:worries:worrying expect hold:held:holds:holding feel:felt:feels:feeling know:knew:knows:knowing
decide:decided:decides:deciding rule find:found:finds:finding show:showed:shows:showing read:read:reads:reading
speculate surmise opine speak:spoke:speaks:speaking chide scold hail blame characterize characterise
compare refer:referred:refers:referring dub:dubbed:dubs:dubbing brand term declare decry:decried:decries:decrying
rail rip:ripped:rips:ripping lash proclaim echo pronounce address challenge plead threaten
consider conclude doubt wonder realize realise learn understand:understood:understands:understanding
share tell retweet chant sing:sang:sings:singing type reason guess deem view want wish intend
stipulate specify:specified:specifies:specifying detail outline mention cheer bellow
clarify:clarified:clarifies:clarifying invoke assail lambaste ridicule"""
)
#: Verbs that may stand before their speaker: `said Reyes`.
SAY = words("""said says added adds wrote writes stated states noted notes announced claimed claims explained
    explains asked asks replied replies declared warned warns insisted insists argued argues remarked
    continued continues stressed recalled recalls observed concluded quipped reported reports tweeted
    joked joked read reads""")
#: Verbs that take the hearer before the words.
HEARER = words(
    "told tells telling tell asked asks asking informed assured reminded advised notified warned"
)
#: Verbs whose object is no reported content unless a quotation mark or "that" says so.
LOOSE = words("""call praise defend attack hold find show read speak rip lash rail address challenge rate quote
    share post type view know feel mock dismiss label brand term point report refer hail blame
    continue rule cheer chant sing want wish intend learn understand consider compare mention detail
    outline invoke express cite describe condemn blast slam criticize criticise accuse denounce tout
    deride assail ridicule characterize characterise dub express repeat question request demand
    respond counter reveal doubt fear echo proclaim pronounce decry lambaste attack
    """)


def _forms(verb: str) -> list[str]:
    base, *others = verb.split(":")
    if others:
        return [base, *others]
    if base.endswith("e"):
        return [base, base + "d", base + "s", base[:-1] + "ing"]
    es = "es" if base.endswith(("ch", "sh", "s", "x")) else "s"
    return [base, base + "ed", base + es, base + "ing"]


#: Every form of every verb, with the verb itself.
CUES: dict[str, str] = {form: verb.split(":")[0] for verb in _VERBS for form in _forms(verb)}

PRONOUNS = words("he she they it i we who you")
DETERMINERS = words("""the a an his her their its our my your this these those some many several most all both one two
    three four five six another other each every no any few""")
AUXILIARIES = words("""has have had is are was were be been being will would could should may might must can cannot did
    does do not hasn’t hasn't haven’t hadn’t hadn't didn’t didn't doesn’t doesn't don’t don't won’t won't
    wouldn’t wouldn't can’t can't couldn’t couldn't isn’t isn't wasn’t wasn't also then later once again
    earlier further previously now still never ever even only just recently himself herself themselves
    repeatedly immediately quickly soon already both first often always sometimes too instead went on
    tried wanted began started continues has ’s 's ’m 'm ’re 're ’ve 've ’d 'd ’ll 'll""")
#: `he can expect` reports no expectation.
MODALS = words("can could may might should must")
PASSIVE = words("is are was were be been being gets got")
PREPOSITIONS = words("""of for from at in on with by to into over under after before during since until about against
    through between among without within across near behind beyond via despite following regarding
    including like as than per""")
#: Prepositions that a speaker's own name may hold: `an aide to the mayor of Ost`.
WITHIN = words("of for from at with in to")
JOINERS = words("""and but or nor so yet because if when while as that which who whom whose where although though
    unless whether since until after before however meanwhile still then than what how why""")
PARTICLES = words("de da di del van von der bin bint al el ul ur la le dos ibn")
DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")
#: Words for people and bodies that speak.
SPEAKING_NOUNS = words("""official officials spokesman spokeswoman spokesperson spokespersons minister president secretary police
    officer officers source sources statement report analyst analysts professor doctor doctors mayor governor
    leader leaders chief chairman chairwoman chair director manager owner farmer farmers teacher resident
    residents witness witnesses lawyer lawyers judge coach captain company ministry department government
    harbourmaster harbormaster master head founder editor driver mother father aide aides adviser advisor
    advisers envoy ambassador senator lawmaker lawmakers congressman congresswoman candidate campaign nominee
    expert experts critics supporters voters reporter reporters journalist researchers study survey poll
    document memo letter court agency committee party authorities council union group organisation
    organization economist economists strategist attorney prosecutor prosecutors sheriff commissioner
    businessman businesswoman author writer artist actor actress singer player striker goalkeeper
    student students parent parents man woman men women people brother sister son daughter wife husband
    friend neighbour neighbor colleague fisherman fishermen trader traders worker workers nurse engineer
    scientist scientists historian pastor bishop imam king queen prince princess""")
#: What a verb that is loose otherwise says with: `called for a vote`, `wants to triple it`.
ASKING = {
    "call": words("for on upon"),
    "want": words("to"),
    "wish": words("to"),
    "intend": words("to"),
    "request": words("to"),
    "demand": words("to"),
}

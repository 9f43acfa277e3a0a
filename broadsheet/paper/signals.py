"""What the paper tells the rooms above it. Each is sent inside the transaction of the change."""

from django.dispatch import Signal

#: A story was published or published again. Arguments: story, version.
story_published = Signal()
#: A story was taken off the paper. Arguments: story, version.
story_taken_down = Signal()
#: Something that readers see has changed: a story, front, section, masthead, byline, topic,
#: agency, correction or picture. Arguments: paper (a Site, or None for all papers), touched (a
#: broadsheet.reads.Touched; left out: everything that is printed).
printed_matter_changed = Signal()
#: An editor begins a paper of one's own: whoever keeps demonstration things takes them away.
#: Argument: paper.
own_paper_begins = Signal()

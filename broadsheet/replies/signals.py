"""What the replies room tells the rooms above it, inside the transaction of the change."""

from django.dispatch import Signal

#: What readers see under a story has changed: a reply was accepted, or one that was accepted is
#: so no longer. Arguments: reply, paper, touched (a broadsheet.reads.Touched).
reply_changed = Signal()

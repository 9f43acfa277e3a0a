"""What the wire tells the rooms above it."""

from django.dispatch import Signal

#: A take was kept, inside the transaction that keeps it. Arguments: take.
take_kept = Signal()
#: A delivery could not be read and lies in quarantine. Arguments: delivery.
delivery_quarantined = Signal()
#: The copy desk has read a take, inside the transaction that writes what it found. Arguments:
#: take, reading (a TakeReading).
take_read = Signal()
#: A wire has fallen silent, once each time, inside the transaction that remembers it. Arguments:
#: wire, last (when its last take came; None when there was none).
wire_silent = Signal()
#: It brings takes again, or is no longer watched. Arguments: wire.
wire_back = Signal()
#: An editor has split or joined threads, or taken that back, inside the transaction that does it.
#: Arguments: threads (those that it touched, as they are now).
threads_changed = Signal()

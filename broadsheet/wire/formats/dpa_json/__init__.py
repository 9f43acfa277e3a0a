"""dpa digitalwires, JSON."""

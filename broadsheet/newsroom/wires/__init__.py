"""The wires and how they stand, setting them up, and what could not be read."""

"""Atom 1.0 and its draft 0.3."""

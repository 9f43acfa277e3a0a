"""The copy desk reads what comes over the wires, from a queue, after it has been kept."""

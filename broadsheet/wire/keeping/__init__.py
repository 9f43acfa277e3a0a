"""Taking in what a wire brings: kept whole first, then read, then put in its thread."""

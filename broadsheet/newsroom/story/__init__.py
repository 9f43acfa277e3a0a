"""The desk of one story, and what an editor does there."""

"""The queue of replies."""

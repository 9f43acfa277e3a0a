"""From pasted copy to a story, in two screens."""

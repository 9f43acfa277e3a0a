"""Which takes tell the same news: what they are compared by, and why they belong together."""

"""Plain text, as somebody typed or pasted it."""

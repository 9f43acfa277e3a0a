"""The wire room: threads as they come in, and what is made of them."""

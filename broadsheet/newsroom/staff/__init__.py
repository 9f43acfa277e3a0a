"""Who works here, and as what."""

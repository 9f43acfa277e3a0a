"""AP Media API, JSON."""

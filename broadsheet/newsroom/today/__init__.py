"""Today: the newsroom's first screen."""

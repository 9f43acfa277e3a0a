"""ANPA 1312, the high-speed wire service transmission guideline, as AP and others send it."""

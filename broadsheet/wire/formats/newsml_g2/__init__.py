"""NewsML-G2 2.x (IPTC)."""

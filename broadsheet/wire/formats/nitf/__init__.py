"""NITF 2.x and 3.x, the News Industry Text Format (IPTC)."""

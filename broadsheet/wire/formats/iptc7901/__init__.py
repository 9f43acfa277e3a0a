"""IPTC 7901, the text transmission format of 1979, as it is still sent."""

"""Rules: what becomes of takes without anybody's hand."""

"""Agencies' second thoughts: kills and embargoes in red, updates and corrections to be merged."""

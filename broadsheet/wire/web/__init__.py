"""Addresses at which takes are brought to us: by agencies, and by hubs."""

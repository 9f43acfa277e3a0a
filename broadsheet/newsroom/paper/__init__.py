"""The paper itself: its masthead, its sections, and starting one's own."""

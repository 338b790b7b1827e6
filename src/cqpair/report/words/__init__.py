"""A report in words: its sections, phrases and texts."""

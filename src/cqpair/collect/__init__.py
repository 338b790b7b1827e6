"""Collecting: templates out, returns in, who has reported. What is kept is flat and diffable."""

"""A record of something done, and the file it stands in."""

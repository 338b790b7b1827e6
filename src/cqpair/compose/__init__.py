"""Answers and reports into documents: what is said, before anyone decides how it looks."""

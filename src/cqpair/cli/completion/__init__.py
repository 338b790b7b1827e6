"""Completion in shells: their scripts, and what they are told when a person presses Tab."""

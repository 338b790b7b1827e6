"""What a unit, a pairing, a task area and an activity are."""

"""What people write in a data folder beside records: units, pairings, areas, remarks, settings."""

"""A made-up year of records, for a first look at reports. Nothing in it is real."""

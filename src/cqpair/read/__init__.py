"""Files into strings that know their place. One module a format."""

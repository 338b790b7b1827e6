"""Documents, tables and problems as bytes or text. One module a format."""

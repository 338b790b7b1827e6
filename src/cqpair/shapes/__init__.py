"""The shapes that scripts rely on, declared once as pydantic models.

The models make the output and their schemas describe it, so neither can drift. pydantic is
imported with a shape only, so by nothing but `--format json`.
"""

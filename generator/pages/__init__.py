"""What each page of the site shows: pure functions from the catalogue to a template's context.

HTML is the templates' (site/theme/), charts are drawn by `charts`, files are written by `output`.
"""

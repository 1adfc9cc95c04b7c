"""Charts as numbers: pure functions from figures to the geometry that the theme draws as SVG.

Lengths and places are SVG attributes in per cent, so that a chart fills any width while its text
keeps its size. Words, colours and markup are the theme's.
"""

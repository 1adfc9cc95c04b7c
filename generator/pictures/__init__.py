"""Pictures that the site draws itself, and photos made smaller. The only doorway to Pillow. Pure.

What a drawn picture says is decided by `pages`, where it lies by `parts`.
"""

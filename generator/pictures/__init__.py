"""Pictures that the site draws itself. The only doorway to Pillow. Pure: fonts come in, PNG goes out.

What a picture says is decided by `pages`, where it lies by `parts`.
"""

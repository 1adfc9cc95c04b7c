"""What the product does, one module a command: each reads like a table of contents."""

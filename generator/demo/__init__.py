"""Synthetic catalogues: made-up unions and innovations that keep today's rules, for tests of scale."""

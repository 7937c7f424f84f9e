"""A journal as a site."""

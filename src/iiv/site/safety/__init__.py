"""What may stand in a page, and whether a site is private."""

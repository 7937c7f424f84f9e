"""What other programs and people wrote, as people and talks of a journal: read, planned, then written."""

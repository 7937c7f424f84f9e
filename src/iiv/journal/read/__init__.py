"""A folder on disk to the journal that it holds."""

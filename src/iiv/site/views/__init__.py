"""What the pages show, worked out from a journal: pure functions to frozen values."""

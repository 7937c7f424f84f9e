"""Changes to notes: one line or value more, and every other byte as it was."""

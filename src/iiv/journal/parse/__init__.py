"""Text of notes to values."""

"""A recorded talk, as other programs write it down, to the note of that talk."""

"""The rules of the method: pure functions of a journal."""

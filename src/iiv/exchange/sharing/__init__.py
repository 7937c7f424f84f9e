"""A journal without the names in it: who is hidden, behind which words, and what may be left."""

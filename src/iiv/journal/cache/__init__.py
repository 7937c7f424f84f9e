"""What iiv keeps between runs, in the workspace of a journal."""

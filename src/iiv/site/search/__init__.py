"""What the search of a site holds, and the scripts in which a browser gets it."""

"""What a journal is: its values, how they are read and how they are edited."""

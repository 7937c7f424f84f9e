"""Numbers of one's own journey: counted from the notes, never from the day."""

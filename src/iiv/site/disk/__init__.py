"""How a site and its workspace stand on disk."""

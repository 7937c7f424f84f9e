"""The site over HTTP, on this machine only."""

"""What stands in notes, from Markdown to HTML."""

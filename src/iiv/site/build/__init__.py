"""What is made, kept, published and exported."""

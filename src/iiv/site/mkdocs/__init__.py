"""MkDocs and its theme: the only rooms that know them."""

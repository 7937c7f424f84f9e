"""What each page may show, as one frozen value: gathered from the journal, and the page's one key."""

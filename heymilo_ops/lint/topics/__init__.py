"""What an employer may not ask or score: topics, how each language speaks of them, and how a text is read for them."""

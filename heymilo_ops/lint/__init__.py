"""Rules over desired postings. Pure: time and law come in as values."""

"""Turns plans and results, which are data, into documents and words for people."""

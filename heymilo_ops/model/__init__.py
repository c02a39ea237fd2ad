"""The nouns: postings, manifests, desired, live and state. Frozen, no I/O."""

"""Pure words: sentences, similarity, word diff, SMS segments, minutes."""

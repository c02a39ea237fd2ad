"""Pure functions of text: sanitizing, widths, sentences, similarity, word diffs, SMS segments, minutes."""

"""The edge to the state: a folder today, the same five verbs elsewhere."""

"""The edge to YAML: files → Desired, with places for every value."""

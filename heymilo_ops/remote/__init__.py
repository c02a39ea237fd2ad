"""The edge to HTTP: the only room that knows a URL."""

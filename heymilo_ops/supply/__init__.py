"""Where this tool came from, and what a CI job installs to get the same."""

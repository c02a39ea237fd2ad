"""git, run so that nothing a branch brings is obeyed: which repository holds a folder, and every call of git."""

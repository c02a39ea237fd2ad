"""One file a command; the sequence of stages is visible here and nowhere else."""

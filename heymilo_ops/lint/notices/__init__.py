"""What candidates have to be told before they are recorded, scored or rejected, in several languages."""

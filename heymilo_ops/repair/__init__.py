"""Repair a state that was lost, is stale, or has to be changed by hand."""

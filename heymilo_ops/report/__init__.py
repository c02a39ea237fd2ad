"""Render findings, plans, outcomes and events for a terminal, a log and programs."""

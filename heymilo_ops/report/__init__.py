"""Findings, plans, outcomes and events → words."""

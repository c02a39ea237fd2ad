"""Plan → Outcomes, with an event for each step."""

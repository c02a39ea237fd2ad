"""(Desired, Live, State, now) → Plan. Pure."""

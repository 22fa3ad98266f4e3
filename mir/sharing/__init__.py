"""Results that a service shares with commissioners: what they see, for how long, and side by side."""

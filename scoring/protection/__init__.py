"""What may be told: thresholds, an attacker, what else to hide, and what was told before."""

"""One service's scorecard: every voice through the gate, with the words to print."""

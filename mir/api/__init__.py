"""What other programs may read: an organisation’s results, as JSON, with a key that can be taken back."""

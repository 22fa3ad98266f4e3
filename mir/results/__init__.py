"""What the answers of a closed round mean, on screen."""

"""What can be typed after “mir”, a subject in each file."""

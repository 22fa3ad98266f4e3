"""Files that people wrote, read with their lines, and refused in plain sentences."""

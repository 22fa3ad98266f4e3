"""A round at the desk: opened, handed out, written to people about, watched, and made longer."""

"""A made-up pair of organisations with rounds to look at: nobody in it is real."""

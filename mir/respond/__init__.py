"""A person's answers: from the first page to a sealed sheet."""

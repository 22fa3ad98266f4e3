"""Every kind of question: its form, what was typed, what that means, and how it is told again."""

"""Choosing together: from what people said to two or three priorities, agreed by those in the room."""

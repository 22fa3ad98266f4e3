"""Somebody is worried or not safe: whom to call, and a message that only one named person reads."""

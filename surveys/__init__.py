"""What we ask: frameworks, surveys and editions, as frozen values without any site around them."""

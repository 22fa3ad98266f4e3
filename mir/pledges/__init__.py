"""“You said, we did”: what changed because of what people said, once somebody has let it out."""

"""The site: what people open in a browser and what an operator types."""

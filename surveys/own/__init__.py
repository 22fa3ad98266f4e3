"""A survey's own questions and sections: as an author writes them, and as an edition keeps them."""

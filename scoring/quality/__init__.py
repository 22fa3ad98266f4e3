"""How well the questions measure. For the owner of a survey, never for one service."""

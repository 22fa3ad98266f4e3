"""Made-up people who walk through a survey before anybody is asked, and all the ways through it."""

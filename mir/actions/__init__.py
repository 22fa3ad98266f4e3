"""What is done because of what people said: actions with an owner and a date, and pledges made of them."""

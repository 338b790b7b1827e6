"""Who pairs with whom, and the lists: the answers to questions."""

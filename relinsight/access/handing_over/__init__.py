"""How a verb has its work done by the program that has the city open: calls on the owner's door, over a line on this machine."""

"""What all rooms speak: the request, a message, a name and money."""

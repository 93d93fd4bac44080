"""What is left is written, and nothing that was there may lead nowhere."""

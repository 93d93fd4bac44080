"""The kinds of pictures, each as data: its typed rows, their order and what it emphasises, but neither colour nor pixel."""

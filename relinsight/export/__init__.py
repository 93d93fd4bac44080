"""An insight as a file or a figure, one module a format."""

"""The catalogues, and what turns a text into a sentence."""

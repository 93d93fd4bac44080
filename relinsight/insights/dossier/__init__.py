"""The exhibits of one partner's dossier."""

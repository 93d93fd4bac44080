"""How much two names of organisations are alike, and which of many known names a name may mean."""

"""Strategic relationship insight for a city and its partners."""

"""Read calendars (.ics): each meeting that was held becomes a row of a contact moment."""

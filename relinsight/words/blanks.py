"""What parts words or shows nothing: every sign that is a blank to a reader of a file."""

from __future__ import annotations

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
WIDE_BLANKS = "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
PARTING = f" \t\r\n\v\f\u001a{WIDE_BLANKS}"
BLANKS = f"{PARTING}{INVISIBLE}"

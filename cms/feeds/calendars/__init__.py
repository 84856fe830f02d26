"""iCalendar (RFC 5545, with the names and refresh times of RFC 7986)."""

"""What happens to translations, for whoever wants to tell people about it. Sent within the transaction that does it."""

from django.dispatch import Signal

assigned = Signal()
"""`assignment`, `user`: somebody was given a target to translate (or other dates or notes for it)."""

source_changed = Signal()
"""`translation_key`, `locales` (ids), `user`: these targets were handed a new text of their source."""

handed_in = Signal()
"""`translation`, `user`: a complete translation waits for its moderators, or (without a workflow) for a publisher."""

translation_published = Signal()
"""`translation`, `user`: readers have it from now on."""

release_refused = Signal()
"""`release`: its time came, and a member was not ready."""

commented = Signal()
"""`comment`: somebody wrote an entry in a thread."""

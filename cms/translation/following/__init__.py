"""What becomes of translations when something happens to their source: moved, unpublished, deleted, renamed.

`watching` notices it, whichever way it was done; the site's `FollowPolicy` says who decides; `affected` knows which
targets it concerns and what keeps them from following; `operations.follow_source` does it.
"""

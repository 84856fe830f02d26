"""The public site: published documents rendered as HTML."""

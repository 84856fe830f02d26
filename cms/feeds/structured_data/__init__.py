"""What pages say of their works in schema.org's words (JSON-LD)."""

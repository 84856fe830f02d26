"""An optional memory of finished API answers before Django. It is never wrong by a single publish: see `door`."""

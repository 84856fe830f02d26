"""Content in any quantity, for trying out how a full newsroom behaves: always the same for the same seed."""

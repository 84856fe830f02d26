"""Press releases, solidarity letters and conference reports."""

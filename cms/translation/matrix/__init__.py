"""The matrix: every work in every language, how far it is and whose turn it is."""

"""Parts of edition documents that several content types share."""

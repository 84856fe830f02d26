"""What all content types share."""

"""What wagtail-localize lacks to be safe, who may translate what, and how true each edition's language is."""

"""The library in Wagtail's admin: lists, forms, choosers."""

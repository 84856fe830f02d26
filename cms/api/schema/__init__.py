"""The OpenAPI 3.1 description, made from the same declarations that requests are answered by."""

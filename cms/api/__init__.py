"""The HTTP face of editions: negotiation, filters, pagination, errors, caching, schema.

Content apps declare their endpoints in their own `api.py` (see `cms.api.collections`).
"""

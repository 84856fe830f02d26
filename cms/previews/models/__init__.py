from .preview_grant import PreviewGrant

__all__ = ["PreviewGrant"]

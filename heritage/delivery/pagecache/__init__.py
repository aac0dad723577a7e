"""The page cache: what an anonymous visitor was given is kept and given again, while it is true."""

from .middleware import PageCacheMiddleware

__all__ = ["PageCacheMiddleware"]

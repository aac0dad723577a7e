"""The caches: Redis where CACHE_URL names one, else what one machine has of itself."""

from . import env

REDIS = "django.core.cache.backends.redis.RedisCache"
LOCAL = "django.core.cache.backends.locmem.LocMemCache"
FILES = "heritage.delivery.counter.FileCounter"


def _cache(name: str, **embedded) -> dict:
    url = env.text("CACHE_URL")
    return {"BACKEND": REDIS, "LOCATION": url, "KEY_PREFIX": name} if url else embedded


CACHES = {
    "default": _cache("default", BACKEND=LOCAL),
    # Compressed pages, some 8 KB each; one such cache in each worker.
    "pages": _cache("pages", BACKEND=LOCAL, LOCATION="pages", OPTIONS={"MAX_ENTRIES": 4000}),
    # Counts of failed sign-ins, under hashed names. In files, so that workers count together.
    "sign_in": _cache("sign_in", BACKEND=FILES, LOCATION=str(env.folder("QILOU_DATA") / "sign-in")),
}
# How long a page may be given again, even if nothing was seen to change.
PAGE_CACHE_SECONDS = 600

from django.db import models


class Generation(models.Model):
    """One row: a token that is replaced whenever something a visitor may see has changed.

    It is part of every page cache key. It lives in the database, and not in the cache or in a file,
    because the database is what all workers, servers and commands share in every deployment.
    """

    token = models.CharField(max_length=32)

    class Meta:
        verbose_name = "generation"

    def __str__(self) -> str:
        return self.token

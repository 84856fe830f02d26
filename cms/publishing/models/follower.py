from django.db import models


class Follower(models.Model):
    """How far one reader of the log has come. See `cms.publishing.followers`."""

    name = models.CharField(max_length=60, primary_key=True)
    cursor = models.BigIntegerField(default=0)
    """Id of the last change it has dealt with."""
    moved_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    """Failures in a row since the cursor last moved."""
    failure = models.TextField(blank=True)
    """Why the last attempt failed; empty when it went well."""
    retry_at = models.DateTimeField(null=True, blank=True)
    """After a failure: the worker leaves it alone until then."""
    leased_until = models.DateTimeField(null=True, blank=True)
    """Until then one process has it to itself. See `RemoteFollower`."""

    def __str__(self) -> str:
        return f"{self.name} at {self.cursor}"

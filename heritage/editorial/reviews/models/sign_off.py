from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState


class SignOff(models.Model):
    """What has been signed off and waits for its day; gone once public, withdrawn or reopened."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="sign_off")
    round = models.ForeignKey(WorkflowState, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("sign-off that waits for its day")
        verbose_name_plural = _("sign-offs that wait for their day")

    def __str__(self) -> str:
        return f"{self.page_id} · {self.revision_id}"

from wagtail.admin.forms import WagtailAdminPageForm

SCHEDULE = ("go_live_at", "expire_at")


class BoundedPageForm(WagtailAdminPageForm):
    """A page's form within its neighbourhood's boundaries, whatever is sent to it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user is not None and not self.may_schedule():
            for name in SCHEDULE:
                if name in self.fields:
                    # Django then keeps what is stored, and says nothing.
                    self.fields[name].disabled = True

    def may_schedule(self) -> bool:
        """Whether who fills it in may say when the page is public."""
        if self.instance.pk:
            return self.instance.permissions_for_user(self.for_user).can_schedule()
        if self.parent_page is None:
            return True
        return self.parent_page.permissions_for_user(self.for_user).can_schedule_subpage()

    def is_valid(self) -> bool:
        """Wagtail's answer; then nothing that is another neighbourhood's may be named newly."""
        is_valid = super().is_valid()
        if not is_valid or self.for_user is None or self.for_user.is_superuser:
            return is_valid
        # Imported late: pages' models load this form, and the policies want them loaded.
        from .borrowing import check_references

        return check_references(self, self.for_user)

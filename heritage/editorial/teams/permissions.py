"""What somebody may do with a page here. Taught to Wagtail's own `Page` in `boundaries.install`."""

from wagtail.models.pages import PagePermissionTester

from .asking import holds
from .boundaries.ground import ground_of, reads_everything
from .roles import CityRole

# What a group of those who only read may have been granted beside reading, and keeps.
READERS_KEEP = {CityRole.PUBLISHER: {"publish"}}


class StoryPermissionTester(PagePermissionTester):
    """Wagtail's rules within the lines that teams draw.

    Behind a line nobody publishes, withdraws, schedules, reorders or closes off directly but a
    superuser: the end of the three reviews publishes. Nobody edits there by what was granted
    above the line but the city's own roles. Those who read everything change nothing.
    """

    def __init__(self, user, page):
        super().__init__(user, page)
        if hasattr(self, "permissions"):
            self.permissions = self._reaching()

    def _reaching(self) -> set[str]:
        """The actions of `permissions` that hold at this page."""
        path = self.page.path
        ground = ground_of(self.user)
        actions = set()
        for grant in self.permission_policy.get_cached_permissions_for_user(self.user):
            if ground.reaches(grant, path, ground.pages):
                action = grant.permission.codename.rsplit("_", maxsplit=1)[0]
                role = ground.city_groups.get(grant.group_id)
                if not ground.only_reads(grant.group_id) or action in READERS_KEEP.get(role, ()):
                    actions.add(action)
        return actions - {"publish"} if ground.pages.above(path) else actions

    def can_read(self) -> bool:
        """Whether somebody may see the draft, the history and who wrote what."""
        if not self.user.is_active or self.page_is_root:
            return False
        return self.can_edit() or self.can_publish() or reads_everything(self.user)

    def can_schedule(self) -> bool:
        """Whether somebody may say when the page goes public, and when it ends."""
        if self.can_publish():
            return True
        return self.can_edit() and holds(self.user, CityRole.PUBLISHER)

    def can_schedule_subpage(self) -> bool:
        """The same for a page that is being made below this one."""
        return self.can_publish_subpage() or holds(self.user, CityRole.PUBLISHER)

    def can_view_revisions(self):
        return super().can_view_revisions() and self.can_read()

    def can_submit_for_moderation(self):
        return self.can_edit() and super().can_submit_for_moderation()

    def can_unlock(self):
        # Wagtail lets whoever locked a page unlock it, also after they have left.
        return super().can_unlock() and (self.can_read() or "unlock" in self._permissions())

    def _permissions(self) -> set[str]:
        """Those of a superuser and of who may not sign in are not read from the database."""
        return getattr(self, "permissions", set())

from django.conf import settings
from django.core.management.base import BaseCommand

from home.demo import accounts, city, team


class Command(BaseCommand):
    help = "Load the demo city of Guangzhou. Safe to run again: what is there is left alone."

    def handle(self, *args, **options):
        made = city.load(self.stdout.write)
        its_team = team.found_team()
        if settings.DEBUG:
            for name, password in accounts.open_accounts(its_team):
                self.stdout.write(f"sign in at /admin/ as {name} with {password}")
        self.stdout.write(
            self.style.SUCCESS(
                f"{made} pages made." if made else "Everything is there; nothing changed."
            )
        )

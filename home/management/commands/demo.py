from django.core.management.base import BaseCommand

from home.demo import city


class Command(BaseCommand):
    help = "Load the demo city of Guangzhou. Safe to run again: what is there is left alone."

    def handle(self, *args, **options):
        made = city.load(self.stdout.write)
        self.stdout.write(
            self.style.SUCCESS(
                f"{made} pages made." if made else "Everything is there; nothing changed."
            )
        )

from django.core.management.base import BaseCommand

from heritage.plaques.scans.folding import fold


class Command(BaseCommand):
    help = (
        "Add the scans that wait in this server's journals to the counts. A running server does "
        "so by itself every second; this is for cron, and after a server was stopped for good."
    )

    def handle(self, **options):
        counted = fold()
        if counted is None:
            self.stdout.write("Somebody else is folding at this moment; nothing to do.")
        else:
            self.stdout.write(f"{counted} scans counted.")

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from heritage.editorial.signin.factors import factor_reset


class Command(BaseCommand):
    help = "Takes somebody's lost phone and recovery codes away, so that they can set up another."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        people = get_user_model()
        try:
            person = people.objects.get_by_natural_key(username)
        except people.DoesNotExist as error:
            raise CommandError(f"There is nobody with the user name {username!r}.") from error
        had_one = factor_reset(user=person)
        self.stdout.write(
            f"{username}: phone and recovery codes taken off; the next sign-in sets up another."
            if had_one
            else f"{username} had none."
        )

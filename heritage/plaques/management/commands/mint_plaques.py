from difflib import get_close_matches

from django.core.management.base import BaseCommand, CommandError

from heritage.plaques.models import Plaque
from heritage.plaques.standing import neighbourhoods

MOST = 10_000


class Command(BaseCommand):
    help = (
        "Mint plaques that point nowhere yet, and print their codes, one a line. "
        "They can be printed and carried to the wall before anyone knows what they will tell."
    )

    def add_arguments(self, parser):
        parser.add_argument("count", metavar="N", type=int, help=f"how many, 1 to {MOST}")
        parser.add_argument(
            "--neighbourhood",
            metavar="SLUG",
            help="the neighbourhood they are meant for; visitors read of it until they are bound",
        )

    def handle(self, *, count, neighbourhood, **options):
        if not 1 <= count <= MOST:
            raise CommandError(f"{count} plaques? Between 1 and {MOST} can be minted at once.")
        key = neighbourhood_key(neighbourhood) if neighbourhood else None
        plaques = Plaque.objects.mint(count, neighbourhood_key=key, note="mint_plaques")
        for plaque in plaques:
            self.stdout.write(plaque.code)
        self.stderr.write(f"{count} minted.")


def neighbourhood_key(slug: str):
    """The translation key of the neighbourhood with this slug; CommandError where there is none."""
    keys = dict(neighbourhoods().values_list("slug", "translation_key"))
    if slug not in keys:
        near = get_close_matches(slug, keys, n=3) or sorted(keys)[:8]
        raise CommandError(
            f"There is no neighbourhood “{slug}”. "
            + (f"Did you mean: {', '.join(near)}?" if near else "The site has none yet.")
        )
    return keys[slug]

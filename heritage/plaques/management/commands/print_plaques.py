from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from heritage.plaques.management.commands.mint_plaques import neighbourhood_key
from heritage.plaques.models import Plaque
from heritage.plaques.printing.layouts import LAYOUTS, LayoutName, PrintingError
from heritage.plaques.printing.services import (
    FORMS,
    plaques_mark_printed,
    plaques_to_print,
    plates_print,
)


class Command(BaseCommand):
    help = (
        "Print plaques: sheets to cut out as PDF, or each plate alone as SVG or PNG in a ZIP with "
        "a list. Refuses a plate that is too small for its reading distance."
    )

    def add_arguments(self, parser):
        parser.add_argument("--neighbourhood", metavar="SLUG", help="only this neighbourhood's")
        parser.add_argument(
            "--status", choices=Plaque.Status.values, default="", help="only those in this state"
        )
        layouts = ", ".join(f"{name} ({layout.title})" for name, layout in LAYOUTS.items())
        parser.add_argument(
            "--layout", choices=list(LayoutName), default=LayoutName.STICKERS, help=layouts
        )
        parser.add_argument(
            "--distance", metavar="METRES", type=float, help="how far off a phone reads it"
        )
        parser.add_argument("--format", choices=FORMS, help="svg and png come as a ZIP")
        parser.add_argument("--zip", action="store_true", help="the same as --format svg")
        parser.add_argument("--erected-by", default="", help="statutory: who puts the markers up")
        parser.add_argument("--erected-on", default="", help="statutory: the day, as it is cut")
        parser.add_argument("--out", metavar="FILE", required=True, help="the file to write")
        parser.add_argument(
            "--mark-printed", action="store_true", help="then set minted plaques to printed"
        )

    def handle(self, *, neighbourhood, status, layout, distance, out, mark_printed, **options):
        if distance is not None and not 0 < distance <= 100:
            raise CommandError(f"{distance:g} metres? A plaque is read from up to 100 m.")
        form = options["format"] or ("svg" if options["zip"] else "pdf")
        key = neighbourhood_key(neighbourhood) if neighbourhood else None
        plaques = plaques_to_print(neighbourhood_key=key, status=status)
        put_up = {name: options[name] for name in ("erected_by", "erected_on")}
        try:
            printed = plates_print(
                plaques=plaques, layout=layout, form=form, metres=distance, **put_up
            )
        except PrintingError as error:
            raise CommandError(str(error)) from error
        write(Path(out), printed.content)
        self.stdout.write(f"{len(printed.plaques)} plaques in {out}.")
        if mark_printed:
            count = plaques_mark_printed(plaques=printed.plaques, note=f"print_plaques {layout}")
            self.stdout.write(f"{count} set to printed.")


def write(path: Path, content: bytes) -> None:
    """Write a file; CommandError where that cannot be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error

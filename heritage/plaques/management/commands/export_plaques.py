import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from heritage.plaques.carrying import register_take_out


class Command(BaseCommand):
    help = (
        "Write the register of plaques to a JSON file: every code with what it points at, how it "
        "hangs, its history and inspections. import_plaques reads it on another installation. "
        "Photographs are not in it."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.json", type=Path)

    def handle(self, *, file, **options):
        register = register_take_out()
        text = json.dumps(register, ensure_ascii=False, indent=1)
        try:
            file.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{len(register['plaques'])} plaques written to {file}.")

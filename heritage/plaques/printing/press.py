"""Runs Typst in a process of its own: `python press.py < job.json`.

Typst keeps what it has laid out until its process ends, half a megabyte for a plate. A web server's
worker would never get that back, so the work is done beside it, a part of the batch at a time. This
file knows no Django; the job says everything.
"""

import json
import sys

import typst


def main() -> None:
    job = json.load(sys.stdin)
    fonts = typst.Fonts(
        include_system_fonts=False,  # a sheet is the same wherever it is printed
        include_embedded_fonts=True,  # the code is set in Typst's DejaVu Sans Mono
        font_paths=job["fonts"],
    )
    typst.compile(
        job["template"],
        output=job["output"],
        root=job["root"],
        font_paths=fonts,
        ignore_system_fonts=True,
        format=job["form"],
        ppi=job["dpi"],
        pdf_tags=False,  # for a printing press, not for a reader; half the memory
        sys_inputs={"sheet": json.dumps(job["sheet"], ensure_ascii=False)},
    )


if __name__ == "__main__":
    main()

"""Plaques on paper and enamel: sheets to cut, plates for the sign-maker, markers the law asks for.

Typst sets the pages; it and its Chinese type are extras that `make printing` installs (see
`extras`). Rooms above tell what stands on a plate through `facts.register_plate_facts`.
"""

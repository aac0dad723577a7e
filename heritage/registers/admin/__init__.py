"""“Registers” in the admin: files brought in and taken back, registers and packages out."""

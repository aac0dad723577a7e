"""The register of plaques in the admin."""

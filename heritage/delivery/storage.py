from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Static files under names that carry their content's hash, ES-module imports included."""

    support_js_module_import_aggregation = True

"""Static files with hashed names, also inside ES modules."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Rewrites `import` paths in our modules, so that a new release is never half old."""

    support_js_module_import_aggregation = True

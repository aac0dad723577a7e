from django.db import migrations


class TitleAndBodyIndex(migrations.RunSQL):
    """The GIN index on title and body together that modelsearch's PostgreSQL queries expect, and
    that no migration of its own creates. Other databases have no use for it.
    """

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):
    dependencies = [("wagtailsearch", "0010_add_text_fields")]

    operations = [
        TitleAndBodyIndex(
            sql="CREATE INDEX IF NOT EXISTS qilou_title_body_gin "
            "ON wagtailsearch_indexentry USING gin ((title || body))",
            reverse_sql="DROP INDEX IF EXISTS qilou_title_body_gin",
        )
    ]

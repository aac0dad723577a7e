"""One home page for each language, in place of Wagtail's welcome page, which owns the slug `home`."""

import uuid

from django.db import migrations

DOORS = [("zh-hans", "骑楼"), ("zh-hant", "騎樓"), ("en", "Qilou")]


def open_doors(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("home", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")
    home_type, _ = ContentType.objects.get_or_create(model="homepage", app_label="home")
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    key = uuid.uuid4()
    doors = []
    for number, (code, title) in enumerate(DOORS, start=1):
        locale, _ = Locale.objects.get_or_create(language_code=code)
        doors.append(
            HomePage.objects.create(
                title=title,
                draft_title=title,
                slug=code,
                content_type=home_type,
                path=f"{root.path}{number:04d}",
                depth=2,
                numchild=0,
                url_path=f"/{code}/",
                locale=locale,
                translation_key=key,
                live=True,
            )
        )
    Page.objects.filter(pk=root.pk).update(numchild=len(doors))
    Site.objects.create(
        hostname="localhost", root_page_id=doors[0].pk, is_default_site=True, site_name="Qilou 骑楼"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(open_doors, migrations.RunPython.noop)]

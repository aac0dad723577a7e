"""What a production server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heritage.settings.base")
application = get_wsgi_application()

# Only once the apps are there.
from heritage.editorial.timetable.keeper import keeper  # noqa: E402 - see above

keeper.start()

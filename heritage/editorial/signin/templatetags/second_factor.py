from django import template
from django.conf import settings

from ..asking import may_reset
from ..factors import phone_of

register = template.Library()


@register.inclusion_tag("signin/lost_phone.html", takes_context=True)
def lost_phone(context, person) -> dict:
    """A button for whoever may take this person's phone off; nothing where there is none."""
    request = context["request"]
    shown = settings.SECOND_FACTOR and may_reset(request.user, person) and phone_of(person)
    return {"person": person if shown else None, "here": request.path}

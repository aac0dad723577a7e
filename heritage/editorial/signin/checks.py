from django.conf import settings
from django.core.checks import Tags, Warning, register


@register(Tags.security, deploy=True)
def second_factor_is_on(**_options):
    """`check --deploy` warns where a stolen password is enough to publish."""
    if settings.SECOND_FACTOR:
        return []
    return [
        Warning(
            "SECOND_FACTOR is off: a stolen password is enough to publish.",
            hint="Leave SECOND_FACTOR unset, or set it to 1.",
            id="signin.W001",
        )
    ]

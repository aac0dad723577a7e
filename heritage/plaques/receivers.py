from wagtail.signals import post_page_move

from .services import plaques_follow


def connect() -> None:
    post_page_move.connect(_on_move, dispatch_uid="plaques_follow")


def _on_move(sender, instance, **kwargs) -> None:
    plaques_follow(instance)

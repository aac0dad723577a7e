from wagtail.admin.panels import FieldPanel

from heritage.storytelling.editing import ReadingInput

from .understanding import understand_point


class PointInput(ReadingInput):
    """For pasted coordinates; what they mean hangs on the map they come from."""

    def __init__(self, attrs=None):
        super().__init__(understand_point, view_name="place_point", beside="datum", attrs=attrs)


class PointPanel(FieldPanel):
    """The coordinates of a place, with what they mean below."""

    def __init__(self, field_name: str = "point_entered", **kwargs):
        kwargs.setdefault("widget", PointInput)
        super().__init__(field_name, **kwargs)

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            if self.bound_field is not None:
                datum = self.form["datum"].value()
                self.bound_field.field.widget.understand = lambda text: understand_point(
                    text, datum
                )

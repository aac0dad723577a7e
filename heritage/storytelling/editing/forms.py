from heritage.editorial.teams.boundaries.forms import BoundedPageForm


class StoryForm(BoundedPageForm):
    """A story's form: the address may stay empty, the page makes its own when it is saved."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

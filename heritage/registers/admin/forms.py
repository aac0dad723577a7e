from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heritage.places.models import Located, NeighbourhoodPage

from ..columns import Mapping
from ..columns.list import COLUMNS
from ..columns.mapping import IGNORED
from ..models import SavedMapping
from ..planning.kinds import KINDS
from ..reading import ReadError, Register, register_open

ENCODINGS = [
    ("", gettext_lazy("found out by itself")),
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 / GBK / GB2312"),
    ("big5", "Big5"),
    ("shift_jis", "Shift-JIS"),
    ("cp1252", "Windows-1252"),
]
DATUMS = [("", gettext_lazy("as the file says, else WGS-84")), *Located.DATUMS]
SHOWN_SAMPLES = 3
MOST_NUMBERED = 4


class UploadForm(forms.Form):
    """A file, refused in words where it is no register."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or Excel (.xlsx), up to 40 MB and 50,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            register_open(file, name=file.name)
        except ReadError as error:
            raise forms.ValidationError(str(error)) from error
        return file


class ColumnsForm(forms.Form):
    """How a file is read: which header is which column, and what the file does not say itself."""

    into_id = forms.ModelChoiceField(
        NeighbourhoodPage.objects.none(),
        required=False,
        label=gettext_lazy("Neighbourhood"),
        empty_label=gettext_lazy("as the file says"),
        help_text=gettext_lazy("For rows that name none."),
    )
    datum = forms.ChoiceField(
        choices=DATUMS,
        required=False,
        label=gettext_lazy("Which map the coordinates come from"),
        help_text=gettext_lazy("The same numbers lie up to 600 m apart on different maps."),
    )
    kind = forms.ChoiceField(
        required=False,
        label=gettext_lazy("What the rows are"),
        help_text=gettext_lazy("Where the file does not say."),
    )
    encoding = forms.ChoiceField(
        choices=ENCODINGS,
        required=False,
        label=gettext_lazy("Encoding"),
        help_text=gettext_lazy("Change it where the samples below are not readable."),
    )
    sheet = forms.ChoiceField(required=False, label=gettext_lazy("Sheet"))
    anywhere = forms.BooleanField(
        required=False, label=gettext_lazy("Points may lie outside the city")
    )
    allow_similar = forms.BooleanField(
        required=False,
        label=gettext_lazy("Places that look alike are different ones"),
        help_text=gettext_lazy("Without it, rows that are possibly a page already are refused."),
    )
    file_wins = forms.BooleanField(
        required=False,
        label=gettext_lazy("Where page and file differ, the file is right"),
        help_text=gettext_lazy("Overwrites what editors have changed. Their versions stay."),
    )
    save_as = forms.CharField(
        max_length=120,
        required=False,
        label=gettext_lazy("Save these columns as"),
        help_text=gettext_lazy("For the next list of the same office, e.g. “荔湾区文物台账”."),
    )

    def __init__(self, *args, register: Register, mapping: Mapping, **kwargs):
        super().__init__(*args, **kwargs)
        self.register, self.mapping = register, mapping
        places = NeighbourhoodPage.objects.filter(locale__language_code="zh-hans")
        self.fields["into_id"].queryset = places.order_by("title")
        kinds = [(key, model._meta.verbose_name) for key, model in KINDS.items()]
        self.fields["kind"].choices = [("", _("as the file says, else landmarks")), *kinds]
        if register.sheets:
            del self.fields["encoding"]
            self.fields["sheet"].choices = [(name, name) for name in register.sheets]
            self.initial.setdefault("sheet", register.sheet)
        else:
            del self.fields["sheet"]
        choices = column_choices(mapping)
        for match in mapping.matches:
            self.fields[f"column_{match.index}"] = forms.ChoiceField(
                choices=choices,
                required=False,
                initial=match.word,
                label=match.header or _("(no header)"),
            )

    def columns(self) -> list[dict]:
        """What the table of columns shows of each."""
        return [
            {
                "match": match,
                "field": self[f"column_{match.index}"],
                "samples": self._samples(match.index),
                "rivals": ", ".join(match.rivals),
            }
            for match in self.mapping.matches
        ]

    def options_fields(self) -> list:
        return [self[name] for name in self.fields if not name.startswith("column_")]

    def words(self) -> dict[str, str]:
        """What was chosen, as `remap` takes it: by place, for headers may be there twice."""
        return {
            f"#{match.index + 1}": self.cleaned_data[f"column_{match.index}"] or IGNORED
            for match in self.mapping.matches
        }

    def options(self) -> dict:
        """What was chosen, as a record keeps it."""
        said = self.cleaned_data
        names = ("datum", "kind", "encoding", "sheet", "anywhere", "allow_similar", "file_wins")
        into = said["into_id"]
        return {"into_id": into.pk if into else None} | {name: said.get(name, "") for name in names}

    def _samples(self, index: int) -> list[str]:
        cells = (row[index] for row in self.register.samples if index < len(row))
        return [cell[:60] for cell in dict.fromkeys(cells) if cell.strip()][:SHOWN_SAMPLES]


class SavedForm(forms.Form):
    """The columns of an earlier list of the same office."""

    saved = forms.ModelChoiceField(
        SavedMapping.objects.all(),
        label=gettext_lazy("Columns as in an earlier list"),
        to_field_name="name",
    )


class ScopeForm(forms.Form):
    """What is to be written of a file that was checked."""

    scope = forms.ChoiceField(choices=[("good", ""), ("all", "")])


def column_choices(mapping: Mapping) -> list[tuple[str, str]]:
    """Every column that a header may be, with as many numbered ones as the file could need."""
    numbers = max([MOST_NUMBERED, *(match.number for match in mapping.matches)])
    choices = [(IGNORED, _("– not used, only kept –"))]
    for column in COLUMNS:
        choices.append((column.key, str(column.label)))
        if column.is_numbered:
            choices += [
                (f"{column.key}_{number}", f"{column.label} {number}")
                for number in range(2, numbers + 1)
            ]
    return choices

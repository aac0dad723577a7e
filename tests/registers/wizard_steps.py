"""The steps of the wizard, as an operator's browser takes them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from heritage.registers.models import RegisterImport

LIST = (
    "名称,所在社区,地址,级别,经度,纬度,坐标系\n"
    "陈家祠,恩宁路,恩龙里34号,全国重点文物保护单位,113.2405,23.1258,WGS-84\n"
    "詹天佑故居,恩宁路,十二甫西街芽菜巷42号,市级文物保护单位,113.2352,23.1169,WGS-84\n"
)
BAD = LIST + "锦纶会馆,恩宁路,康王南路289号,市级文物保护单位,23.1213,113.2401,WGS-84\n"


def upload(client, text=LIST, name="名录.csv"):
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    return client.post(reverse("registers:new"), {"file": file})


def record() -> RegisterImport:
    return RegisterImport.objects.latest("pk")


def at(screen, one=None) -> str:
    return reverse(f"registers:{screen}", args=[(one or record()).pk])


def columns(client, **said):
    """Send the form of columns as it was shown, with what is said otherwise."""
    form = client.get(at("columns")).context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    for name in ("anywhere", "allow_similar", "file_wins"):
        if not data[name]:
            del data[name]
    return client.post(at("columns"), data | said)


def checked(client, text=LIST, **said):
    upload(client, text)
    return columns(client, **said)

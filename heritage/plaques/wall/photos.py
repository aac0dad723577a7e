from wagtail.models import Collection

from heritage.archive.models import Picture

from ..models import Plaque

# Apart from what stories are illustrated with: a chooser full of plates helps nobody.
COLLECTION = "门牌照片 · Plaque photographs"


def photo_kept(*, file, plaque: Plaque, by) -> Picture:
    """Keep a photograph of a plaque in its place; `file` came through a PictureUploadField."""
    picture = Picture(
        title=f"{plaque.code} {plaque.label}".strip(),
        file=file,
        collection=photographs_collection(),
        uploaded_by_user=by,
        credit=by.get_full_name() or by.get_username(),
        date_text=getattr(file, "taken", ""),
    )
    picture.file_size = file.size
    picture.save()
    return picture


def photographs_collection() -> Collection:
    """Where photographs of plaques lie."""
    found = Collection.objects.filter(name=COLLECTION).first()
    return found or Collection.get_first_root_node().add_child(name=COLLECTION)

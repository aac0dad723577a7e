"""Who may what with pictures, documents and recordings of 恩宁路's collection."""

from .rows import CITY, ENTER, NOBODY, READ, ROOT, WRITE, do, see

# Those who may add something somewhere.
ADD = ENTER - {"reviewer", "publisher", "auditor"}
PICTURE = {"title": "改名", "origin": "photograph", "collection": "{collection}"}
PICTURES = [
    see("list pictures", "/admin/images/?q=图", ADD),
    see("edit a picture", "/admin/images/{picture}/", WRITE),
    do("save a picture", "/admin/images/{picture}/", WRITE, PICTURE),
    do("delete a picture", "/admin/images/{picture}/delete/", WRITE),
    see("where a picture is used", "/admin/images/usage/{picture}/", WRITE),
    see("choose a picture", "/admin/images/chooser/", ENTER),
    see("search for a picture to choose", "/admin/images/chooser/results/?q=图", ENTER),
    see("choose a picture by number", "/admin/images/chooser/chosen/{picture}/", READ),
    see("choose pictures by number", "/admin/images/chooser/chosen-multiple/?id={picture}", READ),
    see("put a picture into text", "/admin/images/chooser/{picture}/select_format/", READ),
    do("delete many pictures", "/admin/bulk/archive/picture/delete/?id={picture}", WRITE),
    see("ask to delete many pictures", "/admin/bulk/archive/picture/delete/?id=all", ADD),
    do(
        "move pictures to another team's collection",
        "/admin/bulk/archive/picture/add_to_collection/?id={picture}",
        CITY,
        {"collection": "{other_collection}"},
    ),
    do(
        "put a picture into another team's collection",
        "/admin/images/{picture}/",
        CITY,
        PICTURE | {"collection": "{other_collection}"},
        done=lambda town: _lies_in(town, "picture", "other_collection"),
        else_changes=WRITE,
    ),
    see("read the list of all pictures", "/admin/reading/pictures/", ROOT | READ - WRITE),
    see("the API's pictures", "/admin/api/main/images/", ENTER),
    see("search the API's pictures", "/admin/api/main/images/?search=图", ENTER),
    see("the API's picture", "/admin/api/main/images/{picture}/", READ),
]
# Many at once, each with words of its own.
MANY = [
    see("the form to upload many", "/admin/images/multiple/add/", ADD),
    do(
        "change a picture just uploaded",
        "/admin/images/multiple/{picture}/",
        WRITE,
        {f"image-{{picture}}-{name}": said for name, said in PICTURE.items()},
    ),
    do("delete a picture just uploaded", "/admin/images/multiple/{picture}/delete/", WRITE),
    see("a picture's original by its address", "/media/{picture_file}", READ),
    see("a document by its address below media", "/media/{paper_file}", READ),
]
PAPER = {"title": "改名", "collection": "{collection}"}
PAPERS = [
    see("list documents", "/admin/documents/?q=件", ADD),
    see("edit a document", "/admin/documents/edit/{paper}/", WRITE),
    do("save a document", "/admin/documents/edit/{paper}/", WRITE, PAPER),
    do("delete a document", "/admin/documents/delete/{paper}/", WRITE),
    see("where a document is used", "/admin/documents/usage/{paper}/", WRITE),
    see("choose a document", "/admin/documents/chooser/", ENTER),
    see("choose a document by number", "/admin/documents/chooser/chosen/{paper}/", READ),
    see("choose documents by number", "/admin/documents/chooser/chosen-multiple/?id={paper}", READ),
    do("delete many documents", "/admin/bulk/archive/paper/delete/?id={paper}", WRITE),
    see("read the list of all documents", "/admin/reading/documents/", ROOT | READ - WRITE),
    see("the API's documents", "/admin/api/main/documents/", ENTER),
    see("the API's document", "/admin/api/main/documents/{paper}/", READ),
]
SNIPPET = "/admin/snippets/archive/recording/"
CHOOSER = "/admin/snippets/choose/archive/recording/"
RECORDINGS = [
    see("list recordings", SNIPPET, ENTER),
    see("search recordings", SNIPPET + "?q=音", ENTER),
    see("read a recording", SNIPPET + "inspect/{recording}/", READ),
    see("edit a recording", SNIPPET + "edit/{recording}/", WRITE),
    do(
        "save a recording",
        SNIPPET + "edit/{recording}/",
        WRITE,
        {"title": "改名", "speech": "yue", "collection": "{collection}"},
    ),
    do("delete a recording", SNIPPET + "delete/{recording}/", WRITE),
    see("a recording's history", SNIPPET + "history/{recording}/", WRITE),
    see("where a recording is used", SNIPPET + "usage/{recording}/", WRITE),
    see("choose a recording", CHOOSER, ENTER),
    see("search for a recording to choose", CHOOSER + "results/?q=音", ENTER),
    see("choose a recording by number", CHOOSER + "chosen/{recording}/", READ),
    see("choose recordings by number", CHOOSER + "chosen-multiple/?id={recording}", READ),
    do("delete many recordings", "/admin/bulk/archive/recording/delete/?id={recording}", WRITE),
]
ITEMS = [*PICTURES, *MANY, *PAPERS, *RECORDINGS]
_ = NOBODY


def _lies_in(town, name: str, collection: str) -> bool:
    row = getattr(town.rows, name)
    row = type(row).objects.get(pk=row.pk)
    return row.collection_id == getattr(town.rows, collection).pk

"""Who may what with 恩宁路's plaques, by the admin's API, in reports and in the settings."""

from .rows import CITY, ENTER, NOBODY, READ, ROOT, WRITE, do, see

# Whoever may change plaques somewhere.
KEEP = ENTER - {"reviewer", "publisher", "auditor"}
PLAQUE = {"page": "{draft}", "part": "", "label": "改牌", "kind": "story", "why": "", "note": "x"}
PLAQUES = [
    see("the register of plaques", "/admin/plaques/", ENTER),
    see("search the register", "/admin/plaques/?q=牌", ENTER),
    see("export the register", "/admin/plaques/?export=csv", ENTER),
    see("a plaque's sheet", "/admin/plaques/inspect/{plaque}/", READ),
    see("a plaque's form", "/admin/plaques/edit/{plaque}/", WRITE),
    do("change a plaque", "/admin/plaques/edit/{plaque}/", WRITE, PLAQUE),
    see("a plaque's rows of history", "/admin/plaques/history/{plaque}/", READ),
    see("what refers to a plaque", "/admin/plaques/usage/{plaque}/", WRITE),
    see("the symbol to print", "/admin/plaques/{plaque_code}/qr.svg", READ),
    see("the symbol as a picture", "/admin/plaques/{plaque_code}/qr.png", READ),
    see("a page's plaques", "/admin/plaques/of/{draft}/", READ),
    do("make a page's plaque", "/admin/plaques/of/{draft}/", WRITE),
    do("a step of a plaque", "/admin/plaques/{plaque}/step/attention/", WRITE, {"why": "broken"}),
    see("the form to mint", "/admin/plaques/mint/", KEEP),
    do(
        "mint for the street",
        "/admin/plaques/mint/",
        WRITE,
        {"count": 2, "neighbourhood": "{street}"},
    ),
    do("mark as printed", "/admin/plaques/printed/", WRITE, {"codes": "{waiting_code}"}),
    see("the form to print", "/admin/plaques/print/", KEEP),
    see("an inspection round", "/admin/plaques/round/?neighbourhood={street}", WRITE),
    do(
        "inspect a plaque",
        "/admin/plaques/round/{plaque_code}/?neighbourhood={street}",
        WRITE,
        {"state": "sound"},
    ),
    see("fix a plaque at the wall", "/q/{waiting_code}/fix/", WRITE),
    do(
        "fix it at the wall to a page",
        "/q/{waiting_code}/fix/",
        WRITE,
        {"step": "fix", "page": "{draft}", "mount": "wall"},
    ),
    do(
        "fix another team's at the wall to a page of the street",
        "/q/{other_waiting_code}/fix/",
        CITY,
        {"step": "fix", "page": "{draft}", "mount": "wall"},
    ),
    see("scans of plaques", "/admin/plaques/scans/", ENTER),
    see("export the scans", "/admin/plaques/scans/?export=csv", ENTER),
]
API = "/admin/api/main/pages/"
MACHINES = [
    see("the API's pages", API, ENTER),
    see("the API's pages below the street", API + "?child_of={street}", READ),
    see("search by the API", API + "?search=稿", ENTER),
    see("the API's page", API + "{draft}/", READ),
    do("publish by the API", API + "{draft}/action/publish/", ROOT),
    do("withdraw by the API", API + "{live}/action/unpublish/", ROOT),
    do("delete by the API", API + "{second}/action/delete/", WRITE),
    do(
        "move by the API",
        API + "{draft}/action/move/",
        CITY,
        {"destination_page_id": "{elsewhere}", "position": "last-child"},
    ),
    do(
        "copy by the API",
        API + "{draft}/action/copy/",
        WRITE,
        {"destination_page_id": "{street}", "slug": "by-api", "keep_live": "false"},
    ),
    do(
        "copy by the API to another team's",
        API + "{draft}/action/copy/",
        CITY,
        {"destination_page_id": "{elsewhere}", "slug": "by-api", "keep_live": "false"},
    ),
    do(
        "go back to a version by the API",
        API + "{draft}/action/revert_to_page_revision/",
        WRITE,
        {"revision_id": "{draft_revision}"},
    ),
    do(
        "make an alias by the API",
        API + "{live}/action/create_alias/",
        ROOT,
        {"destination_page_id": "{street}", "update_slug": "alias-by-api"},
    ),
]
OVERSEE = READ - {"editor", "curator"}
REPORTS = [
    see("the site's log", "/admin/reports/site-history/", OVERSEE),
    see("ageing pages", "/admin/reports/aging-pages/", ENTER),
    see("locked pages", "/admin/reports/locked/", ENTER - {"editor", "other_editor"}),
    see("pages in review", "/admin/reports/workflow/", ENTER),
    see("steps of reviews", "/admin/reports/workflow_tasks/", ENTER),
    see("kinds of page", "/admin/reports/page-types-usage/", OVERSEE),
]
CLOSED = [
    "/admin/settings/home/sitesettings/{site}/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/users/edit/{editor_person}/",
    "/admin/groups/",
    "/admin/groups/new/",
    "/admin/groups/edit/{team_group}/",
    "/admin/collections/",
    "/admin/collections/{collection}/",
    "/admin/sites/",
    "/admin/locales/",
    "/admin/redirects/",
    "/admin/workflows/list/",
    "/admin/workflows/tasks/index/",
]
SETTINGS = [see(address, address, ROOT) for address in CLOSED]
OPEN = [see("the first page of the admin", "/admin/", ENTER)]
REST = [*PLAQUES, *MACHINES, *REPORTS, *SETTINGS, *OPEN]
_ = NOBODY

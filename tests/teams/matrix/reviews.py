"""Who may pass, return and comment on what stands in review in 恩宁路."""

from .rows import READ, ROOT, do, see

REVIEW = ROOT | {"reviewer"}
REVIEWING = [
    do("pass a review", "/admin/pages/workflow/action/{reviewed}/approve/{step}/", REVIEW),
    do("return a review", "/admin/pages/workflow/action/{reviewed}/reject/{step}/", REVIEW),
    see(
        "ask for a reviewer's words",
        "/admin/pages/workflow/collect_action_data/{reviewed}/approve/{step}/",
        REVIEW,
    ),
    see("what is in review", "/admin/pages/workflow/preview/{reviewed}/{task}/", REVIEW),
    do(
        "pass another page's review by this one's address",
        "/admin/pages/workflow/action/{reviewed}/approve/{other_step}/",
        ROOT,
    ),
    do(
        "pass this page's review by another's address",
        "/admin/pages/workflow/action/{other_draft}/approve/{step}/",
        ROOT,
    ),
]
COMMENTING = [
    see("read a draft's reviews and comments", "/admin/reviews/{draft}/", READ),
    see("see it as it will be", "/admin/reviews/{draft}/preview/", READ),
    do(
        "comment on a draft",
        "/admin/reviews/{draft}/",
        READ - {"auditor"},
        {"comment": "1", "path": "lede", "text": "出处？"},
        done=lambda town: town.rows.draft.wagtail_admin_comments.count() == 2,
    ),
]

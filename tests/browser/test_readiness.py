"""An editor follows a line of the meter to its field; the meter follows what they type."""

from playwright.sync_api import expect

from heritage.editorial.readiness.models import WatchedWord

MARKED = "[...(CSS.highlights.get('readiness-sensitive') ?? [])].map(String)"


def test_a_line_of_the_meter_opens_its_field_and_the_meter_follows(editor, site):
    landmark = site.city.landmark
    landmark.date = ""
    landmark.save_revision()
    WatchedWord.objects.create(word="敏感词", kind="sensitive")

    editor.goto(site.address(f"/admin/pages/{landmark.pk}/edit/"))
    meter = editor.locator("[data-readiness]")
    meter.locator("summary").click()
    meter.locator("a[href$='contentpath=date']").click()
    expect(editor.locator("#id_date")).to_be_focused()

    editor.keyboard.type("不详")
    expect(meter.locator("a[href$='contentpath=date']")).to_have_count(0)


def test_a_link_from_elsewhere_opens_the_tab_of_its_field(editor, site):
    landmark = site.city.landmark
    editor.goto(site.address(f"/admin/pages/{landmark.pk}/edit/#:w:contentpath=sources"))
    expect(editor.locator("#id_sources-ADD")).to_be_visible()


def test_a_watched_word_is_marked_where_it_stands(editor, site):
    landmark = site.city.landmark
    landmark.lede = "这里有敏感词"
    landmark.body = [("text", {"text": "<p>第二段也有敏<b>感词</b>。</p>", "cites": "1"})]
    landmark.save_revision()
    WatchedWord.objects.create(word="敏感词", kind="sensitive", advice="请斟酌")

    editor.goto(site.address(f"/admin/pages/{landmark.pk}/edit/"))
    note = editor.locator("[data-contentpath=lede] .readiness-found")
    expect(note).to_contain_text("请斟酌")
    editor.wait_for_function(f"{MARKED}.join() === '敏感词'")

"""What a scan was made with is told from what the program says of itself, and nothing is kept."""

import pytest
from django.test import RequestFactory

from heritage.plaques.scans.clients import client_of

MOZILLA = "Mozilla/5.0 "
APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
NAMES = {
    "wechat": [
        f"{MOZILLA}(iPhone; CPU iPhone OS 17_5 like Mac OS X) {APPLE} Mobile/15E148 "
        "MicroMessenger/8.0.50(0x18003237) NetType/4G Language/zh_CN",
        f"{MOZILLA}(Linux; Android 14; PJD110) Chrome/116 Mobile Safari/537.36 XWEB/1160117 "
        "MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003137) WeChat/arm64",
        f"{MOZILLA}(Windows NT 10.0) Safari/537.36 MicroMessenger/7.0.20.1781 WindowsWechat",
        f"{MOZILLA}(Linux; Android 13) Mobile wxwork/4.1.22 MicroMessenger/7.0.1",
    ],
    "phone": [
        f"{MOZILLA}(iPhone; CPU iPhone OS 17_5 like Mac OS X) {APPLE} Version/17.5 Mobile Safari",
        f"{MOZILLA}(Linux; Android 14; Pixel 8) Chrome/126.0.0.0 Mobile Safari/537.36",
        f"{MOZILLA}(Linux; Android 12; CUBOT X50) Chrome/110 Mobile Safari/537.36",
        f"{MOZILLA}(Phone; OpenHarmony 5.0) ArkWeb/4.1 Mobile HuaweiBrowser/5.0",
        f"{MOZILLA}(Linux; Android 13) Mobile AlipayClient/10.5 Language/zh-Hans",
        f"{MOZILLA}(iPad; CPU OS 16_6 like Mac OS X) {APPLE} Version/16.6 Safari/604.1",
    ],
    "other": [
        f"{MOZILLA}(Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36",
        f"{MOZILLA}(Macintosh; Intel Mac OS X 10_15_7) {APPLE} Version/17.4 Safari/605.1.15",
        f"{MOZILLA}(X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    ],
    "bot": [
        "",
        f"{MOZILLA}(Linux; Android 6.0.1) Mobile (compatible; Googlebot/2.1; +http://google.com)",
        f"{MOZILLA}(compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "Sogou web spider/4.0",
        f"{MOZILLA}(Linux; Android 5.0) Mobile Safari (compatible; Bytespider)",
        f"{MOZILLA}(Macintosh) {APPLE} facebookexternalhit/1.1 Facebot Twitterbot/1.0",
        "TelegramBot (like TwitterBot)",
        "Slackbot-LinkExpanding 1.0",
        "WhatsApp/2.23.20.0",
        f"{MOZILLA}(X11; Linux x86_64) HeadlessChrome/126 Safari/537.36",
        "curl/8.5.0",
        "Wget/1.21",
        "python-requests/2.32",
        "Go-http-client/2.0",
        "okhttp/4.12.0",
    ],
}
EACH = [(kind, name) for kind, names in NAMES.items() for name in names]
PHONE = NAMES["phone"][0]


@pytest.mark.parametrize(("kind", "name"), EACH)
def test_a_client_is_told_by_its_name(kind, name):
    assert client_of(RequestFactory().get("/q/7K3M9X", headers={"user-agent": name})) == kind


@pytest.mark.parametrize(
    "said",
    [
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"x-purpose": "preview"},
        {"x-moz": "prefetch"},
    ],
)
def test_what_is_fetched_ahead_of_time_is_no_scan(said):
    asked = RequestFactory().get("/q/7K3M9X", headers={"user-agent": PHONE} | said)

    assert client_of(asked) == "bot"


def test_asking_for_the_head_alone_is_no_scan():
    assert client_of(RequestFactory().head("/q/7K3M9X", headers={"user-agent": PHONE})) == "bot"


def test_nobody_is_looked_up_without_a_session():
    request = RequestFactory().get("/q/7K3M9X", headers={"user-agent": PHONE})

    assert not hasattr(request, "user")
    assert client_of(request) == "phone"

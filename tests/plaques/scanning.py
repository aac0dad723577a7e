"""Scan a plaque as a phone does, and look at what the answer offers."""

import re

from django.test import Client

TONGUES = {"zh-hans": "zh-CN,zh;q=0.9", "zh-hant": "zh-HK,zh;q=0.9", "en": "en-GB,en;q=0.8"}


def scan(code: str, language: str = "zh-hans", client: Client | None = None):
    return (client or Client()).get(f"/Q/{code}", headers={"accept-language": TONGUES[language]})


def links(answer) -> list[str]:
    main = re.search(r"<main.*</main>", answer.content.decode(), re.S)[0]
    return re.findall(r'href="([^"]+)"', main)

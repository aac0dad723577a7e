"""Where things are found: `machine_urls` at the root, `visitor_urls` below each language."""

from django.urls import path

from . import feed, geojson, sitemap

machine_urls = [
    path("data/places.geojson", geojson.places, name="places_geojson"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.sitemap, name="sitemap_file"),
    path("robots.txt", sitemap.robots, name="robots"),
]
visitor_urls = [
    path("feed/", feed.feed, name="feed"),
]

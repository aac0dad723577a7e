"""Where things are found: `machine_urls` at the root, `visitor_urls` below each language."""

from django.urls import path

from . import feed, geojson, sitemap, views

machine_urls = [
    path("data/places.geojson", geojson.places, name="places_geojson"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.sitemap, name="sitemap_file"),
    path("robots.txt", sitemap.robots, name="robots"),
]
visitor_urls = [
    path("search/", views.search, name="search"),
    path("map/", views.city_map, name="map"),
    path("feed/", feed.feed, name="feed"),
]

"""New moons and the Sun's place, as far as a calendar needs them.

After Jean Meeus, *Astronomical Algorithms* (2nd edition): chapter 49 for new moons, chapter 25 for
the Sun's apparent longitude; Delta T after Espenak and Meeus's polynomials (2006), long-term
parabola where those stop. Good to a few minutes for the years 1300-2100, which is what deciding a
civil day asks for. Days are Julian days of Universal Time.
"""

from __future__ import annotations

from math import floor, radians, sin

SYNODIC_MONTH = 29.530588861

# (coefficient in days, power of E, multiples of M, M', F and Omega); Meeus, table 49.A, new moon.
_NEW_MOON = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
)


def delta_t(year: float) -> float:
    """Terrestrial minus Universal Time, in seconds, for a decimal year."""
    if year < 1600:
        u = (year - 1000) / 100
        return 1574.2 - 556.01 * u + 71.23472 * u**2 + 0.319781 * u**3 - 0.8503463 * u**4
    if year < 1700:
        t = year - 1600
        return 120 - 0.9808 * t - 0.01532 * t**2 + t**3 / 7129
    if year < 1800:
        t = year - 1700
        return 8.83 + 0.1603 * t - 0.0059285 * t**2 + 0.00013336 * t**3
    return 10.0 if year < 1920 else 45.0


def new_moon(lunation: int) -> float:
    """The Julian day (UT) of a new moon; lunation 0 is that of 6 January 2000."""
    k = float(lunation)
    t = k / 1236.85
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t**2
    angles = (
        radians(2.5534 + 29.10535670 * k - 0.0000014 * t**2),
        radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3),
        radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2 - 0.00000227 * t**3),
        radians(124.7746 - 1.56375588 * k + 0.0020672 * t**2),
    )
    day = 2451550.09766 + SYNODIC_MONTH * k + 0.00015437 * t**2 - 0.000000150 * t**3
    for size, power, *multiples in _NEW_MOON:
        angle = sum(n * a for n, a in zip(multiples, angles, strict=True))
        day += size * eccentricity**power * sin(angle)
    return day - delta_t(2000 + k / 12.3685) / 86400


def lunation_before(day: float) -> int:
    """The number of the last new moon at or before a Julian day (UT)."""
    lunation = floor((day - 2451550.09766) / SYNODIC_MONTH) + 1
    while new_moon(lunation) > day:
        lunation -= 1
    return lunation


def sun_longitude(day: float) -> float:
    """The Sun's apparent ecliptic longitude in degrees, 0 to 360, at a Julian day (UT)."""
    t = (day + delta_t(2000 + (day - 2451545) / 365.25) / 86400 - 2451545) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360


def sun_reaches(longitude: float, near: float) -> float:
    """The Julian day (UT), within half a year of ``near``, at which the Sun reaches a longitude in
    degrees."""
    day = near
    for _ in range(6):
        short = (longitude - sun_longitude(day) + 180) % 360 - 180
        day += short * 365.2422 / 360
    return day

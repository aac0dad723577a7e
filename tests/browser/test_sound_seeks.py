"""A recording can be entered at any place: the phone asks for that part, and is given it."""

import wave

import pytest

from ..delivery.production import running_site

SECONDS, RATE = 240, 22_050
SEEK = """
(seconds) => new Promise((done, failed) => {
  const sound = document.querySelector("video, audio");
  const seek = () => {
    sound.onseeked = () => done({at: sound.currentTime, length: sound.duration});
    sound.currentTime = seconds;
  };
  sound.onerror = () => failed(new Error("cannot be played"));
  sound.readyState > 0 ? seek() : (sound.onloadedmetadata = seek);
})
"""


@pytest.fixture
def recording(tmp_path):
    """Ten megabytes of silence, longer than a browser loads ahead."""
    folder = tmp_path / "media" / "recordings"
    folder.mkdir(parents=True)
    with wave.open(str(folder / "memory.wav"), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(bytes(2 * RATE * SECONDS))
    return folder / "memory.wav"


def test_a_recording_is_entered_near_its_end(visitor, recording, tmp_path):
    answers = []
    visitor.on("response", lambda answer: answers.append(answer))
    with running_site(tmp_path, SITE_URL="http://127.0.0.1") as site:
        visitor.goto(f"{site.url}/media/recordings/memory.wav")
        told = visitor.evaluate(SEEK, SECONDS - 20)

    # The player lands on a frame of sound, not on the very second.
    assert told == pytest.approx({"at": SECONDS - 20, "length": SECONDS}, abs=0.5)
    parts = [a.headers["content-range"] for a in answers if a.status == 206]
    starts = [int(part.removeprefix("bytes ").partition("-")[0]) for part in parts]
    assert max(starts) > recording.stat().st_size / 2

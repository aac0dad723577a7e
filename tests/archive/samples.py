"""Picture files as cameras, phones and ill-wishers send them, made on the spot."""

import io
import struct
import zlib

import pillow_heif
from PIL import ExifTags, Image

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    b'exif:GPSLatitude="23,7.1N" exif:GPSLongitude="113,14.4E"/></rdf:RDF></x:xmpmeta>'
)
CAMERA = "Lingnan Optics 骑楼"
FORMS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "HEIF")
ENDINGS = {"JPEG": "jpg", "HEIF": "heic"}


def ending(form: str) -> str:
    return ENDINGS.get(form, form.lower())


def drawing(size=(240, 160)) -> Image.Image:
    """Red on the left, green on the right: one sees which way up it is."""
    image = Image.new("RGB", size, "#9e2b25")
    image.paste("#2f6b4f", (size[0] // 2, 0, *size))
    return image


def telling_exif(turn: int = 1) -> bytes:
    """EXIF with a place, a camera, a day, and how to turn the picture."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Lingnan Optics"
    exif[ExifTags.Base.Orientation] = turn
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2024:05:03 09:30:00"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SERIAL-4711"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (23.0, 7.0, 6.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (113.0, 14.0, 24.0)
    gps[ExifTags.GPS.GPSAreaInformation] = "SECRET-PLACE"
    return exif.tobytes()


def photograph(form: str, *, turn: int = 1, size=(240, 160)) -> bytes:
    """A picture file that tells where, when and with what it was taken, wherever it can."""
    pillow_heif.register_heif_opener()
    buffer = io.BytesIO()
    told = {"exif": telling_exif(turn), "xmp": XMP}
    if form == "GIF":
        told = {"comment": b"SECRET-PLACE"}
    elif form == "PNG":
        told = {"exif": told["exif"], "pnginfo": _png_words()}
    elif form == "JPEG":
        told["comment"] = b"SECRET-PLACE"
    drawing(size).save(buffer, form, **told)
    return buffer.getvalue()


def _png_words():
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add_text("Comment", "SECRET-PLACE")
    return words


def png_of_size(width: int, height: int) -> bytes:
    """A valid PNG of one colour, a few hundred kilobytes whatever it unpacks to."""
    row = b"\0" * (width // 8 + 2)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row) for _line in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def webp_of_size(width: int, height: int) -> bytes:
    """An animated WebP that says it is so large; its frames are small."""
    data = bytearray(animated("WEBP"))
    data[24:30] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def animated(form: str) -> bytes:
    """Two frames, the first of which is red on the left."""
    buffer = io.BytesIO()
    second = Image.new("RGB", (240, 160), "#2f6b4f")
    drawing().save(buffer, form, save_all=True, append_images=[second], duration=200)
    return buffer.getvalue()

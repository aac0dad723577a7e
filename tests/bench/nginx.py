"""nginx serving the same pages as plain files: the ceiling to compare with."""

import contextlib
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.postgres.cluster import free_port

CONFIG = """
daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; keepalive_requests 100000; default_type text/html;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""


@contextlib.contextmanager
def files_served(folder: Path, bodies: dict[str, bytes]) -> Iterator[str | None]:
    """Serve each body as a file of its name; give the address, or None without nginx."""
    binary = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not binary:
        yield None
        return
    (folder / "files").mkdir(parents=True)
    folder.chmod(0o755)
    for name, body in bodies.items():
        (folder / "files" / name).write_bytes(body)
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(CONFIG.format(folder=folder, port=port))
    process = subprocess.Popen(
        [binary, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(config)],
        stdin=subprocess.DEVNULL,
    )
    try:
        time.sleep(1)
        yield f"http://127.0.0.1:{port}" if process.poll() is None else None
    finally:
        process.terminate()
        process.wait(10)

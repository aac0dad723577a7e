"""An open loop of short requests: each sets out when its time has come, on a connection of its own.

One thread and a selector, so that the load takes as little as possible of the cores that it shares
with the server.
"""

import itertools
import selectors
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

WAIT = 20


@dataclass
class Run:
    """What became of a run: requests sent and answered, and how long an answer took in ms."""

    sent: int = 0
    failed: int = 0
    took: list[float] = field(default_factory=list)

    @property
    def answered(self) -> int:
        return len(self.took)


@dataclass
class Request:
    """One request under way; its time is taken from the moment when it was due."""

    due: float
    content: bytes
    is_sent: bool = False
    answer: bytes = b""


class Pace:
    """Sends `rate` requests a second to a port of this machine, whether it keeps up or not."""

    def __init__(self, port: int, contents: Iterable[bytes], *, rate: int, seconds: int):
        self.address, self.contents = ("127.0.0.1", port), itertools.cycle(contents)
        self.rate, self.number = rate, rate * seconds
        self.run = Run()
        self.selector = selectors.DefaultSelector()

    def go(self) -> Run:
        """Run to the end; what is not answered a while after the last was sent has failed."""
        start = time.perf_counter()
        end = start + self.number / self.rate + WAIT
        while (now := time.perf_counter()) < end:
            while self.run.sent < self.number and (due := self._due(start)) <= now:
                self._send(Request(due, next(self.contents)))
            all_sent = self.run.sent == self.number
            if all_sent and not self.selector.get_map():
                break
            until = end if all_sent else self._due(start)
            for key, _events in self.selector.select(max(until - time.perf_counter(), 0)):
                self._step(key.fileobj, key.data)
        self._give_up()
        return self.run

    def _due(self, start: float) -> float:
        return start + self.run.sent / self.rate

    def _send(self, request: Request) -> None:
        """Connect and say all at once where it goes through, as it does on one machine.

        A worker that has taken the connection would otherwise wait for this thread's next round.
        """
        self.run.sent += 1
        connection = socket.socket()
        connection.setblocking(False)
        connection.connect_ex(self.address)
        try:
            connection.sendall(request.content)
        except OSError:
            self.selector.register(connection, selectors.EVENT_WRITE, request)
        else:
            request.is_sent = True
            self.selector.register(connection, selectors.EVENT_READ, request)

    def _step(self, connection: socket.socket, request: Request) -> None:
        """Send on a connection that has come about; receive until the other side closes it."""
        try:
            if not request.is_sent:
                connection.sendall(request.content)
                request.is_sent = True
                self.selector.modify(connection, selectors.EVENT_READ, request)
                return
            piece = connection.recv(65536)
        except OSError:
            piece = b""
        request.answer += piece
        if not piece:
            self._close(connection, request)

    def _give_up(self) -> None:
        """Close what is not answered: a worker that reads from it would wait for ever."""
        for key in list(self.selector.get_map().values()):
            self.run.failed += 1
            key.fileobj.close()
        self.selector.close()

    def _close(self, connection: socket.socket, request: Request) -> None:
        self.selector.unregister(connection)
        connection.close()
        if request.answer.startswith(b"HTTP/1.1 302 ") and b"\r\n\r\n" in request.answer:
            self.run.took.append((time.perf_counter() - request.due) * 1000)
        else:
            self.run.failed += 1

"""A language model's server that says what a test tells it to, run as a process of its own.

It speaks what OpenAI-compatible servers speak (POST /v1/chat/completions, streamed as server-sent events)
and what Ollama speaks (POST /api/chat, streamed as lines of JSON). A test sends a script first:

    POST /scripts   {"model": name, "text": what it says, "manner": how}
    GET /requests   every request made to a model so far, oldest first

Manners: ``plain``; ``breaks`` (the connection dies half way); ``cut`` (ends half way as if done);
``malformed`` (events that are no JSON); ``drips`` (a character at a time, slowly); ``comments``
(keep-alive comments only, for ever); ``babbles`` (the text for ever); ``silent`` (accepts and says
nothing); ``calls`` (calls the tool named by the text); ``status 500`` and the like. The first line of
standard output is the port.
"""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE = 7
"""Characters sent at a time: citations and names come in pieces."""

PAUSE = 0.1
"""Seconds between two characters or comments of a slow manner."""

LONGEST = 30.0
"""Seconds after which a server that would go on for ever gives up, so that no test leaves it busy."""

scripts: dict[str, dict[str, str]] = {}
requests: list[dict[str, Any]] = []


class Scripted(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: tests ask for /requests."""

    def do_GET(self) -> None:
        self._whole(200, requests)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/scripts":
            scripts[body["model"]] = body
            self._whole(200, {})
            return
        requests.append({"path": self.path, "key": self.headers.get("Authorization", ""), "body": body})
        script = scripts[body["model"]]
        manner = script["manner"]
        if manner.startswith("status"):
            self._whole(int(manner.split()[1]), {"error": {"message": f"secret of {script['text']}"}})
            return
        if manner == "silent":
            time.sleep(LONGEST)
            return
        if manner == "calls":
            self._whole(200, as_call(script["text"]))
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self._stream(script["text"], manner, as_event if self.path.startswith("/v1") else as_line)
        except ConnectionError:
            self.close_connection = True

    def _stream(self, text: str, manner: str, form: Any) -> None:
        ends = time.monotonic() + LONGEST
        if manner in ("breaks", "cut"):
            text = text[: len(text) // 2]
        if manner == "malformed":
            self._chunk(b"data: {this is no JSON\n\n")
        elif manner in ("comments", "babbles"):
            while time.monotonic() < ends:
                self._chunk(b": still here\n\n" if manner == "comments" else form(text, False))
                time.sleep(PAUSE if manner == "comments" else 0)
        else:
            size = 1 if manner == "drips" else PIECE
            for start in range(0, len(text), size):
                self._chunk(form(text[start : start + size], False))
                time.sleep(PAUSE if manner == "drips" else 0)
        if manner == "breaks":
            self.close_connection = True
            self.connection.close()
            return
        self._chunk(form("", True))
        self._chunk(b"")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _whole(self, status: int, content: object) -> None:
        data = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def as_call(name: str) -> dict[str, Any]:
    call = {"id": "1", "type": "function", "function": {"name": name, "arguments": "{}"}}
    message = {"role": "assistant", "content": None, "tool_calls": [call]}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


def as_event(text: str, last: bool) -> bytes:
    choice = {
        "index": 0,
        "delta": {"role": "assistant", "content": text},
        "finish_reason": "stop" if last else None,
    }
    event = {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "scripted",
        "choices": [choice],
    }
    return f"data: {json.dumps(event)}\n\n".encode() + (b"data: [DONE]\n\n" if last else b"")


def as_line(text: str, last: bool) -> bytes:
    line: dict[str, Any] = {"model": "scripted", "created_at": "2024-01-01T00:00:00Z", "done": last}
    line["message"] = {"role": "assistant", "content": text}
    if last:
        line["done_reason"] = "stop"
    return json.dumps(line).encode() + b"\n"


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
    server.daemon_threads = True
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()

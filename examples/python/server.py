"""A backend for react-versori-onboarding in plain Python: `python3 server.py`.

`python3 server.py session user-1` prints a cookie of that user, to try it with.
"""

import hashlib
import hmac
import json
import os
import re
import sys
import urllib.parse
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import operations
import versori
from problems import MAX_BODY, Problem, from_platform, parse_body

BASE_PATH = "/api/onboarding"
# The origin that browsers see: a request that changes something must come from there.
PUBLIC_ORIGIN = os.environ.get("PUBLIC_ORIGIN", "http://localhost:8000")
SESSION_SECRET = os.environ["SESSION_SECRET"].encode()

ROUTES = [
    ("/integrations", {"GET": operations.list_integrations}),
    ("/integrations/{}", {"GET": operations.get_integration}),
    ("/integrations/{}/templates/{}/connections", {"GET": operations.list_connections}),
    ("/integrations/{}/activations", {"GET": operations.list_activations, "POST": operations.activate}),
    ("/integrations/{}/activations/{}", {"DELETE": operations.deactivate}),
    ("/integrations/{}/activations/{}/variables", {"PATCH": operations.update_variables}),
]


def sign_session(user):
    signature = hmac.new(SESSION_SECRET, user.encode(), hashlib.sha256).hexdigest()
    return f"session={urllib.parse.quote(user, safe='')}.{signature}"


def identify(headers):
    """The user of the session; `None` for nobody. Replace it with what your other pages use."""
    try:
        cookie = SimpleCookie(headers.get("Cookie", "")).get("session")
    except CookieError:
        return None
    user = urllib.parse.unquote(cookie.value.rpartition(".")[0]) if cookie else ""
    if not user:
        return None
    given = f"session={cookie.value}".encode()
    return user if hmac.compare_digest(sign_session(user).encode(), given) else None


def find_route(method, path):
    for pattern, methods in ROUTES:
        expression = re.escape(BASE_PATH) + pattern.replace("{}", "([^/]+)")
        found = re.fullmatch(expression, path)
        if found is None:
            continue
        if method not in methods:
            raise Problem(405, headers={"Allow": ", ".join(methods)})
        return methods[method], [urllib.parse.unquote(part) for part in found.groups()]
    raise Problem(404)


def check_origin(method, headers):
    """No page can forge these two; `same-site` may be somebody else's subdomain."""
    if method == "GET" or headers.get("Sec-Fetch-Site") == "same-origin":
        return
    if headers.get("Origin") != PUBLIC_ORIGIN:
        raise Problem(403, "This request does not come from a page that may make it.")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # Head and body at once: two writes wait for each other on a network.
    disable_nagle_algorithm = True

    def answer(self):
        url = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(url.query, keep_blank_values=True))
        self.unread = int(self.headers.get("Content-Length") or 0)
        try:
            operation, parameters = find_route(self.command, url.path)
            check_origin(self.command, self.headers)
            user = identify(self.headers)
            if user is None:
                raise Problem(401)
            status, body = operation(user, self, *parameters)
            self.send(status, body)
        except Problem as problem:
            self.send_problem(problem)
        except (versori.Refused, versori.NoAnswer, versori.Malformed) as error:
            self.send_problem(from_platform(error))
        except Exception as error:  # A fault of this program: said here, and not to the browser.
            print(f"{self.command} {url.path}: {error!r}", file=sys.stderr)
            self.send_problem(Problem(500))

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer

    def read_json(self):
        if not re.match(r"application/json\s*(;|$)", self.headers.get("Content-Type", ""), re.I):
            raise Problem(415, "Send the body as application/json.")
        if self.unread > MAX_BODY:
            raise Problem(413, "The body is too large.")
        text = self.rfile.read(self.unread)
        self.unread = 0
        return parse_body(text)

    def send_problem(self, problem):
        self.send(problem.status, problem.body, "application/problem+json", problem.headers)

    def send(self, status, body, media_type="application/json", headers={}):
        # A body that nobody read would be taken for the next request.
        while self.unread > 0 and (chunk := self.rfile.read(min(self.unread, 65536))):
            self.unread -= len(chunk)
        text = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if body is not None:
            self.send_header("Content-Type", media_type)
        if status != 204:
            self.send_header("Content-Length", str(len(text)))
        always = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        for name, value in {**always, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Addresses name integrations and cursors; log what your other pages log."""


if __name__ == "__main__":
    if sys.argv[1:2] == ["session"]:
        print(sign_session(sys.argv[2]))
    else:
        port = int(os.environ.get("PORT", "8000"))
        print(f"Host API: http://127.0.0.1:{port}{BASE_PATH}", flush=True)
        ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()

"""The platform's API, as far as this backend uses it, with nothing but the standard library."""

import http.client
import json
import os
import socket
import time
import urllib.error
import urllib.parse
import urllib.request

BASE_URL = os.environ.get("VERSORI_BASE_URL", "https://platform.versori.com/api/v2")
ORGANISATION = os.environ["VERSORI_ORGANISATION_ID"]
API_KEY = os.environ["VERSORI_API_KEY"]
TIMEOUT = 10
ZERO_ID = "0" * 26


class Refused(Exception):
    """The platform answered with a status of 300 or above."""

    def __init__(self, status, body, retry_after):
        super().__init__(f"the platform answered {status}")
        self.status, self.body, self.retry_after = status, body, retry_after


class NoAnswer(Exception):
    """The connection broke or the time was over: a write may have been done all the same."""


class Malformed(Exception):
    """A success that cannot be read."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Another place than the configured one never gets the key."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def call(method, path, query=None, body=None):
    url = f"{BASE_URL}/o/{ORGANISATION}{path}"
    if query:
        given = {name: value for name, value in query.items() if value is not None}
        url += "?" + urllib.parse.urlencode(given)
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {API_KEY}", "Accept": "application/json"}
    if data is not None:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with OPENER.open(request, timeout=TIMEOUT) as answer:
            text = answer.read()
    except urllib.error.HTTPError as error:
        raise Refused(error.code, parse(error.read()), error.headers.get("Retry-After")) from None
    except (urllib.error.URLError, http.client.HTTPException, socket.timeout, OSError):
        raise NoAnswer() from None
    if text.strip() == b"":
        return None
    parsed = parse(text)
    if parsed is None and text.strip() != b"null":
        raise Malformed()
    return parsed


def parse(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def read(path, query=None):
    """Reads are safe to repeat; one more try covers what passes by itself."""
    try:
        return call("GET", path, query)
    except NoAnswer:
        return call("GET", path, query)
    except Refused as error:
        if error.status not in (502, 503, 504):
            raise
        time.sleep(0.2)
        return call("GET", path, query)


def or_none(work):
    """`None` where the platform answers 404."""
    try:
        return work()
    except Refused as error:
        if error.status == 404:
            return None
        raise


def id_of(value, name="id"):
    """The zero ULID means that there is none: the platform cannot leave some ids out."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) and found not in ("", ZERO_ID) else None


def items_of(page):
    if not isinstance(page, dict) or not isinstance(page.get("items"), list):
        raise Malformed()
    return [item for item in page["items"] if isinstance(item, dict)]


def quote(text):
    return urllib.parse.quote(text, safe="")


def end_user_id(user):
    """The platform's own id of a user, without which ListConnections lists everybody's."""
    found = or_none(lambda: read(f"/users/{quote(user)}"))
    if found is None:
        return None
    if found.get("externalId") != user or id_of(found) is None:
        raise Malformed()
    return id_of(found)


def provision(user):
    try:
        call("POST", "/users", body={"externalId": user})
    except (Refused, NoAnswer):
        # Another request may have made the same user known.
        if end_user_id(user) is None:
            raise


def list_connections(system_id, owner_id, first, after=None):
    """One page of a user's connections: the items and the platform's cursor of the next."""
    query = {"system_id": system_id, "end_user_id": owner_id, "first": first, "after": after}
    page = read("/connections", query)
    items = [each for each in items_of(page) if id_of(each, "systemId") in (None, system_id)]
    return items, page.get("totalCount"), page.get("next") or None


def walk_connections(system_id, owner_id):
    after = None
    for _ in range(100):
        items, _, after = list_connections(system_id, owner_id, 100, after)
        yield from items
        if after is None:
            return


def list_activations(user, environment_id):
    path = f"/environment/{environment_id}/users/{quote(user)}/activations"
    found = or_none(lambda: read(path)) or []
    if not isinstance(found, list):
        raise Malformed()
    for each in found:
        if each.get("user", {}).get("externalId") != user:
            raise Malformed()
    return found

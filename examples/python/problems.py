"""Refusals, as RFC 9457 has them, and bodies, which are read to the letter."""

import json

import versori

TITLES = {
    400: "Invalid", 401: "Unauthenticated", 403: "Forbidden", 404: "Not found", 405: "Invalid",
    409: "Conflict", 412: "Conflict", 413: "Invalid", 415: "Invalid", 422: "Invalid",
    429: "Rate limited", 500: "Unknown", 502: "Malformed", 503: "Unavailable", 504: "Timeout",
}
MAX_BODY = 256 * 1024


class Problem(Exception):
    def __init__(self, status, detail=None, fields=None, outcome_unknown=False, headers=None):
        super().__init__(detail or TITLES[status])
        title = TITLES[status]
        code = title[0].lower() + title.title().replace(" ", "")[1:]
        self.status, self.headers = status, headers or {}
        self.body = {"type": "about:blank", "title": title, "status": status, "code": code}
        if detail:
            self.body["detail"] = detail
        if fields:
            self.body["fields"] = [{"path": path, "message": message} for path, message in fields]
        if outcome_unknown:
            self.body["outcomeUnknown"] = True


def invalid(path, message):
    return Problem(422, message, [(path, message)])


def from_platform(error, outcome_unknown=False):
    """The platform's own 401 and 403 are the host's fault, never the user's."""
    if isinstance(error, versori.NoAnswer):
        return Problem(503, outcome_unknown=outcome_unknown)
    if isinstance(error, versori.Malformed):
        return Problem(502, outcome_unknown=outcome_unknown)
    if error.status == 429:
        seconds = int(error.retry_after) if str(error.retry_after).isdigit() else 1
        problem = Problem(429, headers={"Retry-After": str(seconds)})
        problem.body["retryAfterSeconds"] = seconds
        return problem
    is_ours = 400 <= error.status < 500 and error.status not in (401, 403, 408)
    return Problem(500 if is_ours else 503, outcome_unknown=outcome_unknown)


class Inexact:
    """A number that the platform or a browser would read as another one."""


def parse_integer(text):
    return int(text) if abs(int(text)) < 2**53 else Inexact()


def parse_float(text):
    value = float(text)
    digits = text.lower().split("e")[0].strip("-0.")
    is_exact = abs(value) != float("inf") and (value != 0 or digits == "")
    return value if is_exact else Inexact()


def refuse_constant(_):
    raise ValueError("no JSON")


def parse_body(text):
    try:
        body = json.loads(
            text.decode(),
            parse_int=parse_integer,
            parse_float=parse_float,
            parse_constant=refuse_constant,
        )
    except (ValueError, RecursionError):
        raise Problem(400, "The body is not JSON.") from None
    refuse_inexact(body, "")
    return body


def refuse_inexact(value, pointer):
    if isinstance(value, Inexact):
        raise invalid(pointer, "This number cannot be stored exactly.")
    members = value.items() if isinstance(value, dict) else ()
    for name, member in enumerate(value) if isinstance(value, list) else members:
        refuse_inexact(member, pointer + "/" + str(name).replace("~", "~0").replace("/", "~1"))


def read_members(value, names, pointer=""):
    """The members of an object that has these and no others: an unknown one may mean something to
    the platform, such as another user."""
    if not isinstance(value, dict):
        raise invalid(pointer, "Expected an object.")
    for name in value:
        if name not in names:
            raise invalid(f"{pointer}/{name}", "There is no such member.")
    for name, kind in names.items():
        if not isinstance(value.get(name), kind):
            raise invalid(f"{pointer}/{name}", f"Expected {kind.__name__}.")
    return [value[name] for name in names]

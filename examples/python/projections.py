"""What a browser may know: each answer is built up from the members that it has, never cut down."""

import datetime
import hashlib
import hmac
import json
import urllib.parse

from versori import API_KEY, id_of

SECRET_MARKS = (
    *("writeOnly", "airbyte_secret", "secret", "isSecret"),
    *("sensitive", "x-secret", "x-sensitive"),
)
SEVERITY = ["ok", "unchecked", "expiring", "expired", "failing"]


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sign(purpose, text):
    return hmac.new(API_KEY.encode(), f"{purpose}\n{text}".encode(), hashlib.sha256).hexdigest()


def without_none(members):
    return {name: value for name, value in members.items() if value is not None}


def text_or_none(value):
    return value if isinstance(value, str) and value else None


def time_or_none(text):
    try:
        at = datetime.datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    # The year 1 is how the platform writes a time that was never set.
    return None if at.year == 1 or at.tzinfo is None else at.astimezone(datetime.timezone.utc)


def write_time(at):
    return at and at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def origin_of(url):
    """Paths, queries and user info may hold secrets."""
    try:
        parts = urllib.parse.urlsplit(url or "")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return f"{parts.scheme}://{parts.hostname}{port}"


def to_health(credentials):
    now = datetime.datetime.now(datetime.timezone.utc)
    statuses, expiries = ["unchecked"] if not credentials else [], []
    for each in credentials:
        credential = each.get("credential") or {}
        errors, expires = credential.get("errors"), time_or_none(credential.get("expiresAt"))
        if expires is not None:
            expiries.append(expires)
        errors = errors if isinstance(errors, list) else None
        if errors:
            statuses.append("failing")
        elif expires is not None and expires <= now:
            statuses.append("expired")
        elif expires is not None and expires <= now + datetime.timedelta(days=7):
            statuses.append("expiring")
        else:
            statuses.append("unchecked" if errors is None else "ok")
    worst = max(statuses, key=SEVERITY.index)
    return without_none({"status": worst, "expiresAt": write_time(min(expiries, default=None))})


def auth_types(configs):
    types = [text_or_none(each.get("type")) for each in configs if each]
    return list(dict.fromkeys(each for each in types if each))


def to_connection(found):
    credentials = [each for each in found.get("credentials") or [] if isinstance(each, dict)]
    name = found.get("name")
    return without_none({
        "id": id_of(found),
        "name": name if isinstance(name, str) else id_of(found),
        "baseUrl": origin_of(found.get("baseUrl")),
        "authTypes": auth_types([each.get("authSchemeConfig") for each in credentials]),
        "createdAt": write_time(time_or_none(found.get("createdAt"))),
        "updatedAt": write_time(time_or_none(found.get("updatedAt"))),
        "health": to_health(credentials),
    })


def is_usable(connection):
    return connection["health"]["status"] not in ("expired", "failing")


def is_marked(schema):
    """Whether anything within a schema is marked as secret, in whichever branch."""
    if isinstance(schema, list):
        return any(is_marked(each) for each in schema)
    if not isinstance(schema, dict):
        return False
    options = schema.get("ui:options")
    widget = options.get("widget") if isinstance(options, dict) else None
    if "password" in (schema.get("format"), schema.get("ui:widget"), widget):
        return True
    return any(schema.get(mark) is True for mark in SECRET_MARKS) or any(map(is_marked, schema.values()))


def split_secrets(schema, variables):
    """Withholds a whole variable where anything within it is secret: more than need be, never less.
    Where marks stand elsewhere (in `$defs`, in branches), nobody knows to whom they belong: all are."""
    properties = schema.get("properties") if isinstance(schema, dict) else None
    properties = properties if isinstance(properties, dict) else {}
    elsewhere = {} if not isinstance(schema, dict) else {**schema, "properties": None}
    all_secret = is_marked(elsewhere)
    secret = {name for name in variables if all_secret or is_marked(properties.get(name))}
    visible = {name: value for name, value in variables.items() if name not in secret}
    return visible, [to_pointer([name]) for name in sorted(secret)]


def to_pointer(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def template_of(connection, templates):
    """By the template that it names; by its system only where one template alone has that."""
    for template in templates:
        if template["id"] == id_of(connection, "connectionTemplateId"):
            return template
    same = [each for each in templates if each["systemId"] == id_of(connection, "systemId")]
    return same[0] if len(same) == 1 else None


def chosen_connections(activation, templates):
    """The user's own, as (template, connection): what the host provides is left out."""
    static = {each["staticId"] for each in templates}
    for found in activation.get("connections") or []:
        template = template_of(found, templates)
        if id_of(found) and id_of(found) not in static and not (template and template["managed"]):
            yield template, to_connection(found)


def to_revision(activation):
    return sign("revision", canonical([activation["id"], activation.get("dynamicVariables") or {}]))


def to_activation(activation, definition):
    variables = activation.get("dynamicVariables") or {}
    visible, secrets_set = split_secrets(definition["schema"], variables)
    status = (activation.get("environment") or {}).get("status") or definition["environmentStatus"]
    return {
        "id": activation["id"],
        "environmentId": definition["environmentId"],
        "environmentStatus": status if status in ("running", "suspended", "error", "draft") else "unknown",
        "connections": [
            {**({"connectionTemplateId": template["id"]} if template else {}), "connection": connection}
            for template, connection in chosen_connections(activation, definition["templates"])
        ],
        "dynamicVariables": visible,
        "secretsSet": secrets_set,
        "revision": to_revision(activation),
        "webhooks": [],
    }


def needs_attention(activation, templates):
    return any(not is_usable(connection) for _, connection in chosen_connections(activation, templates))


def to_summary(definition, activations):
    counted = activations is not None
    return {
        "environmentId": definition["environmentId"],
        "name": definition["name"],
        "status": definition["status"],
        "activationCount": len(activations) if counted else None,
        "needsAttention": any(needs_attention(each, definition["templates"]) for each in activations)
        if counted
        else None,
    }


def to_template(template):
    members = ("id", "name", "domain", "authTypes", "managed")
    # `connect` is null: this backend makes no connections.
    return {**without_none({name: template[name] for name in members}), "connect": None}

"""The calls of the host API. What each asks the platform, docs/host-api.md says."""

import base64
import hashlib
import hmac
import json
import os
import re
import threading
import time
import unicodedata
import uuid

import versori
from problems import Problem, from_platform, invalid, read_members
from projections import (
    auth_types, canonical, sign, split_secrets, text_or_none, to_activation, to_connection, to_revision,
    to_summary, to_template, without_none,
)

with open(os.environ.get("INTEGRATIONS", "integrations.json"), encoding="utf-8") as file:
    INTEGRATIONS = {each["environmentId"]: each for each in json.load(file)}
SETTLE_SECONDS = 5
DEFINITION_SECONDS = 10
definitions = {}


def get_definition(environment_id):
    """What host and platform say of an integration, the same for all users; kept for a while."""
    if environment_id not in INTEGRATIONS:
        raise Problem(404)
    known = definitions.get(environment_id)
    if known is None or known[0] < time.monotonic():
        known = (time.monotonic() + DEFINITION_SECONDS, load_definition(INTEGRATIONS[environment_id]))
        definitions[environment_id] = known
    return known[1]


def load_definition(integration):
    project_id, environment_id = integration["projectId"], integration["environmentId"]
    query = {"env_id": environment_id}
    root = f"/projects/{project_id}"
    project = versori.or_none(lambda: versori.read(root)) or {}
    page = versori.or_none(lambda: versori.read(root + "/connection-templates", query)) or {"items": []}
    environments = {each["id"]: each for each in project.get("environments") or []}
    environment = environments.get(environment_id)
    found = versori.items_of(page)
    shared = []
    if any(each.get("dynamic") is False for each in found):
        shared = versori.items_of(versori.read(root + "/connections", query))
    templates = [define_template(each, integration, shared) for each in found]
    is_broken = environment is None or any(each is None for each in templates)
    status = (environment or {}).get("status")
    usual = "available" if status == "running" else "error" if status == "error" else "unavailable"
    return {
        "environmentId": environment_id,
        "name": integration.get("name") or project.get("name") or environment_id,
        "environmentStatus": status,
        "status": "error" if is_broken else usual,
        "templates": [each for each in templates if each is not None],
        "schema": project.get("dynamicVariablesSchema"),
    }


def define_template(found, integration, shared):
    """`None` where nobody could activate it."""
    template_id, system_id = versori.id_of(found, "connectionTemplateId"), versori.id_of(found)
    if template_id is None or system_id is None:
        return None
    managed = found.get("dynamic") is False
    static_id = integration.get("staticConnections", {}).get(template_id)
    if managed and static_id is None:
        by_template = [(versori.id_of(each, "connectionTemplateId"), each) for each in shared]
        named = [each for its_id, each in by_template if its_id == template_id]
        unnamed = [each for its_id, each in by_template if its_id is None]
        candidates = named or [
            each for each in unnamed if versori.id_of(each, "systemId") == system_id
        ]
        if len(candidates) != 1:
            return None
        static_id = versori.id_of(candidates[0])
    return {
        "id": template_id,
        "systemId": system_id,
        "name": text_or_none(found.get("name")) or text_or_none(found.get("domain")) or template_id,
        "domain": text_or_none(found.get("domain")),
        "authTypes": auth_types(found.get("authSchemeConfigs") or []),
        "managed": managed,
        "staticId": static_id if managed else None,
    }


def list_integrations(user, _request):
    items = []
    for environment_id in INTEGRATIONS:
        definition = get_definition(environment_id)
        items.append(to_summary(definition, versori.list_activations(user, environment_id)))
    return 200, {"items": items}


def get_integration(user, _request, environment_id):
    definition = get_definition(environment_id)
    return 200, {
        **to_summary(definition, versori.list_activations(user, environment_id)),
        "connectionTemplates": [to_template(each) for each in definition["templates"]],
        "variablesSchema": definition["schema"],
    }


def list_connections(user, request, environment_id, template_id):
    definition = get_definition(environment_id)
    template = next((each for each in definition["templates"] if each["id"] == template_id), None)
    # The host's own accounts are nothing that users see.
    if template is None or template["managed"]:
        raise Problem(404)
    search, first = request.query.get("search", "").strip(), request.query.get("first", "20")
    if len(search) > 200 or not first.isdigit() or int(first) < 1:
        raise Problem(400, "search or first cannot be read.")
    binding = canonical([user, environment_id, template_id, search])
    after = open_cursor(binding, request.query["after"]) if "after" in request.query else None
    owner_id = versori.end_user_id(user)
    if owner_id is None:
        return 200, {"items": []}
    if search:
        found = versori.walk_connections(template["systemId"], owner_id)
        shown = [to_connection(each) for each in found if versori.id_of(each)]
        return 200, {"items": [each for each in shown if is_found(each, search)]}
    size = min(int(first), 100)
    found, total, following = versori.list_connections(template["systemId"], owner_id, size, after)
    cursor = seal_cursor(binding, following) if following else None
    items = [to_connection(each) for each in found if versori.id_of(each)]
    return 200, without_none({"items": items, "totalCount": total, "next": cursor})


def is_found(connection, search):
    """Every word in the name or the host, whatever the case and the accents."""
    text = fold(connection["name"] + " " + connection.get("baseUrl", "").partition("//")[2])
    return all(word in text for word in fold(search).split())


def fold(text):
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()


def seal_cursor(binding, after):
    """Signed together with user, template and search: it opens this list and no other."""
    text = base64.urlsafe_b64encode(after.encode()).decode()
    return f"{text}.{sign('cursor', binding + after)}"


def open_cursor(binding, cursor):
    text, _, signature = cursor.partition(".")
    try:
        after = base64.urlsafe_b64decode(text.encode()).decode()
    except ValueError:
        after = ""
    if not hmac.compare_digest(signature.encode(), sign("cursor", binding + after).encode()):
        raise Problem(400, "after is no cursor of this list and search.")
    return after


def list_activations(user, _request, environment_id):
    definition = get_definition(environment_id)
    found = versori.list_activations(user, environment_id)
    return 200, {"items": [to_activation(each, definition) for each in found]}


def find_own(user, environment_id, activation_id):
    """Only the user's own list proves that an activation is theirs."""
    for each in versori.list_activations(user, environment_id):
        if each["id"] == activation_id:
            return each
    raise Problem(404)


# One process: several share a table of a database with a unique key.
intents = {}
intents_lock = threading.Lock()


def activate(user, request, environment_id):
    key = request.headers.get("Idempotency-Key", "")
    try:
        key = str(uuid.UUID(key)) if len(key) == 36 else ""
    except ValueError:
        key = ""
    if not key:
        raise Problem(400, "Idempotency-Key must be a UUID: one for each intent to activate.")
    definition = get_definition(environment_id)
    body = request.read_json()
    chosen, variables = read_members(body, {"connections": list, "dynamicVariables": dict})
    body_hash = hashlib.sha256(canonical([environment_id, body]).encode()).hexdigest()
    with intents_lock:
        intent = intents.setdefault((user, key), {"lock": threading.Lock(), "hash": body_hash})
    if intent["hash"] != body_hash:
        raise Problem(422, "This Idempotency-Key was used with another body.")
    with intent["lock"]:
        if "before" in intent:
            return 200, to_activation(replay(user, environment_id, intent), definition)
        try:
            connections = choose_connections(user, definition, chosen)
            asked = {
                "userId": user,
                "environmentId": environment_id,
                "connections": connections,
                "dynamicVariables": variables,
            }
            return 201, to_activation(send_once(user, definition, intent, asked), definition)
        finally:
            if "before" not in intent:
                # Nothing was sent: the key is free again, for another body too.
                intents.pop((user, key), None)


def choose_connections(user, definition, chosen):
    """One of the user's own for each template that is theirs to choose, then the host's."""
    open_templates = {each["id"]: each for each in definition["templates"] if not each["managed"]}
    connections, owner_id = [], versori.end_user_id(user)
    for index, entry in enumerate(chosen):
        at = f"/connections/{index}"
        members = {"connectionTemplateId": str, "existingConnectionId": str}
        template_id, connection_id = read_members(entry, members, at)
        template = open_templates.pop(template_id, None)
        if template is None:
            raise invalid(at + "/connectionTemplateId", "No connection can be chosen for this template.")
        own = versori.walk_connections(template["systemId"], owner_id) if owner_id else []
        if not any(versori.id_of(each) == connection_id for each in own):
            raise invalid(at + "/existingConnectionId", "This is no connection of yours that fits here.")
        connections.append({"connectionTemplateId": template_id, "existingConnectionId": connection_id})
    if open_templates:
        raise invalid("/connections", "A connection is missing.")
    if definition["status"] != "available":
        raise Problem(409, "This integration is not available now.")
    return connections + [
        {"connectionTemplateId": each["id"], "existingConnectionId": each["staticId"]}
        for each in definition["templates"]
        if each["managed"]
    ]


def send_once(user, definition, intent, asked):
    """Asks the platform once, however it ends. What was there before tells what is new."""
    if versori.end_user_id(user) is None:
        versori.provision(user)
    environment_id = asked["environmentId"]
    before = {each["id"] for each in versori.list_activations(user, environment_id)}
    intent.update(before=before, asked=asked)
    try:
        activation = versori.call("POST", "/activations", body=asked)
        if versori.id_of(activation) is None:
            raise versori.Malformed()
        intent["id"] = activation["id"]
        return activation
    except versori.Refused as error:
        if 400 <= error.status < 500 and error.status != 408:
            del intent["before"]  # Nothing was done.
            raise to_write_problem(error, definition, asked["dynamicVariables"]) from None
    except (versori.NoAnswer, versori.Malformed):
        pass
    return look_for_lost(user, environment_id, intent)


def look_for_lost(user, environment_id, intent):
    """The only new activation with the same connections and variables is the one that was asked for."""
    until = time.monotonic() + SETTLE_SECONDS
    known = {each.get("id") for each in list(intents.values())} | intent["before"]
    while True:
        try:
            found = versori.list_activations(user, environment_id)
        except (versori.Refused, versori.NoAnswer, versori.Malformed):
            found = []
        new = [each for each in found if each["id"] not in known]
        new = [each for each in new if matches(each, intent["asked"])]
        if len(new) == 1:
            intent["id"] = new[0]["id"]
            return new[0]
        if time.monotonic() > until:
            raise Problem(503, outcome_unknown=True)
        time.sleep(0.5)


def matches(activation, asked):
    ids = {each["existingConnectionId"] for each in asked["connections"]}
    variables = activation.get("dynamicVariables") or {}
    wanted = asked["dynamicVariables"].items()
    found = {versori.id_of(each) for each in activation.get("connections") or []}
    has_all = all(name in variables and variables[name] == value for name, value in wanted)
    return has_all and found == ids


def replay(user, environment_id, intent):
    if "id" not in intent:
        return look_for_lost(user, environment_id, intent)
    for each in versori.list_activations(user, environment_id):
        if each["id"] == intent["id"]:
            return each
    raise Problem(409, "What this Idempotency-Key activated has been ended since. Take a new key.")


def to_write_problem(error, definition, variables, member="dynamicVariables"):
    """Names the variables that the platform refuses; its words only where they quote no secret."""
    if error.status not in (400, 409, 422):
        return from_platform(error)
    _, secret = split_secrets(definition["schema"], variables)
    fields = []
    for each in (error.body or {}).get("fields") or []:
        path = str(each.get("field", "")).replace("[", ".").replace("]", "").split(".")
        path = path if path[0] in ("connections", "dynamicVariables") else ["dynamicVariables", *path]
        if path[0] == "dynamicVariables":
            pointer = "/" + "/".join([member, *path[1:]])
            fields.append((pointer, "" if secret else str(each.get("message", ""))[:500]))
    return Problem(409 if error.status == 409 else 422, fields=fields)


def update_variables(user, request, environment_id, activation_id):
    definition = get_definition(environment_id)
    (variables,) = read_members(request.read_json(), {"variables": dict})
    activation = find_own(user, environment_id, activation_id)
    expected = request.headers.get("If-Match", "*")
    if expected != "*" and to_revision(activation) not in re.split(r'[\s",]+', expected):
        raise Problem(412, "The variables have changed in the meantime.")
    if variables:
        path = f"/environments/{environment_id}/activations/{activation_id}/variables"
        try:
            versori.call("PATCH", path, body=variables)
        except versori.Refused as error:
            if error.status == 404:
                raise Problem(404) from None
            raise to_write_problem(error, definition, variables, "variables") from None
        except versori.NoAnswer:
            now = find_own(user, environment_id, activation_id).get("dynamicVariables") or {}
            if any(now.get(name) != value for name, value in variables.items()):
                raise Problem(503, outcome_unknown=True) from None
    return 200, to_activation(find_own(user, environment_id, activation_id), definition)


def deactivate(user, _request, environment_id, activation_id):
    get_definition(environment_id)
    find_own(user, environment_id, activation_id)
    try:
        versori.call("DELETE", f"/environments/{environment_id}/activations/{activation_id}")
    except versori.NoAnswer:
        # Gone from the list, it was ended.
        left = versori.list_activations(user, environment_id)
        if any(each["id"] == activation_id for each in left):
            raise Problem(503, outcome_unknown=True) from None
    except versori.Refused as error:
        raise (Problem(404) if error.status == 404 else from_platform(error)) from None
    return 204, None

"""The comparison that tests ask for, its address and its facts."""

import json

from tests.pages import body_of

LEAVERS = ["EST", "FIN", "LVA", "LTU", "POL"]
DAY = "2026-11-23"
OTTAWA, CLUSTER = "ottawa-convention", "convention-on-cluster-munitions"


def address(*states, form="/", **others):
    query = "&".join([*(f"state={iso3}" for iso3 in states), *(f"{key}={value}" for key, value in others.items())])
    return f"/compare{form}?{query}"


def facts(client, *states, **others):
    """The rows of the JSON, by state and what they tell."""
    answer = json.loads(body_of(client.get(address(*states, form=".json", **{"on": DAY} | others))))
    found = {}
    for row in answer["results"]:
        found.setdefault((row["iso3"], row["treaty"], row["section"], row["fact"]), []).append(row)
    return found

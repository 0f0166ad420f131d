"""The comparison that tests ask for, and its address."""

LEAVERS = ["EST", "FIN", "LVA", "LTU", "POL"]
DAY = "2026-11-23"
OTTAWA, CLUSTER = "ottawa-convention", "convention-on-cluster-munitions"


def address(*states, form="/", **others):
    query = "&".join([*(f"state={iso3}" for iso3 in states), *(f"{key}={value}" for key, value in others.items())])
    return f"/compare{form}?{query}"

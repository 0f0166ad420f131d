"""Checked rows into the database: idempotent by natural key, and never over what an analyst changed.

Runs inside the caller's transaction. Every row it writes carries the reason below in its history; a row whose latest
history has another reason was changed by an analyst and is left alone and reported. The history also tells by which
name or date the file knows a row of which an analyst corrected just that.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.forms import Form

from config.reading import RecordError, RecordErrors, Row, column_of

REASON = "load_record"


@dataclass
class Counts:
    """What became of the rows of one file; the lists name the rows that need a person's eye."""

    file: str
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    #: In the database, once loaded from the file, and no longer in it. They stay.
    missing: list[str] = field(default_factory=list)
    #: Differ from the file because an analyst changed, entered or deleted them. They stay as the analyst left them.
    kept: list[str] = field(default_factory=list)


def load(
    tables: Mapping[type[Form], list[Row]], today: date, progress: Callable[[str, int, int], None]
) -> list[Counts]:
    """Write all tables, in their order, and verify the whole. Raises RecordErrors; then the caller rolls back."""
    keys: dict[type[models.Model], dict[Any, int | None]] = {}
    counts = []
    for form, rows in tables.items():
        table = _Table(form, keys)
        for done, row in enumerate(_in_order(form, rows)):
            progress(form.file, done, len(rows))
            table.write(row)
        if table.errors:
            raise RecordErrors(table.errors)
        counts.append(table.finish())
    if errors := list(_verify(tables, today)):
        raise RecordErrors(errors)
    return counts


def _in_order(form: type[Form], rows: list[Row]) -> list[Row]:
    """The rows as they stand; those with the mark that only one of several may bear after those that give it up."""
    mark = getattr(form, "written_last", None)
    return sorted(rows, key=lambda row: row.values[mark]) if mark else rows


def _verify(tables: Mapping[type[Form], list[Row]], today: date) -> Iterator[RecordError]:
    for form, rows in tables.items():
        lines = {row.values[form.identity[0]]: row.line for row in rows}
        for identity, attribute, reason in form.verify(today) if hasattr(form, "verify") else ():
            yield RecordError(form.file, lines.get(identity, 0), column_of(form, attribute), reason)


def _reason(instance: Any, error: IntegrityError) -> str:
    """Why the database refuses a row: the model's own words where it has some."""
    try:
        instance.validate_constraints()
    except ValidationError as refused:
        return " ".join(refused.messages)
    return f"The database refuses it: {error}"


class _Deleted(Exception):
    """A row names one that an analyst deleted."""


class _Table:
    """One file's way into its model's table. `keys` maps each model loaded so far from natural to primary keys."""

    def __init__(self, form: type[Form], keys: dict[type[models.Model], dict[Any, int | None]]) -> None:
        self.form, self.model, self.keys = form, form.model, keys
        self.counts = Counts(form.file)
        self.errors: list[RecordError] = []
        options = self.model._meta
        self.many = {relation.name: relation for relation in options.many_to_many}
        self.one = {f.name: f for f in options.concrete_fields if f.is_relation}
        rows = list(self.model.objects.all())
        self.alike = {self._same_fact(row): row for row in rows if self._same_fact(row)}
        self.linked = {name: self._links(name) for name in self.many}
        # A row whose latest history is not a load's was changed, entered or deleted by an analyst.
        latest = self.model.history.latest_of_each().exclude(history_change_reason=REASON, history_user=None)
        self.by_analysts = set(latest.values_list(options.pk.attname, flat=True))
        self.existing, self.deleted = self._identities(rows)
        # Of several rows that describe one thing, only one may bear the mark; where an analyst's does, the file's wait.
        marked = [row for row in rows if row.pk in self.by_analysts and self._marked(row)]
        self.marked = {self._marked(row): row for row in marked}
        self.seen: set[int] = set()
        if len(form.identity) == 1:
            keys[self.model] = {key[0]: row.pk for key, row in self.existing.items()}

    def write(self, row: Row) -> None:
        try:
            values, links = self._resolve(row)
        except _Deleted as deleted:
            self.counts.kept.append(f"line {row.line}: an analyst deleted {deleted}, which it names")
            return
        identity = tuple(values.get(self._attribute(name)) for name in self.form.identity)
        told = self.model(**values)
        found = self.existing.get(identity) or self.alike.get(self._same_fact(told))
        rival = self.marked.get(self._marked(told))
        if rival and (found is None or found.pk not in {rival.pk, *self.by_analysts}):
            self.counts.kept.append(f"line {row.line}: an analyst's choice stands instead, {rival}")
            self._remember(identity, found and found.pk)
            self.seen.update([found.pk] if found else [])
        elif found is None and identity in self.deleted:
            self.counts.kept.append(f"line {row.line}: deleted by an analyst")
            self._remember(identity, None)
        elif found is None:
            self._create(row, identity, values, links)
        else:
            self.seen.add(found.pk)
            self._remember(identity, found.pk)
            self._update(row, found, values, links)

    def finish(self) -> Counts:
        missing = [row for row in self.existing.values() if row.pk not in self.seen | self.by_analysts]
        self.counts.missing = [str(row) for row in missing]
        return self.counts

    def _create(self, row: Row, identity: tuple[Any, ...], values: dict[str, Any], links: dict[str, set[int]]) -> None:
        created = self.model(**values)
        self._save(row, created, links)
        self.counts.created += 1
        self._remember(identity, created.pk)

    def _remember(self, identity: tuple[Any, ...], pk: int | None) -> None:
        """Let later files name this row; with None, know that an analyst deleted it."""
        if len(identity) == 1:
            self.keys[self.model][identity[0]] = pk

    def _update(self, row: Row, found: Any, values: dict[str, Any], links: dict[str, set[int]]) -> None:
        differs = [name for name, value in values.items() if getattr(found, name) != value]
        differs += [name for name, wanted in links.items() if self.linked[name].get(found.pk, set()) != wanted]
        if not differs:
            self.counts.unchanged += 1
        elif found.pk in self.by_analysts:
            self.counts.kept.append(f"line {row.line}: {found} (an analyst's {', '.join(differs)})")
        else:
            for name, value in values.items():
                setattr(found, name, value)
            self._save(row, found, links)
            self.counts.updated += 1

    def _save(self, row: Row, instance: Any, links: dict[str, set[int]]) -> None:
        if any(error.line == row.line for error in self.errors):
            return
        instance._change_reason = REASON
        try:
            with transaction.atomic():
                instance.save()
        except IntegrityError as error:
            column = column_of(self.form, self.form.identity[0])
            self.errors.append(RecordError(self.form.file, row.line, column, _reason(instance, error)))
            return
        for name, wanted in links.items():
            if self.linked[name].get(instance.pk, set()) != wanted:
                getattr(instance, name).set(wanted)

    def _resolve(self, row: Row) -> tuple[dict[str, Any], dict[str, set[int]]]:
        """The row's values with related rows as primary keys: the columns, and the sets of many-to-many keys."""
        values, links = {}, {}
        for name, value in row.values.items():
            if name in self.many:
                links[name] = {key for one in value if (key := self._key(row, name, self.many[name], one))}
            elif name in self.one:
                values[self._attribute(name)] = self._key(row, name, self.one[name], value) if value else None
            else:
                values[name] = value
        return values, links

    def _key(self, row: Row, name: str, relation: Any, wanted: str) -> int | None:
        known = self.keys[relation.related_model]
        found = known.get(wanted)
        if found is None and wanted in known:
            raise _Deleted(wanted)
        if found is None:
            kind = relation.related_model._meta.verbose_name
            reason = f"There is no {kind} {str(wanted)[:80]!r}."
            self.errors.append(RecordError(self.form.file, row.line, column_of(self.form, name), reason))
        return found

    def _attribute(self, name: str) -> str:
        return self.one[name].attname if name in self.one else name

    def _identity(self, row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, self._attribute(name)) for name in self.form.identity)

    def _same_fact(self, row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, self._attribute(name)) for name in getattr(self.form, "same_fact", ()))

    def _marked(self, row: Any) -> tuple[Any, ...]:
        """Of what the row is the one with the mark; empty where it does not bear it."""
        mark = getattr(self.form, "written_last", None)
        if not mark or not getattr(row, mark):
            return ()
        return tuple(getattr(row, self._attribute(name)) for name in self.form.marked_once)

    def _identities(self, rows: list[Any]) -> tuple[dict[tuple[Any, ...], Any], set[tuple[Any, ...]]]:
        """The rows by what identifies them, and what identified those that an analyst deleted.

        An analyst may have corrected just that, a date or a key: the file still means the row it last wrote.
        """
        key, history = self.model._meta.pk.attname, self.model.history
        changed = history.exclude(history_change_reason=REASON, history_user=None).values(key)
        written = history.filter(history_change_reason=REASON, history_user=None, **{f"{key}__in": changed})
        told = {getattr(past, key): self._identity(past) for past in written.order_by("history_date", "history_id")}
        by_key = {row.pk: row for row in rows}
        existing = {identity: by_key[pk] for pk, identity in told.items() if pk in by_key}
        # A row that an analyst entered has no key of a file.
        existing |= {self._identity(row): row for row in rows if any(self._identity(row))}
        deleted = {identity for pk, identity in told.items() if pk not in by_key}
        return existing, deleted | {self._identity(gone) for gone in history.filter(history_type="-")}

    def _links(self, name: str) -> dict[int, set[int]]:
        through = self.many[name].remote_field.through
        linked: dict[int, set[int]] = {}
        pairs = through.objects.values_list(self.many[name].m2m_column_name(), self.many[name].m2m_reverse_name())
        for own, other in pairs:
            linked.setdefault(own, set()).add(other)
        return linked

"""Static files under names that carry a hash of their content, the style sheet in one piece."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE_SHEET = "css/site.css"
#: `@import url("tokens.css") layer(tokens);`, the only form in which the style sheet names its parts.
PART = re.compile(r'@import url\("(?P<name>[\w.-]+)"\) layer\((?P<layer>[\w-]+)\);')


class WholeStyleSheet:
    """A storage that gives the style sheet with its parts put in: browsers then ask for one file."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def open(self, path: str) -> ContentFile:
        sheet = PART.sub(lambda part: self._layer(path, **part.groupdict()), self._read(path))
        return ContentFile(sheet.encode())

    def _layer(self, path: str, name: str, layer: str) -> str:
        return f"@layer {layer} {{\n{self._read(path.rpartition('/')[0] + '/' + name)}}}"

    def _read(self, path: str) -> str:
        with self.storage.open(path) as file:
            return file.read().decode()


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashed names once `collectstatic` has run; plain ones before, so that no page fails for want of a style sheet."""

    manifest_strict = False

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        try:
            return super().hashed_name(name, content, filename)
        except ValueError:
            return name

    def post_process(self, paths: dict[str, Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
        """Name and compress what was collected; the style sheet under its hashed name is whole."""
        if STYLE_SHEET in paths:
            storage, path = paths[STYLE_SHEET]
            paths[STYLE_SHEET] = (WholeStyleSheet(storage), path)
        yield from super().post_process(paths, *args, **kwargs)

"""What an import made of a posting: its file, and what became of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heymilo_ops.importer.manifest import ImportedManifest
from heymilo_ops.importer.personal_data import PersonalData, PersonalKind
from heymilo_ops.model.live import Live


class FileResult(StrEnum):
    """What became of a file."""

    PLANNED = "planned"
    """A dry run: it would be written."""
    PRESENT = "present"
    """A file of this repo takes the posting over already."""
    TAKEN = "taken"
    """Something else has its path, and stays as it is."""
    WITHHELD = "withheld"
    """It holds what looks like personal data or a credential, and nobody said yes."""
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The file of a posting.

    Attributes:
        address: the posting's name in this repo.
        path: relative to the repo.
        manifest: what was made of the posting; ``None`` where its file is there already.
    """

    live: Live
    address: str
    path: str
    result: FileResult
    manifest: ImportedManifest | None = None

    @property
    def is_set_aside(self) -> bool:
        """Whether no plan reads it, since its name begins with ``_``."""
        return any(part.startswith("_") for part in self.path.split("/"))

    @property
    def personal(self) -> tuple[PersonalData, ...]:
        """What looks like personal data or a credential."""
        return self.manifest.personal if self.manifest is not None else ()

    @property
    def needs_approval(self) -> bool:
        """Whether the file itself holds some of that: what an ATS has set up is in no file."""
        return any(item.kind is not PersonalKind.ATS for item in self.personal)

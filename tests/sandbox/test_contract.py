"""The sandbox against the vendor's document, where that is present: it is never part of this repo."""

from __future__ import annotations




"""How many texts are remembered with what was made of them: postings share many of theirs."""

from __future__ import annotations

MOST_TEXTS = 16384

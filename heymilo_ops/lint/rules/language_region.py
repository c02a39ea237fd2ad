"""A language with a region."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, info


@info("AP191")
def language_region(subject: Subject) -> Iterator[Hit]:
    """A region in the language of a posting may have no effect.

    HeyMilo's create documents two letters, its update a tag with a region such as pt-BR. Nothing says which
    region an interview is held in; the voice decides how it sounds.

    PASS:
        language: de
        interview_template_id: IT_abc123
    FAIL:
        language: de-AT
        interview_template_id: IT_abc123
    """
    language, _, region = subject.manifest.language.partition("-")
    if region:
        yield Hit(
            "/language",
            f"HeyMilo documents {language} for a new posting and {subject.manifest.language} only for an update",
            f"write {language} where the region is of no interest, else choose a voice_id that speaks it",
        )

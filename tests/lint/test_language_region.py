from __future__ import annotations

from heymilo_ops.lint.rules.language_region import language_region


def test_a_region_is_named_with_the_language_that_stands_before_it(hits_of):
    (hit,) = hits_of(language_region, {"language": "pt-BR"})
    assert hit.pointer == "/language"
    assert "pt-BR" in hit.message and "write pt " in hit.help


def test_a_language_alone(hits_of):
    assert hits_of(language_region, {"language": "pt"}) == []

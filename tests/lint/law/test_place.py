from __future__ import annotations

import pytest

from heymilo_ops.lint.law.place import find_place, including, nearest_place, place_name, place_names


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("US", "US"),
        ("us-ny", "US-NY"),
        (" NL ", "NL"),
        ("UK", "GB"),
        ("uk-nir", "GB-NIR"),
        ("US-NYC", "US-NYC"),
        ("EU", "EU"),
        ("DE-BY", "DE-BY"),
        ("FR-75", "FR-75"),
        ("FR-75XX", None),
        ("US-XX", None),
        ("Netherlands", None),
        ("XX", None),
        ("", None),
    ],
)
def test_a_place_is_known_by_its_code(written: str, code: str | None) -> None:
    assert find_place(written) == code


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("US-NYC", ("US-NYC", "US-NY", "US")),
        ("NL", ("NL", "EU")),
        ("GB-NIR", ("GB-NIR", "GB")),
        ("DE-BY", ("DE-BY", "DE", "EU")),
        ("EU", ("EU",)),
        ("NZ", ("NZ",)),
    ],
)
def test_a_place_includes_those_above_it(code: str, above: tuple[str, ...]) -> None:
    assert including(code) == above


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Netherlands", "NL"),
        ("England", "GB-ENG"),
        ("USA", "US"),
        ("nyc", "US-NYC"),
        ("Germny", "DE"),
        ("New York", "US-NY"),
        ("US-NYX", "US-NY"),
        ("zzzzzz", None),
    ],
)
def test_the_nearest_place_is_found_by_name_or_code(written: str, code: str | None) -> None:
    assert nearest_place(written) == code


def test_every_place_with_a_name_is_a_place_and_what_it_lies_in_is_one() -> None:
    assert len(place_names()) > 300
    for code in place_names():
        assert find_place(code) == code
        assert all(find_place(above) == above for above in including(code))


def test_a_place_without_a_name_is_called_by_its_code() -> None:
    assert (place_name("NL"), place_name("FR-75")) == ("Netherlands", "FR-75")

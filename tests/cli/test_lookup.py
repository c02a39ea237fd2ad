from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import full_disk_for

Repo = Any

KINDS = ["voices", "phones", "senders", "email-groups", "design-groups", "templates"]


def config(repo: Repo) -> str:
    return str((repo.root / "heymilo.yaml").read_text(encoding="utf-8"))


def test_without_a_key(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEYMILO_API_KEY")
    ran = repo.cli("lookup", "voices")
    assert ran.code == 5
    assert "HEYMILO_API_KEY is not set" in ran.err


def test_with_a_wrong_key_nothing_is_written(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYMILO_API_KEY", "wrong-key")
    before = config(repo)
    ran = repo.cli("lookup", "voices", "--write")
    assert ran.code == 5
    assert "refuses the key" in ran.err
    assert "wrong-key" not in ran.text
    assert config(repo) == before


def test_an_unknown_kind(repo: Repo) -> None:
    assert repo.cli("lookup", "dragons").code == 64


def test_another_value_is_refused_and_nothing_is_written(repo: Repo) -> None:
    text = config(repo).replace("    settle_seconds: 0\n", "    settle_seconds: 0\n    vars: {voice_imogen: wrv-old}\n")
    (repo.root / "heymilo.yaml").write_text(text, encoding="utf-8")
    ran = repo.cli("lookup", "voices", "--write")
    assert ran.code == 1
    assert "voice_imogen is wrv-old there, and wrv-5a4d02 at HeyMilo" in ran.err
    assert config(repo) == text


def test_a_file_that_can_not_be_written_stays(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    before = config(repo)
    full_disk_for(monkeypatch, "heymilo.yaml")
    ran = repo.cli("lookup", "voices", "--write")
    assert ran.code == 1
    assert "can't be written" in ran.err
    assert config(repo) == before


def test_nothing_found(repo: Repo) -> None:
    ran = repo.cli("lookup", "voices", "--search", "nobody")
    assert (ran.code, ran.out) == (0, "")
    assert "No voices in 'production' with 'nobody'" in ran.err
    assert repo.cli("lookup", "voices", "--search", "nobody", "--format", "yaml").out == "vars: {}\n"


def test_the_table_names_them_as_people_do(repo: Repo) -> None:
    ran = repo.cli("lookup", "voices", "--search", "imo")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "NAME    ID          LANGUAGE  COUNTRY  GENDER  PROVIDER",
        "Imogen  wrv-5a4d02  en-GB     GB       female  cartesia",
    ]


def test_json(repo: Repo) -> None:
    found = repo.cli("lookup", "phones", "--search", "0018", "--json").json
    assert found["found"] == [
        {"id": "666A24C3", "name": "+442079460018", "var": "phone_442079460018", "country": "GB", "active": "yes"}
    ]
    assert (found["workspace"], found["kind"], found["format_version"]) == ("production", "phones", "1.0")


def test_yaml_is_ready_to_paste(repo: Repo) -> None:
    ran = repo.cli("lookup", "design-groups", "--format", "yaml")
    assert ran.out == (
        "vars:\n  design_group_house_style: D04C1E9B3F60  # House style\n  design_group_plain: D04C1E9B3F61  # Plain\n"
    )


def test_written_ids_serve_a_posting(repo: Repo) -> None:
    for _ in range(2):
        ran = repo.cli("lookup", "senders", "--search", "talent", "--write")
        assert ran.code == 0
    assert ran.out == ""
    assert config(repo).count("sender_talent_jobs_sandbox_example: A72B528BDEDF  # talent@jobs.sandbox.example\n") == 1
    repo.edit("redirect_url:", "sender_email_id: {var: sender_talent_jobs_sandbox_example}\nredirect_url:")
    assert "sender_email_id: A72B528BDEDF" in repo.cli("render", "support").out


@pytest.mark.parametrize("kind", KINDS)
def test_the_embedded_sandbox_has_samples(kind: str, repo: Repo) -> None:
    ran = repo.cli("-w", "sandbox", "lookup", kind, "--write")
    assert ran.code == 0
    assert ran.out.count("\n") >= 2
    assert repo.cli("lint").code == 0

"""The places where candidates are."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.law.place import find_place, nearest_place, place_name
from heymilo_ops.lint.notices.needs import lawyer_entries
from heymilo_ops.lint.rule import Hit, Subject, error, info


@error("FR200")
def place_unknown(subject: Subject) -> Iterator[Hit]:
    """Each of ``ops.jurisdictions`` is a place that is known.

    Countries and their parts are written as in ISO 3166, such as NL, US-NY or GB-NIR; EU stands for the European
    Union, and a few cities have codes of their own: US-CHI, US-LAX, US-NYC, US-PHL, US-SEA, US-SFO. A place includes
    those above it: what holds in US-NY and in the US holds in US-NYC.
    The law of an unknown place is one that nobody looks at.

    PASS:
        ops: {jurisdictions: [NL, US-NYC]}
    FAIL:
        ops: {jurisdictions: [Netherlands]}
    """
    for number, written in enumerate(subject.manifest.ops.jurisdictions or ()):
        if find_place(written) is None:
            near = nearest_place(written)
            yield Hit(
                f"/ops/jurisdictions/{number}",
                f'"{written}" is no place that is known here',
                f"write {near}, which is {place_name(near)}"
                if near
                else "write a code of ISO 3166, such as NL or US-NY",
            )


@info("FR201")
def place_without_law(subject: Subject) -> Iterator[Hit]:
    """What the law of each of ``ops.jurisdictions`` says is on record.

    Where nothing is, topics that are sensitive in most places are warnings there, and no local notice is asked for.

    PASS:
        ops: {jurisdictions: [NL]}
    FAIL:
        ops: {jurisdictions: [BR]}
    """
    if not subject.law.entries:
        return
    for number, written in enumerate(subject.manifest.ops.jurisdictions or ()):
        code = find_place(written)
        if code is not None and not subject.law.knows(code):
            yield Hit(
                f"/ops/jurisdictions/{number}",
                f"no law of {place_name(code)} is on record here, so nothing local was checked",
                "ask your lawyer what holds there",
            )


@info("FR202")
def lawyer_needed(subject: Subject) -> Iterator[Hit]:
    """Some duties can't be met by any text of a posting; this names them once, with a link.

    PASS:
        ops: {jurisdictions: [NZ, US-TX]}
    FAIL:
        interview_process_overview: An AI asks. To talk to a person instead, reply to the invitation.
        workflow:
          - type: web_interview
            questions:
              - {text: Tell me about a customer who was upset., not_scored: true}
        ops: {jurisdictions: [US-NYC]}
    """
    entries = lawyer_entries(subject)
    if not entries:
        return
    first = entries[0]
    where = ", ".join(place_name(place) for place in subject.places if any(entry.holds_in(place) for entry in entries))
    more = f", and {len(entries) - 1} more" if len(entries) > 1 else ""
    yield Hit(
        "/ops/jurisdictions",
        f"no text of a posting can do all that {where} may ask for: {first.what_it_says.rstrip('.')}{more}",
        f"ask your lawyer: {first.source_url}; `heymilo-ops explain FR202` lists all",
        since=min(entry.since for entry in entries),
    )

"""What is taken for true of HeyMilo, of stores and of machines, and what notices where it is not.

Claim no more than is true: where nothing notices, ``detector`` is empty.
"""

from __future__ import annotations

from tests.guarantees.kinds import Assumption, tests, traces

HEYMILO: tuple[Assumption, ...] = (
    Assumption(
        "listed-in-time",
        "HeyMilo carries out and lists a create within a request's time limit and `settle_seconds`, 30 seconds each "
        "unless set otherwise; what two lists don't show by then was not made.",
        "The next plan that lists the posting reports it as a late commit (PL504): an error where the plan would make "
        "it anew, else a warning that names it.",
        "Where it was sent again before it came, two postings are open until a person archives one.",
        tests(
            "plan/test_ownership_findings.py",
            "test_a_late_create_that_is_still_asked_for_stops_the_plan",
            "test_a_late_attempt_beside_the_one_on_record_is_a_warning",
        )
        + traces("committed_late"),
    ),
    Assumption(
        "no-means-no",
        "A 400, 401, 403, 404, 405, 413, 415, 422 or 429 says that HeyMilo did nothing; so does a second 409 with the "
        "same words, where no list shows anything.",
        "A posting that is there all the same carries marks that the state doesn't know: the next plan stops (PL501).",
        "After a 429 the same request goes out again: two postings of one operation, of which one is told as a copy.",
        tests("plan/test_drift.py", "test_a_marked_posting_under_a_wanted_name_stops"),
    ),
    Assumption(
        "marks-are-kept",
        "HeyMilo keeps the metadata of a posting as it was sent, and lists it.",
        "Where an outcome is unknown, a newer posting with the name or the title is a probable match, and a person is "
        "asked. A posting on record that has none is not written to without `--allow-unmarked` (PL506). Where the "
        "state is lost, a posting with the name is told (PL505).",
        "Marks, name and title all changed: nothing notices, and a second posting may be made.",
        tests(
            "apply/test_reconcile.py",
            "test_a_newer_posting_without_marks_and_with_the_name_or_title_is_a_probable_match",
        )
        + tests("plan/test_drift.py", "test_marks_that_were_taken_off_are_told")
        + tests("plan/test_ownership_findings.py", "test_one_that_would_be_made_a_second_time_is_a_warning"),
    ),
    Assumption(
        "marks-are-ours",
        "Nobody but this tool writes its marks.",
        "Copies of a posting are told and left alone; where it can't be told which is the copy, the plan stops "
        "(PL501), or the outcome stays open.",
        "Whoever writes the marks of an operation whose outcome is unknown, with that operation's id, is believed.",
        tests("plan/test_drift.py", "test_a_clone_with_copied_marks_is_reported_and_left_alone")
        + tests("apply/test_reconcile.py", "test_two_of_which_none_is_older_are_left_alone"),
    ),
    Assumption(
        "dated-by-one-clock",
        "`created_at` is HeyMilo's own, of one clock that never goes back.",
        "Where it is missing or the same, nothing is guessed: such a posting may be the newer, and none of several is "
        "taken.",
        "A clock that goes back is not noticed: a posting without marks may be passed over as older, or a copy taken "
        "for its original.",
        tests("model/test_state.py", "test_who_was_first_is_not_guessed")
        + tests("apply/test_reconcile.py", "test_without_a_high_water_mark_whatever_is_alike_is_a_match"),
    ),
    Assumption(
        "writes-are-dated",
        "HeyMilo dates a write later than the create of the posting or question that it changes.",
        "",
        "What somebody changes between a create and the first reading of the posting, seconds later, counts as "
        "HeyMilo's own way of showing what it was sent, and is never drift; so does then a value that the manifest "
        "leaves out. No reading tells the two apart: HeyMilo fills in defaults, and doesn't say which.",
    ),
    Assumption(
        "updated-at-moves",
        "HeyMilo moves `updated_at` with every change of a posting.",
        "Title, settings, metadata and marks are compared in every plan that lists, whatever the time says; "
        "`--refresh full` compares questions too.",
        "Other texts changed there are not noticed. Nor is what is changed between a plan and its apply: "
        "the apply writes over a setting that it was approved to change.",
        tests(
            "plan/test_drift.py",
            "test_a_difference_is_told_although_the_time_of_the_last_change_stands_still",
            "test_questions_changed_outside_are_told",
        ),
    ),
    Assumption(
        "statuses-are-documented",
        "A posting is a draft, active, expired or archived.",
        "Any other status is reported by its name in the plan, and after a create.",
        "Whether such a posting takes candidates is for a person to see; it counts as open.",
        tests("plan/test_drift.py", "test_a_posting_that_takes_nobody_is_noted"),
    ),
    Assumption(
        "lists-are-whole",
        "HeyMilo's list of postings, read page by page, shows every posting that isn't archived.",
        "A page that fails or repeats is seen, and nothing is made by a list that did not come to its end (PL503).",
        "A posting that two whole lists in a row leave out is not noticed before a later list shows it.",
        tests(
            "remote/test_postings.py",
            "test_a_page_that_repeats_is_seen",
            "test_a_failure_in_the_middle_is_no_short_list",
        )
        + tests("plan/test_drift.py", "test_an_incomplete_listing_stops_creates"),
    ),
    Assumption(
        "archiving-twice-is-harmless",
        "Archiving a posting that is archived does nothing; so does the same PATCH a second time.",
        "",
        "They are looked for before they are sent again, but a late one may still be carried out after that.",
    ),
    Assumption(
        "one-state",
        "Nobody applies the same project and workspace from another state.",
        "Its postings carry our marks and aren't on record: the plan stops (PL501).",
        "Two that begin in the same minute, each with an empty state of its own, both create; the next plan of either "
        "stops.",
        tests(
            "plan/test_drift.py",
            "test_a_marked_posting_and_no_state_stops",
            "test_another_posting_of_the_same_revision_by_another_operation_stops",
        ),
    ),
)

STORES: tuple[Assumption, ...] = (
    Assumption(
        "conditions-are-honoured",
        "An object store decides a conditional write by itself: one writer wins.",
        "A probe before the first write refuses a store that ignores conditions.",
        "A store that first checks and then sets, in two steps, passes the probe. SeaweedFS and Azurite were raced; "
        "the buckets of Amazon, Microsoft and Google were not.",
        tests("statefile/test_probe.py", "test_a_store_that_ignores_a_condition_is_refused")
        + tests("statefile/contract/test_negatives.py", "test_a_store_that_ignores_conditions_is_refused")
        + tests("statefile/contract/test_contract.py", "test_of_racers_exactly_one_wins"),
    ),
    Assumption(
        "writes-are-seen-at-once",
        "What was written is what the next read and the next list show.",
        "A missing document in the middle of the journal is refused as a gap; a number that is taken, or a state that "
        "moved, is refused as it is written.",
        "A read that shows an older state whole is not noticed before the first write.",
        tests("statefile/test_journal.py", "test_a_gap", "test_an_older_state_under_a_newer_journal")
        + tests("statefile/test_store.py", "test_a_state_that_moved_is_not_overwritten"),
    ),
    Assumption(
        "branch-moves-by-lease-alone",
        "A git remote refuses a push whose lease doesn't hold, and nobody rewrites or removes the branch.",
        "A branch that is gone, or gone back, is a lost or stale state: the next plan stops (PL501).",
        "A remote that takes such a push undoes the other's write; nothing notices at once.",
        tests("cli/test_safety.py", "test_an_empty_state_against_our_postings_stops", "test_an_older_state_stops"),
    ),
    Assumption(
        "disks-keep-their-word",
        "A rename is atomic, and what was synced outlasts a power cut.",
        "A torn state or document is refused at any length, and so is a snapshot that isn't what its digest says. A "
        "disk that goes back to an older state is a stale state: the next plan stops (PL501).",
        "On Windows, and on file systems that can't sync a folder, a name may be lost in a power cut.",
        tests(
            "statefile/test_torn.py",
            "test_a_torn_file_is_refused_at_every_length",
            "test_a_torn_document_of_the_journal_is_not_passed_over",
        )
        + tests("cli/test_safety.py", "test_an_older_state_stops"),
    ),
    Assumption(
        "flock-is-local",
        "A lock on a file holds for every process that reaches the folder, and is free once its process ended.",
        "",
        "On a network drive that doesn't pass locks on, two machines may apply at once: keep a shared state in a "
        "bucket or on a git branch. Nothing warns of it.",
    ),
)

MACHINES: tuple[Assumption, ...] = (
    Assumption(
        "clock-counts-suspension",
        "The clock of the lease is never set, and goes on while the machine sleeps. Linux has such a clock.",
        "Elsewhere a holder that slept may think that it holds the lease: its next document is refused, since whoever "
        "took over sealed its journal.",
        "What it had announced already it may still send.",
        tests("statefile/test_journal.py", "test_who_lost_the_lock_can_neither_add_nor_fold")
        + traces("asleep_before_the_outcome"),
    ),
    Assumption(
        "wall-clock-may-be-wrong",
        "No decision on locks, on absence or on what is sent is made by the machine's date and time; they are written "
        "down for people.",
        "A clock that is ahead takes no lease from anybody: one that calls itself over is watched for a whole term.",
        "By the date are decided: whether a deadline has passed, how long a `Retry-After` with a date asks to wait, "
        "and when a killed writer's temporary file is old enough to go.",
        tests("statefile/test_lease.py", "test_a_clock_that_is_ahead_does_not_take_a_lease_that_is_alive"),
    ),
    Assumption(
        "processes-are-told-apart",
        "Boot id, namespace, process id and start time tell whether the process that holds a lease has ended.",
        "Where the system can't say, the process counts as running, and its lease is watched for a whole term.",
        "Two virtual machines that were resumed from one image look like one host to each other.",
        tests(
            "statefile/test_process.py",
            "test_where_the_system_says_nothing_no_process_is_gone",
            "test_of_another_host_boot_or_container_nothing_is_known",
            "test_a_process_id_used_again_is_another_process",
        ),
    ),
    Assumption(
        "requests-end",
        "A request is over 30 seconds after it began, as far as this side goes.",
        "An answer whose body drips is cut off then, and the outcome is unknown.",
        "A silence is cut off 30 seconds after the last byte, so an answer whose headers drip lasts longer. The lock "
        "is asked for 65 seconds before a send and lasts up to two minutes.",
        tests("remote/test_client.py", "test_a_write_is_unknown_where_the_answer_drips"),
    ),
    Assumption(
        "not-stopped-before-a-send",
        "A process isn't stopped between asking for its lock and sending its request, and woken after somebody else "
        "took over and waited.",
        "What it sends then is a late commit: the next plan that lists the posting reports it (PL504). The process "
        "itself can't write the state any more.",
        "Where it was sent again before, two postings are open until a person archives one.",
        tests("plan/test_ownership_findings.py", "test_a_late_attempt_beside_the_one_on_record_is_a_warning")
        + traces("committed_late"),
    ),
    Assumption(
        "ids-are-unique",
        "Operations and states have ids of 128 random bits, leases and documents of the journal of 64, and no two are "
        "the same.",
        "",
        "Two operations with one id would be taken for one.",
    ),
    Assumption(
        "sha-256",
        "No two different contents have the same SHA-256.",
        "",
        "One would be taken for the other, and count as applied.",
    ),
)

ASSUMPTIONS: tuple[tuple[str, tuple[Assumption, ...]], ...] = (
    ("Of HeyMilo", HEYMILO),
    ("Of places for the state", STORES),
    ("Of machines", MACHINES),
)

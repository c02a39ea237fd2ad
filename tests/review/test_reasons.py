"""Every reason and note of a plan, word for word."""

import pytest

from heymilo_ops.model.reason import Reason, ReasonCode, as_written, of_posting
from heymilo_ops.review.reasons import reason_sentence, reason_sentences

R, C = Reason, ReasonCode
GONE = R(C.MANIFEST_GONE)
NOT_READABLE = R(C.MANIFEST_NOT_READABLE, "postings/nurse.yaml", "has no name that can be read")

WORDS: dict[Reason, str] = {
    R(C.FILE_AS_COMMITTED, "a.yaml", "0123"): "a.yaml will be written as commit 0123 has it.",
    R(C.FILE_AS_COMMITTED_WITH_SETTINGS, "a.yaml", "0123"): (
        "a.yaml will be written as commit 0123 has it with today's settings."
    ),
    R(C.FILE_MISSING, "a.yaml"): "a.yaml isn't there and will be written anew.",
    R(C.FILE_UNREADABLE, "a.yaml"): "a.yaml can't be read and will be written anew.",
    R(C.FILE_EDITED, "a.yaml"): "a.yaml will be edited in place.",
    R(C.FILE_LOSES_COMMENTS, "a.yaml", ("# one", "# two"), 0): (
        "Comments of a.yaml that go with what they stand at: # one; # two."
    ),
    R(C.FILE_LOSES_COMMENTS, "a.yaml", ("# one",), 1): (
        "Comments of a.yaml that go with what they stand at: # one. `git show HEAD:a.yaml` has what is there now."
    ),
    R(C.FILE_LOSES_SHARING, "a.yaml", ("one",)): (
        "No longer shared by a.yaml, since it would come to something else by now: one."
    ),
    as_written("As it stands {0}."): "As it stands {0}.",
    of_posting("nurse", R(C.NEW)): "nurse: it is new",
    R(C.NEW): "it is new",
    R(C.ARCHIVED_BEFORE, 3): "it was archived after revision 3",
    R(C.SETTINGS_CHANGED): "settings changed: the posting and its link stay",
    R(C.ONLY_OPS_CHANGED): "only ops changed: recorded in the state, the posting stays as it is",
    R(C.DESIGN_CHANGED): "its design changed: a new posting takes its place",
    R(C.RECREATED): "--recreate: a new posting takes its place",
    R(C.RECREATED_ON_OLD_DESIGN): (
        "--recreate: a new posting takes its place, on the design that was applied: the new one is held"
    ),
    R(C.OLD_ARCHIVED, "p1"): "the old posting p1 is archived: links already sent stop for new people",
    R(C.OLD_DRAINS, "p1", 14): (
        "the old posting p1 drains: a later apply archives it, when nobody is left in it or 14 days after this one; "
        "until then its link takes new people"
    ),
    R(C.OLD_KEPT, "p1"): "the old posting p1 stays open (on_replace: keep)",
    R(C.OLD_GONE, "p1"): "the old posting p1 is archived or deleted already",
    R(C.HOLD_LIFTED): "another design is applied, so the hold is lifted",
    R(C.DESIGN_HELD, "2027-01-01", "kim", "nurse", "live"): (
        "this design is held since 2027-01-01 by kim: it isn't applied again until another design is, or "
        "`heymilo-ops -w live unhold nurse`"
    ),
    R(C.ON_CHANGE_HOLD): "its design changed, and on_change is hold",
    R(C.ON_CHANGE_HOLD_CLASS, "scoring"): "its design changed, and on_change is hold for scoring changes",
    R(C.LINT_BARS, 1, ("KO101",), "prod"): (
        "lint finds an error in it (KO101): correct what `heymilo-ops -w prod lint` shows"
    ),
    R(C.LINT_ERRORS, 2, ("FR111", "KO101")): (
        "lint finds 2 errors in it (FR111, KO101); that bars creating or replacing it and an edit of that text, which "
        "this plan doesn't do"
    ),
    R(C.LINT_DISMISSED, "KO101", "late", R(C.DISMISSED_BY_COMMENT, "agreed", "HR-1")): (
        "KO101 late, an error, doesn't count, by a comment: agreed; HR-1"
    ),
    R(C.LINT_DISMISSED_COUNT, 1, 1, ("1 by baseline",), "prod"): (
        "1 finding doesn't count: 1 by baseline. `heymilo-ops -w prod lint --format json` has them."
    ),
    R(C.LINT_DISMISSED_COUNT, 3, 2, ("2 by comment", "1 by config"), "prod"): (
        "3 findings don't count, 2 of them errors: 2 by comment, 1 by config. `heymilo-ops -w prod lint --format "
        "json` has them."
    ),
    R(C.DISMISSED_BY_COMMENT, "agreed", ""): "by a comment: agreed",
    R(C.DISMISSED_BY_EXCEPTION, "false-alarm", "HR-1"): "by heymilo-exceptions.yaml: false-alarm; HR-1",
    R(C.DISMISSED_BY_BASELINE, "", ""): "by the baseline",
    R(C.DISMISSED_BY_CONFIG, "lint.ignore", ""): "by heymilo.yaml: lint.ignore",
    R(C.EDITED_IN_PLACE): "its design changed, in the posting that is live",
    R(C.HALF_EDITED, 3, "2027-01-01T10:00:00Z", 2): (
        "an edit in place to revision 3, begun at 2027-01-01T10:00:00Z, has not ended: the posting is between "
        "revisions 2 and 3"
    ),
    R(C.MAY_BE_HALF_EDITED, 2, "production"): (
        "the state was rebuilt without this manifest, and whether an edit in place to revision 2 ended was not "
        "compared: `heymilo-ops -w production state rebuild` compares it"
    ),
    R(C.HEYMILO_WRITES_ONCE): (
        "it can't be edited in place: HeyMilo writes questions by itself only when a posting is created"
    ),
    R(C.STEP_UNKNOWN, "form"): (
        "it can't be edited in place: it has two form steps, and HeyMilo doesn't say to which of them a question "
        "belongs"
    ),
    R(C.NOT_CLEARABLE, "options"): (
        "it can't be edited in place: HeyMilo documents no way to take options off what is live"
    ),
    R(C.OVER_UPDATE_MAX, "instructions", 10000): (
        "it can't be edited in place: HeyMilo takes this value of instructions only on create; an update takes "
        "at most 10000"
    ),
    R(C.UNDER_UPDATE_MIN, "score_weight", 1): (
        "it can't be edited in place: HeyMilo takes this value of score_weight only on create; an update takes "
        "at least 1"
    ),
    R(C.QUESTIONS_ALIKE, ("q1", "q2"), "Why?"): (
        "questions q1 and q2 at HeyMilo are of one kind and have the same text, 'Why?', and which of them is meant "
        "can't be told: delete or reword one of them there"
    ),
    R(C.QUESTION_MISSING, "Why?"): (
        "HeyMilo doesn't have the question 'Why?' any more: somebody changed or deleted it there; put it back there, "
        "or let `on_change: replace` make a new posting"
    ),
    R(C.QUESTION_UNKNOWN, "q1", "Why?"): (
        "HeyMilo has a question that isn't from here, q1 'Why?': add it to the manifest, or delete it at HeyMilo"
    ),
    R(C.STEPS_CHANGED): (
        "HeyMilo has other steps than were applied: put them back there, or let `on_change: replace` make a new posting"
    ),
    R(C.EDIT_STOPPED, R(C.INTERRUPTED)): (
        "the edit in place stopped half-way, and the posting is between two revisions; the next apply goes on: the "
        "run was interrupted"
    ),
    R(C.EDIT_TOO_LONG, 8): "after 8 rounds HeyMilo still shows it otherwise than it was sent",
    R(C.READS_OTHERWISE, "operator"): (
        "HeyMilo shows operator otherwise than it was sent, each time: that counts as done"
    ),
    R(C.DESIGN_OUTDATED, R(C.ON_CHANGE_HOLD)): (
        "its design changed, and on_change is hold; the design that was applied can't be made again by this release, "
        "so nothing else is changed either"
    ),
    R(C.ROLE_CLOSED, "p1"): (
        "ops.lifecycle is closed: posting p1 is archived and its link stops for new people; its file and history "
        "stay, and no other is made while it says so"
    ),
    R(C.ROLE_DRAINED, "p1"): (
        "ops.lifecycle is draining and nobody is left in posting p1: it is archived and its link stops for new people"
    ),
    R(C.ROLE_DRAINED_BY_TIME, "p1", 14): (
        "ops.lifecycle is draining and its 14 days are over: posting p1 is archived even if people are in it, and its "
        "link stops for new people"
    ),
    R(C.ROLE_DRAINS, "p1", 14): (
        "ops.lifecycle is draining: a later apply archives posting p1, when nobody is left in it or 14 days after "
        "this one; until then its link takes new people, since HeyMilo has no pause"
    ),
    R(C.ROLE_DRAINS_ON_OLD_DESIGN): "ops.lifecycle is draining, so another design is not applied",
    R(C.ROLE_REOPENS, 3): (
        "its role was closed after revision 3 and is open again: a new posting with a new link; the old link stays "
        "closed"
    ),
    R(C.ROLE_NOT_MADE, "closed"): "ops.lifecycle is closed, so no posting is made",
    R(C.KEPT_STAYS_OPEN, ("p1", "p2")): "kept open by on_replace: keep: p1, p2",
    R(C.STILL_DRAINS, "p1", "2027-01-24"): (
        "posting p1 drains: an apply archives it when nobody is left in it, at the latest on 2027-01-24; until then "
        "its link takes new people"
    ),
    R(C.RECONNECT, ("p1", "p2")): (
        "set up again for the new posting, as soon as it is there: the ATS mapping, webhooks and the ingestion key, "
        "which stay behind with p1, p2"
    ),
    R(C.DISCONNECTS, ("p1",)): (
        "what the ATS, webhooks or the ingestion key send to p1 reaches nobody any more: end the connection in the ATS"
    ),
    R(C.REGISTERED_BETWEEN, 2, 17, "2027-01-10T12:00:00Z"): (
        "17 people registered since revision 2 was replaced, and met another design (HeyMilo, 2027-01-10T12:00:00Z)."
    ),
    R(C.REGISTERED_BETWEEN, 2, "fewer than 5", "2027-01-10T12:00:00Z"): (
        "Fewer than 5 people registered since revision 2 was replaced, and met another design (HeyMilo, "
        "2027-01-10T12:00:00Z)."
    ),
    R(C.REGISTERED_BETWEEN, 2, 0, "2027-01-10T12:00:00Z"): (
        "Nobody registered since revision 2 was replaced (HeyMilo, 2027-01-10T12:00:00Z)."
    ),
    R(C.REGISTERED_IN_ONE_POSTING): "they entered the same posting as those before them, and HeyMilo doesn't say when",
    R(C.REGISTERED_UNKNOWN, 2, R(C.REGISTERED_IN_ONE_POSTING)): (
        "How many people registered since revision 2 was replaced, and met another design, is not known: they entered "
        "the same posting as those before them, and HeyMilo doesn't say when."
    ),
    R(C.SNAPSHOT_MISSING, "sha256:0", "nurse", "live"): (
        "what was applied can't be compared: snapshot sha256:0 is missing; bring it back, or `heymilo-ops -w live "
        "apply --recreate nurse`"
    ),
    R(C.HELD_AS_ARCHIVED, "p1", "nurse", "live"): (
        "posting p1 was archived at HeyMilo; nothing is made in its place until `heymilo-ops -w live apply --recreate "
        "nurse`; to go on with it, unarchive it in HeyMilo's own pages; to end it, remove its manifest"
    ),
    R(C.HELD_AS_DELETED, "p1", "nurse", "live"): (
        "HeyMilo has no posting p1 any more: it was deleted there; nothing is made in its place until `heymilo-ops "
        "-w live apply --recreate nurse`; to end it, remove its manifest"
    ),
    R(C.DRIFT_HOLDS, ("/title", "/deadline"), "nurse", "live"): (
        "it was changed outside, and that would be written over: /title, /deadline; take it into the manifest with "
        "`heymilo-ops -w live drift accept nurse`, or undo it with `heymilo-ops -w live apply --revert nurse`"
    ),
    R(C.ACCEPTED): "HeyMilo shows already what the manifest says: a revision is recorded, and nothing is sent",
    R(C.REVERTED): "--revert: what was changed outside is put back in place; the posting and its link stay",
    R(C.REVERT_NEEDS_APPLIED): (
        "--revert: the design that was applied can't be made again by this release; put it back at HeyMilo by hand"
    ),
    R(C.REVERT_NOT_POSSIBLE, ("/title",), "nurse", "live"): (
        "--revert: this release can't put back /title in place; put it back at HeyMilo by hand, or take it into the "
        "manifest with `heymilo-ops -w live drift accept nurse`"
    ),
    R(C.ACTIVATES, "p1"): "ops.activate: draft p1 is activated and takes candidates from then on",
    R(C.DRIFTED, ("/title",), "nurse", "live"): (
        "changed outside since the last apply: /title; take it into the manifest with `heymilo-ops -w live drift "
        "accept nurse`, or undo it with `heymilo-ops -w live apply --revert nurse`"
    ),
    R(C.AWAITS_ACTIVATION, "p1"): (
        "posting p1 is a draft that waits to be activated, and takes nobody; with ops: {activate: true} apply "
        "activates it"
    ),
    R(C.CLOSED_OUTSIDE, "p1"): (
        "posting p1 takes nobody any more: its deadline was changed outside, and is past; a later one may or may not "
        "open it again"
    ),
    R(C.NOT_READABLE, ("the template", "which step a question belongs to")): (
        "HeyMilo doesn't give back the template and which step a question belongs to, so a change of that outside is "
        "not seen."
    ),
    R(C.LISTED_WITH_SOME_QUESTIONS, 1): (
        "the values and marks that HeyMilo lists; the questions of 1 posting were not read (--refresh full does)"
    ),
    R(C.BASELINE_NOT_READ, "no answer"): (
        "what HeyMilo shows of it could not be read back (no answer); the next apply does, and drift is shown from "
        "then on"
    ),
    R(C.FINISHES_REPLACING, ("p1", "p2")): "finish replacing: archive p1, p2",
    R(C.ARCHIVES_LEFTOVERS, ("p1", "p2")): (
        "open since an earlier replace: p1, p2 is archived now, links already sent stop for new people"
    ),
    R(C.ROLLED_BACK, 1): "rollback to the design of revision 1",
    R(C.ROLLED_BACK_FROM, 2, "nurse", "live"): (
        "the design of revision 2 is held: it isn't applied again until another one is, or `heymilo-ops -w live "
        "unhold nurse`"
    ),
    R(C.ADOPTED, "p1"): "posting p1 is taken over: same id, same link, nothing changes for candidates",
    R(C.ADOPTED_UNASKED, "p1"): (
        "HeyMilo was not asked, so a plan that asks it has to show whether posting p1 is as this manifest says"
    ),
    R(C.ADOPTED_NAME, "nurse", "Night Nurse"): (
        "HeyMilo calls it 'Night Nurse', and goes on to; a later replace sends the name nurse"
    ),
    R(C.ADOPTED_NAMELESS, "nurse", ""): (
        "it has no name at HeyMilo, and gets none now; a later replace sends the name nurse"
    ),
    R(C.ADOPTED_DEADLINE, "2026-12-28T05:24:38Z"): (
        "HeyMilo closes it on 28 Dec 2026 05:24:38 UTC, which stays so, since this manifest sets no deadline; a "
        "replace gets one of its own, a month after it is made"
    ),
    R(C.ADOPTED_KEEPS, ("/video_url", "/workflow/0/config/tempo")): (
        "HeyMilo has values for it that no manifest can hold (/video_url, /workflow/0/config/tempo): they stay as they "
        "are, and a replace loses them"
    ),
    R(C.ADOPTED_STEPS): (
        "HeyMilo doesn't say which of several steps of one type asks which question: there the manifest is believed"
    ),
    R(C.ADOPT_DIFFERS, "p1", "live"): (
        "posting p1 is not taken over, since this manifest says something else than what is live; below is what is "
        "live, then what the manifest says. Make them agree, or let `heymilo-ops -w live import p1` write the manifest "
        "anew; change it once it is taken over"
    ),
    R(C.ADOPT_INEXPRESSIBLE, "p1", ("/workflow/1 (unknown-step)",)): (
        "posting p1 is not taken over, since it has what no manifest can hold: /workflow/1 (unknown-step). Change that "
        "at HeyMilo, or leave the posting out by removing this manifest"
    ),
    R(C.ADOPT_MISSING, "p1", "prod"): (
        "posting p1 is not taken over, since workspace prod has none of that id at HeyMilo: correct ops.adopt, or name "
        "in ops.workspaces the workspace that has it"
    ),
    R(C.ADOPT_ARCHIVED, "p1"): (
        "posting p1 is not taken over, since it is archived and takes nobody: remove the manifest, or take ops.adopt "
        "out of it to make a new posting"
    ),
    R(C.ADOPT_TEST, "p1"): (
        "posting p1 is not taken over, since it is a test posting at HeyMilo: remove the manifest, or take ops.adopt "
        "out of it to make a new posting"
    ),
    R(C.ADOPT_BLUEPRINT, "p1"): (
        "posting p1 is not taken over, since an interview template at HeyMilo is made from it: remove the manifest, or "
        "take ops.adopt out of it to make a new posting"
    ),
    R(C.ADOPT_MARKED, "p1", "other/prod/nurse@2"): (
        "posting p1 is not taken over, since it carries the marks of other/prod/nurse@2, which manages it. If nothing "
        "does any more, or it is a copy of that one, remove the metadata that begins with heymilo-ops from it at "
        "HeyMilo"
    ),
    R(C.ADOPT_FULL, "p1", 48): (
        "posting p1 is not taken over, since it has 48 entries of metadata, which leave no room for the tool's own"
    ),
    R(C.ADOPT_KNOWN, "p1", "nurse"): (
        "posting p1 is not taken over, since the state has it as nurse: ops.moved_from: nurse continues its history "
        "here"
    ),
    R(C.ADOPT_OVER, "p1"): (
        "posting p1 was archived here, and is not taken over again: take ops.adopt out to make a new posting"
    ),
    R(C.ADOPT_TWICE, "p1", ("nurse", "ward")): (
        "posting p1 is not taken over, since ops.adopt of nurse, ward names it as well: leave it in one manifest"
    ),
    R(C.ADOPT_IGNORED, "p2", "p1"): (
        "ops.adopt names posting p2, and this name is posting p1: p2 is not taken over, and the line can go"
    ),
    GONE: "its file was taken out of the repository",
    R(C.MANIFEST_UNSEEN, GONE, "nurse", "live"): (
        "its file was taken out of the repository, and it is not archived, since no apply has found that manifest in "
        "a commit of this "
        "branch: it was taken over from elsewhere. Merge or put back its manifest; or `heymilo-ops -w live state "
        "forget nurse` gives it up"
    ),
    R(C.MANIFEST_UNREAD_HOLDS, NOT_READABLE, "repair the file"): (
        "its manifest is not read: postings/nurse.yaml has no name that can be read, so the posting stays as it is; "
        "repair the file"
    ),
    NOT_READABLE: "its manifest is not read: postings/nurse.yaml has no name that can be read",
    R(C.MANIFEST_MAY_BE, "postings/wards", "is a submodule that isn't checked out"): (
        "its manifest may be postings/wards, which is a submodule that isn't checked out"
    ),
    R(C.MANIFEST_UNREAD, "postings/_old/nurse.yaml"): (
        "its manifest is postings/_old/nurse.yaml now, which is not read, since a name in that path begins with _ or ."
    ),
    R(C.MANIFEST_RENAMED, "postings/nurse.yaml", "ward"): (
        "no manifest has its name: postings/nurse.yaml says name: ward now"
    ),
    R(C.DESIGN_RENAMED, "postings/ward.yaml", "ward"): (
        "its file was taken out of the repository, and postings/ward.yaml has its design as name: ward"
    ),
    R(C.OTHER_WORKSPACE, "prod"): "its manifest is not for workspace prod",
    R(C.REMOVAL_REFUSED, GONE): "its file was taken out of the repository, and on_remove is error",
    R(C.REMOVAL_FORGETS, GONE): "its file was taken out of the repository: it is forgotten, nothing is sent",
    R(C.REMOVAL_ARCHIVES, GONE, "p1"): (
        "its file was taken out of the repository: posting p1 is archived and its link stops for new people"
    ),
    R(C.STAYS_AS_IT_IS, "p1"): "posting p1 stays as it is",
    R(C.DELETED_OUTSIDE, "p1"): "posting p1 was deleted outside",
    R(C.ARCHIVED_OUTSIDE): "it was archived outside already; archiving it again only records that",
    R(C.OUTCOME_UNKNOWN, "create"): "the outcome of an earlier create is unknown",
    R(C.OUTCOME_UNKNOWN, "create", R(C.LISTED_WITH_MARK, ("p1",), 0)): (
        "the outcome of an earlier create is unknown; HeyMilo lists posting p1 with its mark"
    ),
    R(C.OUTCOME_EXPLAINED): "the outcome of an earlier operation is unknown, as said above",
    R(C.OUTCOME_AS_WRITTEN, "unknown"): "unknown",
    R(C.APPLY_SETTLES, "nurse"): "the next apply looks for it first and sends nothing for nurse until it knows",
    R(C.PERSON_SETTLES, "prod", "nurse", ("p1", "p2")): (
        "where looking can't tell, see what is in HeyMilo, then `heymilo-ops -w prod state resolve nurse --adopt p1` "
        "or `heymilo-ops -w prod state resolve nurse --adopt p2`; `heymilo-ops -w prod state resolve nurse --retry` "
        "if none is"
    ),
    R(C.DIFFERS, ("marks", "title")): (
        "changed outside since the last apply: the marks by which it is known as ours (an update with "
        "--allow-unmarked puts them back), title"
    ),
    R(C.DIFFERS_UNDATED, ("title",)): (
        "HeyMilo shows it otherwise than it was applied, and dates its last change as before: title"
    ),
    R(C.CHANGED_OUTSIDE): (
        "changed outside since the last apply; its title and settings are as applied, or can't be compared"
    ),
    R(C.QUESTIONS_CHANGED_OUTSIDE, 1, 2): (
        "questions were changed outside since the last apply: 1 as applied are gone, 2 others are there"
    ),
    R(C.NOT_LISTED, "p1"): "HeyMilo doesn't list posting p1 now",
    R(C.DRAFT, "p1"): "posting p1 is a draft and takes nobody until it is activated at HeyMilo",
    R(C.EXPIRED, "p1"): "posting p1 has expired; a later deadline may or may not open it again",
    R(C.STATUS_UNKNOWN, "p1", "paused"): (
        "posting p1 has the status 'paused', which this release doesn't know: see at HeyMilo whether it takes "
        "candidates"
    ),
    R(C.OPEN_AGAIN, "p1"): "posting p1 was archived here and is open again at HeyMilo",
    R(C.LATE_AND_ARCHIVED, "p9", "nurse@1", "ffffffff", 2): (
        "posting p9 of nurse@1 (operation ffffffff, attempt 2) appeared after it had been taken as not made; it is "
        "archived and takes nobody"
    ),
    R(C.OLDER_LEFT_ALONE, "p9", "nurse@3", 5): (
        "posting p9 carries the marks of nurse@3, which the state doesn't hold; it has revision 5. It is left alone"
    ),
    R(C.COPY_OF_OLDER, "p9", "nurse@1", "p1"): (
        "posting p9 carries the marks of nurse@1, which is posting p1: it is a copy of that and is left alone"
    ),
    R(C.COPY_OF_OURS, "p9", "p1", "nurse@1"): "posting p9 is a copy of p1 (nurse@1) and is left alone",
    R(C.OLDER_THAN_RECORDED, "p9", "p1", "nurse@1"): (
        "posting p9 carries the marks of p1 (nurse@1), and is older: one is a copy of the other"
    ),
    R(C.NAMESAKE, ("p9",)): (
        "namesake: p9 at HeyMilo has this name and no marks of heymilo-ops, so no other posting is made until "
        "somebody decides"
    ),
    R(C.NAMESAKE, ("p8", "p9")): (
        "namesake: p8 and p9 at HeyMilo have this name and no marks of heymilo-ops, so no other posting is made until "
        "somebody decides"
    ),
    R(C.NAMESAKE_CHOICE, "nurse", ("p8", "p9")): (
        "either ops.adopt in its manifest, with p8 or p9, takes that over as it is, or `--allow-namesake nurse` makes "
        "another one beside it"
    ),
    R(C.NAMESAKE_LEFT_ALONE, "posting p9 at HeyMilo has the name nurse"): (
        "posting p9 at HeyMilo has the name nurse; it is left alone"
    ),
    R(C.LISTED_AS_GONE, "p1"): "HeyMilo shows that posting p1 is archived or deleted",
    R(C.LISTED_WITH_MARK, ("p1",), 0): "HeyMilo lists posting p1 with its mark",
    R(C.LISTED_WITH_MARK, ("p1", "p2", "p3"), 0): "HeyMilo lists posting p1, p2 and p3 with its mark",
    R(C.LISTED_WITH_MARK, ("p1",), 2): "HeyMilo lists posting p1 with the mark of its attempt 2",
    R(C.SEVERAL_LISTED_WITH_MARK, ("p1", "p2"), 0): "HeyMilo lists postings p1 and p2 with its mark",
    R(C.UNDATED_LISTED_WITH_MARK, ("p1", "p2"), 0): (
        "HeyMilo lists postings p1 and p2 with its mark, and doesn't say which of them was made first"
    ),
    R(C.MARKS_OF_ATTEMPT, ("p1", "p2"), 1): "p1 and p2 with the marks of its attempt 1",
    R(C.LISTED_OF_SEVERAL_ATTEMPTS, R(C.MARKS_OF_ATTEMPT, ("p1",), 1), R(C.MARKS_OF_ATTEMPT, ("p2",), 2)): (
        "HeyMilo lists posting p1 with the marks of its attempt 1 and p2 with the marks of its attempt 2"
    ),
    R(C.LISTED_AND_PROBABLE, ("p1",)): (
        "HeyMilo lists posting p1, made since, with its name or title and without our marks: it is probably what was "
        "made"
    ),
    R(C.REPLACE_COST): (
        "A replaced posting is a new one: it has a new candidate link, links already sent stop for new people once the "
        "old posting is archived, and webhooks bound to the old posting stay behind."
    ),
    R(C.NOTHING_KNOWN, ""): "Nothing is known of earlier applies: there is no state, and HeyMilo was not asked.",
    R(C.NOTHING_KNOWN, "state/"): (
        "Nothing is known of earlier applies: there is no state in state/, and HeyMilo was not asked."
    ),
    R(C.NOT_ASKED, "KEY", "prod"): "KEY is not set, so HeyMilo was not asked about 'prod'.",
    R(C.NEEDS_OPTION, "--recreate nurse"): "Its apply needs --recreate nurse.",
    R(C.NEEDS_LARGE_CHANGE, "12 of 20 managed postings would be replaced or archived"): (
        "Its apply needs --allow-large-change: 12 of 20 managed postings would be replaced or archived."
    ),
    R(C.LEFT_OUT, "nurse"): "nurse is left out: its manifest has errors.",
    R(C.NOT_READ, ("a.YAML",)): "a.YAML is not read: `heymilo-ops lint` says why.",
    R(C.NOT_READ, tuple("abcdefg")): "a, b, c, d, e and 2 more are not read: `heymilo-ops lint` says why.",
    R(
        C.NOT_COMPLETED_MEANS
    ): "Not completed is registered minus completed: people who were knocked out or gave up are among them.",
    R(C.MOVED_FROM_UNKNOWN, "ward"): "moved_from names ward, which was never applied here",
    R(
        C.TEMPLATE_CLONED_AGAIN, 1, "IT_1"
    ): "revision 1 was cloned from template IT_1, which is cloned anew as it is now",
    R(C.QUESTIONS_WRITTEN_AGAIN, 1): "HeyMilo wrote the questions of revision 1 itself and will write new ones now",
    R(C.NO_VARIABLES, "nurse", "prod", "stage"): "nurse has no variables: 'prod' gets every value as 'stage' has it.",
    R(C.MANIFEST_HAS_ERRORS, "nurse"): "The manifest of nurse has errors, so whether it says the same isn't known.",
    R(C.MANIFEST_MISSING, "nurse", "prod"): (
        "There is no manifest of nurse here: the next plan of 'prod' takes it for removed."
    ),
    R(C.MANIFEST_DIFFERS, "postings/nurse.yaml", "prod"): (
        "postings/nurse.yaml says something else than what is promoted: the next plan of 'prod' shows that as a change."
    ),
    R(C.COMPARED_STATE): "the manifests with what was applied before; HeyMilo was not asked",
    R(C.COMPARED_LIVE, R(C.LISTED)): (
        "the manifests with what was applied before, and that with the titles, settings and marks that HeyMilo lists"
    ),
    R(C.COMPARED_LIVE_PART, R(C.LISTED), "it repeats a page"): (
        "the manifests with what was applied before, and that with the titles, settings and marks that HeyMilo lists, "
        "before its list breaks off: it repeats a page"
    ),
    R(C.COMPARED_PROMOTION, "revision 2 of stage", R(C.LISTED_WITH_QUESTIONS)): (
        "revision 2 of stage with what was applied before, and that with the titles, settings, marks and questions "
        "that HeyMilo shows"
    ),
    R(C.COMPARED_REVISIONS): "revisions of one posting",
    R(C.LISTED): "the titles, settings and marks that HeyMilo lists",
    R(C.LISTED_WITH_QUESTIONS): "the titles, settings, marks and questions that HeyMilo shows",
    R(C.EARLIER_UNKNOWN, "nurse"): "the outcome of an earlier operation on nurse is not known yet",
    R(C.NOT_SENT, R(C.INTERRUPTED)): "not sent: the run was interrupted",
    R(C.NOT_ARCHIVED, 2, "p1", R(C.INTERRUPTED)): (
        "revision 2 is live, but p1 is not archived yet (the run was interrupted); the next apply archives it"
    ),
    R(C.NOT_ARCHIVED, 0, "p1", R(C.INTERRUPTED)): (
        "p1 is not archived yet (the run was interrupted); the next apply archives it"
    ),
    R(C.NOT_CARRIED_OUT, R(C.KEY_REFUSED)): "it was not carried out; HeyMilo refuses the key",
    R(C.NO_ANSWER, "no answer within 30 s"): (
        "HeyMilo gave no answer, however often it was sent: no answer within 30 s"
    ),
    R(C.INTERRUPTED): "the run was interrupted",
    R(C.KEY_REFUSED): "HeyMilo refuses the key",
    R(C.UNREACHABLE): "HeyMilo can't be reached",
    R(C.STATE_NOT_WRITTEN): "the state could not be written",
    R(C.NOT_RECORDED): "done at HeyMilo, but the state could not be written",
    R(C.MADE_AS_DRAFT): "it is a draft at HeyMilo and takes no candidates until it is activated there",
    R(C.MADE_WITH_STATUS, "paused"): "HeyMilo gives its status as 'paused', which this release doesn't know",
    R(C.QUESTIONS_NOT_WRITTEN): "HeyMilo has not written its questions yet, so the history will not show them",
    R(C.QUESTIONS_NOT_READ, "no disk"): "the questions that HeyMilo wrote could not be read back: no disk",
    R(C.MAY_HAVE_HAPPENED, "2027-01-01T00:00:00Z", "create", ""): (
        "pending since 2027-01-01T00:00:00Z: the posting may have been created"
    ),
    R(C.MAY_HAVE_HAPPENED, "2027-01-01T00:00:00Z", "archive", "p1"): (
        "pending since 2027-01-01T00:00:00Z: posting p1 may have been archived"
    ),
    R(C.APPLY_AGAIN_SETTLES, "prod", "nurse"): (
        "run `heymilo-ops -w prod apply` again: it looks in HeyMilo first, and sends nothing for nurse until it knows"
    ),
    R(C.NOT_LOOKED_FOR, "HeyMilo can't be reached"): "it could not be looked for: HeyMilo can't be reached",
    R(C.SEVERAL_MADE, ("p1", "p2")): "HeyMilo has several postings of that operation: p1, p2",
    R(C.LOOKS_ALIKE, ("p1", "p2")): ("posting p1 or p2 appeared since, with its name or title and without our marks"),
    R(C.ON_RECORD_AS_ANOTHER, ("p1", "p2")): (
        "posting p1, p2 carries the marks of that operation, and is on record as another one"
    ),
    R(C.PERSON_CHOOSES, "prod", "nurse", ("p1", "p2")): (
        "see which it is in HeyMilo, then run `heymilo-ops -w prod state resolve nurse --adopt p1` or `heymilo-ops -w "
        "prod state resolve nurse --adopt p2`; `heymilo-ops -w prod state resolve nurse --retry` if none is"
    ),
    R(C.PERSON_CHOOSES, "prod", "nurse", ()): (
        "see at HeyMilo which it is; `heymilo-ops -w prod state resolve nurse --retry` if it was not made"
    ),
    R(C.COPY_LEFT_ALONE, "nurse", ("p2", "p3"), "p1"): "nurse: posting p2, p3 is a copy of p1 and is left alone",
    R(C.WAITS_FOR_OUTCOMES, ("cook", "nurse"), ()): (
        "to look again for cook, nurse, whose last operation may still be under way"
    ),
    R(C.WAITS_FOR_OUTCOMES, ("nurse",), ("HeyMilo answered 409: taken",)): (
        "to look again for nurse, whose last operation may still be under way (HeyMilo answered 409: taken)"
    ),
    R(C.WAITS_FOR_LOCK, "kim"): "for the lock, held by kim",
    R(C.WAITS_FOR_LOST_RUNS): "for what may have been under way when the state was lost",
    R(C.SNAPSHOT_IS_NO_MANIFEST, "sha256:0"): ("The snapshot sha256:0 holds what this release takes for no manifest"),
    R(C.NOT_COMPOSED, "postings/a.yaml", "abc1234", R(C.SHARED_FILE_UNREADABLE)): (
        "postings/a.yaml of git commit abc1234 can't be composed: a shared file can't be read"
    ),
    R(C.SHARED_FILE_UNREADABLE): "a shared file can't be read",
    R(C.CLONE_IS_SHALLOW): (
        "This clone has only the newest part of git history. After `git fetch --unshallow` more may be found"
    ),
    R(C.HISTORY_NOT_SEARCHED_WHOLE, "2,000"): ("Git history was searched back for 2,000 commits, not to its beginning"),
}


@pytest.mark.parametrize(("reason", "words"), WORDS.items(), ids=[reason.code for reason in WORDS])
def test_a_reason_in_words(reason: Reason, words: str) -> None:
    assert reason_sentence(reason) == words


def test_every_reason_has_words() -> None:
    assert {reason.code for reason in WORDS} == set(ReasonCode)
    assert reason_sentences((R(C.NEW), GONE)) == ("it is new", "its file was taken out of the repository")


def test_reasons_of_several_postings_are_compared_without_their_ids() -> None:
    assert R(C.REMOVAL_ARCHIVES, GONE, "p1").without("p1") == R(C.REMOVAL_ARCHIVES, GONE, "")
    assert of_posting("nurse", R(C.OLD_KEPT, "p1")).without("p1") == of_posting("nurse", R(C.OLD_KEPT, ""))

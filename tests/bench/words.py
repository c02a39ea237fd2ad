"""The words that made-up manifests are made of: trades, places, and what is asked of people."""

from __future__ import annotations

TRADES = (
    ("reliability-engineer", "Reliability Engineer", "services", "an outage", "the engineers on call"),
    ("claims-adviser", "Claims Adviser", "claims", "a complaint", "members"),
    ("night-baker", "Night Baker", "doughs", "a spoilt batch", "the morning crew"),
    ("ward-nurse", "Ward Nurse", "care plans", "a fall", "patients"),
    ("bus-driver", "Bus Driver", "routes", "a breakdown", "passengers"),
    ("tax-accountant", "Tax Accountant", "returns", "a late filing", "clients"),
    ("welder", "Welder", "joints", "a cracked seam", "inspectors"),
    ("data-analyst", "Data Analyst", "reports", "a wrong figure", "the planners"),
    ("school-cook", "School Cook", "menus", "an allergy", "pupils"),
    ("lift-mechanic", "Lift Mechanic", "lifts", "a stuck car", "tenants"),
    ("store-lead", "Store Lead", "shelves", "an empty aisle", "shoppers"),
    ("lab-technician", "Lab Technician", "samples", "a mixed-up label", "researchers"),
    ("forester", "Forester", "stands", "a storm", "owners"),
    ("translator", "Translator", "texts", "an unclear source", "editors"),
    ("porter", "Hotel Porter", "rooms", "a lost bag", "guests"),
    ("dispatcher", "Dispatcher", "loads", "a closed road", "drivers"),
)
"""Slug, title, what the work is on, what goes wrong in it, whom it serves."""

PLACES = (
    ("leeds", "Europe/London", "pounds"),
    ("glasgow", "Europe/London", "pounds"),
    ("chicago", "America/Chicago", "dollars"),
    ("denver", "America/Denver", "dollars"),
    ("cork", "Europe/Dublin", "euros"),
    ("malmo", "Europe/Stockholm", "kronor"),
    ("toronto", "America/Toronto", "dollars"),
    ("bergen", "Europe/Oslo", "kroner"),
)
"""Slug, time zone, money."""

EMPLOYERS = ("Tidewater Mutual", "Cinder Row", "Hartwell and Sons", "Northlight", "Brae Freight", "Saltmarsh Foods")
SIZES = ("forty people in one hall", "nine shops", "three sites along the coast", "a depot and two workshops")

SITUATIONS = (
    "{trouble} kept you late",
    "you had to tell {people} bad news",
    "a plan for the {work} was wrong from the start",
    "you found a mistake that nobody else had noticed",
    "two colleagues wanted opposite things from you",
    "you were new and had to learn about {work} quickly",
    "{people} asked for something you could not give",
    "you had to choose which of the {work} to leave undone",
    "somebody showed you a better way to handle {trouble}",
    "a rule about {work} stood in the way of helping someone",
    "you handed unfinished {work} to somebody else",
    "you saw {trouble} coming and others did not",
    "the tools for the {work} failed in the middle of a shift",
    "you had to say no to a manager",
    "you taught {people} something that stayed with them",
    "{trouble} turned out to have another cause than everyone thought",
)

OPENINGS = (
    "Tell me about a time when {0}.",
    "Think of a day on which {0}. What did you do first?",
    "Describe an occasion when {0}.",
    "Walk me through the last time {0}.",
    "Can you recall a week in which {0}? Start at the beginning.",
)

CASES = (
    "You start on Monday and find {trouble} that has been left for a month. Where would you begin?",
    "Imagine that {people} disagree with a decision about the {work}. How would you go about it?",
    "It is the last hour of the day and the {work} are only half done. What do you tell {people}?",
    "A colleague says that {trouble} is not worth writing down. How would you answer?",
    "You are given twice the {work} and the same number of hands. What would you change?",
    "Suppose that {people} praise the result, and you know that it is wrong. What happens next?",
)

LOOK_FOR = (
    "what they noticed first about the {work}",
    "how they found out what {people} needed",
    "the order in which things were done",
    "the evidence that led them to the cause of {trouble}",
    "who was told, and how soon",
    "what they themselves did rather than the team",
    "what it cost and how they know",
    "a habit or a check that came of it",
    "how they would do it today",
    "what they decided not to do, and why",
    "whether {people} were asked before anything changed",
    "a measurement from before and one from after",
)

WEAK = (
    "Names no occasion, or one in which others did all of it.",
    "Speaks about what was wrong with {people}, and gives no steps of their own.",
    "Lists tools and duties without saying what changed in the {work}.",
    "Would wait until somebody else takes care of {trouble}.",
    "Tells that it went well and not how they know.",
    "Reads out a rule and does not say what it was for.",
)

STRONG = (
    "Tells it in order, says what they themselves did, and names a change that keeps {trouble} from coming back.",
    "Starts from what {people} needed, gives two options with their cost, and says which one was taken and why.",
    "Names the evidence for the cause, the colleague they asked, and what they would do earlier next time.",
    "Says early what went wrong, puts it right with {people}, and shows the check that came of it.",
    "Gives figures for the {work} before and after, and tells which part of the change was theirs.",
    "Describes the choice, who was against it, how it was tried on a small part first, and how it ended.",
)

HANDLING = (
    "If they tell what a team did, ask which part was theirs.",
    "Never press for the name of a former employer.",
    "Wait for the answer to end before you ask on.",
    "If they have no example, take one from school or from voluntary work.",
    "Ask once for a number, and go on without one.",
)

CRITERIA = (
    ("Care with {work}", "Look for {work} that were looked after over months, and for how mistakes were avoided."),
    ("{trouble_cap} handled", "Look for {trouble} that the candidate met in person, and for what followed from it."),
    ("Clear writing", "Judge whether a stranger understands what was done in each job from the writing alone."),
    ("Work with {people}", "Look for settings in which {people} came with a problem and left with an answer."),
    ("Learning while working", "Look for a trade, a tool or a language that was learnt while working."),
    ("Steps taken on", "Count duties that grew with the years, in paid and in voluntary work alike."),
)

MUSTS = (
    "Has worked on {work} for at least one year.",
    "Has dealt with {people} in person in one job or more.",
    "Holds the certificate that work on {work} needs by law.",
    "Has led a shift, a crew or a class.",
)

TEXTED = (
    "Training takes {n} weeks on site, fares paid. Can you attend?",
    "Could you begin within {n} weeks?",
    "Shifts run from 6am to 2pm. Would that suit you?",
    "One Saturday in {n} is on the rota. Can you take it?",
    "Are you allowed to work here for any employer?",
)
COUNTED = (
    "How many evening shifts could you cover in a week?",
    "How many weekends a month could you take?",
    "How many years have you worked with {people}?",
)

FIELDS = (
    "What would you like us to know about your work on {work}?",
    "Which part of the job with {people} are you looking forward to?",
    "Where did you learn how to deal with {trouble}?",
    "How did you hear about this job?",
)

ABOUT = (
    "We look after {work} for people who count on them every day.",
    "Teams plan their own week and write down what was decided.",
    "Every new colleague has a partner for the first three months.",
    "We pay for books, for courses and for the time to learn.",
    "Half of us came from another trade, and it shows in the kitchen talk.",
    "We close early on Fridays in summer, and nobody counts the minutes.",
    "When {trouble} happens, we ask what made it possible and not whose fault it was.",
    "We meet twice a year in person, once in the north and once by the sea.",
    "Our oldest customer has been with us for forty-one years.",
)

COMMENTS = (
    "Asked of everybody, in the same words, so that answers compare.",
    "Agreed with the works council in spring; ask them before changing it.",
    "The first is the easiest, so that people find their voice.",
    "Not scored: it tells the trainers where to begin.",
    "Knock-outs only where the job can't bend.",
    "See the notes of the hiring round of last autumn (TM-2081).",
    "TODO after the pilot: is the weight right?",
)

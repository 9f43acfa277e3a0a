"""Three texts into one: the agency's old take, its new one, and what we made of it."""

from __future__ import annotations

from broadsheet.paper.from_wire.merging import Side, State, merge, merge_field

OLD = [
    "The lock opened on Friday after nine days.",
    "Forty boats lay in the outer basin.",
    "The board has spent three million on pumps.",
]


def outcome(new: list[str], ours: list[str]) -> list[tuple[str, str]]:
    """Each row's state and the text that it ends with; what goes is left out."""
    rows = merge(OLD, new, ours).rows
    ends = [(row.state, row.new if row.side is Side.NEW else row.ours) for row in rows]
    return [(state.value, text) for state, text in ends if text is not None]


def test_what_only_the_agency_changed_is_taken() -> None:
    new = [OLD[0].replace("nine", "ten"), *OLD[1:]]
    assert outcome(new, OLD) == [("changed", new[0]), ("same", OLD[1]), ("same", OLD[2])]


def test_what_only_we_changed_stays() -> None:
    ours = [OLD[0], "Some forty fishing boats lay in the outer basin.", OLD[2]]
    new = [*OLD[:2], OLD[2].replace("three", "four")]
    assert outcome(new, ours) == [("same", OLD[0]), ("ours", ours[1]), ("changed", new[2])]


def test_what_both_changed_is_a_conflict_and_ours_stands_until_somebody_decides() -> None:
    ours = [OLD[0], "Forty fishing boats lay in the outer basin.", OLD[2]]
    new = [OLD[0], "Sixty boats lay in the outer basin.", OLD[2]]
    assert outcome(new, ours)[1] == ("conflict", ours[1])


def test_the_same_change_on_both_sides_is_none() -> None:
    same = [OLD[0], "Sixty boats lay in the outer basin.", OLD[2]]
    assert {state for state, _ in outcome(same, same)} == {"same"}


def test_a_sentence_that_we_dropped_stays_out() -> None:
    new = [*OLD, "A second lock is planned for the summer."]
    ends = outcome(new, [OLD[0], OLD[2]])
    assert [text for _, text in ends] == [OLD[0], OLD[2], new[3]]


def test_a_sentence_that_the_agency_takes_out_goes_unless_we_rewrote_it() -> None:
    ours = [OLD[0], "Forty fishing boats lay in the outer basin.", OLD[2]]
    rows = merge(OLD, [OLD[0]], ours).rows
    assert [(row.state, row.side) for row in rows[1:]] == [
        (State.CONFLICT, Side.OURS),
        (State.GONE, Side.NEW),
    ]


def test_what_we_wrote_ourselves_stays_between_the_same_neighbours() -> None:
    ours = [OLD[0], "Our reporter saw the gate move.", *OLD[1:]]
    new = [*OLD[:2], "The pilots were not there.", OLD[2]]
    assert [text for _, text in outcome(new, ours)] == [ours[0], ours[1], OLD[1], new[2], OLD[2]]


def test_a_sentence_that_was_only_moved_stays_where_we_have_it() -> None:
    new = [OLD[1], OLD[0], OLD[2]]
    assert outcome(new, OLD) == [("same", text) for text in OLD]


def test_what_is_new_and_stands_in_ours_already_is_not_doubled() -> None:
    more = "A second lock is planned for the summer."
    assert [text for _, text in outcome([*OLD, more], [*OLD, more])].count(more) == 1


def test_nothing_old_is_left() -> None:
    new = ["Everything about this day is told anew by other people here."]
    assert [text for _, text in outcome(new, OLD)] == new


def test_a_field_that_we_rewrote_is_asked_about() -> None:
    assert merge_field("Lock opens", "Lock opens at last", "Lock opens") is not None
    conflict = merge_field("Lock opens", "Lock opens at last", "Gate moves")
    assert conflict is not None
    assert (conflict.state, conflict.side) == (State.CONFLICT, Side.OURS)
    assert merge_field("Lock opens", "Lock opens", "Gate moves") is None

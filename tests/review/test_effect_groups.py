from heymilo_ops.review.effect_groups import Group, group_of, located


def test_groups(made) -> None:
    items = {each.change.path: group_of(each) for each in located(made.replacing())}
    assert items["/deadline"] is Group.SETTINGS
    assert items["/interview_process_overview"] is Group.NOTICE
    assert items["/workflow/0/questions/0/is_knockout"] is Group.REJECTED
    assert items["/workflow/1/config/min_evaluation_score"] is Group.REJECTED
    assert items["/workflow/1/questions/0"] is Group.ASKED
    assert items["/workflow/1/questions/2/score_weight"] is Group.COUNTS

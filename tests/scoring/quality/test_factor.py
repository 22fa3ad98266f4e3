"""One factor, eigenvalues and partial correlations, against psych and by hand."""

import pytest

from scoring.faults import OutOfRangeError
from scoring.quality import factor
from scoring.quality.factor import correlations, eigenvalue_ratio, kmo, loadings, omega_total
from tests.scoring.quality.attitude import ATTITUDE

# Four columns of +1 and -1 at right angles. A shared one plus one's own: every two correlate by exactly 1/2.
SHARED = [1, 1, 1, 1, -1, -1, -1, -1]
OWN = [[1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1], [1, -1, -1, 1, 1, -1, -1, 1]]
HALVES = [[shared + own[person] for own in OWN] for person, shared in enumerate(SHARED)]
APART = [[own[person] for own in OWN] for person in range(8)]


def test_omega_meets_psych() -> None:
    # psych 2.2.9 omega(attitude, nfactors = 1)
    assert omega_total(ATTITUDE) == pytest.approx(0.850992465078405, abs=1e-3)


def test_omega_of_equal_halves_by_hand() -> None:
    # Loadings √½: uniqueness ½ each, correlations 3 + 6/2 = 6: 1 - 1.5/6.
    assert loadings(correlations(HALVES)) == pytest.approx([0.5**0.5] * 3)
    assert omega_total(HALVES) == pytest.approx(0.75)


def test_omega_of_two_statements_is_spearman_and_browns() -> None:
    # A correlation of ½: 2·½/(1 + ½).
    assert omega_total([row[:2] for row in HALVES]) == pytest.approx(2 / 3)


def test_a_single_sweep_is_near_already(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factor, "ROUNDS", 1)
    assert omega_total(ATTITUDE) == pytest.approx(0.851, abs=0.01)


def test_a_statement_keeps_a_little_of_itself() -> None:
    same = [[row[0], row[0], row[0]] for row in HALVES]
    assert loadings(correlations(same)) == pytest.approx([0.995**0.5] * 3)


def test_statements_with_nothing_in_common_have_no_loadings() -> None:
    assert loadings(correlations(APART)) == pytest.approx([0, 0, 0], abs=1e-6)
    assert omega_total(APART) == pytest.approx(0, abs=1e-6)


def test_a_statement_that_runs_against_the_rest_has_a_loading_below_nought() -> None:
    against = [[row[0], row[1], -row[2]] for row in HALVES]
    assert loadings(correlations(against)) == pytest.approx([0.5**0.5, 0.5**0.5, -(0.5**0.5)])


def test_statements_that_cancel_out_have_no_omega() -> None:
    with pytest.raises(OutOfRangeError):
        omega_total([[1, -1], [2, -2], [3, -3]])


def test_the_first_eigenvalue_over_the_second() -> None:
    # 1 + 2·½ over 1 - ½.
    assert eigenvalue_ratio(HALVES) == pytest.approx(4)
    assert eigenvalue_ratio([[1, 1], [2, 2], [3, 3]]) is None


def test_kaiser_meyer_and_olkin_by_hand() -> None:
    # Partial correlations ½/(1 + ½) = ⅓: ¼ over ¼ + 1/9.
    assert kmo(HALVES) == pytest.approx(0.25 / (0.25 + 1 / 9))
    assert kmo([row[:2] for row in HALVES]) == pytest.approx(0.5)


def test_no_such_measure_of_statements_that_repeat_or_share_nothing() -> None:
    with pytest.raises(OutOfRangeError, match="follows exactly"):
        kmo([[1, 1], [2, 2], [3, 3]])
    with pytest.raises(OutOfRangeError, match="go together"):
        kmo(APART)


def test_a_statement_that_never_varies_is_named() -> None:
    with pytest.raises(OutOfRangeError, match="statement 2"):
        correlations([[1, 4], [2, 4], [3, 4]])

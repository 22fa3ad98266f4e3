"""Services beside their peers: who is compared with whom, and with what result."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.comparison.compare import Barrier, Comparison, Comparisons, Peers, Verdict, compare, verdict
from scoring.comparison.funnel import arcsine, dispersion
from scoring.comparison.services import Compat, Rules, Services

DELTA = 0.16


def services(means: list[float], people: int | list[int] = 20, kinds: list[int] | None = None) -> Services:
    column = np.array(means, dtype=float)[:, None]
    return Services(
        means=column,
        people=np.broadcast_to(np.array(people), (len(means),)).reshape(-1, 1).copy(),
        kinds=np.zeros(len(means), np.int64) if kinds is None else np.array(kinds),
        deltas=np.array([DELTA]),
    )


def found(result: Comparisons, service: int) -> Comparison:
    comparison = result.of(service, 0)
    assert isinstance(comparison, Comparison)
    return comparison


USUAL = [70.0, 72, 74, 75, 75, 76, 76, 78, 79, 80]


def test_a_score_stands_beside_the_target_of_its_peers() -> None:
    result = compare(services([*USUAL, 30.0]))
    funnel = dispersion(arcsine(np.array([*USUAL, 30]) / 100), np.full(11, np.sqrt(DELTA / 80)))
    low = found(result, 10)
    assert low.expected == pytest.approx(100 * np.sin(funnel.target) ** 2)
    assert low.z == pytest.approx((arcsine([0.3])[0] - funnel.target) / np.sqrt(DELTA / 80 + funnel.tau2))
    assert low.verdict is Verdict.MUCH_LOWER
    assert low.far[0] < low.usual[0] < low.expected < low.usual[1] < low.far[1]
    assert low.score < low.far[0]
    assert low.services == 11
    assert not low.small


def test_services_alike_are_about_the_same() -> None:
    usual = found(compare(services(USUAL)), 0)
    assert usual.verdict is Verdict.SAME
    assert usual.alike
    assert usual.peers is Peers.KIND


@pytest.mark.parametrize(
    ("z", "said"),
    [
        (1.95, Verdict.SAME),
        (-1.95, Verdict.SAME),
        (1.97, Verdict.HIGHER),
        (-1.97, Verdict.LOWER),
        (3.1, Verdict.MUCH_HIGHER),
        (-3.1, Verdict.MUCH_LOWER),
    ],
)
def test_the_verdict_goes_by_the_size_of_z(z: float, said: Verdict) -> None:
    assert verdict(z) is said


def test_a_sure_difference_under_3_points_is_small() -> None:
    large = found(compare(services([*[75.0] * 20, 77.0], people=10_000)), 20)
    assert large.verdict is Verdict.MUCH_HIGHER
    assert large.small


def test_too_small_a_kind_is_compared_with_all() -> None:
    result = compare(services([*USUAL, 50.0, 52.0], kinds=[1] * 10 + [2] * 2))
    assert found(result, 0).peers is Peers.KIND
    assert found(result, 0).services == 10
    assert found(result, 11).peers is Peers.ALL
    assert found(result, 11).services == 12
    assert found(result, 11).expected < found(result, 0).expected


def test_with_too_few_of_all_there_is_no_comparison() -> None:
    result = compare(services(USUAL[:9]))
    assert result.of(0, 0) is Barrier.TOO_FEW_SERVICES
    assert (result.peers == 0).all()
    assert (result.p == 1).all()
    assert compare(services([75.0])).of(0, 0) is Barrier.NO_OTHERS
    assert compare(services(USUAL, people=9)).of(0, 0) is Barrier.TOO_FEW_PEOPLE
    assert not compare(services(USUAL[:9])).outliers().any()


def test_a_hidden_score_is_compared_with_nothing_and_changes_nothing() -> None:
    with_hidden = replace(services([*USUAL, 0.0]), hidden=np.array([[False]] * 10 + [[True]]))
    result = compare(with_hidden)
    assert result.of(10, 0) is Barrier.TOO_FEW_PEOPLE
    assert found(result, 3) == found(compare(services(USUAL)), 3)


def test_a_round_without_services_has_no_comparisons() -> None:
    empty = Services(np.zeros((0, 2)), np.zeros((0, 2), np.int64), np.zeros(0, np.int64), np.full(2, DELTA))
    assert compare(empty).z.shape == (0, 2)


def test_a_fixed_standard_takes_the_place_of_the_target() -> None:
    result = compare(services(USUAL), Rules(standard=75))
    assert found(result, 0).expected == pytest.approx(75)
    assert found(result, 3).z == pytest.approx(0)


def test_published_phi_makes_for_more_flags() -> None:
    spread = services([40.0, 50, 55, 60, 65, 70, 75, 80, 85, 95])
    ours, theirs = compare(spread), compare(spread, Rules(consistent=False))
    assert (np.abs(theirs.z) > np.abs(ours.z)).all()


def test_cqcs_way_is_on_the_scores_themselves() -> None:
    # Ten services, one standard error of 2 points for all: equal weights, so the target is the mean, 75.5.
    cqc = replace(services(USUAL), variances=np.full((10, 1), 0.02**2 * 20))
    result = compare(cqc, Rules(compat=Compat.CQC))
    funnel = dispersion(np.array(USUAL) / 100, np.full(10, 0.02), consistent=False)
    assert found(result, 0).expected == pytest.approx(75.5)
    error = np.sqrt(0.02**2 + funnel.tau2)
    assert found(result, 0).z == pytest.approx((0.70 - 0.755) / error)
    assert found(result, 0).usual == pytest.approx((75.5 - 195.9964 * error, 75.5 + 195.9964 * error))
    standard = compare(cqc, Rules(compat=Compat.CQC, standard=100))
    assert found(standard, 0).expected == 100
    assert found(standard, 0).usual[1] == 100


def test_the_list_of_outliers_allows_for_many_looks() -> None:
    # Of twenty p-values only those stand that Benjamini and Hochberg leave at most 0.05.
    result = compare(services([*USUAL, *USUAL, 20.0, 66.0]))
    assert result.outliers()[:, 0].nonzero()[0].tolist() == [20]
    assert result.p[20, 0] < 0.05 / 22


def test_within_one_service_holm_guards_the_word_significant() -> None:
    result = compare(services(USUAL))
    p = np.array([[0.01, 0.03, 0.04, 0.001]])
    chosen = replace(result, p=p, peers=np.array([[1, 1, 1, 0]], np.uint8))
    # Three compared: 0.01 x 3 = 0.03 stands; 0.03 x 2 = 0.06 does not, nor what comes after it.
    assert chosen.significant(0, (0, 1, 2, 3)) == (True, False, False, False)
    assert chosen.significant(0, (3,)) == (False,)


@given(st.permutations(range(14)), st.permutations([1, 2, 3]))
def test_neither_the_order_of_services_nor_the_names_of_kinds_matter(
    order: list[int], names: list[int]
) -> None:
    means, kinds = [*USUAL, 40.0, 95.0, 60.0, 88.0], [0] * 11 + [1, 1, 2]
    usual = compare(services(means, list(range(10, 24)), kinds))
    shuffled = compare(
        services(
            [means[place] for place in order],
            [10 + place for place in order],
            [names[kinds[place]] for place in order],
        )
    )
    assert shuffled.z == pytest.approx(usual.z[order])
    assert (shuffled.peers == usual.peers[order]).all()


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 60), st.integers(0, 2)), min_size=1, max_size=40))
def test_nothing_is_ever_without_a_value(rows: list[tuple[float, int, int]]) -> None:
    means, people, kinds = (list(column) for column in zip(*rows, strict=True))
    result = compare(services(means, people, kinds))
    assert np.isfinite(result.z).all()
    assert ((result.p >= 0) & (result.p <= 1)).all()
    for service in range(len(rows)):
        one = result.of(service, 0)
        if isinstance(one, Comparison):
            assert 0 <= one.far[0] <= one.usual[0] <= one.usual[1] <= one.far[1] <= 100

"""Where to stand: as near as can be to where each would like to, in order and not too close."""

from __future__ import annotations

from collections.abc import Sequence


def spaced(wanted: Sequence[float], apart: Sequence[int]) -> list[int]:
    """Return whole places nearest to those wanted (least squares), each `apart[i]` or more right of the one before.

    `apart` is one shorter than `wanted`. Neighbours that would stand too close pool and share the mean of their
    wishes: isotonic regression by pooling adjacent violators.
    """
    offsets = [0]
    for gap in apart:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []  # the sum of wishes, and of how many
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    means = [round(total / count) for total, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def lanes_of(spans: Sequence[tuple[float, float]], *, margin: float = 8) -> list[int]:
    """Return a lane for each span so that no two in one lane come nearer than `margin`; short spans in low lanes."""
    lanes: list[list[tuple[float, float]]] = []
    found = [0] * len(spans)
    for at in sorted(range(len(spans)), key=lambda each: (spans[each][1] - spans[each][0], spans[each], each)):
        left, right = spans[at]
        lane = next(
            (
                number
                for number, held in enumerate(lanes)
                if all(right + margin <= other[0] or other[1] + margin <= left for other in held)
                and not any(_holds(spans[at], other) for above in lanes[number + 1 :] for other in above)
            ),
            len(lanes),
        )
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((left, right))
        found[at] = lane
    return found


def _holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]

"""Cures: a Retry's MaxDelaySeconds is ignored, so the pauses between attempts grow without bound.

JitterStrategy is ignored too, and stays so: one machine has no crowd to spread. MiniStack also caps every pause at 60
seconds, which AWS does not. Can go when MiniStack honours MaxDelaySeconds.
"""
from ministack.services import stepfunctions as sfn

find = sfn._find_matching_retrier


def find_with_bounded_delay(retriers, error, retry_counts):
    """Return the retrier with the whole delay in IntervalSeconds, so that MiniStack's own growth has nothing to add."""
    retrier, index = find(retriers, error, retry_counts)
    if retrier is None:
        return retrier, index
    delay = retrier.get("IntervalSeconds", 1) * retrier.get("BackoffRate", 2.0) ** retry_counts.get(index, 0)
    return {**retrier, "IntervalSeconds": min(delay, retrier.get("MaxDelaySeconds", delay)), "BackoffRate": 1}, index


def install():
    sfn._find_matching_retrier = find_with_bounded_delay

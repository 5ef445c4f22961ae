"""Cures: after a restart on another port no function is called for a queue's messages.

MiniStack keys its queues by URL, port included, and its poller looks for the URL of today's port. Here the queues of a
saved state are filed under the present address; queue ARNs and names stay.
Can go when MiniStack keys queues by account, Region and name.
"""
from ministack.services import sqs

load = sqs.load_persisted_state


def load_under_present_address(data):
    load(data)
    for (account, region, url), queue in list(sqs._queues._data.items()):
        present = sqs._queue_url_for_account(account, url.rsplit("/", 1)[1])
        if present != url:
            sqs._queues._data[(account, region, present)] = sqs._queues._data.pop((account, region, url))
    sqs._queue_name_to_url.clear()
    sqs._rebuild_queue_name_index()


def install():
    sqs.load_persisted_state = load_under_present_address

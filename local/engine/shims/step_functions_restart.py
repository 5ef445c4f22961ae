"""Cures: executions that a restart ended are marked FAILED, but no status event says so.

AWS publishes every change to FAILED, and the product's reconciler restarts what failed. Here the events that are due
are published once the state is loaded. Executions are not resumed: their tokens are gone (TaskDoesNotExist), and the
record in DynamoDB is the authority. Can go when MiniStack publishes these events.
"""
import contextvars
import threading

import lifecycle
from ministack.core.responses import set_request_account_id, set_request_region
from ministack.services import stepfunctions as sfn

load = sfn.load_persisted_state
ended = []  # (account, region, execution)


def load_and_remember_ended(data):
    executions = (data or {}).get("executions")
    running = [key for key, execution in executions._data.items() if execution["status"] == "RUNNING"] if executions else []
    load(data)
    ended.extend((key[0], key[1], sfn._executions._data[key]) for key in running)


def publish():
    for account, region, execution in ended:
        set_request_account_id(account)
        set_request_region(region)
        sfn._emit_execution_status_event(execution)


def install():
    sfn.load_persisted_state = load_and_remember_ended
    lifecycle.after_load.append(
        lambda: threading.Thread(target=contextvars.Context().run, args=(publish,), daemon=True).start())

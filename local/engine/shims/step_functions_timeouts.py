"""Cures: a TimeoutSeconds written as JSONata, HeartbeatSeconds, and the machine's own TimeoutSeconds are ignored.

The product's waits are all computed (`{% $states.input.waitSeconds %}`), so without this none ever ends by itself.
Timers run on the event loop, so a parked execution costs no second thread. Can go when MiniStack honours the three.
"""
import contextvars
import json
import threading
from datetime import datetime, timezone

from ministack import app
from ministack.services import stepfunctions as sfn

execute_task, invoke_with_callback, run_execution = sfn._execute_task, sfn._invoke_with_callback, sfn._run_execution


def execute_task_with_computed_times(state_def, raw_input, execution, ctx):
    computed = {field: sfn._jsonata_state_field(state_def, field, "number", raw_input, ctx)
                for field in ("TimeoutSeconds", "HeartbeatSeconds") if isinstance(state_def.get(field), str)}
    return execute_task({**state_def, **computed}, raw_input, execution, ctx)


def invoke_with_heartbeat(resource, input_data, token, state_def):
    limit = state_def.get("HeartbeatSeconds")
    if limit:
        account, region = sfn.get_account_id(), sfn.get_region()
        app._MAIN_LOOP.call_soon_threadsafe(watch_heartbeat, (account, region, token), limit, "not looked at yet")
    if "TimeoutSeconds" in state_def:
        state_def = {**state_def, "TimeoutSeconds": min(state_def["TimeoutSeconds"], threading.TIMEOUT_MAX)}
    return invoke_with_callback(resource, input_data, token, state_def)


def watch_heartbeat(key, limit, seen):
    info = sfn._task_tokens._data.get(key)
    if seen != "not looked at yet" and (not info or info["event"].is_set()):
        return
    beat = info["heartbeat"] if info else None
    if beat == seen:
        info["error"] = {"Error": "States.HeartbeatTimeout", "Cause": f"No heartbeat for {limit} seconds"}
        info["event"].set()
        return
    app._MAIN_LOOP.call_later(limit, watch_heartbeat, key, limit, beat)


def run_within_limit(exec_arn):
    execution = sfn._executions[exec_arn]
    machine = sfn._state_machines.get(execution["stateMachineArn"]) or {}
    limit = json.loads(machine.get("definition", "{}")).get("TimeoutSeconds")
    timers = []
    if limit:
        began = datetime.fromisoformat(execution["startDate"].replace("Z", "+00:00"))
        left = max(0, limit - (datetime.now(timezone.utc) - began).total_seconds())
        scope = contextvars.copy_context()
        app._MAIN_LOOP.call_soon_threadsafe(
            lambda: timers.append(app._MAIN_LOOP.call_later(left, time_out_off_loop, scope, execution)))
    run_execution(exec_arn)
    app._MAIN_LOOP.call_soon_threadsafe(lambda: [timer.cancel() for timer in timers])


def time_out_off_loop(scope, execution):
    threading.Thread(target=scope.run, args=(time_out, execution), daemon=True).start()


def time_out(execution):
    if execution["status"] != "RUNNING":
        return
    execution.update(status="TIMED_OUT", stopDate=sfn.now_iso(), error="States.Timeout")
    sfn._add_event(execution, "ExecutionTimedOut", {"executionTimedOutEventDetails": {"error": "States.Timeout"}})
    sfn._emit_execution_status_event(execution)


def install():
    sfn._execute_task, sfn._invoke_with_callback = execute_task_with_computed_times, invoke_with_heartbeat
    sfn._run_execution = run_within_limit

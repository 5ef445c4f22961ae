"""Cures: task tokens that behave unlike those of AWS.

- A Lambda error in a `.waitForTaskToken` task is swallowed, and the task waits for an answer that cannot come.
- All attempts of a task share one token; on AWS each has its own.
- The answer to a token of a stopped, failed or timed out execution is accepted; the thread behind it waits on.
- A second answer gets TaskDoesNotExist instead of TaskTimedOut.
- StartExecution with the name and input of a running execution fails instead of returning that execution.
Can go, point by point, when MiniStack does the same.
"""
import json
import threading

from ministack.core.responses import error_response_json, json_response, new_uuid
from ministack.services import stepfunctions as sfn

REMEMBERED = 10_000  # settled tokens
local = threading.local()  # execution and token of the task that this thread runs
owners = {}  # open token -> execution
settled = {}  # token -> None, oldest first
START, STATUS_EVENT, FAIL = sfn._start_execution, sfn._emit_execution_status_event, sfn._fail_execution
arguments_of, parameters_of, call_lambda = sfn._apply_jsonata_arguments, sfn._apply_parameters, sfn._call_lambda


class ExecutionEnded(BaseException):
    """Ends the thread of an execution that is over, past every Retry and Catch."""


def tracking(execute_task):
    def wrapper(state_def, raw_input, execution, ctx):
        local.execution = execution if ".waitForTaskToken" in state_def.get("Resource", "") else None
        local.ctx = ctx
        return execute_task(state_def, raw_input, execution, ctx)
    return wrapper


def fresh_token_before(build_payload):
    """MiniStack builds the payload anew for each attempt: the moment to give the attempt its token."""
    def wrapper(state_def, raw_input, ctx=None):
        execution = getattr(local, "execution", None)
        if execution is not None and ctx is local.ctx:
            if execution["status"] != "RUNNING":
                raise ExecutionEnded
            ctx["Task"] = {"Token": new_uuid()}
        return build_payload(state_def, raw_input, ctx)
    return wrapper


def owning(invoke_with_callback):
    def wrapper(resource, input_data, token, state_def):
        execution = local.execution
        owners[token] = execution
        local.token = token
        try:
            result = invoke_with_callback(resource, input_data, token, state_def)
        finally:
            local.token = None
            owners.pop(token, None)
            settled[token] = None
            while len(settled) > REMEMBERED:
                settled.pop(next(iter(settled)))
        if execution["status"] != "RUNNING":
            raise ExecutionEnded
        return result
    return wrapper


def call_lambda_or_fail_task(func_ref, event):
    try:
        return call_lambda(func_ref, event)
    except sfn._ExecutionError as error:
        token = getattr(local, "token", None)
        info = sfn._task_tokens.get(token) if token else None
        if info and not info["event"].is_set():
            info["error"] = {"Error": error.error, "Cause": error.cause}
            info["event"].set()
        raise


def release(execution):
    for token, holder in list(owners.items()):
        info = sfn._task_tokens.get(token) if holder is execution else None
        if info:
            info["result"] = "null"
            info["event"].set()


def status_event_then_release(execution):
    STATUS_EVENT(execution)
    if execution["status"] != "RUNNING":
        release(execution)


def fail_unless_over(execution, error, cause):
    if execution["status"] == "RUNNING":
        FAIL(execution, error, cause)


def ending_quietly(run_execution):
    def wrapper(exec_arn):
        try:
            run_execution(exec_arn)
        except ExecutionEnded:
            pass
    return wrapper


def once(answer):
    def wrapper(data):
        token = data.get("taskToken")
        info = sfn._task_tokens.get(token)
        if token in settled or (info and info["event"].is_set()):
            return error_response_json("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'", 400)
        return answer(data)
    return wrapper


def start_or_return_running(data):
    machine = sfn._resolve_state_machine_arn(data.get("stateMachineArn", "").rsplit("#", 1)[0])
    arn = machine and data.get("name") and machine.replace(":stateMachine:", ":execution:") + ":" + data["name"]
    known = arn and sfn._executions.get(arn)
    if known and known["status"] == "RUNNING" and json.loads(known["input"]) == json.loads(data.get("input", "{}")):
        return json_response({"executionArn": known["executionArn"], "startDate": known["startDate"]})
    return START(data)


def install():
    sfn._execute_task = tracking(sfn._execute_task)
    sfn._apply_jsonata_arguments = fresh_token_before(arguments_of)
    sfn._apply_parameters = fresh_token_before(parameters_of)
    sfn._invoke_with_callback = owning(sfn._invoke_with_callback)
    sfn._run_execution = ending_quietly(sfn._run_execution)
    sfn._call_lambda, sfn._fail_execution = call_lambda_or_fail_task, fail_unless_over
    sfn._emit_execution_status_event, sfn._start_execution = status_event_then_release, start_or_return_running
    for name in ("_send_task_success", "_send_task_failure", "_send_task_heartbeat"):
        setattr(sfn, name, once(getattr(sfn, name)))

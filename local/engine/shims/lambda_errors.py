"""Cures: whatever a Node handler throws is reported as Runtime.HandlerError, and its worker is thrown away.

Step Functions' Retry and Catch go by the error's own name, as AWS reports it, so without this none of them ever match;
and each expected error would cost the next call a cold start. Can go when MiniStack passes `error.name` on.
"""
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

MARK = "__thrown__"
REPLY = ('status: "ok", result: {{ {mark}: {{ errorType: {error}.name || "Error", errorMessage: String({error}.message ?? {error}), '
         'trace: String({error}.stack || "").split("\\n") }} }}')
REPLIES = {
    'status: "error", error: String(err.message || err), trace: err.stack || ""': REPLY.format(mark=MARK, error="err"),
    'status: "error", error: e.message, trace: e.stack\n': REPLY.format(mark=MARK, error="e") + "\n",
}
execute = lambda_svc._execute_function_warm


def execute_and_name_error(*args, **options):
    result = execute(*args, **options)
    body = result.get("body")
    if not result.get("error") and isinstance(body, dict) and set(body) == {MARK}:
        log = "\n".join(filter(None, [result.get("log", ""), *body[MARK]["trace"]]))
        return {**result, "body": body[MARK], "error": True, "log": log}
    return result


def install():
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    for plain, named in REPLIES.items():
        if script.count(plain) != 1:
            raise SystemExit("the worker script of this MiniStack is not the one that lambda_errors was written for")
        script = script.replace(plain, named)
    lambda_runtime._NODEJS_WORKER_SCRIPT = script
    lambda_svc._execute_function_warm = execute_and_name_error

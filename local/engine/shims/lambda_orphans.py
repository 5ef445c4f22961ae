"""Cures: when the engine is killed, Lambda workers with an open socket or timer live on without a parent.

Here a worker ends when its standard input closes, which the death of the engine does in any case.
Can go when MiniStack's worker script does so.
"""
from ministack.core import lambda_runtime

LISTENER = 'rl.on("line", async (line) => {'


def install():
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    if script.count(LISTENER) != 1:
        raise SystemExit("the worker script of this MiniStack is not the one that lambda_orphans was written for")
    lambda_runtime._NODEJS_WORKER_SCRIPT = script.replace(LISTENER, 'rl.on("close", () => process.exit(0));\n' + LISTENER)

"""How the engine starts its background work and how it ends: one way out, which saves the state first.

It ends on SIGTERM, SIGINT, or when its standard input closes. The parent holds the other end of that pipe, so the engine
also ends, with its Lambda workers, when the parent is killed in a way that it cannot handle.
"""
import fcntl
import logging
import os
import signal
import sys
import threading
import time

from ministack import app
from ministack.core import lambda_runtime, persistence

logger = logging.getLogger("engine")
STATE_IN_USE = 3  # exit code, see process.ts
PREDECESSOR_ENDS_WITHIN = 4  # seconds
before_exit = []  # callables run on the event loop, in order, before the process ends
after_load = []  # callables run on the event loop once the saved state is back


def save_all():
    persistence.save_all(app._build_persistence_save_dict())


def finish():
    """Save and leave at once: waiting for open connections could last for ever, and a cut request is one the caller repeats."""
    for action in before_exit or [save_all]:
        try:
            action()
        except Exception:
            logger.exception("saving the state failed")
    lambda_runtime._REAP_GRACE = 0.2  # Lambda workers hold nothing worth waiting for
    lambda_runtime.reset()
    logging.shutdown()
    os._exit(0)


def claim_state():
    """Two engines on one state would overwrite each other. The lock goes with the process, however it ends."""
    os.makedirs(persistence.STATE_DIR, exist_ok=True)
    lock = open(os.path.join(persistence.STATE_DIR, "lock"), "w")
    for _ in range(PREDECESSOR_ENDS_WITHIN * 10):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        except OSError:
            time.sleep(0.1)
    raise SystemExit(STATE_IN_USE)


def watch_standard_input(loop):
    sys.stdin.buffer.read()
    loop.call_soon_threadsafe(finish)


def install():
    app.state_lock = claim_state()  # kept open as long as the process lives
    load = app._load_persisted_state

    def load_then_start():
        load()
        loop = app._MAIN_LOOP
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, finish)
        if os.environ.get("ENGINE_ENDS_WITH_STDIN") == "1":
            threading.Thread(target=watch_standard_input, args=(loop,), daemon=True).start()
        for action in after_load:
            action()

    app._load_persisted_state = load_then_start

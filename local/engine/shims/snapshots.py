"""Cures: MiniStack saves its state only when it is stopped politely, so a crash or `kill -9` loses everything.

Every ENGINE_SNAPSHOT_SECONDS (default 5) the state of all services is encoded in one go on the event loop, so that the
files agree with each other, and written off the loop: all new files first, then one quick round of renames.
A kill loses at most that many seconds. Can go when MiniStack saves periodically by itself.
"""
import copy
import json
import logging
import os
import threading
import time
import types

import lifecycle
from ministack import app
from ministack.core import persistence
from ministack.services import cloudwatch_logs, dynamodb, stepfunctions

SECONDS = float(os.environ.get("ENGINE_SNAPSHOT_SECONDS", "5"))
PAUSE_WORTH_A_LINE = 0.25  # seconds
logger = logging.getLogger("engine")
encoding = threading.local()
writing = threading.Lock()
written = {}  # service -> hash of the text that its file holds


def deepcopy(value, memo=None):
    """While a snapshot is encoded nothing else touches its values, and copying them first would triple the pause."""
    return value if getattr(encoding, "now", False) else copy.deepcopy(value, memo)


def encode():
    texts = {}
    for name, get_state in app._build_persistence_save_dict().items():
        text = encode_service(name, get_state)
        if text is not None:
            texts[name] = text
    return texts


def encode_service(name, get_state):
    for _ in range(5):
        encoding.now = True
        try:
            state = get_state()
            if state is None:
                return None
            wrapped = {"__ministack_format__": persistence._state_format_version(name), "payload": state}
            return json.dumps(wrapped, default=persistence._json_default)
        except RuntimeError:  # a worker thread added something meanwhile
            continue
        finally:
            encoding.now = False
    logger.warning("snapshot of %s skipped: it kept changing", name)
    return None


def write(texts):
    with writing:
        os.makedirs(persistence.STATE_DIR, exist_ok=True)
        changed = {name: text for name, text in texts.items() if written.get(name) != hash(text)}
        for name, text in changed.items():
            with open(path_of(name) + ".tmp", "w") as file:
                file.write(text)
        for name, text in changed.items():
            os.replace(path_of(name) + ".tmp", path_of(name))
            written[name] = hash(text)


def path_of(name):
    return os.path.join(persistence.STATE_DIR, name + ".json")


def snapshot():
    began = time.perf_counter()
    texts = encode()
    paused = time.perf_counter() - began
    if paused > PAUSE_WORTH_A_LINE:
        logger.warning("a snapshot paused the engine for %.0f ms", paused * 1000)
    threading.Thread(target=write, args=(texts,), daemon=True).start()


def keep_taking():
    while True:
        time.sleep(SECONDS)
        app._MAIN_LOOP.call_soon_threadsafe(snapshot)


def install():
    proxy = types.SimpleNamespace(**{**vars(copy), "deepcopy": deepcopy})
    for module in (dynamodb, stepfunctions, cloudwatch_logs):
        module.copy = proxy
    lifecycle.before_exit.append(lambda: write(encode()))
    if SECONDS > 0:
        lifecycle.after_load.append(lambda: threading.Thread(target=keep_taking, daemon=True).start())

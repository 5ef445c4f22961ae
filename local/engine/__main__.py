"""The embedded engine: MiniStack in one process, with the shims that the product relies on.

Started by process.ts, which sets the environment. ENGINE_SHIMS_OFF names shims to leave out ("all", or a comma list):
the tests use it to show that each gap is real.
"""
import logging
import os

from ministack import app

import lifecycle
import shims

if __name__ == "__main__":
    logging.getLogger("persistence").setLevel(logging.WARNING)
    shims.install(os.environ.get("ENGINE_SHIMS_OFF", ""))
    lifecycle.install()
    app.main()

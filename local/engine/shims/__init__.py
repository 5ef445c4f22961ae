"""Corrections of MiniStack 1.5.33, one module per concern; each names the gap it cures and when it can go."""
import importlib

MODULES = (
    "lambda_errors",
    "lambda_latency",
    "lambda_orphans",
    "step_functions_timeouts",
    "step_functions_tokens",
    "step_functions_retry",
    "step_functions_restart",
    "streams_restart",
    "sqs_restart",
    "stream_poller",
    "cloudformation",
    "ses_events",
    "ses_attachments",
    "snapshots",
)


def install(switched_off):
    """Apply every shim but those named in switched_off: "all", or names separated by commas."""
    left_out = set(filter(None, switched_off.split(",")))
    unknown = left_out - set(MODULES) - {"all"}
    if unknown:
        raise SystemExit(f"ENGINE_SHIMS_OFF names unknown shims: {', '.join(sorted(unknown))}")
    for name in MODULES:
        if "all" not in left_out and name not in left_out:
            importlib.import_module(f"shims.{name}").install()

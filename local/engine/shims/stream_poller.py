"""Cures: event source mappings on DynamoDB streams know neither partial failures nor an end of retrying.

MiniStack ignores ReportBatchItemFailures (the failed record is lost), BisectBatchOnFunctionError, MaximumRetryAttempts
and, with them, the failure destination: one bad record is retried for ever or silently dropped. It also lets a slow
handler hold up every other mapping. Here each mapping has one batch in flight on a thread of its own.
Can go when MiniStack does the same.
"""
import time

from ministack.services import dynamodb
from ministack.services import lambda_svc as lam

tries = {}  # mapping id -> {"size": records to take, "failed": attempts of the first of them}


def poll_all():
    for account, region, mapping in lam._iter_all_esms():
        tokens = lam._request_account_id.set(account), lam._request_region.set(region)
        try:
            if mapping["UUID"] not in lam._esm_inflight and pending(mapping):
                lam._dispatch_esm_batch(mapping["UUID"], poll, mapping)
        finally:
            lam._request_account_id.reset(tokens[0])
            lam._request_region.reset(tokens[1])
    return False  # the end of each batch wakes the poll loop


def pending(mapping):
    """Return (function, table, position, records) of the mapping's next batch, or None."""
    source, key = mapping.get("EventSourceArn", ""), mapping["UUID"]
    if ":dynamodb:" not in source or not mapping.get("Enabled", True) or lam._esm_backoff_until.get(key, 0) > time.time():
        return None
    table = source.split(":table/")[1].split("/")[0]
    function, _ = lam._get_func_record_for_qualifier(mapping["FunctionName"], mapping.get("Qualifier"))
    if function is None or (dynamodb._tables.get(table) or {}).get("LatestStreamArn") != source:
        return None
    first = dynamodb.stream_start_position(table)
    begin = first if mapping.get("StartingPosition") == "TRIM_HORIZON" else dynamodb.stream_end_position(table)
    with lam._dynamodb_stream_positions_lock:
        position = max(lam._dynamodb_stream_positions.setdefault(key, begin), first)
    size = tries.get(key, {}).get("size", mapping.get("BatchSize", 100))
    records = dynamodb.stream_records_since(table, position, size)
    return (function, position, records) if records else None


def poll(mapping):
    batch = pending(mapping)
    if batch is None:
        return
    function, position, records = batch
    wanted = lam._apply_filter_criteria(records, mapping)
    done = len(records)
    if wanted:
        result = lam._execute_function(function, {"Records": wanted})
        done = first_failure(mapping, result, records)
        if done < len(records):
            done = after_failure(mapping, function, records, (done, wanted, result))
    if done == len(records):
        tries.pop(mapping["UUID"], None)
    with lam._dynamodb_stream_positions_lock:
        lam._dynamodb_stream_positions[mapping["UUID"]] = position + done


def first_failure(mapping, result, records):
    """How many records, from the start, were handled; AWS retries from the first that was not."""
    if result.get("error"):
        return 0
    if "ReportBatchItemFailures" not in (mapping.get("FunctionResponseTypes") or []):
        return len(records)
    body = result.get("body")
    failures = (body.get("batchItemFailures") or []) if isinstance(body, dict) else []
    failed = {failure.get("itemIdentifier") for failure in failures}
    if not failed:
        return len(records)
    return next((i for i, record in enumerate(records) if record["dynamodb"]["SequenceNumber"] in failed), 0)


def after_failure(mapping, function, records, outcome):
    """Halve the batch, wait and retry, or give up; return how many records are now behind us."""
    done, wanted, result = outcome
    key, left = mapping["UUID"], len(records) - done
    state = tries.setdefault(key, {"size": mapping.get("BatchSize", 100), "failed": 0})
    state["failed"] = 1 if done else state["failed"] + 1
    if mapping.get("BisectBatchOnFunctionError") and left > 1:
        state.update(size=(left + 1) // 2, failed=0)
        return done
    condition = given_up(mapping, state["failed"], records[done])
    if not condition:
        lam._esm_backoff_until[key] = time.time() + lam._ESM_BACKOFF_SECONDS
        return done
    undelivered = [record for record in wanted if record in records[done:]]
    lam._send_ddb_stream_failure_record(mapping, function, undelivered, mapping["EventSourceArn"], result, condition)
    return len(records)


def given_up(mapping, failed, record):
    limit, age = mapping.get("MaximumRetryAttempts"), mapping.get("MaximumRecordAgeInSeconds")
    if limit is not None and 0 <= int(limit) < failed:
        return "RetryAttemptsExhausted"
    created = float(record["dynamodb"].get("ApproximateCreationDateTime", time.time()))
    if age is not None and 0 < int(age) < time.time() - created:
        return "MaxRecordAgeExceeded"
    return None


def install():
    lam._poll_dynamodb_streams = poll_all

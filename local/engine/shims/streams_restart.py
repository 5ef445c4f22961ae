"""Cures: after a restart DynamoDB streams deliver nothing for a while, and what was not delivered yet is lost.

MiniStack saves how far each reader has read, but not the records, so the first records of a new run, as many as the old
position, are swallowed. Here the undelivered tail is saved too, and a position beyond the end is moved back to it.
Can go when MiniStack saves stream records with the positions.
"""
from ministack.core.responses import AccountRegionScopedDict
from ministack.services import dynamodb, lambda_svc

get_state, load_tables, load_lambda = dynamodb.get_state, dynamodb.load_persisted_state, lambda_svc.load_persisted_state


def positions_of(account, region, table, default):
    return [lambda_svc._dynamodb_stream_positions._data.get(key, default)
            for key, mapping in lambda_svc._esms._data.items()
            if key[:2] == (account, region) and f":table/{table}/stream/" in mapping.get("EventSourceArn", "")]


def state_with_tails():
    records, trimmed = AccountRegionScopedDict(), AccountRegionScopedDict()
    for (account, region, table), rows in list(dynamodb._stream_records._data.items()):
        began = dynamodb._stream_trimmed._data.get((account, region, table), 0)
        first = max(min(positions_of(account, region, table, began), default=began + len(rows)), began)
        records._data[(account, region, table)] = rows[first - began:]
        trimmed._data[(account, region, table)] = first
    return {**get_state(), "stream_records": records, "stream_trimmed": trimmed}


def load_with_tails(data):
    load_tables(data)
    dynamodb._stream_records.update(data.get("stream_records", {}))
    dynamodb._stream_trimmed.update(data.get("stream_trimmed", {}))
    move_back_positions()


def load_mappings(data):
    load_lambda(data)
    move_back_positions()


def move_back_positions():
    """Called after either half is loaded, since their order is not promised."""
    for key, position in list(lambda_svc._dynamodb_stream_positions._data.items()):
        mapping = lambda_svc._esms._data.get(key)
        if mapping:
            table = mapping["EventSourceArn"].split("/")[1]
            end = dynamodb.stream_end_position(table, account_id=key[0], region=key[1])
            lambda_svc._dynamodb_stream_positions._data[key] = min(position, end)


def install():
    dynamodb.get_state, dynamodb.load_persisted_state = state_with_tails, load_with_tails
    lambda_svc.load_persisted_state = load_mappings

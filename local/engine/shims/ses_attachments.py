"""Cures: the files that a mail carries (SendEmail, Content.Simple.Attachments) are dropped without a word.

They are kept with the message and shown at /_ministack/ses/messages. Can go when MiniStack keeps and shows them.
"""
import json

from ministack import app
from ministack.services import ses, ses_v2

handle = ses_v2.handle_request
show = app._handle_ses_messages_request


async def handle_and_keep(method, path, headers, body, query_params):
    response = await handle(method, path, headers, body, query_params)
    if method == "POST" and path.rstrip("/").endswith("/outbound-emails") and response[0] == 200:
        attachments = json.loads(body).get("Content", {}).get("Simple", {}).get("Attachments") or []
        keep(json.loads(response[2])["MessageId"], attachments)
    return response


def keep(message_id, attachments):
    for message in reversed(ses_v2._sent_emails_list()):
        if message.get("MessageId") == message_id:
            message["Attachments"] = [{"FileName": each.get("FileName"), "ContentType": each.get("ContentType"),
                                       "RawContent": each.get("RawContent")} for each in attachments]
            return


def kept():
    """Attachments of every account and Region, by message."""
    return {message["MessageId"]: message["Attachments"]
            for messages in ses._sent_emails.to_dict().values() if isinstance(messages, list)
            for message in messages if message.get("Attachments")}


async def show_all(method, path, headers, query_params):
    response = await show(method, path, headers, query_params)
    if response is None or response[0] != 200:
        return response
    status, head, body = response
    answer, attachments = json.loads(body), kept()
    for messages in answer["messages"].values():
        for message in messages:
            message["Attachments"] = attachments.get(message["MessageId"], [])
    return status, head, json.dumps(answer).encode()


def install():
    ses_v2.handle_request = handle_and_keep
    app._handle_ses_messages_request = show_all

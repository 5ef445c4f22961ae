"""Cures: the files that a mail carries (SendEmail, Content.Simple.Attachments) are dropped without a word.

They are kept with the message that /_ministack/ses/messages shows. Can go when MiniStack keeps them.
"""
import json

from ministack.services import ses_v2

handle = ses_v2.handle_request


async def handle_and_keep(method, path, headers, body, query_params):
    response = await handle(method, path, headers, body, query_params)
    if method == "POST" and path.rstrip("/").endswith("/outbound-emails") and response[0] == 200:
        attachments = json.loads(body).get("Content", {}).get("Simple", {}).get("Attachments", [])
        keep(json.loads(response[2])["MessageId"], attachments)
    return response


def keep(message_id, attachments):
    for message in reversed(ses_v2._sent_emails_list()):
        if message.get("MessageId") == message_id:
            message["Attachments"] = [{"FileName": each.get("FileName"), "ContentType": each.get("ContentType"),
                                       "RawContent": each.get("RawContent")} for each in attachments]
            return


def install():
    ses_v2.handle_request = handle_and_keep

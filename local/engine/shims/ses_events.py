"""Cures: an SES configuration set's event destinations never hear anything, and no address ever bounces.

Send, Delivery, Bounce and Complaint go to EventBridge in the shape that AWS documents; the addresses of the mailbox
simulator (bounce@simulator.amazonses.com, also with +label) decide the outcome. Can go when MiniStack emits them.
"""
import json
import re

from ministack.core.concurrency import spawn_background
from ministack.core.responses import now_iso
from ministack.services import eventbridge, ses_v2

DETAIL_TYPES = {"Send": "Email Sent", "Delivery": "Email Delivered", "Bounce": "Email Bounced",
                "Complaint": "Email Complaint Received"}
SIMULATOR = re.compile(r"^(bounce|complaint)(\+[^@]*)?@simulator\.amazonses\.com$", re.IGNORECASE)
handle = ses_v2.handle_request


async def handle_and_emit(method, path, headers, body, query_params):
    response = await handle(method, path, headers, body, query_params)
    if method == "POST" and path.rstrip("/").endswith("/outbound-emails") and response[0] == 200:
        request, message_id = json.loads(body), json.loads(response[2])["MessageId"]
        record = ses_v2._config_sets.get(request.get("ConfigurationSetName", "")) or {}
        destinations = list((record.get("EventDestinations") or {}).values())
        spawn_background(emit, request, message_id, destinations, thread_name="engine-ses-events")
    return response


def emit(request, message_id, destinations):
    mail = mail_of(request, message_id)
    outcome = outcome_of(mail["destination"])
    for destination in destinations:
        wanted = {kind.upper() for kind in destination.get("MatchingEventTypes", [])}
        if "EventBridgeDestination" not in destination or destination.get("Enabled") in (False, "false"):
            continue
        for kind in ("Send", outcome):
            if kind.upper() in wanted:
                detail = {"eventType": kind, "mail": mail, kind.lower(): about(kind, mail["destination"])}
                entry = {"Source": "aws.ses", "DetailType": DETAIL_TYPES[kind], "Detail": json.dumps(detail)}
                eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True)


def mail_of(request, message_id):
    to = request.get("Destination", {})
    tags = {tag["Name"]: [tag["Value"]] for tag in request.get("EmailTags", [])}
    return {"messageId": message_id, "timestamp": now_iso(), "source": request.get("FromEmailAddress"),
            "destination": [a for field in ("ToAddresses", "CcAddresses", "BccAddresses") for a in to.get(field, [])],
            "tags": {"ses:configuration-set": [request.get("ConfigurationSetName", "")], **tags}}


def simulated(addresses, kind):
    found = [(address, SIMULATOR.match(address)) for address in addresses]
    return [address for address, match in found if match and match[1].lower() == kind.lower()]


def outcome_of(addresses):
    return next((kind for kind in ("Bounce", "Complaint") if simulated(addresses, kind)), "Delivery")


def about(kind, addresses):
    if kind == "Bounce":
        return {"bounceType": "Permanent", "bounceSubType": "General", "timestamp": now_iso(),
                "bouncedRecipients": [{"emailAddress": address, "action": "failed", "status": "5.1.1",
                                       "diagnosticCode": "smtp; 550 5.1.1 user unknown"}
                                      for address in simulated(addresses, "bounce")]}
    if kind == "Complaint":
        return {"timestamp": now_iso(), "complaintFeedbackType": "abuse",
                "complainedRecipients": [{"emailAddress": address} for address in simulated(addresses, "complaint")]}
    return {"timestamp": now_iso(), "recipients": addresses} if kind == "Delivery" else {}


def install():
    ses_v2.handle_request = handle_and_emit

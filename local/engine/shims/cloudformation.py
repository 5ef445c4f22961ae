"""Cures: properties that MiniStack's CloudFormation accepts and forgets.

A table's time to live and point-in-time recovery, the deletion protection of a TableV2, a bucket's object lock and
default encryption, a function's reserved concurrency and dead-letter queue. Without them the deployed system quietly
differs from its template. Can go, property by property, when MiniStack applies them.
"""
from ministack.services import dynamodb, lambda_svc, s3
from ministack.services.cloudformation import provisioners

XML = ('<ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>'
       "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>{algorithm}</SSEAlgorithm>{key}"
       "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>")


def table(name, props):
    replica = (props.get("Replicas") or [{}])[0]
    if props.get("TimeToLiveSpecification"):
        dynamodb._update_ttl({"TableName": name, "TimeToLiveSpecification": props["TimeToLiveSpecification"]})
    recovery = props.get("PointInTimeRecoverySpecification") or replica.get("PointInTimeRecoverySpecification")
    if recovery:
        dynamodb._update_continuous_backups({"TableName": name, "PointInTimeRecoverySpecification": recovery})
    if "DeletionProtectionEnabled" in replica:
        dynamodb._tables[name]["DeletionProtectionEnabled"] = replica["DeletionProtectionEnabled"] in (True, "true")


def bucket(name, props):
    if props.get("ObjectLockEnabled") in (True, "true"):
        rule = props.get("ObjectLockConfiguration", {}).get("Rule", {}).get("DefaultRetention")
        if rule:
            rule = {key: int(value) if key in ("Days", "Years") else value for key, value in rule.items()}
        s3._bucket_object_lock[name] = {"enabled": True, "default_retention": rule}
    for rule in props.get("BucketEncryption", {}).get("ServerSideEncryptionConfiguration", []):
        default = rule.get("ServerSideEncryptionByDefault", {})
        algorithm, key = default.get("SSEAlgorithm"), default.get("KMSMasterKeyID")
        if algorithm == "AES256" or key:  # MiniStack has no aws/s3 key, which the CDK bootstrap bucket asks for
            tag = f"<KMSMasterKeyID>{key}</KMSMasterKeyID>" if key else ""
            s3._put_bucket_encryption(name, XML.format(algorithm=algorithm, key=tag).encode())


def function(name, props):
    if "ReservedConcurrentExecutions" in props:
        reserved = int(props["ReservedConcurrentExecutions"])
        lambda_svc._put_function_concurrency(name, {"ReservedConcurrentExecutions": reserved})
    if "DeadLetterConfig" in props:
        lambda_svc._functions[name]["config"]["DeadLetterConfig"] = props["DeadLetterConfig"]


def also(kind, apply):
    handler = provisioners._RESOURCE_HANDLERS[kind]
    create, update = handler["create"], handler.get("update")

    def create_fully(logical_id, props, stack_name):
        created = create(logical_id, props, stack_name)
        apply(created[0], props)
        return created

    def update_fully(physical_id, old_props, new_props, stack_name, *rest, **named):
        updated = update(physical_id, old_props, new_props, stack_name, *rest, **named)
        apply(updated[0], new_props)
        return updated

    handler["create"] = create_fully
    if update:
        handler["update"] = update_fully


def install():
    also("AWS::DynamoDB::Table", table)
    also("AWS::DynamoDB::GlobalTable", table)
    also("AWS::S3::Bucket", bucket)
    also("AWS::Lambda::Function", function)

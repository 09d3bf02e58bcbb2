-- Codes, tokens and keys are looked up by their hash.
create unique index on invitation (tenant_id, token_hash);
create unique index on enrolment_code (tenant_id, code_hash);
create unique index on erasure_client (tenant_id, token_hash);
create unique index on api_key (tenant_id, key_hash);

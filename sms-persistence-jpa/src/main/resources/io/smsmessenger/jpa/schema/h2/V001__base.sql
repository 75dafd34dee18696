-- Times are microseconds since 1970-01-01T00:00Z: exact in every time zone of JVM, session and database.
-- There are no foreign keys on purpose: checking one would lock the conversation for as long as a host's transaction
-- lasts. Every statement can be run again.

create sequence if not exists sms_id_seq start with 1 increment by 100;

create table if not exists sms_provider_account (
    id bigint primary key,
    tenant varchar(190) not null,
    provider varchar(64) not null,
    reference varchar(190) not null,
    constraint sms_provider_account_u1 unique (reference)
);

create table if not exists sms_profile (
    id bigint primary key,
    owner varchar(190) not null,
    account_id bigint not null,
    provider_profile_id varchar(190) not null,
    name varchar(200) not null,
    enabled boolean not null,
    webhook_url varchar(2000),
    webhook_failover_url varchar(2000),
    settings varchar(1000000) not null,
    version bigint not null,
    created_at bigint not null,
    constraint sms_profile_u1 unique (account_id, provider_profile_id)
);
create index if not exists sms_profile_owner on sms_profile (owner);

-- open_phone is the phone while the interval is open, default_owner the owner while the number is the default: unique
-- keys that nulls do not disturb, so one open interval a number and one default a user.
create table if not exists sms_number_assignment (
    id bigint primary key,
    phone varchar(16) not null,
    owner varchar(190) not null,
    account_id bigint not null,
    provider_number_id varchar(190),
    label varchar(100),
    is_default boolean not null,
    profile_id bigint,
    profile_since bigint,
    owned_from bigint not null,
    owned_until bigint,
    open_phone varchar(16),
    default_owner varchar(190),
    constraint sms_number_assignment_u1 unique (open_phone),
    constraint sms_number_assignment_u2 unique (default_owner)
);
create index if not exists sms_number_assignment_phone on sms_number_assignment (phone, owned_from);
create index if not exists sms_number_assignment_owner on sms_number_assignment (owner);

create table if not exists sms_contact (
    id bigint primary key,
    owner varchar(190) not null,
    name varchar(200),
    address varchar(64) not null,
    external_id varchar(190),
    search_text varchar(500) not null,
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    constraint sms_contact_u1 unique (owner, address),
    constraint sms_contact_u2 unique (owner, external_id)
);
create index if not exists sms_contact_page on sms_contact (owner, id);

-- unread is kept equal to: marked_unread or inbound_position > read_position.
create table if not exists sms_conversation (
    id bigint primary key,
    owner varchar(190) not null,
    assignment_id bigint not null,
    phone varchar(16) not null,
    peer varchar(64) not null,
    peer_name varchar(200),
    contact_id bigint,
    preview varchar(120) not null,
    last_message_id bigint,
    last_direction varchar(8),
    last_activity_at bigint not null,
    inbound_position bigint not null,
    read_position bigint not null,
    marked_unread boolean not null,
    unread boolean not null,
    state varchar(8) not null,
    constraint sms_conversation_u1 unique (assignment_id, peer)
);
create index if not exists sms_conversation_list on sms_conversation (owner, last_activity_at desc, id desc);
create index if not exists sms_conversation_unread on sms_conversation (owner, unread, last_activity_at desc, id desc);
create index if not exists sms_conversation_state on sms_conversation (owner, state, last_activity_at desc, id desc);
create index if not exists sms_conversation_peer on sms_conversation (owner, peer);

create table if not exists sms_message (
    id bigint primary key,
    owner varchar(190) not null,
    conversation_id bigint not null,
    assignment_id bigint not null,
    profile_id bigint,
    direction varchar(8) not null,
    phone varchar(16) not null,
    peer varchar(64) not null,
    body varchar(1000000) not null,
    media_count integer not null,
    status varchar(12) not null,
    status_rank integer not null,
    failure_reason varchar(32),
    failure_code varchar(64),
    failure_detail varchar(500),
    occurred_at bigint not null,
    created_at bigint not null,
    send_at bigint,
    sent_at bigint,
    completed_at bigint,
    position bigint not null,
    client_key varchar(190),
    fingerprint varchar(190),
    reference varchar(64),
    account_id bigint not null,
    provider_id varchar(190),
    encoding varchar(8),
    parts integer,
    cost_amount numeric(19, 6),
    cost_currency varchar(3),
    constraint sms_message_u1 unique (owner, client_key),
    constraint sms_message_u2 unique (reference),
    constraint sms_message_u3 unique (account_id, direction, provider_id)
);
create index if not exists sms_message_page on sms_message (conversation_id, occurred_at desc, id desc);

create table if not exists sms_media (
    message_id bigint not null,
    ordinal integer not null,
    url varchar(4000) not null,
    content_type varchar(190),
    size_bytes bigint,
    sha256 varchar(64),
    primary key (message_id, ordinal)
);

-- A row waits here until its message is settled for good, and is deleted then.
create table if not exists sms_outbox (
    message_id bigint not null,
    conversation_id bigint not null,
    state varchar(8) not null,
    priority integer not null,
    due_at bigint not null,
    lease_until bigint,
    token varchar(36),
    attempts integer not null,
    gated_at bigint,
    expires_at bigint not null,
    primary key (message_id)
);
create index if not exists sms_outbox_due on sms_outbox (state, priority, due_at, message_id);

create table if not exists sms_message_event (
    id bigint generated by default as identity primary key,
    message_id bigint not null,
    status varchar(12) not null,
    source varchar(12) not null,
    applied boolean not null,
    occurred_at bigint not null,
    recorded_at bigint not null,
    failure_reason varchar(32),
    failure_code varchar(64),
    failure_detail varchar(500)
);
create index if not exists sms_message_event_message on sms_message_event (message_id, id);

create table if not exists sms_webhook_event (
    id bigint primary key,
    account_id bigint not null,
    event_id varchar(190) not null,
    type varchar(100) not null,
    disposition varchar(12) not null,
    why varchar(500) not null,
    raw varbinary(1000000),
    received_at bigint not null,
    occurred_at bigint not null,
    constraint sms_webhook_event_u1 unique (account_id, event_id)
);
create index if not exists sms_webhook_event_waiting on sms_webhook_event (disposition, received_at desc, id desc);

-- One row for each scope and peer that was ever asked about under a lock: the gate and a STOP meet on it.
-- asked_at is the time of the latest wish, out or in: an older one that comes late changes nothing.
create table if not exists sms_consent (
    scope_kind varchar(12) not null,
    scope_id varchar(190) not null,
    peer varchar(64) not null,
    opted_out boolean not null,
    source varchar(12),
    since bigint,
    asked_at bigint,
    primary key (scope_kind, scope_id, peer)
);

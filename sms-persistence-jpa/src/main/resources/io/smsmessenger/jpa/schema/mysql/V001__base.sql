-- Times are microseconds since 1970-01-01T00:00Z: exact in every time zone of JVM, session and database.
-- There are no foreign keys on purpose: checking one would lock the conversation for as long as a host's transaction
-- lasts. Every statement can be run again.
-- MariaDB and MySQL. Keys differ by case and by trailing space, so the collation is a binary one without padding; the
-- two call it by different names.

-- Ids are given out in blocks of 100; a row here is a block.
create table if not exists sms_id_block (
    id bigint auto_increment primary key
) engine = InnoDB;

create table if not exists sms_provider_account (
    id bigint primary key,
    tenant varchar(190) not null,
    provider varchar(64) not null,
    reference varchar(190) not null,
    constraint sms_provider_account_u1 unique (reference)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

create table if not exists sms_profile (
    id bigint primary key,
    owner varchar(190) not null,
    account_id bigint not null,
    provider_profile_id varchar(190) not null,
    name varchar(200) not null,
    enabled bit(1) not null,
    webhook_url varchar(2000),
    webhook_failover_url varchar(2000),
    settings mediumtext not null,
    version bigint not null,
    created_at bigint not null,
    constraint sms_profile_u1 unique (account_id, provider_profile_id),
    index sms_profile_owner (owner)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

-- open_phone is the phone while the interval is open, default_owner the owner while the number is the default: unique
-- keys that nulls do not disturb, so one open interval a number and one default a user.
create table if not exists sms_number_assignment (
    id bigint primary key,
    phone varchar(16) not null,
    owner varchar(190) not null,
    account_id bigint not null,
    provider_number_id varchar(190),
    label varchar(100),
    is_default bit(1) not null,
    profile_id bigint,
    profile_since bigint,
    owned_from bigint not null,
    owned_until bigint,
    open_phone varchar(16),
    default_owner varchar(190),
    constraint sms_number_assignment_u1 unique (open_phone),
    constraint sms_number_assignment_u2 unique (default_owner),
    index sms_number_assignment_phone (phone, owned_from),
    index sms_number_assignment_owner (owner)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

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
    constraint sms_contact_u2 unique (owner, external_id),
    index sms_contact_page (owner, id)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

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
    marked_unread bit(1) not null,
    unread bit(1) not null,
    state varchar(8) not null,
    constraint sms_conversation_u1 unique (assignment_id, peer),
    index sms_conversation_list (owner, last_activity_at desc, id desc),
    index sms_conversation_unread (owner, unread, last_activity_at desc, id desc),
    index sms_conversation_state (owner, state, last_activity_at desc, id desc),
    index sms_conversation_peer (owner, peer)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

create table if not exists sms_message (
    id bigint primary key,
    owner varchar(190) not null,
    conversation_id bigint not null,
    assignment_id bigint not null,
    profile_id bigint,
    direction varchar(8) not null,
    phone varchar(16) not null,
    peer varchar(64) not null,
    body mediumtext not null,
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
    cost_amount decimal(19, 6),
    cost_currency varchar(3),
    constraint sms_message_u1 unique (owner, client_key),
    constraint sms_message_u2 unique (reference),
    constraint sms_message_u3 unique (account_id, direction, provider_id),
    index sms_message_page (conversation_id, occurred_at desc, id desc)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

create table if not exists sms_media (
    message_id bigint not null,
    ordinal integer not null,
    url varchar(4000) not null,
    content_type varchar(190),
    size_bytes bigint,
    sha256 varchar(64),
    primary key (message_id, ordinal)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

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
    primary key (message_id),
    index sms_outbox_due (state, priority, due_at, message_id)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

create table if not exists sms_message_event (
    id bigint auto_increment primary key,
    message_id bigint not null,
    status varchar(12) not null,
    source varchar(12) not null,
    applied bit(1) not null,
    occurred_at bigint not null,
    recorded_at bigint not null,
    failure_reason varchar(32),
    failure_code varchar(64),
    failure_detail varchar(500),
    index sms_message_event_message (message_id, id)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

create table if not exists sms_webhook_event (
    id bigint primary key,
    account_id bigint not null,
    event_id varchar(190) not null,
    type varchar(100) not null,
    disposition varchar(12) not null,
    why varchar(500) not null,
    raw mediumblob,
    received_at bigint not null,
    occurred_at bigint not null,
    constraint sms_webhook_event_u1 unique (account_id, event_id),
    index sms_webhook_event_waiting (disposition, received_at desc, id desc)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

-- One row for each scope and peer that was ever asked about under a lock: the gate and a STOP meet on it.
-- asked_at is the time of the latest wish, out or in: an older one that comes late changes nothing.
create table if not exists sms_consent (
    scope_kind varchar(12) not null,
    scope_id varchar(190) not null,
    peer varchar(64) not null,
    opted_out bit(1) not null,
    source varchar(12),
    since bigint,
    asked_at bigint,
    primary key (scope_kind, scope_id, peer)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

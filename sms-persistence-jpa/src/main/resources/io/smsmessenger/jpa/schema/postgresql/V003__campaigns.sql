-- Texts to many. Every statement can be run again.

-- recipients is the last place given to a row, so that places are the order they came in. swept tells that nothing of a
-- cancelled campaign is in the outbox, or can still come there.
create table if not exists sms_campaign (
    id bigint primary key,
    owner varchar(190) not null,
    name varchar(200) not null,
    body text not null,
    media text not null,
    phone varchar(16),
    state varchar(9) not null,
    send_at bigint,
    send_zone varchar(64),
    valid_until bigint,
    created_at bigint not null,
    finished_at bigint,
    recipients bigint not null,
    swept boolean not null
);
create index if not exists sms_campaign_list on sms_campaign (owner, created_at desc, id desc);
create index if not exists sms_campaign_state on sms_campaign (state, swept, id);

-- A row that somebody takes to hand it over is LEASED until lease_until. fields is name=value&name=value, URL-encoded.
create table if not exists sms_campaign_recipient (
    campaign_id bigint not null,
    ordinal bigint not null,
    address varchar(64) not null,
    fields text not null,
    state varchar(11) not null,
    lease_until bigint,
    message_id bigint,
    problem varchar(32),
    detail varchar(500),
    primary key (campaign_id, ordinal),
    constraint sms_campaign_recipient_u1 unique (campaign_id, address)
);
create index if not exists sms_campaign_recipient_waiting on sms_campaign_recipient (campaign_id, state, ordinal);

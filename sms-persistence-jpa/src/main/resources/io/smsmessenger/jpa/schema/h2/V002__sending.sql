-- What sending needs beyond the first tables. Every statement can be run again, and an older version of the library can
-- go on inserting: it leaves the lanes of its messages at 0, and whoever claims next fills them in.

alter table sms_message add column if not exists send_zone varchar(64);
-- How much a user handed over lately.
create index if not exists sms_message_handed_over on sms_message (owner, direction, created_at);

-- due_at of what is unknown is when it is looked for next. looks only grows: it tells one look from the next.
alter table sms_outbox add column if not exists account_id bigint default 0 not null;
alter table sms_outbox add column if not exists profile_id bigint default 0 not null;
alter table sms_outbox add column if not exists assignment_id bigint default 0 not null;
alter table sms_outbox add column if not exists campaign_id bigint;
alter table sms_outbox add column if not exists at_least_once boolean default false not null;
alter table sms_outbox add column if not exists looks integer default 0 not null;
alter table sms_outbox add column if not exists silences integer default 0 not null;
update sms_outbox set
    account_id = (select m.account_id from sms_message m where m.id = sms_outbox.message_id),
    profile_id = (select coalesce(m.profile_id, 0) from sms_message m where m.id = sms_outbox.message_id),
    assignment_id = (select m.assignment_id from sms_message m where m.id = sms_outbox.message_id)
where account_id = 0;

-- Whoever looks for due messages finds all it asks about in the index itself, and passes closed lanes by without a look
-- at their rows.
create index if not exists sms_outbox_queue on sms_outbox
    (state, priority, due_at, message_id, account_id, profile_id, assignment_id, campaign_id);
drop index if exists sms_outbox_due;
create index if not exists sms_outbox_expiry on sms_outbox (state, expires_at);
create index if not exists sms_outbox_campaign on sms_outbox (campaign_id, state);

-- A lane has a row once it was closed, tried or kept to a pace; one without a row is open. free_at is when the next
-- message would be due if all kept exactly to the pace. troubled_until is kept equal to closed_until, and beyond all
-- times while the lane is being tried.
create table if not exists sms_lane (
    kind varchar(8) not null,
    lane_id bigint not null,
    closed_until bigint not null,
    reason varchar(32),
    probe_every bigint,
    probe_at bigint,
    troubled_until bigint not null,
    free_at bigint not null,
    primary key (kind, lane_id)
);
create index if not exists sms_lane_troubled on sms_lane (troubled_until);

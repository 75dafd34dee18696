-- What sending needs beyond the first tables. Every statement can be run again, and an older version of the library can
-- go on inserting: it leaves the lanes of its messages at 0, and whoever claims next fills them in.
-- MariaDB and MySQL. MySQL cannot add "if not exists": what changes a table is done whole or not at all, so one look for
-- one of its columns tells whether it was.

-- send_zone, and an index of how much a user handed over lately.
set @sms_change = (select if(count(*) > 0, 'do 0', 'alter table sms_message add column send_zone varchar(64),
    add index sms_message_handed_over (owner, direction, created_at)')
    from information_schema.columns
    where table_schema = database() and table_name = 'sms_message' and column_name = 'send_zone');
prepare sms_change from @sms_change;
execute sms_change;
deallocate prepare sms_change;

-- due_at of what is unknown is when it is looked for next. looks only grows: it tells one look from the next.
-- Whoever looks for due messages finds all it asks about in the index itself, and passes closed lanes by without a look
-- at their rows.
set @sms_change = (select if(count(*) > 0, 'do 0', 'alter table sms_outbox
    add column account_id bigint default 0 not null,
    add column profile_id bigint default 0 not null,
    add column assignment_id bigint default 0 not null,
    add column campaign_id bigint,
    add column at_least_once bit(1) default b''0'' not null,
    add column looks integer default 0 not null,
    add column silences integer default 0 not null,
    add index sms_outbox_queue
        (state, priority, due_at, message_id, account_id, profile_id, assignment_id, campaign_id),
    drop index sms_outbox_due,
    add index sms_outbox_expiry (state, expires_at),
    add index sms_outbox_campaign (campaign_id, state)')
    from information_schema.columns
    where table_schema = database() and table_name = 'sms_outbox' and column_name = 'account_id');
prepare sms_change from @sms_change;
execute sms_change;
deallocate prepare sms_change;
update sms_outbox set
    account_id = (select m.account_id from sms_message m where m.id = sms_outbox.message_id),
    profile_id = (select coalesce(m.profile_id, 0) from sms_message m where m.id = sms_outbox.message_id),
    assignment_id = (select m.assignment_id from sms_message m where m.id = sms_outbox.message_id)
where account_id = 0;

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
    primary key (kind, lane_id),
    index sms_lane_troubled (troubled_until)
) engine = InnoDB default character set utf8mb4 /*M! collate utf8mb4_nopad_bin */ /*!80017 collate utf8mb4_0900_bin */;

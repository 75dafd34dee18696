package io.smsmessenger.jpa.kill;

import java.time.Duration;
import java.util.List;

/**
 * What a worker process is told on its command line.
 *
 * @param url the database
 * @param user who connects
 * @param password with what
 * @param carrier the carrier's base URL
 * @param apiKey the carrier's key
 * @param webhooks where receipts go
 * @param concurrency how many messages it has in flight
 * @param lease how long its claims hold
 * @param sendingTimeout after which an attempt without a result is unknown
 * @param settleWindow after which the carrier's silence means something
 * @param failPoint where it dies
 * @param clockOffset how far its clock is ahead
 * @param stepsBackAfter after which its clock steps back an hour; zero for never
 */
record WorkerSettings(
        String url,
        String user,
        String password,
        String carrier,
        String apiKey,
        String webhooks,
        int concurrency,
        Duration lease,
        Duration sendingTimeout,
        Duration settleWindow,
        FailPoint failPoint,
        Duration clockOffset,
        Duration stepsBackAfter) {

    /** Not a message in flight more than this at a worker of the usual size. */
    static final int CONCURRENCY = 8;

    static WorkerSettings of(String url, String user, String password, String carrier, String apiKey, String webhooks) {
        // Ten seconds from gate to settlement: a worker that is slow, as many are on two cores, is not a dead one.
        return new WorkerSettings(
                url,
                user,
                password,
                carrier,
                apiKey,
                webhooks,
                CONCURRENCY,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                FailPoint.NONE,
                Duration.ZERO,
                Duration.ZERO);
    }

    WorkerSettings dyingAt(FailPoint point, int together) {
        return new WorkerSettings(
                url,
                user,
                password,
                carrier,
                apiKey,
                webhooks,
                together,
                lease,
                sendingTimeout,
                settleWindow,
                point,
                clockOffset,
                stepsBackAfter);
    }

    WorkerSettings times(Duration newLease, Duration newSendingTimeout, Duration newSettleWindow) {
        return new WorkerSettings(
                url,
                user,
                password,
                carrier,
                apiKey,
                webhooks,
                concurrency,
                newLease,
                newSendingTimeout,
                newSettleWindow,
                failPoint,
                clockOffset,
                stepsBackAfter);
    }

    WorkerSettings clock(Duration ahead, Duration stepping) {
        return new WorkerSettings(
                url,
                user,
                password,
                carrier,
                apiKey,
                webhooks,
                concurrency,
                lease,
                sendingTimeout,
                settleWindow,
                failPoint,
                ahead,
                stepping);
    }

    List<String> arguments() {
        return List.of(
                url,
                user,
                password,
                carrier,
                apiKey,
                webhooks,
                String.valueOf(concurrency),
                lease.toString(),
                sendingTimeout.toString(),
                settleWindow.toString(),
                failPoint.name(),
                clockOffset.toString(),
                stepsBackAfter.toString());
    }

    static WorkerSettings read(String[] arguments) {
        return new WorkerSettings(
                arguments[0],
                arguments[1],
                arguments[2],
                arguments[3],
                arguments[4],
                arguments[5],
                Integer.parseInt(arguments[6]),
                Duration.parse(arguments[7]),
                Duration.parse(arguments[8]),
                Duration.parse(arguments[9]),
                FailPoint.valueOf(arguments[10]),
                Duration.parse(arguments[11]),
                Duration.parse(arguments[12]));
    }
}

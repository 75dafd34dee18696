package io.smsmessenger.model;

/** Where a campaign stands. */
public enum CampaignState {
    /** Being put together: nothing leaves. */
    DRAFT,
    /** Its texts leave, from its start time on. */
    RUNNING,
    /** Held: what no worker has claimed yet waits; what is claimed may still leave within half a lease. */
    PAUSED,
    /** Ended by a person: what no worker has claimed yet is called back; what is claimed may still leave within half a lease. */
    CANCELLED,
    /** Every recipient was texted or refused; what became of single texts may be unknown. */
    FINISHED;

    /** Whether a person may move a campaign from here to there. */
    public boolean mayBecome(CampaignState next) {
        return switch (this) {
            case DRAFT -> next == RUNNING || next == CANCELLED;
            case RUNNING -> next == PAUSED || next == CANCELLED;
            case PAUSED -> next == RUNNING || next == CANCELLED;
            case CANCELLED, FINISHED -> false;
        };
    }
}

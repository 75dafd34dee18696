package io.smsmessenger.sending;

/** What a verdict is asked for; each asks the store no more than it needs. */
enum Purpose {
    /** To be shown: all of it. */
    LOOK,
    /** To be handed over. */
    SEND,
    /** To change the words of a message that was handed over: its time is not asked again. */
    REWRITE,
    /** To change the time of a message that was handed over, and perhaps its words. */
    RESCHEDULE;

    /** Whether it would be one message more. */
    boolean isOneMore() {
        return this == LOOK || this == SEND;
    }

    boolean isTimed() {
        return this != REWRITE;
    }
}

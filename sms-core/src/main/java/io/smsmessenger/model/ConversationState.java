package io.smsmessenger.model;

/** Whether a conversation still wants attention. An inbound text reopens a done one. */
public enum ConversationState {
    OPEN,
    DONE
}

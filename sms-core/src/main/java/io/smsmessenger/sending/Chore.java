package io.smsmessenger.sending;

import java.time.Duration;

/**
 * Something that a dispatching node does now and then beside sending. It may be slow: it keeps no message waiting.
 *
 * @param name for logs
 * @param every the least time from one start to the next
 * @param work may throw; it is tried again the next time
 */
public record Chore(String name, Duration every, Runnable work) {}

package io.smsmessenger.conformance;

import io.smsmessenger.examples.simulator.TelnyxSimulator;

/** What the tours have to play with: a profile with a webhook, a number on it, people to text with. */
record Account(TelnyxSimulator simulator, Caller caller, Inbox inbox, String profile) {
    static final String OURS = "+13035550142";
    static final String SPARE = "+13035550143";
    static final String MARIA = "+12025550123";
    static final String NOBODY = "7ee4241c-f127-47e5-9c34-3aac291f8058";

    static Account open(TelnyxSimulator simulator, Caller caller, Inbox inbox) {
        String profile = simulator.addProfile("Front desk", inbox.url("/hooks"));
        simulator.addNumber(OURS, profile);
        simulator.addNumber(SPARE, null);
        return new Account(simulator, caller, inbox, profile);
    }
}

/**
 * What a store must keep, as tests to run against it. Extend {@link io.smsmessenger.contract.SmsStoreContract} and hand
 * it the store; one database can serve all tests, as each invents its own users, numbers and accounts.
 */
@NullMarked
package io.smsmessenger.contract;

import org.jspecify.annotations.NullMarked;

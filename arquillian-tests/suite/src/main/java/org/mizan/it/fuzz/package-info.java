/**
 * A seeded fuzzer of requests: {@link org.mizan.it.fuzz.Samples} makes good ones, the mutations spoil them, and
 * {@link org.mizan.it.fuzz.Fuzzer} sends them and judges what comes back, what ran, and what was logged.
 */
package org.mizan.it.fuzz;

package org.mizan.ssr.bridge;

/**
 * What a bridge has done since it was made, and what it does now.
 *
 * @param renders pages that were rendered
 * @param componentFailures views that threw
 * @param overloads renders that found no worker in time, or the queue full
 * @param workerFailures renders that workers were late with, or were lost with, twice; or for which there was none
 * @param retries renders that were given to a second worker
 * @param starts workers that were started
 * @param ready workers that render now
 * @param waiting renders that wait for a worker now
 */
public record BridgeStatistics(
        long renders,
        long componentFailures,
        long overloads,
        long workerFailures,
        long retries,
        long starts,
        int ready,
        int waiting) {}

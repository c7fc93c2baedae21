package org.mizan.core.call;

/**
 * What is sent back: a status and a JSON body. The {@code X-Mizan-Invalidate} header is not part of it; the
 * environment sets it when the commit says so.
 */
public record Answer(int status, String body) {}

/**
 * The origin cache (PROTOCOL §7): keys, stamps and leases, sealed entries.
 *
 * <p>An invalidation never deletes an entry, it <em>outdates</em> it. Each scope has a record with a random stamp; an
 * entry seals the stamps of all its scopes as they were before its functions ran, and is a hit only while the records
 * still have them. While a mutation runs, its leases keep readers from hitting and from filling; after its commit one
 * command takes stamp and lease out of the record, which outdates every entry of the scope at once.
 *
 * <p>{@link org.mizan.core.cache.ReadDecision} is the part of {@code docs/stamps_model.py} that a reader runs, and the
 * exhaustive test runs that very code.
 */
@NullMarked
package org.mizan.core.cache;

import org.jspecify.annotations.NullMarked;

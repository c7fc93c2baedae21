/**
 * The store that processes share; the only package that imports Jedis.
 *
 * <p>Public are the store and what it is configured with. Inside: an {@code Exchange} sends {@code Command}s over
 * {@code Lane}s, one per node, that {@code Nodes} gives it.
 */
@NullMarked
package org.mizan.core.cache.redis;

import org.jspecify.annotations.NullMarked;

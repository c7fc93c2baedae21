/**
 * What JSON-B writes, as JSON values instead of text: a provider for JSON-B whose generator keeps them.
 *
 * <p>{@link org.mizan.core.bind.JsonMapper} gives the {@link org.mizan.core.bind.tree.TreeProvider} to JSON-B and a
 * {@link org.mizan.core.bind.tree.TreeWriter} to write to.
 */
@NullMarked
package org.mizan.core.bind.tree;

import org.jspecify.annotations.NullMarked;

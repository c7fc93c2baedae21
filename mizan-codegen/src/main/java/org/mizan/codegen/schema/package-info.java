/**
 * {@code schema.json}: what an application offers to clients, in a documented form that outlives the classes.
 *
 * <p>Public are {@link org.mizan.codegen.schema.SchemaDocument} and what it consists of,
 * {@link org.mizan.codegen.schema.SchemaBuilder}, which makes one of a registry, and
 * {@link org.mizan.codegen.schema.SchemaJson}, which writes and reads it.
 */
@NullMarked
package org.mizan.codegen.schema;

import org.jspecify.annotations.NullMarked;

/**
 * {@code openapi.json}: the endpoints as OpenAPI 3.1 describes them.
 *
 * <p>Public is {@link org.mizan.codegen.openapi.OpenApi}.
 */
@NullMarked
package org.mizan.codegen.openapi;

import org.jspecify.annotations.NullMarked;

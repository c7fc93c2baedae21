package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Serves a {@link Client} method of a plain bean at a path of its own, outside {@code {base}}.
 *
 * <p>For what is neither a call nor a page: webhooks, downloads, redirects. Arguments are bound by name from the path,
 * the query and, where the method has one, a form or a JSON object in the body. A {@code void} method answers 204, a
 * value is sent as JSON, a {@link jakarta.ws.rs.core.Response} as it is. Resources and controllers use {@code @Path}
 * instead; there the annotation is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Route {

    /**
     * The path below the application's context root, as {@code "/webhooks/{id}"}: segments that are literal or
     * one {@code {parameter}}, the first one literal, no regular expressions.
     */
    String path();

    /** The HTTP methods that it answers to, in capitals; {@code GET} also answers {@code HEAD}. */
    String[] methods() default "GET";
}

package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a context reads the same for every caller, so that all callers share one cache entry.
 *
 * <p>Without it, an entry belongs to the caller that it was made for. Roles and guards are checked for each caller
 * either way.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shared {}

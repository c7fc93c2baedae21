package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends a {@code long} as JSON text, for values that a JavaScript number cannot hold (beyond ±(2<sup>53</sup>−1)).
 *
 * <p>For record components, fields and property accessors of type {@code long} or {@link Long}, and for parameters and
 * results of {@link Client} methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface JsonText {}

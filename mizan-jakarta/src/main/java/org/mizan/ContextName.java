package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a {@link ReactContext} class another name on the wire. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContextName {

    /** The name, of the form {@code [A-Za-z_][A-Za-z0-9_]*}. */
    String value();
}

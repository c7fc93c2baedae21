package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a parameter of a {@link Client} method on the wire, or gives it a value for when it is absent. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Param {

    /** The value of {@link #defaultValue()} that stands for "none: the argument is required". */
    String NONE = "\n\t\t\n\t\t\n";

    /** The name on the wire; empty: the name of the Java parameter. */
    String value() default "";

    /**
     * The text of the value that is used when the argument is absent or null, read like a query parameter of the
     * declared type. It counts as present: for the cache and for scoping it is the same as sending it.
     */
    String defaultValue() default NONE;
}

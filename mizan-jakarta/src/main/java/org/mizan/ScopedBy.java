package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Announces a set of parameters by which code narrows invalidations of this context ({@link Invalidations}).
 *
 * <p>The scopes that the attributes of mutations can produce are known without it (PROTOCOL §7.3).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ScopedBy.Shapes.class)
public @interface ScopedBy {

    /** Names of parameters of the context. */
    String[] value();

    /** Several sets. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Shapes {

        /** The sets. */
        ScopedBy[] value();
    }
}

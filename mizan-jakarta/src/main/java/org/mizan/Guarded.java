package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks a {@link Guard} bean before every call of the function, or of every function of the class.
 *
 * <p>All guards of a function must agree: those of its class first, then its own, in the order written.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Guarded {

    /** The guards: classes of CDI beans. */
    Class<? extends Guard>[] value();
}

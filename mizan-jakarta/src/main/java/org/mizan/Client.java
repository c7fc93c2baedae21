package org.mizan;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a function that clients know by name.
 *
 * <p>What the method returns decides what it is. A value: the function is called with {@code POST {base}/call/} and,
 * when it names a {@link #context()}, read as part of {@code GET {base}/ctx/{context}/}. A
 * {@link jakarta.ws.rs.core.Response}, or any result of a Jakarta REST resource or MVC controller: it is a <em>view
 * function</em>, which keeps working as plain Jakarta and gains the {@code X-Mizan-Invalidate} header.
 *
 * <p>A function either reads ({@link #context()}) or changes something ({@link #affects()},
 * {@link #affectsFunctions()}), never both. A mistake in these attributes refuses the deployment, with a code that
 * names the method and the remedy.
 *
 * <p>The annotation belongs on methods. It can be written on a class only because an interceptor must carry it; on the
 * class of a bean it is refused.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Client {

    /** The value of {@link #cache()} that keeps a bundle until an invalidation outdates it. */
    int UNTIL_INVALIDATED = Integer.MAX_VALUE;

    /** The value of {@link #cache()} that keeps a context out of every cache. */
    int NEVER = 0;

    /** The context that this function reads for; {@link ReactContext} itself means none. */
    @Nonbinding
    Class<? extends ReactContext> context() default ReactContext.class;

    /** The contexts that this function makes stale, scoped by the parameter names that it shares with each. */
    @Nonbinding
    Class<? extends ReactContext>[] affects() default {};

    /** The names of single functions of contexts that this function makes stale. */
    @Nonbinding
    String[] affectsFunctions() default {};

    /**
     * The function's name, unique in the application and of the form {@code [A-Za-z_][A-Za-z0-9_]*}. Empty: the name
     * of the method; for a view function, the name of its class followed by the method's ({@code profilePageShow}).
     */
    @Nonbinding
    String name() default "";

    /** Whether calls from outside are refused with 403; the function's invalidations count all the same. */
    @Nonbinding
    boolean internal() default false;

    /** The revision of what the function returns; a higher one leaves every older cache entry behind. Not negative. */
    @Nonbinding
    int rev() default 0;

    /** How many seconds a cached result may be used, {@link #NEVER}, or {@link #UNTIL_INVALIDATED}. Not negative. */
    @Nonbinding
    int cache() default UNTIL_INVALIDATED;

    /** Whether the function may also be called over the live socket. */
    @Nonbinding
    boolean websocket() default false;
}

package org.mizan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the finished HTML of a page in the origin cache, so that visitors who are not signed in get it without the
 * method, its context's functions or the view engine running, until a mutation outdates what the page shows.
 *
 * <p>It belongs on a {@code @GET} method of a Jakarta REST resource or MVC controller that is
 * {@code @Client(context = X.class)}. The page belongs to the scopes of X with the page's own parameters, and to the
 * {@link GlobalContext}, if the application has one: whatever outdates these outdates the page. Pages that are asked
 * for often are rendered anew in the background when that happens, {@code mizan.ssr.prerender.rate} of them a second.
 *
 * <p><strong>The page must be the same for everybody who is not signed in.</strong> It may depend on its path, on the
 * query parameters that the method declares, on the address under which the server was reached, and on what the
 * functions of its context read. While a page is rendered to be kept, the request has no cookies and no preferred
 * language. Refused at deployment: a method that is no such page, or answers asynchronously; a context or view that needs a caller, by roles,
 * guards or {@code mizan.default-access}; {@link Client#NEVER}; parameters from headers, cookies or forms; a page
 * that does not take a parameter that its context requires, for it could not be told which mutations concern it.
 *
 * <p>Requests of callers, with credentials, of an open session without a kept page, or with other query parameters are
 * processed as if the annotation were not there. So are all when {@code mizan.cache} is off. A page is not kept when its
 * status is not 200, it is not {@code text/html} in UTF-8, it sets a cookie, says {@code Cache-Control: no-store} or
 * {@code private}, is larger than 4 MB, begins a session, shows contexts that were added
 * with {@link PageContexts}, or when rendering it made something stale.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Prerender {}

package org.mizan.it.app.conformance;

import org.mizan.ContextName;
import org.mizan.ReactContext;
import org.mizan.Shared;

/** The contexts. */
final class Shown {
    private Shown() {}

    @ContextName("user")
    interface User extends ReactContext {}

    @ContextName("orders")
    interface Orders extends ReactContext {}

    @ContextName("site")
    interface Site extends ReactContext {}

    @ContextName("search")
    interface Search extends ReactContext {}

    @ContextName("values")
    interface Values extends ReactContext {}

    @ContextName("counts")
    interface Counts extends ReactContext {}

    @ContextName("broken")
    interface Broken extends ReactContext {}

    @ContextName("me")
    interface Me extends ReactContext {}

    @ContextName("list")
    interface Names extends ReactContext {}

    @Shared
    @ContextName("rates")
    interface Rates extends ReactContext {}

    @ContextName("moment")
    interface Moment extends ReactContext {}
}

package org.mizan.spi;

import java.util.List;

/**
 * What the page that is being answered shows: the contexts that the view function of the current request names, those
 * that it added, and the global one. Called on the thread of the request, after the function has ended.
 */
public interface PageData {

    /**
     * The bundles, read through the origin cache as the current caller. A context that refuses the caller or fails is
     * left out: the browser asks for it then, and shows why.
     */
    List<Bundle> bundles();

    /**
     * A context with its parameters and data.
     *
     * @param params the parameters, a JSON object
     * @param data the bundle as {@code GET {base}/ctx/…} answers it, a JSON object
     */
    record Bundle(String context, String params, String data) {}
}

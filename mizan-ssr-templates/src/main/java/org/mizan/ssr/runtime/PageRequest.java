package org.mizan.ssr.runtime;

import java.util.Locale;
import java.util.Map;

/**
 * A page that is wanted.
 *
 * @param view the view's name
 * @param models its props by name, as Java values
 * @param locale the locale of the request
 * @param folder the folder of views in the archive, ending in a slash
 */
public record PageRequest(String view, Map<String, ?> models, Locale locale, String folder) {}

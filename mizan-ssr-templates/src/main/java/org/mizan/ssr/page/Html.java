package org.mizan.ssr.page;

/** Text in HTML. */
final class Html {
    private Html() {}

    /** A text as the value of an attribute in quotes, or between tags. */
    static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

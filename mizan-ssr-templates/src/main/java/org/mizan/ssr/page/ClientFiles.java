package org.mizan.ssr.page;

import java.util.List;

/**
 * The files of a view that the browser loads.
 *
 * @param base what precedes their names in the page, ending in a slash
 * @param script the entry
 * @param modules what the entry imports
 * @param styles style sheets
 */
public record ClientFiles(String base, File script, List<File> modules, List<File> styles) {
    /** Copies the lists. */
    public ClientFiles {
        modules = List.copyOf(modules);
        styles = List.copyOf(styles);
    }

    /**
     * A file.
     *
     * @param integrity its hash as Subresource Integrity has it
     */
    public record File(String name, String integrity) {}

    /** The tags of the document's head. */
    void head(String nonce, StringBuilder out) {
        for (var style : styles) {
            out.append("<link rel=\"stylesheet\"");
            attributes("href", style, nonce, out);
            out.append('>');
        }
        for (var module : modules) {
            out.append("<link rel=\"modulepreload\"");
            attributes("href", module, nonce, out);
            out.append('>');
        }
    }

    /** The tags at the end of the document's body. */
    void end(String nonce, StringBuilder out) {
        out.append("<script type=\"module\"");
        attributes("src", script, nonce, out);
        out.append("></script>");
    }

    private void attributes(String address, File file, String nonce, StringBuilder out) {
        out.append(' ').append(address).append("=\"").append(base).append(file.name());
        out.append("\" integrity=\"").append(file.integrity()).append('"').append(nonce);
    }
}

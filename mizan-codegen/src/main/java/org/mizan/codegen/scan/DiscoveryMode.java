package org.mizan.codegen.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.mizan.core.problem.Problems;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Which classes of an archive are beans (CDI 4.0 §14.1). */
enum DiscoveryMode {
    /** All classes. */
    ALL,
    /** Those with an annotation that defines beans; also without a {@code beans.xml}. */
    ANNOTATED,
    /** None. */
    NONE;

    /**
     * What a {@code beans.xml} says.
     *
     * @param place its name for messages
     */
    static DiscoveryMode of(InputStream beansXml, String place, Problems problems) throws IOException {
        var content = beansXml.readAllBytes();
        if (new String(content, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
            return ANNOTATED;
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new InputSource(new java.io.ByteArrayInputStream(content)));
            if (document.getElementsByTagNameNS("*", "exclude").getLength() > 0) {
                problems.add(ScanMessages.exclusions(place));
            }
            return switch (document.getDocumentElement()
                    .getAttribute("bean-discovery-mode")
                    .toLowerCase(Locale.ROOT)) {
                case "all" -> ALL;
                case "none" -> NONE;
                default -> ANNOTATED;
            };
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

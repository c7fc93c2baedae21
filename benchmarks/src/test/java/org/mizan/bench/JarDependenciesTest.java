package org.mizan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The library's jars bring nothing along: every third-party dependency is provided, optional, or of the tests. */
class JarDependenciesTest {
    private static final Path ROOT = Path.of(System.getProperty("mizan.bench.root", ".."));

    private record Dependency(String group, String artifact, String scope, boolean optional) {
        boolean travels() {
            return !optional
                    && !group.equals("org.mizan")
                    && !List.of("provided", "test").contains(scope);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mizan-jakarta", "mizan-cdi"})
    void noMandatoryThirdPartyDependency(String module) throws Exception {
        var managed = new HashMap<String, String>();
        for (var each : dependencies(ROOT.resolve("pom.xml"), "/project/dependencyManagement", Map.of())) {
            managed.put(each.group() + ":" + each.artifact(), each.scope());
        }

        var found = new ArrayList<Dependency>(dependencies(ROOT.resolve("pom.xml"), "/project", managed));
        found.addAll(dependencies(ROOT.resolve(module).resolve("pom.xml"), "/project", managed));

        assertEquals(List.of(), found.stream().filter(Dependency::travels).toList());
    }

    private static List<Dependency> dependencies(Path pom, String under, Map<String, String> managed) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var found = new ArrayList<Dependency>();
        for (int i = 1; i <= count(document, under + "/dependencies/dependency"); i++) {
            var at = under + "/dependencies/dependency[" + i + "]/";
            var group = text(document, at + "groupId");
            var artifact = text(document, at + "artifactId");
            var scope = text(document, at + "scope");
            var effective = scope.isEmpty() ? managed.getOrDefault(group + ":" + artifact, "compile") : scope;
            found.add(new Dependency(
                    group, artifact, effective, text(document, at + "optional").equals("true")));
        }
        return found;
    }

    private static String text(Document pom, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(path, pom);
    }

    private static int count(Document pom, String path) throws XPathExpressionException {
        return ((NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET))
                .getLength();
    }
}

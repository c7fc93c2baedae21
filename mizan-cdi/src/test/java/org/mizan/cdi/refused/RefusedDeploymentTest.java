package org.mizan.cdi.refused;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mizan.cdi.MizanExtension;

/** The extension refuses what is wrong, with its code, before the container stumbles over it in its own words. */
class RefusedDeploymentTest {

    static Stream<Arguments> applications() {
        return Stream.of(
                arguments("MIZAN-00200", List.of(RefusedApplications.Fine.class, RefusedApplications.Twin.class)),
                arguments("MIZAN-00201", List.of(RefusedApplications.ContextAndAffects.class)),
                arguments("MIZAN-00202", List.of(RefusedApplications.AffectsNobody.class)),
                arguments(
                        "MIZAN-00203",
                        List.of(RefusedApplications.Fine.class, RefusedApplications.AffectsMisspelt.class)),
                arguments("MIZAN-00204", List.of(RefusedApplications.Fine.class, RefusedApplications.OtherType.class)),
                arguments("MIZAN-00206", List.of(RefusedApplications.ReadsNothing.class)),
                arguments("MIZAN-00207", List.of(RefusedApplications.NoJsonForm.class)),
                arguments("MIZAN-00208", List.of(RefusedApplications.TwoRoutes.class)),
                arguments("MIZAN-00209", List.of(RefusedApplications.Misnamed.class)),
                arguments("MIZAN-00210", List.of(RefusedApplications.NegativeCache.class)),
                arguments("MIZAN-00211", List.of(RefusedApplications.FinalMethod.class)),
                arguments("MIZAN-00211", List.of(RefusedApplications.PrivateMethod.class)),
                arguments("MIZAN-00211", List.of(RefusedApplications.StaticMethod.class)),
                arguments("MIZAN-00212", List.of(RefusedApplications.FinalClass.class)),
                arguments("MIZAN-00212", List.of(RefusedApplications.NoConstructor.class)),
                arguments("MIZAN-00213", List.of(RefusedApplications.Later.class)),
                arguments("MIZAN-00700", List.of(RefusedApplications.UnknownGuard.class)));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void wrongApplication_isRefusedWithItsCode(String code, List<Class<?>> beans) {
        var refused = refused(beans.toArray(Class<?>[]::new));
        assertTrue(refused.contains(code), refused);
        assertTrue(refused.contains("1 error"), refused);
    }

    @Test
    void severalMistakes_areReportedTogether() {
        var refused = refused(
                RefusedApplications.FinalClass.class,
                RefusedApplications.FinalMethod.class,
                RefusedApplications.UnknownGuard.class);
        for (var code : List.of("MIZAN-00211", "MIZAN-00212", "MIZAN-00700", "3 errors")) {
            assertTrue(refused.contains(code), refused);
        }
    }

    @Test
    void producedGuard_isABean() {
        deploy(RefusedApplications.GuardProducer.class, RefusedApplications.ProducedGuard.class)
                .close();
    }

    @Test
    void cacheWhoseLibraryIsMissing_isRefusedWithTheCoordinates() {
        System.setProperty("mizan.cache", "local");
        try {
            var refused = refused(RefusedApplications.Fine.class);
            assertTrue(refused.contains("MIZAN-00540"), refused);
            assertTrue(refused.contains("com.github.ben-manes.caffeine:caffeine"), refused);
        } finally {
            System.clearProperty("mizan.cache");
        }
    }

    @Test
    void severalPartitions_areRefused() {
        var refused = refused(
                RefusedApplications.Fine.class, RefusedApplications.ByHost.class, RefusedApplications.ByTenant.class);
        assertTrue(refused.contains("MIZAN-00701"), refused);
    }

    @Test
    void wrongSetting_isRefusedWithItsName() {
        System.setProperty("mizan.naming", "kebab-case");
        try {
            var refused = refused(RefusedApplications.Fine.class);
            assertTrue(refused.contains("MIZAN-00100: mizan.naming"), refused);
        } finally {
            System.clearProperty("mizan.naming");
        }
    }

    @Test
    void exposedManifest_ofAnUnknownContext_isRefused() {
        System.setProperty("mizan.manifest.view-urls", "nobody=/nobody/");
        try {
            deploy(RefusedApplications.Fine.class).close();
            System.setProperty("mizan.manifest.expose", "true");
            var refused = refused(RefusedApplications.Fine.class);
            assertTrue(refused.contains("MIZAN-00580: mizan.manifest.view-urls"), refused);
        } finally {
            System.clearProperty("mizan.manifest.view-urls");
            System.clearProperty("mizan.manifest.expose");
        }
    }

    @Test
    void wrongPurgeUrls_areRefusedTogether() {
        System.setProperty("mizan.edge.purge-urls", "edge:6081,ftp://edge/");
        try {
            var refused = refused(RefusedApplications.Fine.class);
            assertTrue(refused.contains("MIZAN-00140: mizan.edge.purge-urls: 'ftp://edge/'"), refused);
            assertTrue(refused.contains("2 errors"), refused);
        } finally {
            System.clearProperty("mizan.edge.purge-urls");
        }
    }

    private static String refused(Class<?>... beans) {
        return String.valueOf(
                assertThrows(RuntimeException.class, () -> deploy(beans).close())
                        .getMessage());
    }

    private static WeldContainer deploy(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new MizanExtension())
                .beanClasses(beans)
                .initialize();
    }
}

package org.mizan.cdi.runtime;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mizan.core.config.Settings;
import org.mizan.core.schema.Registry;

/**
 * What one application deployed.
 *
 * @param classes the classes that the registry was read from
 */
public record Deployment(Registry registry, Settings settings, Set<Class<?>> classes) {

    /** The roles that guards mention, and those of the settings. */
    public SortedSet<String> declaredRoles() {
        var roles = new TreeSet<>(registry.roles());
        roles.addAll(settings.roles());
        return roles;
    }
}

package org.mizan.core.schema;

import java.util.Locale;

/** How Java names become names on the wire; names that annotations give are kept (PROTOCOL §1). */
public enum Naming {
    /** As they are. */
    JAVA {
        @Override
        public String apply(String name) {
            return name;
        }
    },
    /** {@code userProfile} becomes {@code user_profile}. */
    SNAKE_CASE {
        @Override
        public String apply(String name) {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                    .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                    .toLowerCase(Locale.ROOT);
        }
    };

    /** The name on the wire. */
    public abstract String apply(String name);

    /** The name with its first letter in lower case. */
    public static String decapitalised(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The name with its first letter in upper case. */
    public static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

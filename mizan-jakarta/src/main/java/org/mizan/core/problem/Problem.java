package org.mizan.core.problem;

/**
 * One thing that is wrong with an application or its configuration.
 *
 * @param severity whether it refuses the deployment
 * @param code the number behind {@code MIZAN-}
 * @param place where: a class, method or property
 * @param cause what is wrong there
 * @param remedy what to do about it
 */
public record Problem(Severity severity, int code, String place, String cause, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The deployment is refused. */
        ERROR,
        /** The application runs, probably not as its author thinks. */
        WARNING
    }

    /** An error. */
    public static Problem error(int code, String place, String cause, String remedy) {
        return new Problem(Severity.ERROR, code, place, cause, remedy);
    }

    /** A warning. */
    public static Problem warning(int code, String place, String cause, String remedy) {
        return new Problem(Severity.WARNING, code, place, cause, remedy);
    }

    /** Whether it refuses the deployment. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The code as it is printed, {@code MIZAN-00312}. */
    public String id() {
        return "MIZAN-%05d".formatted(code);
    }

    /** The whole message on one line: code, place, cause, remedy. */
    @Override
    public String toString() {
        return id() + ": " + place + ": " + cause + " " + remedy;
    }
}

package org.mizan.it.app.types;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Beans: inherited properties, generic parents, accessors of one direction, creators. */
public final class People {
    private People() {}

    /** What default methods add. */
    public interface Named {
        String getName();

        default String getGreeting() {
            return "Hello " + getName();
        }
    }

    /** A generic parent. */
    public abstract static class Party<K> implements Named {
        private K key;
        private String name = "";

        @SuppressWarnings("NullAway.Init")
        protected Party() {}

        public K getKey() {
            return key;
        }

        public void setKey(K key) {
            this.key = key;
        }

        @Override
        @NotBlank
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    /** A bean that binds its parent's parameter. */
    public static class Person extends Party<Long> {
        private @Nullable String mail;
        private boolean active;

        @Min(0)
        public int age;

        @Valid
        public List<Address> addresses = List.of();

        public Optional<@Email String> getMail() {
            return Optional.ofNullable(mail);
        }

        public void setMail(@Nullable String mail) {
            this.mail = mail;
        }

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }
    }

    /** A bean below a bean. */
    public static class Employee extends Person {
        @Deprecated
        public int desk;

        public @Nullable Employee manager;
    }

    /** A record with constraints. */
    public record Address(
            @NotBlank String street,
            @Size(min = 5, max = 5, message = "{zip}") String zip) {}

    /** An object that its factory makes. */
    public static final class Money {
        private final long cents;
        private final String currency;

        private Money(long cents, String currency) {
            this.cents = cents;
            this.currency = currency;
        }

        @JsonbCreator
        public static Money of(@JsonbProperty("cents") long cents, @JsonbProperty("currency") String currency) {
            return new Money(cents, currency);
        }

        public long getCents() {
            return cents;
        }

        public String getCurrency() {
            return currency;
        }

        /** Only read. */
        public String getText() {
            return cents + " " + currency;
        }
    }

    /** A bean whose password is only written, and whose length is only read. */
    public static class Account {
        private String password = "";
        public String login = "";

        public void setPassword(String password) {
            this.password = password;
        }

        public int getLength() {
            return password.length();
        }
    }
}

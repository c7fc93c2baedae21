package org.mizan.samples.storefront.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where an order goes. */
public record Address(
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 120) String street,

        @Pattern(regexp = "[0-9A-Z][0-9A-Z -]{2,10}", message = "must be a postcode, as 07743 or 2611 ED")
        String zip,

        @NotBlank @Size(max = 80) String city,
        @Pattern(regexp = "[A-Z]{2}") String country) {}

package org.mizan.samples.storefront.catalog;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** A product that is to be sold from now on. */
public record NewProduct(
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 120)
        String slug,

        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 2000) String description,
        String category,

        @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2)
        BigDecimal price,

        @Min(0) @Max(100_000) int stock) {}

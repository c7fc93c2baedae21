package org.mizan.it.app.input;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

/** Constraints at every depth. */
public record Order(@Valid Address address, @NotEmpty List<@Valid Line> lines, Map<String, @NotBlank String> notes) {

    /** Where to. */
    public record Address(@Pattern(regexp = "[0-9]{5}") String zip) {}

    /** What, and how much of it. */
    public record Line(@NotBlank String product, @Positive int quantity) {}
}

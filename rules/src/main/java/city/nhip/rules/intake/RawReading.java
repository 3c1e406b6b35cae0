package city.nhip.rules.intake;

import org.jspecify.annotations.Nullable;

/** A reading as a connector decoded it, not yet checked; anything may be missing. */
public record RawReading(
    @Nullable String device,
    @Nullable String property,
    @Nullable String observedAt,
    @Nullable Double value,
    @Nullable String unit) {}

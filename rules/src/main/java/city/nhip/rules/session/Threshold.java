package city.nhip.rules.session;

/** A number from a decision table that rules compare with; its unit is in its name. */
public record Threshold(String name, double value) {}

package city.nhip.rules.life;

/** Where a version of a package stands. */
enum RuleStatus {
  /** Written down, not yet found good. */
  DRAFT,
  /** May run, and passes its tests. */
  CHECKED,
  /** Runs beside the active version and asks for nothing. */
  SHADOW,
  ACTIVE,
  RETIRED
}

package city.nhip.engine.security;

/** What an account may do. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Looks and decides about schedules and jobs. */
  OPERATOR,
  /** Looks and writes rules. */
  RULE_ENGINEER,
  /** Looks and wires connectors; sends readings. */
  INTEGRATOR,
  ADMINISTRATOR,
  /** Looks and reports from the street what became of each stop. */
  CREW,
  /** A machine: sends readings and nothing else. */
  DEVICE
}

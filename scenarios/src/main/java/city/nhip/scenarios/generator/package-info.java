/**
 * Sketches synthetic cities: seeded, deterministic, labelled as invented. The command line and
 * tests enter here; nothing that runs a city does.
 */
@NullMarked
package city.nhip.scenarios.generator;

import org.jspecify.annotations.NullMarked;

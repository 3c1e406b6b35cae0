/** Measures collection routes on the field's benchmark sets beside the best values known. */
@NullMarked
package city.nhip.scenarios.benchmark.waste;

import org.jspecify.annotations.NullMarked;

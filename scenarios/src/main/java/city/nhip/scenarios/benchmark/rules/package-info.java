/** How fast the rules are, and that they forget. */
@NullMarked
package city.nhip.scenarios.benchmark.rules;

import org.jspecify.annotations.NullMarked;

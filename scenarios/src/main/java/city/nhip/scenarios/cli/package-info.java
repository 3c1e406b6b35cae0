/** The command line: serve a city, plan an instance, measure. The only place that prints. */
@NullMarked
package city.nhip.scenarios.cli;

import org.jspecify.annotations.NullMarked;

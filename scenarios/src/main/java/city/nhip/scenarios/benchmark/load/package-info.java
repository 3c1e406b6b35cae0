/** Load from outside: so many readings a second over HTTP at a running city, told open-loop. */
@NullMarked
package city.nhip.scenarios.benchmark.load;

import org.jspecify.annotations.NullMarked;

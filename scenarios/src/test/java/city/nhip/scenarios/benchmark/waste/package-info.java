@NullMarked
package city.nhip.scenarios.benchmark.waste;

import org.jspecify.annotations.NullMarked;

/** Signal plans for a whole recorded day. */
@NullMarked
package city.nhip.scenarios.signals;

import org.jspecify.annotations.NullMarked;

/** What rules see of time that passes, and of sensors that say nothing while it does. */
@NullMarked
package city.nhip.rules.clock;

import org.jspecify.annotations.NullMarked;

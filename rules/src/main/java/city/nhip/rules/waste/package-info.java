/** What rules see of waste containers. */
@NullMarked
package city.nhip.rules.waste;

import org.jspecify.annotations.NullMarked;

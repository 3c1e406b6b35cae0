/** What rules see of feeders. */
@NullMarked
package city.nhip.rules.energy;

import org.jspecify.annotations.NullMarked;

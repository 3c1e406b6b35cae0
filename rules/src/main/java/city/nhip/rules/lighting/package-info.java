/** What rules see of lamps. */
@NullMarked
package city.nhip.rules.lighting;

import org.jspecify.annotations.NullMarked;

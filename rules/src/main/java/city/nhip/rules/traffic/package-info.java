/** What rules see of traffic. */
@NullMarked
package city.nhip.rules.traffic;

import org.jspecify.annotations.NullMarked;

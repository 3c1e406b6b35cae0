/** What rules see of weather and daylight. */
@NullMarked
package city.nhip.rules.weather;

import org.jspecify.annotations.NullMarked;

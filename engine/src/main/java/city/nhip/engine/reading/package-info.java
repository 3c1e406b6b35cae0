/**
 * What a city measures: readings, their kinds, and the port of the journal that keeps them. No
 * framework; everyone may enter.
 */
@NullMarked
package city.nhip.engine.reading;

import org.jspecify.annotations.NullMarked;

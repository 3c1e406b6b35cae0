/**
 * What a city is made of: zones, positions, devices, time windows, words in two languages. JDK
 * only; everyone may enter.
 */
@NullMarked
package city.nhip.engine.city;

import org.jspecify.annotations.NullMarked;

/**
 * The SPI of a planning domain: what a rule asks for, what a domain proposes. No framework; domains
 * implement it, jobs call it.
 */
@NullMarked
package city.nhip.engine.planning;

import org.jspecify.annotations.NullMarked;

/** The whole loop, from outside: a tiny city served for real, and talked to as its people would. */
@NullMarked
package city.nhip.scenarios.loop;

import org.jspecify.annotations.NullMarked;

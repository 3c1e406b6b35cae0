/** The runnable city: the only main class. */
@NullMarked
package city.nhip.scenarios;

import org.jspecify.annotations.NullMarked;

/** Problem details, live events, and what the console asks about the city. */
@NullMarked
package city.nhip.engine.web;

import org.jspecify.annotations.NullMarked;

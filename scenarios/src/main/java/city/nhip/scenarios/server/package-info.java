/** The running city as one Spring Boot application. The command line and tests enter here. */
@NullMarked
package city.nhip.scenarios.server;

import org.jspecify.annotations.NullMarked;

/**
 * Proof without a city: a connector's samples through its real route, and a look at its folder. The
 * command line and tests enter here.
 */
@NullMarked
package city.nhip.connectors.proof;

import org.jspecify.annotations.NullMarked;

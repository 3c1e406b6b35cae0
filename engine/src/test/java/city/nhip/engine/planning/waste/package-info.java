/** Tests of waste collection, on generated problems. */
@NullMarked
package city.nhip.engine.planning.waste;

import org.jspecify.annotations.NullMarked;

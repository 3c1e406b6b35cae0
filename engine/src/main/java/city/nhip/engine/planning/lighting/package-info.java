/**
 * Street lighting: a dimming level for every control group and slot of a night. Other domains are
 * strangers.
 */
@NullMarked
package city.nhip.engine.planning.lighting;

import org.jspecify.annotations.NullMarked;

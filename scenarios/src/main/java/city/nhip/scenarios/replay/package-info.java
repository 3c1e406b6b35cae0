/** Devices that do not exist: they send a recorded day through the real doors. */
@NullMarked
package city.nhip.scenarios.replay;

import org.jspecify.annotations.NullMarked;

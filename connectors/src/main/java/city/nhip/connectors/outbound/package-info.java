/** Publishers: approved schedules on their way to a target system, one class a target. */
@NullMarked
package city.nhip.connectors.outbound;

import org.jspecify.annotations.NullMarked;

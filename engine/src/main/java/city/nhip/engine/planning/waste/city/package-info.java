/**
 * Waste collection of a city: its containers and fleet as its folder describes them, how full they
 * will be, the ways between them, and what becomes of a plan: the published bytes, the figures and
 * the reasons. The planning model itself is the room above.
 */
@NullMarked
package city.nhip.engine.planning.waste.city;

import org.jspecify.annotations.NullMarked;

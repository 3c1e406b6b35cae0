/**
 * Waste collection: which containers to serve, by which truck, in what order, when to tip and
 * where, when to rest. The problem's records, the decoder that turns an order of stops into a
 * timeline, the OptaPlanner model over it, and its search.
 */
@NullMarked
package city.nhip.engine.planning.waste;

import org.jspecify.annotations.NullMarked;

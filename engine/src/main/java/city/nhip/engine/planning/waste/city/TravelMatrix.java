package city.nhip.engine.planning.waste.city;

import java.util.Set;

/**
 * Ways between places of the vehicles of one profile, row by row; not symmetric.
 *
 * @param metres from place i to place j at {@code i * size + j}
 * @param seconds likewise, at free flow
 * @param straight places without a way over the streets: their ways are straight lines
 * @param unreached places that vehicles of this profile are too heavy or too large for, though
 *     others get there: a way there is never driven
 * @param ways where they run
 */
record TravelMatrix(
    int size,
    int[] metres,
    int[] seconds,
    Set<Integer> straight,
    Set<Integer> unreached,
    StreetWays ways) {}

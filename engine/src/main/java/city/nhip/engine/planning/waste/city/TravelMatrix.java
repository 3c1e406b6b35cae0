package city.nhip.engine.planning.waste.city;

import java.util.Set;

/**
 * Ways between places, row by row; not symmetric.
 *
 * @param metres from place i to place j at {@code i * size + j}
 * @param seconds likewise, at free flow
 * @param straight places without a way over the streets: their ways are straight lines
 * @param ways where they run
 */
record TravelMatrix(
    int size, int[] metres, int[] seconds, Set<Integer> straight, StreetWays ways) {}

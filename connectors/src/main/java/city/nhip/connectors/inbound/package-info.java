/**
 * The routes that bring readings in, and what becomes of those that cannot be used. Routes of a
 * city hand over to {@code direct:readings} or {@code direct:csv-file}.
 */
@NullMarked
package city.nhip.connectors.inbound;

import org.jspecify.annotations.NullMarked;

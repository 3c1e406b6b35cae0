/** Payload formats to readings, not yet checked. Inbound routes enter here. */
@NullMarked
package city.nhip.connectors.codec;

import org.jspecify.annotations.NullMarked;

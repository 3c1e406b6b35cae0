/**
 * Messages that come in: the city's connectors as they serve now, the way of each message, and what
 * becomes of those that cannot be used. A connector's routes hand over to {@code direct:message}.
 */
@NullMarked
package city.nhip.connectors.inbound;

import org.jspecify.annotations.NullMarked;

/**
 * The source {@code mqtt:} of connectors' routes: messages of an MQTT 5 broker, acknowledged after
 * the commit, whose component Camel finds by its name; and the publisher to a field behind such a
 * broker.
 */
@NullMarked
package city.nhip.connectors.mqtt;

import org.jspecify.annotations.NullMarked;

/**
 * The source {@code mqtt:} of connectors' routes: messages of an MQTT 5 broker, acknowledged after
 * the commit. Camel finds the component by its name; nobody else enters.
 */
@NullMarked
package city.nhip.connectors.mqtt;

import org.jspecify.annotations.NullMarked;

/**
 * Other systems that are told of published schedules: webhooks and context brokers. They are told
 * once the field carries a plan, and again until they have taken it; a plan never waits for them.
 */
@NullMarked
package city.nhip.connectors.announce;

import org.jspecify.annotations.NullMarked;
